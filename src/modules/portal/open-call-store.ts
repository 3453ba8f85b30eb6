import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** An open call as the first page names it. The room of calls stands behind this one: its tables are only read. */
export interface OpenCallLine {
  code: string
  title: string
  titleEn: string
  closesAt: Date
}

/** Calls whose applicants' window is open for everybody, the first to close first. */
export async function openCallLines(db: Db, now: Date, most: number): Promise<OpenCallLine[]> {
  const { rows } = await sql<OpenCallLine>`
    select c.code, c.title, v.title_en as "titleEn", w.closes_at as "closesAt"
    from call c join call_version v on v.call_id = c.id and v.version = c.published
    join lateral (
      select opens_at, closes_at from call_window w where w.call_id = c.id and w.level = 'leader' and w.begun_before is null order by nth desc limit 1) w on true
    where c.state = 'published' and w.opens_at <= ${now} and ${now} < w.closes_at + interval '1 second'
    order by w.closes_at, c.code limit ${most}`.execute(db)
  return rows
}
