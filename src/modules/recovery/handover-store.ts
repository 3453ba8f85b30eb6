import { sql, type Selectable } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Handover } from '../../platform/db/tables.ts'
import { record, type Author } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { openStates } from './recovery-case.ts'
import type { OpenFact, PackageFacts } from './handover-package.ts'
import { notesOf } from './note-store.ts'

export const handoverRoom = 'recovery.handover'
export type HandoverRow = Selectable<Handover>

/** The account of a unit has another keeper from now on; a hand-over that was still under way gives way to this one. */
export async function beginHandover(
  tx: Tx, tools: Tools, by: Author, h: { unitId: string; successorId: string; predecessorId: string | null; now: Date },
): Promise<void> {
  await tx.updateTable('handover').set({ finished_at: h.now }).where('unit_id', '=', h.unitId).where('finished_at', 'is', null).execute()
  const id = newId(h.now.getTime())
  await tx.insertInto('handover').values({ id, unit_id: h.unitId, successor_id: h.successorId, predecessor_id: h.predecessorId, begun_at: h.now }).execute()
  await record(tx, tools.keyring, by, { room: handoverRoom, subject: id, seq: 1, event: 'handover_begun', body: { unitId: h.unitId, successorId: h.successorId, predecessorId: h.predecessorId } })
}

/** The one under way, else the last one of this unit. */
export const handoverOf = (db: Db, unitId: string): Promise<HandoverRow | undefined> =>
  db.selectFrom('handover').selectAll().where('unit_id', '=', unitId).orderBy('finished_at', (o) => o.desc().nullsFirst()).orderBy('begun_at', 'desc').limit(1).executeTakeFirst()

export const handoverForUpdate = (tx: Tx, id: string): Promise<HandoverRow | undefined> =>
  tx.selectFrom('handover').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** What was open when the keeper changed and is open still; notes as they stand now. */
export async function packageFacts(db: Db, h: Pick<HandoverRow, 'unit_id' | 'begun_at'>): Promise<PackageFacts> {
  const { rows } = await sql<{ waiting: number; waiting_since: Date | null; enabled: number; requests: number; requests_since: Date | null; claims: number; claims_since: Date | null }>`
    select
      (select count(*)::int from person where unit_id = ${h.unit_id} and state = 'new' and joined_at <= ${h.begun_at}) as waiting,
      (select min(joined_at) from person where unit_id = ${h.unit_id} and state = 'new' and joined_at <= ${h.begun_at}) as waiting_since,
      (select count(*)::int from person where unit_id = ${h.unit_id} and is_enabled and joined_at <= ${h.begun_at}) as enabled,
      (select count(*)::int from subsystem_request where unit_id = ${h.unit_id} and state = 'open' and asked_at <= ${h.begun_at}) as requests,
      (select min(asked_at) from subsystem_request where unit_id = ${h.unit_id} and state = 'open' and asked_at <= ${h.begun_at}) as requests_since,
      (select count(*)::int from recovery_case where unit_id = ${h.unit_id} and state = any(${sql.val([...openStates])}::text[]) and opened_at <= ${h.begun_at}) as claims,
      (select min(opened_at) from recovery_case where unit_id = ${h.unit_id} and state = any(${sql.val([...openStates])}::text[]) and opened_at <= ${h.begun_at}) as claims_since`.execute(db)
  const found = rows[0]
  const open = (n: number | undefined, since: Date | null | undefined): OpenFact => ({ n: n ?? 0, since: since ?? null })
  return {
    peopleWaiting: open(found?.waiting, found?.waiting_since), requests: open(found?.requests, found?.requests_since), claims: open(found?.claims, found?.claims_since),
    peopleEnabled: found?.enabled ?? 0,
    notes: (await notesOf(db, h.unit_id)).filter((note) => note.created_at <= h.begun_at)
      .map(({ id, title, body, recurs_month, recurs_day }) => ({ id, title, body, recursMonth: recurs_month, recursDay: recurs_day })),
  }
}

export interface Confirmation {
  item: string
  by: string
  at: Date
}

export async function confirmationsOf(db: Db, handoverId: string): Promise<Confirmation[]> {
  const { rows } = await sql<Confirmation>`
    select i.item, a.display_name as by, i.confirmed_at as at from handover_item i join account a on a.id = i.confirmed_by where i.handover_id = ${handoverId}`.execute(db)
  return rows
}

/** False where it was confirmed before. */
export async function confirmPiece(tx: Tx, row: { handover_id: string; item: string; confirmed_by: string; confirmed_at: Date }): Promise<boolean> {
  const made = await tx.insertInto('handover_item').values(row).onConflict((on) => on.constraint('one_confirmation_per_item').doNothing()).returning('item').executeTakeFirst()
  return made !== undefined
}

/** The next version of a hand-over that the caller holds locked. */
export const saveHandover = (tx: Tx, id: string, version: number, finishedAt: Date | null): Promise<unknown> =>
  tx.updateTable('handover').set({ version, finished_at: finishedAt }).where('id', '=', id).execute()
