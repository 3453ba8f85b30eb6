import { sql, type RawBuilder } from 'kysely'
import type { Mandate } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'

export interface LookRow {
  room: string
  subject: string
  event: string
  body: Record<string, unknown>
  at: Date
  actor_name: string | null
  mandate: Mandate | null
  sealed: string | null
}

/** As in the index `journal_looks` (migration 0022): a room keeps its looks under `<room>.reveal` or `<room>.look`. */
const isLook = sql`(j.room like '%.reveal' or j.room like '%.look')`

interface AboutMe {
  accountId: string
  personId: string | null
  /** Claims to the account of a unit that were this account's own. */
  caseIds: readonly string[]
}

export async function aboutMe(db: Db, accountId: string): Promise<AboutMe> {
  const person = await db.selectFrom('person').select('id').where('account_id', '=', accountId).executeTakeFirst()
  const cases = await db.selectFrom('recovery_case').select('id').where('successor_id', '=', accountId).execute()
  return { accountId, personId: person?.id ?? null, caseIds: cases.map(({ id }) => id) }
}

/** By what the body of a look names somebody: himself, among those that were found, or his claim. */
function names({ accountId, personId, caseIds }: AboutMe): RawBuilder<unknown> {
  const bodies: object[] = [
    { accountId }, { found: [accountId] },
    ...(personId ? [{ personId }, { found: [personId] }, { people: [personId] }] : []),
    ...caseIds.map((caseId) => ({ caseId })),
  ]
  return sql`(${sql.join(bodies.map((body) => sql`j.body @> ${JSON.stringify(body)}::jsonb`), sql` or `)})`
}

/** Looks of others at somebody, newest first. One's own are no news. */
export const looksAt = (db: Db, me: AboutMe, ask: PageAsk): Promise<KeysetPage<LookRow>> =>
  keysetPage<LookRow>(db, {
    select: sql`j.room, j.subject, j.event, j.body, j.at, j.actor_name, j.mandate, p.sealed`,
    from: sql`journal j left join journal_private p on p.room = j.room and p.subject = j.subject and p.seq = j.seq`,
    where: [isLook, names(me), sql`(j.account_id is null or j.account_id <> ${me.accountId})`],
    keys: [{ kind: 'time', of: sql`j.at` }, { kind: 'text', of: sql`j.room` }, { kind: 'uuid', of: sql`j.subject` }, { kind: 'whole', of: sql`j.seq` }],
    descending: true,
  }, ask)
