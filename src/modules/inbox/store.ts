import { sql } from 'kysely'
import { countedUpTo } from '../../kernel/list.ts'
import type { Db } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage } from '../../platform/db/keyset.ts'

export interface InboxFilter {
  accountId: string
  show: 'all' | 'unread'
  after?: string | undefined
  before?: string | undefined
  page?: number | undefined
}

interface Notice {
  id: string
  title: string
  body: string
  link: string | null
  created_at: Date
  read_at: Date | null
}

export const pageSize = 20

const mine = ({ accountId, show }: Pick<InboxFilter, 'accountId' | 'show'>) =>
  show === 'unread' ? sql`account_id = ${accountId} and read_at is null` : sql`account_id = ${accountId}`

/** One page of an account's notices, newest first. */
export const noticesOf = (db: Db, filter: InboxFilter): Promise<KeysetPage<Notice>> =>
  keysetPage<Notice>(db, {
    select: sql`id, title, body, link, created_at, read_at`,
    from: sql`inbox`,
    where: [mine(filter)],
    keys: [{ kind: 'time', of: sql`created_at` }, { kind: 'uuid', of: sql`id` }],
    descending: true,
  }, { ...filter, size: pageSize })

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
