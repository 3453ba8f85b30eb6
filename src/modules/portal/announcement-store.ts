import { sql } from 'kysely'
import { cursorOf, keyOf } from '../../kernel/list.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'
import type { AnnouncementState } from './announcement.ts'

export interface Announcement {
  id: string
  title: string
  titleEn: string
  body: string
  bodyEn: string
  state: AnnouncementState
  pinned: boolean
  publishedAt: Date | null
  version: number
}

const columns = [
  'id', 'title', 'title_en as titleEn', 'body', 'body_en as bodyEn', sql<AnnouncementState>`state`.as('state'), 'pinned',
  sql<Date | null>`published_at`.as('publishedAt'), 'version',
] as const

const published = (db: Db) => db.selectFrom('announcement').select(columns).where('state', '=', 'published')

export interface Headlines {
  rows: Announcement[]
  next: string | null
}

/** What strangers see, pinned ones first, then the newest; by key, so that a page costs the same however many there are. */
export async function headlines(db: Db, size: number, after?: string): Promise<Headlines> {
  const key = keyOf(after, 3)
  const at = Number(key?.[1])
  const id = String(key?.[2])
  const isKey = key !== null && Number.isSafeInteger(at) && /^[0-9a-f-]{36}$/.test(id)
  const rows = await published(db)
    .select(sql<number>`(extract(epoch from published_at) * 1000000)::bigint`.as('micros'))
    .$if(isKey, (q) => q.where(sql<boolean>`
      (pinned, published_at, id) < (${key?.[0] === 1}, timestamptz 'epoch' + ${at} * interval '1 microsecond', ${id}::uuid)`))
    .orderBy('pinned', 'desc').orderBy('published_at', 'desc').orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
  const page = rows.slice(0, size)
  const last = rows.length > size ? page.at(-1) : undefined
  return { rows: page, next: last ? cursorOf([last.pinned ? 1 : 0, last.micros, last.id]) : null }
}

export const publishedById = (db: Db, id: string): Promise<Announcement | undefined> => published(db).where('id', '=', id).executeTakeFirst()

/** All of them for the desk, the newest first (ids sort by time). */
export const announcementsAtDesk = (db: Db, filter: PageAsk & { state?: AnnouncementState | undefined }): Promise<KeysetPage<Announcement>> =>
  keysetPage<Announcement>(db, {
    select: sql`id, title, title_en as "titleEn", body, body_en as "bodyEn", state, pinned, published_at as "publishedAt", version`,
    from: sql`announcement`,
    where: filter.state ? [sql`state = ${filter.state}`] : [],
    keys: [{ kind: 'uuid', of: sql`id` }],
    descending: true,
  }, filter)

export const announcementById = (db: Db, id: string): Promise<Announcement | undefined> =>
  db.selectFrom('announcement').select(columns).where('id', '=', id).executeTakeFirst()

export const announcementForUpdate = (tx: Tx, id: string): Promise<Announcement | undefined> =>
  tx.selectFrom('announcement').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

export type AnnouncementText = Pick<Announcement, 'title' | 'titleEn' | 'body' | 'bodyEn'>

export const addAnnouncement = (tx: Tx, id: string, text: AnnouncementText): Promise<unknown> =>
  tx.insertInto('announcement').values({ id, title: text.title, title_en: text.titleEn, body: text.body, body_en: text.bodyEn }).execute()

/** Of a row that the caller holds locked. */
export const changeAnnouncement = (tx: Tx, row: Announcement, change: Partial<Omit<Announcement, 'id' | 'version'>>): Promise<unknown> =>
  tx.updateTable('announcement').set({
    title: change.title, title_en: change.titleEn, body: change.body, body_en: change.bodyEn, state: change.state,
    pinned: change.pinned, published_at: change.publishedAt, version: row.version + 1,
  }).where('id', '=', row.id).execute()
