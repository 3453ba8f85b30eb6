import { sql } from 'kysely'
import type { Translate } from '../../kernel/words.ts'
import type { Db } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'
import { changeRooms, type ChangeRoom } from './change-rooms.ts'

interface Change {
  room: string
  subject: string
  seq: number
  event: string
  body: unknown
  by: string | null
  /** Staff it was done to, by the name of today: the journal itself keeps no names. */
  who: string | null
  at: Date
}

export interface ChangeFilter extends PageAsk {
  room?: ChangeRoom | undefined
  subject?: string | undefined
  /** Days of Asia/Shanghai, both inclusive. */
  from?: string | undefined
  to?: string | undefined
}

/** Spelled out, so that the planner sees that the index `journal_of_the_desk` is enough. */
const ofTheDesk = sql`j.room in (${sql.join(changeRooms.map((room) => sql.lit(room)))})`

/** A page of what was done at the platform's desk, newest first. */
export const changesOf = (db: Db, filter: ChangeFilter): Promise<KeysetPage<Change>> =>
  keysetPage<Change>(db, {
    select: sql`j.room, j.subject, j.seq, j.event, j.body, j.actor_name as by, a.display_name as who, j.at`,
    from: sql`journal j left join account a on a.id = j.subject and j.room = 'staff'`,
    where: [
      ofTheDesk,
      ...(filter.room ? [sql`j.room = ${filter.room}`] : []),
      ...(filter.subject ? [sql`j.subject = ${filter.subject}`] : []),
      ...(filter.from ? [sql`j.at >= ${filter.from}::date::timestamp at time zone 'Asia/Shanghai'`] : []),
      ...(filter.to ? [sql`j.at < (${filter.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`] : []),
    ],
    keys: [{ kind: 'time', of: sql`j.at` }, { kind: 'text', of: sql`j.room` }, { kind: 'uuid', of: sql`j.subject` }, { kind: 'whole', of: sql`j.seq` }],
    descending: true,
  }, filter)

/** What was done, as a sentence: `<room>.event.<event>`, filled with the facts of the event. */
export function sentenceOf(change: Pick<Change, 'room' | 'event' | 'body' | 'who'>, t: Translate): string {
  const facts = Object.entries((change.body ?? {}) as Record<string, unknown>)
  const params: Record<string, string | number> = {}
  for (const [name, fact] of facts) {
    if (typeof fact === 'string' || typeof fact === 'number') params[name] = fact === '' ? t('settings.empty') : fact
    else if (typeof fact === 'boolean') params[name] = t(fact ? 'settings.yes' : 'settings.no')
    else params[name] = t('settings.empty')
  }
  // A setting is named by its key in the journal, and by its label to the reader.
  if (change.room === 'settings') params.label = t(`settings.kind.${params.key}`)
  if (change.who !== null) params.who = change.who
  return t(`${change.room}.event.${change.event}`, params)
}
