import { sql, type Selectable } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Print as PrintTable } from '../../platform/db/tables.ts'
import { versionsWithin, within, type SubmittedVersion } from '../applications/index.ts'
import type { ApplicationState } from '../applications/state.ts'

export type PrintRow = Selectable<PrintTable>

/** An application for somebody who may read it. */
export interface Readable {
  id: string
  isOwn: boolean
  state: ApplicationState
  revision: number
}

/** The same reach as that of the application itself: its leader, and who sees it in his list (1.3.2). */
export async function readable(db: Db, actor: Actor, id: string): Promise<Readable | null> {
  const { rows: [row] } = await sql<Readable>`
    select a.id, a.account_id = ${actor.accountId} as "isOwn", a.state, a.revision from application a
    where a.id = ${id} and (a.account_id = ${actor.accountId} or ${within(actor)})`.execute(db)
  return row ?? null
}

/** Of those the submitted versions: its leader reads those that he submitted (E10), a desk those that came to it. */
export async function mayReadVersion(db: Db, actor: Actor, id: string, revision: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from application a join application_version v on v.application_id = a.id
    where a.id = ${id} and v.revision = ${revision} and case when a.account_id = ${actor.accountId} then v.submitted_by = ${actor.accountId} else ${versionsWithin(actor)} end`.execute(db)
  return rows.length > 0
}

/** A draft with what its print says beside its content. */
export interface DraftAround {
  title: string
  leaderName: string
  unitName: string
  secondaryUnitName: string | null
  callId: string
  callCode: string
  /** In force now. */
  callVersion: number
}

export async function draftAround(db: Db, id: string): Promise<DraftAround | null> {
  const { rows: [row] } = await sql<DraftAround>`
    select a.title, a.leader_name as "leaderName", a.unit_name as "unitName", a.secondary_unit_name as "secondaryUnitName", c.id as "callId", c.code as "callCode", c.published as "callVersion"
    from application a join call c on c.id = a.call_id where a.id = ${id}`.execute(db)
  return row ?? null
}

/** What names the print of a version, without its content. */
export type VersionNamed = Pick<SubmittedVersion, 'applicationId' | 'revision' | 'number' | 'hash' | 'receivedAt' | 'callVersion' | 'title' | 'isLatest'>

export async function versionNamed(db: Db, id: string, revision: number | null): Promise<VersionNamed | null> {
  const { rows: [row] } = await sql<VersionNamed>`
    select a.id as "applicationId", v.revision, a.number, v.hash, v.received_at as "receivedAt", v.call_version as "callVersion", a.title, v.revision = a.revision as "isLatest"
    from application a join application_version v on v.application_id = a.id and v.revision = ${revision ?? sql`a.revision`} where a.id = ${id}`.execute(db)
  return row ?? null
}

export const printOfKey = (db: Db, key: string): Promise<PrintRow | undefined> => db.selectFrom('print').selectAll().where('key', '=', key).executeTakeFirst()

/** Once, whoever asks how often; who waits for it comes before what nobody asked for. Of a draft that is deleted meanwhile nothing is asked. */
export const askFor = async (db: Db, row: Pick<PrintRow, 'key' | 'application_id' | 'revision' | 'lang' | 'template' | 'is_wanted' | 'asked_by' | 'asked_at'>): Promise<void> =>
  void (await sql`
    insert into print (key, application_id, revision, lang, template, is_wanted, asked_by, asked_at)
    select ${row.key}, a.id, ${row.revision}, ${row.lang}, ${row.template}, ${row.is_wanted}, ${row.asked_by}, ${row.asked_at}
    from application a where a.id = ${row.application_id} for key share
    on conflict (key) do update set is_wanted = true where print.state = 'waiting' and not print.is_wanted`.execute(db))

export const askAgain = async (db: Db, key: string): Promise<void> =>
  void (await db.updateTable('print').set({ state: 'waiting', attempts: 0, done_at: null, is_wanted: true, leased_until: null }).where('key', '=', key).where('state', '=', 'failed').execute())

/** How many prints of drafts somebody asked for since then. */
export async function draftsAskedBy(db: Db, accountId: string, since: Date): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select count(*)::int as n from print where asked_by = ${accountId} and asked_at > ${since} and revision is null`.execute(db)
  return row?.n ?? 0
}

/** The next to be made, kept for this process for a while; two processes never hold the same one. */
export async function claim(db: Db, leaseSeconds: number): Promise<PrintRow | null> {
  const { rows: [row] } = await sql<PrintRow>`
    update print set attempts = attempts + 1, leased_until = now() + ${leaseSeconds} * interval '1 second'
    where key = (select key from print where state = 'waiting' and (leased_until is null or leased_until < now()) order by is_wanted desc, asked_at limit 1 for update skip locked)
    returning *`.execute(db)
  return row ?? null
}

export const settle = async (db: Db, key: string, to: { state: 'made'; file_key: string; bytes: number; pages: number; done_at: Date } | { state: 'failed'; trouble: string; done_at: Date }): Promise<void> =>
  void (await db.updateTable('print').set({ ...to, leased_until: null }).where('key', '=', key).execute())

/** Back in the queue after that time, or at once. */
export const putBack = async (db: Db, key: string, seconds: number, trouble: string, more: { isUntried?: boolean } = {}): Promise<void> =>
  void (await sql`
    update print set leased_until = now() + ${seconds} * interval '1 second', trouble = ${trouble}, attempts = attempts - ${more.isUntried ? 1 : 0} where key = ${key}`.execute(db))

export const forget = async (db: Db, key: string): Promise<void> => void (await db.deleteFrom('print').where('key', '=', key).execute())

/** Prints of drafts from before then: gone with this, their files are the caller's. */
export async function forgetDrafts(tx: Tx, before: Date, most: number): Promise<PrintRow[]> {
  const { rows } = await sql<PrintRow>`
    delete from print where key in (select key from print where revision is null and asked_at < ${before} order by asked_at limit ${most} for update skip locked) returning *`.execute(tx)
  return rows
}

/** Files of templates of before; they are made anew when somebody asks. */
export async function forgetOutdated(tx: Tx, template: number, before: Date, most: number): Promise<PrintRow[]> {
  const { rows } = await sql<PrintRow>`
    delete from print where key in (select key from print where template <> ${template} and asked_at < ${before} limit ${most} for update skip locked) returning *`.execute(tx)
  return rows
}

export async function knownFiles(db: Db, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select file_key as key from print where file_key = any(${sql.val([...keys])}::text[])`.execute(db)
  return new Set(rows.map(({ key }) => key))
}
