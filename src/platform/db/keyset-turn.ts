import { sql, type RawBuilder } from 'kysely'
import { cursorOf, placeIn } from '../../kernel/list.ts'

/** A column of the order of a list; the last one makes it unique. None of them is ever null. */
export interface KeyColumn {
  kind: 'time' | 'uuid' | 'text' | 'whole' | 'flag'
  of: RawBuilder<unknown>
}

export interface PageAsk {
  after?: string | undefined
  before?: string | undefined
  /** Jumps to the page of this number; `after` and `before` go before it. */
  page?: number | undefined
  size: number
}

/** Where a page begins. */
export interface Edge {
  /** The key of the row behind which (or, backwards, before which) the page lies; null for a page by its number. */
  key: readonly string[] | null
  backwards: boolean
  /** The number that was asked for. */
  page: number
}

export interface Turn<R> {
  rows: R[]
  page: number
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
const asText = (kind: KeyColumn['kind'], of: RawBuilder<unknown>) =>
  kind === 'time' ? sql`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : sql`${of}::text`

/** The key of a row as an array of texts, for its cursor. */
export const keyText = (keys: readonly KeyColumn[]): RawBuilder<string[]> =>
  sql<string[]>`array[${sql.join(keys.map(({ kind, of }) => asText(kind, of)))}]`

/** 30 February has the shape of a day and is none; the database knows no year 0. */
function isRealTime(text: string): boolean {
  const time = new Date(text)
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === text.slice(0, 10) && !text.startsWith('0000')
}

/** Where the page that is asked for begins. A cursor that somebody made up is none: it must not reach the casts of the query. */
export function edgeIn({ after, before, page }: PageAsk, keys: readonly KeyColumn[]): Edge {
  const place = placeIn(after ?? before, keys.length)
  const key = place?.key.map(String) ?? []
  const isKey = place !== null && key.every((part, i) => {
    const kind = keys[i]?.kind ?? 'text'
    return shapes[kind].test(part) && (kind !== 'time' || isRealTime(part))
  })
  if (isKey) return { key, backwards: after === undefined, page: place.page }
  return { key: null, backwards: false, page: after === undefined && before === undefined ? (page ?? 1) : 1 }
}

/** `and (keys) > (...)` for rows beyond the edge, in the order in which they are read; nothing where the edge has no key. */
export function beyond(edge: Edge, keys: readonly KeyColumn[], descending: boolean): RawBuilder<unknown> {
  if (!edge.key) return sql``
  const parts = edge.key.map((part, i) => sql`${part}::${sql.raw(types[keys[i]?.kind ?? 'text'])}`)
  return sql`and (${sql.join(keys.map((k) => k.of))}) ${sql.raw(descending ? '<' : '>')} (${sql.join(parts)})`
}

/** `a desc, b desc` */
export const orderBy = (keys: readonly KeyColumn[], descending: boolean): RawBuilder<unknown> =>
  sql.join(keys.map((k) => sql`${k.of} ${sql.raw(descending ? 'desc' : 'asc')}`))

/**
 * Whether the rows that an edge's page would hold have gone since: somebody turned back past the beginning, or on past the
 * end. What is found then is no page: the first, or the last, is shown instead.
 */
export const isAstray = (found: readonly unknown[], edge: Edge, size: number): boolean =>
  edge.key !== null && found.length < (edge.backwards ? size : 1)

/**
 * Cuts one row more than a page, in the order in which they were read, into a page with its number and its two cursors.
 * The number is that of the turn, corrected by what is certain: nothing before is page 1, nothing behind is the last.
 */
export function turnOf<R>(found: readonly R[], edge: Edge, size: number, keyOf: (row: R) => readonly string[], pages: number | null): Turn<R> {
  const more = found.length > size
  const rows = found.slice(0, size)
  if (edge.backwards) rows.reverse()
  const [first, last] = [rows[0], rows.at(-1)]
  const isBehind = edge.backwards ? more : edge.key !== null || edge.page > 1
  const goesOn = edge.backwards || more
  const page = numberOf(edge.page, isBehind, goesOn, pages)
  return {
    rows, page,
    next: last !== undefined && goesOn ? cursorOf({ page: page + 1, key: keyOf(last) }) : null,
    previous: first !== undefined && isBehind ? cursorOf({ page: Math.max(1, page - 1), key: keyOf(first) }) : null,
  }
}

function numberOf(asked: number, isBehind: boolean, goesOn: boolean, pages: number | null): number {
  if (!isBehind) return 1
  if (!goesOn && pages !== null) return pages
  const last = pages === null ? asked : Math.max(2, goesOn ? pages - 1 : pages)
  return Math.min(Math.max(asked, 2), Math.max(2, last))
}
