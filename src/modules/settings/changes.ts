import { sql } from 'kysely'
import { cursorOf, keyOf } from '../../kernel/list.ts'
import type { Translate } from '../../kernel/words.ts'
import type { Db } from '../../platform/db/database.ts'
import { changeRooms, type ChangeRoom } from './change-rooms.ts'

interface Change {
  room: string
  event: string
  body: unknown
  by: string | null
  /** Staff it was done to, by the name of today: the journal itself keeps no names. */
  who: string | null
  at: Date
}

export interface ChangeFilter {
  room?: ChangeRoom
  subject?: string
  /** Days of Asia/Shanghai, both inclusive. */
  from?: string
  to?: string
  after?: string
  size: number
}

/** A page of the journal, newest first; microseconds stay in the key, or two events of one millisecond would hide one. */
export async function changesOf(db: Db, filter: ChangeFilter): Promise<{ rows: Change[]; next: string | null }> {
  const key = keyOf(filter.after, 4)
  const rows = await db
    .selectFrom('journal')
    .leftJoin('account', (on) => on.onRef('account.id', '=', 'journal.subject').on('journal.room', '=', 'staff'))
    .select(['room', 'subject', 'seq', 'event', 'body', 'actor_name as by', 'account.display_name as who', 'at'])
    .select(sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('atKey'))
    .where('room', 'in', filter.room ? [filter.room] : [...changeRooms])
    .$if(filter.subject !== undefined, (q) => q.where('subject', '=', filter.subject ?? ''))
    .$if(filter.from !== undefined, (q) => q.where('at', '>=', sql<Date>`${filter.from}::date::timestamp at time zone 'Asia/Shanghai'`))
    .$if(filter.to !== undefined, (q) => q.where('at', '<', sql<Date>`(${filter.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`))
    .$if(key !== null && isPast(key), (q) => q.where(sql<boolean>`
      at <= ${String(key?.[0])}::timestamptz and (at < ${String(key?.[0])}::timestamptz
        or (room, subject, seq) > (${String(key?.[1])}, ${String(key?.[2])}::uuid, ${Number(key?.[3])}::int))`))
    .orderBy('at', 'desc').orderBy('room').orderBy('subject').orderBy('seq')
    .limit(filter.size + 1)
    .execute()
  const page = rows.slice(0, filter.size)
  const last = rows.length > filter.size ? page.at(-1) : undefined
  return { rows: page, next: last ? cursorOf([last.atKey, last.room, last.subject, last.seq]) : null }
}

/** A made-up key is no key: it must not reach the casts of the query. */
const isPast = ([at, , subject, seq]: (string | number)[]): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(String(at)) && !Number.isNaN(Date.parse(String(at)))
  && /^[0-9a-f-]{36}$/.test(String(subject)) && Number.isInteger(seq)

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
