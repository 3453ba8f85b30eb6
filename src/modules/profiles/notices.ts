import { sql } from 'kysely'
import { addMinutes } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { notifyAll, type Notice, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import { accountsIn, accountsOfUnit, contactsOf } from '../accounts/index.ts'
import { room } from './profile-journal.ts'

/** Pages that notices lead to. */
const ownPage = '/app/center/profile'
const deskPage = '/app/center/reviews'

export interface ToPerson {
  accountId: string
  personId: string
  /** Of the profile after what happened. */
  version: number
}

export interface Said {
  /** Templates `profiles.notice.<what>`. */
  what: 'approved' | 'refused' | 'moved' | 'ended'
  params?: Record<string, string>
}

/** What somebody waits for goes to the phone as well. */
const bySms = ['approved', 'refused']
const byMail = ['approved', 'refused', 'ended']

/** Each of these people, where he can be reached now and in his language; statements do not grow with them. */
export async function tellPeople<P extends ToPerson>(tx: Tx, tools: Tools, people: readonly P[], say: (one: P) => Said): Promise<void> {
  const contacts = await contactsOf(tx, tools.keyring, people.map((one) => one.accountId))
  await notifyAll(tx, tools.keyring, people.flatMap((one): Notice[] => {
    const contact = contacts.get(one.accountId)
    if (!contact) return []
    const { what, params } = say(one)
    const { accountId } = one
    const to: Recipient[] = [{ channel: 'inbox', accountId }]
    if (contact.mail && byMail.includes(what)) to.push({ channel: 'mail', accountId, address: contact.mail })
    if (contact.phone && bySms.includes(what)) to.push({ channel: 'sms', accountId, address: contact.phone })
    return [{
      room, subject: one.personId, seq: one.version, template: `profiles.notice.${what}`, lang: contact.lang, to, params: { name: contact.name, link: ownPage, ...params },
    }]
  }))
}

/** E32: who waits hears who has it now. */
export async function tellMoved(tx: Tx, tools: Tools, moved: readonly (ToPerson & { deskId: string })[]): Promise<void> {
  const names = await deskNames(tx, moved.map(({ deskId }) => deskId))
  await tellPeople(tx, tools, moved, ({ deskId }) => ({ what: 'moved', params: { desk: names.get(deskId) ?? '' } }))
}

/** Units and secondary units by their ids. */
export async function deskNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from unit where id = any(${[...ids]}::uuid[])
    union all select id, name from secondary_unit where id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const minutesBetweenMails = 60

/** Whether a mail may go to this desk now, noted with the same look: one an hour, however many submit. Where somebody else is at it, none. */
async function mayMail(tx: Tx, deskId: string, now: Date): Promise<boolean> {
  await tx.insertInto('profile_desk').values({ desk_id: deskId }).onConflict((on) => on.constraint('profile_desk_pkey').doNothing()).execute()
  const row = await tx.updateTable('profile_desk').set({ mailed_at: now })
    .where('desk_id', 'in', (q) => q.selectFrom('profile_desk').select('desk_id').where('desk_id', '=', deskId)
      .where((e) => e.or([e('mailed_at', 'is', null), e('mailed_at', '<=', addMinutes(now, -minutesBetweenMails))])).forUpdate().skipLocked())
    .returning('desk_id').executeTakeFirst()
  return row !== undefined
}

/** Who decides finds each submission in the inbox, and of the first in an hour a mail; where nobody manages the secondary unit, its unit hears of it (E36). */
export async function tellDesk(
  tx: Tx, tools: Tools, of: { personId: string; version: number; name: string; reviewId: string; unitId: string; deskId: string; deskName: string },
): Promise<void> {
  const managers = of.deskId === of.unitId ? [] : await accountsIn(tx, tools.keyring, 'secondary_unit_manager', of.deskId)
  const [reached, template] = of.deskId === of.unitId || managers.length > 0
    ? [managers.length > 0 ? managers : await accountsOfUnit(tx, tools.keyring, of.unitId), 'profiles.notice.waiting']
    : [await accountsOfUnit(tx, tools.keyring, of.unitId), 'profiles.notice.nobody']
  const mails = reached.length > 0 && (await mayMail(tx, of.deskId, tools.clock.now()))
  await notifyAll(tx, tools.keyring, reached.map((one): Notice => ({
    room, subject: of.personId, seq: of.version, template, lang: one.lang,
    to: [{ channel: 'inbox', accountId: one.accountId }, ...(one.mail && mails ? [{ channel: 'mail' as const, accountId: one.accountId, address: one.mail }] : [])],
    params: { name: of.name, desk: of.deskName, link: `${deskPage}/${of.reviewId}` },
  })))
}
