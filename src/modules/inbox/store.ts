import { sql } from 'kysely'
import { countedUpTo, cursorOf, keyOf } from '../../kernel/list.ts'
import type { Db } from '../../platform/db/database.ts'

export interface InboxFilter {
  accountId: string
  show: 'all' | 'unread'
  after?: string | undefined
  before?: string | undefined
}

interface Row {
  id: string
  title: string
  body: string
  link: string | null
  created_at: Date
  read_at: Date | null
  /** With microseconds: two notices of one millisecond must not hide one another. */
  place: string
}

export const pageSize = 20

/** A made-up key must not reach the casts of the query. */
const keyIn = (cursor: string | undefined) => {
  const key = keyOf(cursor, 2)
  return key && !Number.isNaN(Date.parse(String(key[0]))) && /^[0-9a-f-]{36}$/.test(String(key[1])) ? key : null
}

const mine = ({ accountId, show }: Pick<InboxFilter, 'accountId' | 'show'>) =>
  show === 'unread' ? sql`account_id = ${accountId} and read_at is null` : sql`account_id = ${accountId}`

/** One page of an account's notices, newest first. */
export async function noticesOf(db: Db, filter: InboxFilter) {
  const backwards = !!filter.before
  const key = keyIn(filter.after ?? filter.before)
  const beyond = key ? sql`and (created_at, id) ${sql.raw(backwards ? '>' : '<')} (${key[0]}::timestamptz, ${key[1]}::uuid)` : sql``
  const { rows: found } = await sql<Row>`
    select id, title, body, link, created_at, read_at, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
    from inbox where ${mine(filter)} ${beyond}
    order by created_at ${sql.raw(backwards ? 'asc' : 'desc')}, id ${sql.raw(backwards ? 'asc' : 'desc')}
    limit ${pageSize + 1}`.execute(db)
  const more = found.length > pageSize
  const rows = found.slice(0, pageSize)
  if (backwards) rows.reverse()
  const cursor = (row: Row | undefined) => (row ? cursorOf([row.place, row.id]) : null)
  return {
    rows,
    next: backwards || more ? cursor(rows.at(-1)) : null,
    previous: (backwards ? more : key !== null) ? cursor(rows[0]) : null,
  }
}

/** Counted up to 10,000 (D22). */
export async function countNotices(db: Db, filter: Pick<InboxFilter, 'accountId' | 'show'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from inbox where ${mine(filter)} limit ${countedUpTo + 1}) as c`.execute(db)
  return rows[0]?.n ?? 0
}

/** Marks those of the ids that are the account's own; others are not there. */
export async function markRead(db: Db, accountId: string, ids: readonly string[], now: Date): Promise<void> {
  await db
    .updateTable('inbox').set({ read_at: now })
    .where('account_id', '=', accountId).where('id', 'in', [...ids]).where('read_at', 'is', null).execute()
}

/** Marks a notice of the account and everything older as read. */
export async function markReadUpTo(db: Db, accountId: string, id: string, now: Date): Promise<void> {
  await sql`
    update inbox set read_at = ${now}
    where account_id = ${accountId} and read_at is null
      and (created_at, id) <= (select created_at, id from inbox where account_id = ${accountId} and id = ${id})`.execute(db)
}
