import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { keysetPage, keysetTurn, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'
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

const whole = sql`id, title, title_en as "titleEn", body, body_en as "bodyEn", state, pinned, published_at as "publishedAt", version`

/** What strangers see, pinned ones first, then the newest; by key, so that a page costs the same however many there are. */
export const headlines = (db: Db, size: number, after?: string): Promise<{ rows: Announcement[]; next: string | null }> =>
  keysetTurn<Announcement>(db, {
    select: whole,
    from: sql`announcement`,
    where: [sql`state = 'published'`],
    keys: [{ kind: 'flag', of: sql`pinned` }, { kind: 'time', of: sql`published_at` }, { kind: 'uuid', of: sql`id` }],
    descending: true,
  }, { after, size })

export const publishedById = (db: Db, id: string): Promise<Announcement | undefined> => published(db).where('id', '=', id).executeTakeFirst()

/** All of them for the desk, the newest first (ids sort by time). */
export const announcementsAtDesk = (db: Db, filter: PageAsk & { state?: AnnouncementState | undefined }): Promise<KeysetPage<Announcement>> =>
  keysetPage<Announcement>(db, {
    select: whole,
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
