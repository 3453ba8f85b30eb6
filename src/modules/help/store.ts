import { sql } from 'kysely'
import type { Actor, Post } from '../../kernel/actor.ts'
import type { Helper } from '../../kernel/recourse.ts'
import type { Lang } from '../../kernel/words.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { keysetPage, type PageAsk } from '../../platform/db/keyset.ts'

/** Where a question goes: a post in a scope. */
export interface Desk {
  post: 'unit_account' | 'authority_officer' | 'platform_admin' | 'support_officer'
  scope: string | null
}

const posts: Record<Helper, Desk['post']> = { unit: 'unit_account', authority: 'authority_officer', platform: 'platform_admin', support: 'support_officer' }

/**
 * The desk of a helper for this actor: of the unit within which he acts, else of the one a person belongs to; of the
 * authority of the unit acted for. Null where there is none.
 */
export async function deskOf(db: Db, actor: Actor, helper: Helper): Promise<Desk | null> {
  const post = posts[helper]
  if (helper === 'platform' || helper === 'support') return { post, scope: null }
  const unitId = actor.mandate?.unitId ?? null
  const { rows } = helper === 'unit'
    ? await sql<{ scope: string | null }>`select coalesce(${unitId}::uuid, (select unit_id from person where account_id = ${actor.accountId})) as scope`.execute(db)
    : await sql<{ scope: string | null }>`select authority_id as scope from unit where id = ${unitId}::uuid`.execute(db)
  const scope = rows[0]?.scope
  return scope ? { post, scope } : null
}

/** What a desk is called: its unit or its authority; null for the platform's own, which have words. */
export async function nameOfDesk(db: Db, desk: Desk, lang: Lang): Promise<string | null> {
  if (desk.scope === null) return null
  const { rows } = desk.post === 'unit_account'
    ? await sql<{ name: string }>`select name from unit where id = ${desk.scope}`.execute(db)
    : await sql<{ name: string }>`select case when ${lang} = 'en' then coalesce(nullif(name_en, ''), name) else name end as name from authority where id = ${desk.scope}`.execute(db)
  return rows[0]?.name ?? null
}

/** Who reads at a desk, and sees there what others asked. */
export interface Reader {
  post: Post
  scope: string | null
  accountId: string
}

export interface Question {
  id: string
  account_id: string
  to_post: string
  to_scope: string | null
  sentence: string
  path: string
  note: string
  state: 'open' | 'answered'
  answer: string
  version: number
  asked_at: Date
  answered_at: Date | null
}

export const insertQuestion = (tx: Tx, q: { id: string; accountId: string; desk: Desk; code: string; sentence: string; path: string; note: string; at: Date; on: string }) =>
  tx.insertInto('help_question').values({
    id: q.id, account_id: q.accountId, to_post: q.desk.post, to_scope: q.desk.scope, code: q.code, sentence: q.sentence, path: q.path, note: q.note,
    asked_at: q.at, asked_on: sql`${q.on}::date`,
  }).execute()

/** A question to this desk, locked; undefined for every other desk. */
export const questionForUpdate = (tx: Tx, id: string, desk: Reader): Promise<Question | undefined> =>
  tx.selectFrom('help_question').selectAll().where('id', '=', id).where('to_post', '=', desk.post).where('account_id', '<>', desk.accountId)
    .where(desk.scope === null ? sql<boolean>`to_scope is null` : sql<boolean>`to_scope = ${desk.scope}::uuid`).forUpdate().executeTakeFirst() as Promise<Question | undefined>

export const saveAnswer = (tx: Tx, id: string, a: { answer: string; by: string; at: Date; version: number }) =>
  tx.updateTable('help_question').set({ state: 'answered', answer: a.answer, answered_by: a.by, answered_at: a.at, version: a.version })
    .where('id', '=', id).where('version', '=', a.version - 1).execute()

/** Not `is not distinct from`, which no index serves. */
const at = (desk: Reader) =>
  (desk.scope === null ? sql`q.to_post = ${desk.post} and q.to_scope is null and q.account_id <> ${desk.accountId}` : sql`q.to_post = ${desk.post} and q.to_scope = ${desk.scope}::uuid and q.account_id <> ${desk.accountId}`)

export const questionsTo = (db: Db, desk: Reader, state: 'open' | 'answered', ask: PageAsk) =>
  keysetPage<Question & { asker: string; asker_name: string }>(db, {
    select: sql`q.*, a.user_name as asker, a.display_name as asker_name`,
    from: sql`help_question q join account a on a.id = q.account_id`,
    where: [at(desk), sql`q.state = ${state}`],
    keys: [{ kind: 'time', of: sql`q.asked_at` }, { kind: 'uuid', of: sql`q.id` }], descending: state === 'answered',
  }, ask)

export async function waitingAt(db: Db, desk: Reader): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from help_question q where ${at(desk)} and q.state = 'open' limit 1000) as waiting`.execute(db)
  return rows[0]?.n ?? 0
}

/** Since when the first of them waits. */
export async function oldestAt(db: Db, desk: Reader): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`select q.asked_at as at from help_question q where ${at(desk)} and q.state = 'open' order by q.asked_at limit 1`.execute(db)
  return rows[0]?.at ?? null
}

export const questionsOf = (db: Db, accountId: string): Promise<Question[]> =>
  db.selectFrom('help_question').selectAll().where('account_id', '=', accountId)
    .orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(50).execute() as Promise<Question[]>
