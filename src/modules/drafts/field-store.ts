import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { DraftField as FieldTable } from '../../platform/db/tables.ts'
import type { Lock } from './fields.ts'

export type FieldRow = Pick<Selectable<FieldTable>, 'field' | 'value' | 'version' | 'changed_at'>

export const fieldsOf = (db: Db, draftId: string): Promise<FieldRow[]> =>
  db.selectFrom('draft_field').select(['field', 'value', 'version', 'changed_at']).where('draft_id', '=', draftId).orderBy('field').execute()

export interface Change { field: string; base: number; value: unknown }
export interface Put {
  /** As it is after whoever was faster; null where the draft is locked, or not his. */
  lock: Lock | null
  marks: string[]
  saved: { field: string; version: number }[]
}

/**
 * The hottest statement of the platform: all changed fields of one save, each taken only where the version is still the one
 * that it was changed from. The draft's row is written first, so that a submission that goes on at this moment comes
 * before or after the whole of it.
 */
export async function putFields(db: Db, of: { id: string; accountId: string; at: Date }, changes: readonly Change[]): Promise<Put> {
  const { rows: [row] } = await sql<{ lock: Lock | null; marks: string[] | null; saved: Put['saved'] }>`
    with held as (
      update draft set saved_at = ${of.at} where id = ${of.id} and account_id = ${of.accountId} and lock <> 'locked' returning id, lock, marks
    ), put as (
      insert into draft_field (draft_id, field, value, version, changed_at, changed_by)
      select h.id, s.field, coalesce(s.value, 'null'), s.base + 1, ${of.at}, ${of.accountId}
      from held h, jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as s (field text, base int, value jsonb)
      where (h.lock = 'open' or s.field = any(h.marks))
        and (s.base = 0 or exists (select from draft_field f where f.draft_id = h.id and f.field = s.field))
      on conflict on constraint draft_field_pkey do update
        set value = excluded.value, version = excluded.version, changed_at = excluded.changed_at, changed_by = excluded.changed_by
        where draft_field.version = excluded.version - 1
      returning field, version
    )
    select (select lock from held) as lock, (select marks from held) as marks,
      coalesce((select jsonb_agg(jsonb_build_object('field', field, 'version', version)) from put), '[]') as saved`.execute(db)
  return { lock: row?.lock ?? null, marks: row?.marks ?? [], saved: row?.saved ?? [] }
}

/** What stands now in fields that were not taken, and whether it is the very value that was sent (an answer that was lost on its way). */
export async function standing(db: Db, draftId: string, changes: readonly Change[]): Promise<{ field: string; version: number; value: unknown; isSame: boolean }[]> {
  const { rows } = await sql<{ field: string; version: number | null; value: unknown; is_same: boolean }>`
    select s.field, f.version, f.value, coalesce(f.value = coalesce(s.value, 'null'), false) as is_same
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as s (field text, value jsonb)
    left join draft_field f on f.draft_id = ${draftId} and f.field = s.field`.execute(db)
  return rows.map((row) => ({ field: row.field, version: row.version ?? 0, value: row.value ?? null, isSame: row.is_same }))
}

/** Takes back what stands in these fields: nobody has promised it any more. */
export const unsign = (tx: Tx, draftId: string, fields: readonly string[], by: string, at: Date): Promise<unknown> => sql`
  update draft_field set value = 'null', version = version + 1, changed_by = ${by}, changed_at = ${at} where draft_id = ${draftId} and field = any(${[...fields]}::text[])`.execute(tx)
