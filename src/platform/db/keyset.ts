import { sql, type RawBuilder } from 'kysely'
import { countedUpTo, pagesOf, type Total } from '../../kernel/list.ts'
import type { Db } from './database.ts'
import { beyond, edgeIn, isAstray, keyText, orderBy, turnOf, type Edge, type KeyColumn, type PageAsk, type Turn } from './keyset-turn.ts'

export type { KeyColumn, PageAsk } from './keyset-turn.ts'

/**
 * Counts that are kept. `blocks`, for a list whose order is one unique whole number, from 0: rows (block bigint, n bigint)
 * of exactly the rows that the list finds, with block = key / blockSize. `total`: rows (n) with the same sum, where the
 * blocks are many and shall be read for jumps alone. With `total` only, pages can be jumped to within 10,000 rows, and a
 * greater total is not said (D22).
 */
export type KeptCounts =
  | { blocks: RawBuilder<unknown>; blockSize: number; total?: RawBuilder<unknown> }
  | { blocks?: undefined; total: RawBuilder<unknown> }

export interface KeysetList {
  select: RawBuilder<unknown>
  from: RawBuilder<unknown>
  where: readonly RawBuilder<unknown>[]
  keys: readonly KeyColumn[]
  /** All columns of the order run one way. */
  descending: boolean
  /** Without it the total is counted up to 10,000 and pages can be jumped to within them (D22). */
  kept?: KeptCounts | undefined
}

export interface KeysetPage<R> extends Turn<R> {
  total: Total
  pages: number | null
}

/**
 * One page of a list by key, there and back or by its number, with its total (D22): one statement, hence one moment. A
 * page behind the last is the last.
 */
export async function keysetPage<R>(db: Db, list: KeysetList, ask: PageAsk): Promise<KeysetPage<R>> {
  const { size } = ask
  const edge = edgeIn(ask, list.keys)
  const isJump = edge.key === null && edge.page > 1
  const { rows: answer } = await sql<Found & { total_n: number }>`
    with ${isJump ? jumpTo(list, edge.page, size) : sql`total as (${list.kept ? keptTotal(list.kept) : countedTotal(list)})`}
    select t.n as total_n, p.*, case when p.key_0 is not null then ${keyText(outer(list.keys))} end as key_text
    from total as t left join lateral (${isJump ? jumpedPage(list, size) : walkedPage(list, edge, size)}) as p on true
    order by ${orderBy(outer(list.keys), list.descending !== edge.backwards)}`.execute(db)
  const n = answer[0]?.total_n ?? 0
  const total = list.kept?.blocks ? { n, exact: true } : { n: Math.min(n, countedUpTo), exact: n <= countedUpTo }
  const pages = pagesOf(total, size)
  const found = answer.filter((row) => row.key_text !== null)
  if (isAstray(found, edge, size)) return keysetPage(db, list, { size, page: edge.backwards ? 1 : (pages ?? 1) })
  const reached = isJump ? { ...edge, page: Math.min(edge.page, lastReached(total, size)) } : edge
  return { ...cut<R>(found, reached, list, size, pages), total, pages }
}

/** The same without the total, for public pages. */
export async function keysetTurn<R>(db: Db, list: KeysetList, ask: Omit<PageAsk, 'page'>): Promise<Turn<R>> {
  const edge = edgeIn({ ...ask, page: 1 }, list.keys)
  const { rows: found } = await sql<Found>`
    select p.*, ${keyText(outer(list.keys))} as key_text from (${walkedPage(list, edge, ask.size)}) as p
    order by ${orderBy(outer(list.keys), list.descending !== edge.backwards)}`.execute(db)
  if (isAstray(found, edge, ask.size)) return keysetTurn(db, list, { size: ask.size })
  return cut<R>(found, edge, list, ask.size, null)
}

/** A row with its key in columns of their own, which the caller does not see. */
type Found = Record<string, unknown> & { key_text: string[] | null }

function cut<R>(found: readonly Found[], edge: Edge, list: KeysetList, size: number, pages: number | null): Turn<R> {
  const ours = new Set(['total_n', 'key_text', ...list.keys.map((_, i) => `key_${i}`)])
  const turn = turnOf(found, edge, size, (row) => row.key_text ?? [], pages)
  return { ...turn, rows: turn.rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !ours.has(name))) as R) }
}

/** Above what is counted nothing can be jumped to. */
const lastReached = ({ n }: Total, size: number) => Math.max(1, Math.ceil(n / size))

const whereOf = (list: KeysetList) => sql.join([sql`true`, ...list.where], sql` and `)
const keyColumns = (keys: readonly KeyColumn[]) => sql.join(keys.map((k, i) => sql`${k.of} as ${sql.ref(`key_${i}`)}`))
/** The key as it is called outside of the page's own query. */
const outer = (keys: readonly KeyColumn[], of = 'p') => keys.map(({ kind }, i) => ({ kind, of: sql.ref(`${of}.key_${i}`) }))

const countedTotal = (list: KeysetList) =>
  sql`select count(*)::int as n from (select from ${list.from} where ${whereOf(list)} limit ${countedUpTo + 1}) as c`
const keptTotal = (kept: KeptCounts) => sql`select coalesce(sum(n), 0)::int as n from (${kept.total ?? kept.blocks}) as b`

/** One row more than the page, read from the edge on. */
function walkedPage(list: KeysetList, edge: Edge, size: number) {
  const descending = list.descending !== edge.backwards
  return sql`
    select ${list.select}, ${keyColumns(list.keys)} from ${list.from}
    where ${whereOf(list)} ${beyond(edge, list.keys, descending)}
    order by ${orderBy(list.keys, descending)} limit ${size + 1}`
}

/** The same from the row on that `jumpTo` found. */
const jumpedPage = (list: KeysetList, size: number) => sql`
  select ${list.select}, ${keyColumns(list.keys)} from ${list.from}
  where ${whereOf(list)} and (${sql.join(list.keys.map((k) => k.of))}) ${sql.raw(list.descending ? '<=' : '>=')}
    (${sql.join(list.keys.map((_, i) => sql`(select ${sql.ref(`key_${i}`)} from first_row)`))})
  order by ${orderBy(list.keys, list.descending)} limit ${size + 1}`

/** `total`, and `first_row`: the key with which the page begins. */
const jumpTo = (list: KeysetList, page: number, size: number) => (list.kept?.blocks ? throughBlocks(list, list.kept, page, size) : throughKeys(list, page, size))

/** How many rows lie before the page. */
const rowsBefore = (page: number, size: number, n: RawBuilder<unknown>) =>
  sql`(least(${page}::int, greatest(1, (${n} + ${size}::int - 1) / ${size}::int)) - 1) * ${size}::int`

/** Numbers the keys of at most 10,001 rows. */
const throughKeys = (list: KeysetList, page: number, size: number) => sql`
  listed as (
    select ${keyColumns(list.keys)} from ${list.from} where ${whereOf(list)}
    order by ${orderBy(list.keys, list.descending)} limit ${countedUpTo + 1}),
  total as (select count(*)::int as n from listed),
  first_row as (
    select * from (select l.*, row_number() over (order by ${orderBy(outer(list.keys, 'l'), list.descending)}) as nth from listed as l) as l
    where nth = (select ${rowsBefore(page, size, sql`least(n, ${countedUpTo}::int)`)} + 1 from total))`

/** Finds the block by the running sum of the kept counts, and walks that one block. */
function throughBlocks(list: KeysetList, { blocks, blockSize }: Extract<KeptCounts, { blockSize: number }>, page: number, size: number) {
  const [key = { kind: 'whole', of: sql`null` }] = list.keys
  const direction = sql.raw(list.descending ? 'desc' : 'asc')
  const block = sql`(select block from target)`
  return sql`
    kept as (select block::bigint, n::bigint from (${blocks}) as b where n > 0),
    total as (select coalesce(sum(n), 0)::int as n from kept),
    running as (select block, n, (sum(n) over (order by block ${direction}))::bigint - n as before from kept),
    target as (
      select r.block, j.skipped - r.before as skipped
      from running as r, (select ${rowsBefore(page, size, sql`n`)} as skipped from total) as j
      where r.before <= j.skipped and j.skipped < r.before + r.n),
    first_row as (
      select key_0 from (
        select ${key.of} as key_0, row_number() over (order by ${key.of} ${direction}) as nth from ${list.from}
        where ${whereOf(list)} and ${key.of} >= ${block} * ${blockSize}::bigint and ${key.of} < (${block} + 1) * ${blockSize}::bigint) as w
      where nth = (select skipped + 1 from target))`
}
