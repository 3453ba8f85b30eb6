import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Limit } from '../calls/document.ts'
import type { Bilingual } from '../calls/form/definition.ts'
import { titleOfDraft } from './draft-store.ts'
import type { Lock } from './fields.ts'

/** One form for the comparison of a name that somebody else typed: case, width and spaces say nothing. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** The person who has this number and this name, for a note in his inbox; null for everybody else. Never told to the leader. */
export async function accountWithPhone(db: Db, phoneBlind: string, name: string): Promise<string | null> {
  const row = await db.selectFrom('account as a').innerJoin('person as p', 'p.account_id', 'a.id').select(['a.id', 'p.name'])
    .where('a.phone_blind', '=', phoneBlind).where('a.state', '=', 'active').executeTakeFirst()
  return row && nameKey(row.name) === nameKey(name) ? row.id : null
}

export interface Invited {
  id: string
  draftId: string
  callId: string
  call: Bilingual
  limits: Limit[]
  title: string
  leader: string
  leaderAccountId: string
  unit: string
  name: string
  task: string
  months: string | null
  state: 'invited' | 'confirmed' | 'declined'
  personId: string | null
  invitedAt: Date
  answeredAt: Date | null
  lock: Lock
  begunAt: Date
  correctUntil: Date | null
  isCallWithdrawn: boolean
}

/** Who looks: the number of his account, and his own name. */
export interface Self { accountId: string; personId: string; name: string; phoneBlind: string | null }

export async function selfOf(db: Db, accountId: string): Promise<Self | null> {
  const row = await db.selectFrom('account as a').innerJoin('person as p', 'p.account_id', 'a.id').select(['a.phone_blind as phoneBlind', 'p.id as personId', 'p.name'])
    .where('a.id', '=', accountId).executeTakeFirst()
  return row ? { accountId, ...row } : null
}

const invitations = (db: Db) =>
  db.selectFrom('draft_member as m').innerJoin('draft as d', 'd.id', 'm.draft_id').innerJoin('person as l', 'l.id', 'd.leader_id').innerJoin('call as c', 'c.id', 'd.call_id')
    .innerJoin('call_version as v', (on) => on.onRef('v.call_id', '=', 'c.id').onRef('v.version', '=', 'c.published')).leftJoin('application as a', 'a.id', 'd.id')
    .select([
      'm.id', 'd.id as draftId', 'c.id as callId', sql<Bilingual>`v.document -> 'title'`.as('call'), sql<Limit[]>`v.document -> 'limits'`.as('limits'), titleOfDraft.as('title'), 'l.name as leader',
      'd.account_id as leaderAccountId', sql<string>`coalesce(a.unit_name, '')`.as('unit'), 'm.name', 'm.task', 'm.months', sql<Invited['state']>`m.state`.as('state'),
      'm.person_id as personId', 'm.invited_at as invitedAt', 'm.answered_at as answeredAt', sql<Lock>`d.lock`.as('lock'), 'd.begun_at as begunAt', 'a.correct_until as correctUntil', sql<boolean>`c.state = 'withdrawn'`.as('isCallWithdrawn'),
    ])

/** Whether an invitation is this person's: he answered it, or it waits for his number and his name. Nobody is invited by himself, whatever number he has by now. */
const isHis = (one: Invited, self: Self): boolean => one.leaderAccountId !== self.accountId && (one.state === 'invited' ? nameKey(one.name) === nameKey(self.name) : one.personId === self.personId)

/** Those that wait for him, and those that he answered; the latest first. */
export async function invitationsTo(db: Db, self: Self): Promise<Invited[]> {
  const rows = await invitations(db)
    .where((e) => e.or([
      e.and([e('m.state', '=', 'invited'), e('m.phone_blind', '=', self.phoneBlind ?? '')]),
      e.and([e('m.account_id', '=', self.accountId), e('m.state', 'in', ['confirmed', 'declined'])]),
    ]))
    .orderBy('m.invited_at', 'desc').orderBy('m.id').limit(200).execute()
  return rows.filter((one) => isHis(one, self))
}

/** One of them, its draft's row held first, as every deed on members does; undefined where it is none of his. */
export async function invitationForUpdate(tx: Tx, self: Self, id: string): Promise<Invited | undefined> {
  const of = await tx.selectFrom('draft_member').select('draft_id').where('id', '=', id).executeTakeFirst()
  if (!of) return undefined
  await tx.selectFrom('draft').select('id').where('id', '=', of.draft_id).forUpdate().executeTakeFirst()
  const one = await invitations(tx).where('m.id', '=', id).where('m.state', '!=', 'withdrawn')
    .where((e) => e.or([e.and([e('m.state', '=', 'invited'), e('m.phone_blind', '=', self.phoneBlind ?? '')]), e('m.account_id', '=', self.accountId)])).executeTakeFirst()
  return one && isHis(one, self) ? one : undefined
}

/** Messages of this kind to a number within 24 hours, drafts that are gone included; who asks for the same number waits for the one before him. */
export async function messagesToday(tx: Tx, phoneBlind: string, template: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`drafts.invited ${phoneBlind}`}, 0))`.execute(tx)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from outbox where template = ${template} and channel = 'sms' and recipient = ${phoneBlind} and created_at > now() - interval '1 day'`.execute(tx)
  return rows[0]?.n ?? 0
}
