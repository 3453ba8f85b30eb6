import { sql } from 'kysely'
import { addMinutes } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../platform/db/database.ts'

/** The next place in the list of a unit. The row is the lock of those who join at the same time: places follow commits. */
export async function takePlace(tx: Tx, unitId: string): Promise<number> {
  const { rows } = await sql<{ place: number }>`
    insert into unit_people as u (unit_id, next_place) values (${unitId}, 1)
    on conflict (unit_id) do update set next_place = u.next_place + 1 returning next_place - 1 as place`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a unit without places')
  return row.place
}

/** As many places at once, of several units; gives the first of each. In the order of ids, so that two of these never wait crosswise (I10). */
export async function takePlaces(tx: Tx, wanted: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const { rows } = await sql<{ unit_id: string; first: number }>`
    insert into unit_people as u (unit_id, next_place)
    select unit_id, n from unnest(${[...wanted.keys()]}::uuid[], ${[...wanted.values()]}::bigint[]) as w (unit_id, n) order by unit_id
    on conflict (unit_id) do update set next_place = u.next_place + excluded.next_place
    returning unit_id, next_place as first`.execute(tx)
  return new Map(rows.map((row) => [row.unit_id, row.first - (wanted.get(row.unit_id) ?? 0)]))
}

const minutesBetweenMails = 60

/**
 * Whether a mail about somebody new may go to the unit now, noted with the same look: one an hour, or a unit whose 1,600
 * people register in a week would get as many. The inbox has each of them. Whoever leaves a unit for another holds a place
 * there already and must not wait for the row of the first: where somebody else holds that, no mail goes.
 */
export async function mayMail(tx: Tx, unitId: string, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('unit_people').set({ mailed_at: now })
    .where('unit_id', 'in', (q) => q.selectFrom('unit_people').select('unit_id').where('unit_id', '=', unitId)
      .where((e) => e.or([e('mailed_at', 'is', null), e('mailed_at', '<=', addMinutes(now, -minutesBetweenMails))])).forUpdate().skipLocked())
    .returning('unit_id').executeTakeFirst()
  return row !== undefined
}

/** D22: how many people of each state the unit has, from the counts that are kept. */
export async function countsOf(db: Db, unitId: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('person_total').select('state').select((q) => q.fn.sum<string>('n').as('n'))
    .where('unit_id', '=', unitId).groupBy('state').execute()
  return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]))
}

/** Since when the first of those who wait for the unit is there. */
export async function oldestNew(db: Db, unitId: string): Promise<Date | null> {
  const row = await db.selectFrom('person').select('joined_at').where('unit_id', '=', unitId).where('state', '=', 'new').orderBy('place').limit(1).executeTakeFirst()
  return row?.joined_at ?? null
}
