import { sql } from 'kysely'
import { overtaken, type Refusal } from '../../kernel/refusal.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'
import type { CallRow } from './call.ts'
import type { CallDraft } from './document.ts'
import type { CallState } from './fields.ts'

/** The row with the draft on it. */
export interface CallAtDesk extends CallRow {
  draft: CallDraft
  draftVersion: number
}

const columns = [
  'id', 'code', sql<CallState>`state`.as('state'), 'published', 'title', 'version', 'made_by as madeBy', 'made_at as madeAt', 'changed_at as changedAt',
  'published_at as publishedAt', sql<CallDraft>`draft`.as('draft'), 'draft_version as draftVersion',
] as const

export const callById = async (db: Db, id: string): Promise<CallAtDesk | null> =>
  (await db.selectFrom('call').select(columns).where('id', '=', id).executeTakeFirst()) ?? null

/** I12: who begins or submits an application holds the row FOR SHARE and waits; so does this for them. */
export const callForUpdate = async (tx: Tx, id: string): Promise<CallAtDesk | null> =>
  (await tx.selectFrom('call').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null

/** A public address: only what was published once. */
export const publishedIdOfCode = async (db: Db, code: string): Promise<string | null> =>
  (await db.selectFrom('call').select('id').where('code', '=', code).where('published', 'is not', null).executeTakeFirst())?.id ?? null

export const insertCall = (tx: Tx, row: CallRow, draft: CallDraft): Promise<unknown> =>
  tx.insertInto('call').values({
    id: row.id, code: row.code, state: row.state, published: row.published, title: row.title, version: row.version, draft: JSON.stringify(draft),
    made_by: row.madeBy, made_at: row.madeAt, changed_at: row.changedAt, published_at: row.publishedAt,
  }).execute()

/** The row after an event; refused as overtaken where another event came in between. */
export async function saveCall(tx: Tx, row: CallRow): Promise<void | Refusal> {
  const saved = await tx.updateTable('call').set({
    state: row.state, published: row.published, title: row.title, version: row.version, changed_at: row.changedAt, published_at: row.publishedAt,
  }).where('id', '=', row.id).where('version', '=', row.version - 1).returning('id').executeTakeFirst()
  return saved ? undefined : overtaken()
}

/** Keeps what stands in the editor; false where somebody saved meanwhile. The title of a call that nobody has read yet goes along. */
export async function keepDraft(tx: Tx, id: string, seen: number, draft: CallDraft, title: string): Promise<boolean> {
  const kept = await tx.updateTable('call')
    .set({ draft: JSON.stringify(draft), draft_version: seen + 1, title: sql<string>`case when state = 'draft' then ${title} else title end` })
    .where('id', '=', id).where('draft_version', '=', seen).returning('id').executeTakeFirst()
  return kept !== undefined
}

/** What was just published, as what is written on from now. */
export const keepPublishedDraft = (tx: Tx, id: string, document: CallDraft): Promise<unknown> =>
  tx.updateTable('call').set({ draft: JSON.stringify(document), draft_version: sql<number>`draft_version + 1` }).where('id', '=', id).execute()

export interface CallOfList extends Omit<CallAtDesk, 'draft'> {
  /** Of the version in force, else of the draft: as it stands there. */
  shownTitle: unknown
  shownCategory: unknown
  shownWindow: unknown
  begun: number
  submitted: number
}

/** 指南管理, the last changed first. Counts go by the index of each call, and no further than 10,000. */
export const callsAtDesk = (db: Db, filter: PageAsk & { state?: CallState | undefined }): Promise<KeysetPage<CallOfList>> =>
  keysetPage<CallOfList>(db, {
    select: sql`c.id, c.code, c.state, c.published, c.title, c.version, c.made_by as "madeBy", c.made_at as "madeAt", c.changed_at as "changedAt", c.published_at as "publishedAt",
      c.draft_version as "draftVersion", coalesce(v.document, c.draft)->'title' as "shownTitle", coalesce(v.document, c.draft)->'category' as "shownCategory",
      c.draft->'windows'->'leader' as "shownWindow",
      (select count(*)::int from (select 1 from application a where a.call_id = c.id limit 10000) n) as begun,
      (select count(*)::int from (select 1 from application a where a.call_id = c.id and a.revision > 0 limit 10000) n) as submitted`,
    from: sql`call c left join call_version v on v.call_id = c.id and v.version = c.published`,
    where: filter.state ? [sql`c.state = ${filter.state}`] : [],
    keys: [{ kind: 'time', of: sql`c.changed_at` }, { kind: 'uuid', of: sql`c.id` }],
    descending: true,
  }, filter)

/** Applications in it that were submitted at least once, up to 10,000. */
export async function submittedIn(db: Db, callId: string): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`
    select count(*)::int as n from (select 1 from application where call_id = ${callId} and revision > 0 limit 10000) found`.execute(db)
  return row?.n ?? 0
}
