import { sql, type RawBuilder } from 'kysely'
import { countedUpTo, cursorOf, keyOf } from '../../kernel/list.ts'
import type { Db } from './database.ts'

/** A column of the order of a list; the last one makes it unique. */
export interface KeyColumn {
  kind: 'time' | 'uuid' | 'text' | 'whole' | 'flag'
  of: RawBuilder<unknown>
}

export interface KeysetList {
  select: RawBuilder<unknown>
  from: RawBuilder<unknown>
  where: readonly RawBuilder<unknown>[]
  keys: readonly KeyColumn[]
  /** All columns of the order run one way. */
  descending: boolean
}

export interface PageAsk {
  after?: string | undefined
  before?: string | undefined
  size: number
}

export interface KeysetPage<R> {
  rows: R[]
  total: { n: number; exact: boolean }
  next: string | null
  previous: string | null
}

const types = { time: 'timestamptz', uuid: 'uuid', text: 'text', whole: 'bigint', flag: 'boolean' } as const
const shapes = {
  time: /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^[^\0]*$/,
  whole: /^-?\d{1,15}$/,
  flag: /^(true|false)$/,
} as const

/** A time keeps its microseconds: two rows of one millisecond must not hide one another. */
const asText = ({ kind, of }: KeyColumn) =>
  kind === 'time' ? sql`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : sql`${of}::text`

/** 30 February has the shape of a day and is none; the database knows no year 0. */
function isRealTime(text: string): boolean {
  const time = new Date(text)
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === text.slice(0, 10) && !text.startsWith('0000')
}

/** A key that somebody made up is none: it must not reach the casts of the query. */
function keyIn(cursor: string | undefined, keys: readonly KeyColumn[]): string[] | null {
  const parts = keyOf(cursor, keys.length)?.map(String)
  if (!parts) return null
  const isKey = parts.every((part, i) => {
    const kind = keys[i]?.kind ?? 'text'
    return shapes[kind].test(part) && (kind !== 'time' || isRealTime(part))
  })
  return isKey ? parts : null
}

/** One page of a list by key, there and back, with its total counted up to 10,000 (D22). */
export async function keysetPage<R>(db: Db, list: KeysetList, ask: PageAsk): Promise<KeysetPage<R>> {
  const page = await keysetTurn<R>(db, list, ask)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from ${list.from} where ${whereOf(list)} limit ${countedUpTo + 1}) as c`.execute(db)
  const n = rows[0]?.n ?? 0
  return { ...page, total: { n: Math.min(n, countedUpTo), exact: n <= countedUpTo } }
}

const whereOf = (list: KeysetList) => sql.join([sql`true`, ...list.where], sql` and `)

/** The same without the total, for public pages: one query. */
export async function keysetTurn<R>(db: Db, list: KeysetList, ask: PageAsk): Promise<Omit<KeysetPage<R>, 'total'>> {
  const backwards = ask.before !== undefined
  const key = keyIn(ask.after ?? ask.before, list.keys)
  const descending = list.descending !== backwards
  const edge = key && sql.join(key.map((part, i) => sql`${part}::${sql.raw(types[list.keys[i]?.kind ?? 'text'])}`))
  const beyond = edge ? sql`and (${sql.join(list.keys.map((k) => k.of))}) ${sql.raw(descending ? '<' : '>')} (${edge})` : sql``
  const order = sql.join(list.keys.map((k) => sql`${k.of} ${sql.raw(descending ? 'desc' : 'asc')}`))
  const { rows: found } = await sql<R & { place: string[] }>`
    select ${list.select}, array[${sql.join(list.keys.map(asText))}] as place
    from ${list.from} where ${whereOf(list)} ${beyond} order by ${order} limit ${ask.size + 1}`.execute(db)
  const more = found.length > ask.size
  const rows = found.slice(0, ask.size)
  if (backwards) rows.reverse()
  const cursor = (row: (R & { place: string[] }) | undefined) => (row ? cursorOf(row.place) : null)
  return {
    rows,
    next: (backwards && key !== null) || more ? cursor(rows.at(-1)) : null,
    previous: (backwards ? more : key !== null) ? cursor(rows[0]) : null,
  }
}
