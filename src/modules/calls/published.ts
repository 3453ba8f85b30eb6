import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { CallDocument } from './document.ts'
import type { CallState } from './fields.ts'
import type { Bilingual } from './form/definition.ts'
import { isOpen, windowForAll, type WindowInForce, type WindowRow } from './windows.ts'
import { windowsOf, windowsOfMany } from './window-store.ts'

/** A call as it is in force: `version` is what a submission is checked against (N15). */
export interface PublishedCall {
  id: string
  code: string
  version: number
  document: CallDocument
  /** `withdrawn`: nothing is begun or submitted in it any more. */
  state: Exclude<CallState, 'draft'>
}

/** The same with every window, while the call's row is held FOR SHARE. */
export interface HeldCall extends PublishedCall {
  windows: WindowRow[]
}

/** What a list of calls says of each, without its document. */
export interface CallLine extends Omit<PublishedCall, 'document'> {
  title: Bilingual
  category: Bilingual
  windows: WindowRow[]
  /** Of the applicants, for everybody. */
  leader: WindowInForce
}

export interface OpenCall extends CallLine {
  document: CallDocument
}

const inForce = (db: Db) =>
  db.selectFrom('call as c').innerJoin('call_version as v', (on) => on.onRef('v.call_id', '=', 'c.id').onRef('v.version', '=', 'c.published'))
    .select(['c.id', 'c.code', 'v.version', sql<CallDocument>`v.document`.as('document'), sql<PublishedCall['state']>`c.state`.as('state')])

/** A call that was published, in its version in force; null where there is none of that id, or only a draft. */
export const publishedCall = async (db: Db, callId: string): Promise<PublishedCall | null> =>
  (await inForce(db).where('c.id', '=', callId).executeTakeFirst()) ?? null

/** The document of a published version: what an application was checked against. Throws where there is none. */
export async function callOfVersion(db: Db, callId: string, version: number): Promise<CallDocument> {
  const row = await db.selectFrom('call_version').select(sql<CallDocument>`document`.as('document'))
    .where('call_id', '=', callId).where('version', '=', version).executeTakeFirstOrThrow()
  return row.document
}

/**
 * I12: the call with its windows, its row held FOR SHARE until this transaction ends: a move of a window, a new version and
 * a withdrawal wait, and what is decided here holds. null where there is none.
 */
export async function callForShare(tx: Tx, callId: string): Promise<HeldCall | null> {
  const held = await tx.selectFrom('call').select('id').where('id', '=', callId).where('published', 'is not', null).forShare().executeTakeFirst()
  if (!held) return null
  // Read after the lock: what a mover committed while this waited counts.
  const call = await publishedCall(tx, callId)
  return call && { ...call, windows: await windowsOf(tx, callId) }
}

/** Published calls whose applicants' window is open for everybody, the first to close first. */
export async function openCalls(db: Db, now: Date): Promise<OpenCall[]> {
  const lines = (await callLines(db, now)).filter((call) => isOpen(call.leader, now))
  const documents = new Map((await inForce(db).where('c.id', '=', sql<string>`any(${lines.map(({ id }) => id)})`).execute()).map(({ id, document }) => [id, document]))
  return lines.flatMap((line) => {
    const document = documents.get(line.id)
    return document ? [{ ...line, document }] : []
  }).sort((a, b) => a.leader.closesAt.getTime() - b.leader.closesAt.getTime())
}

/** Published calls that are not withdrawn, the newest first; with a time, those alone that take applications then or later. */
export async function callLines(db: Db, openAfter: Date | null = null, most = 300): Promise<CallLine[]> {
  const { rows: calls } = await sql<Omit<CallLine, 'windows' | 'leader'>>`
    select c.id, c.code, v.version, c.state, v.document->'title' as title, v.document->'category' as category
    from call c join call_version v on v.call_id = c.id and v.version = c.published
    where c.state = 'published' ${openAfter ? sql`and exists (
      select 1 from call_window w where w.call_id = c.id and w.level = 'leader' and ${openAfter} < w.closes_at + interval '1 second')` : sql``}
    order by c.published_at desc, c.id limit ${most}`.execute(db)
  const windows = await windowsOfMany(db, calls.map((call) => call.id))
  return calls.flatMap((call): CallLine[] => {
    const own = windows.get(call.id) ?? []
    const leader = windowForAll(own, 'leader')
    return leader ? [{ ...call, windows: own, leader }] : []
  })
}
