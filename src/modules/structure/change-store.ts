import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Kept } from './undo.ts'

export const changeKinds = ['add', 'change', 'remove', 'move', 'authorise', 'replace', 'revoke'] as const
export type StoredKind = (typeof changeKinds)[number]
/** What only the unit account changes, and hears of (S2-29). */
export const ofAuthorisation: readonly StoredKind[] = ['authorise', 'replace', 'revoke']

export interface StoredChange {
  id: string
  unitId: string
  kind: StoredKind
  /** Secondary unit or grant. */
  about: string | null
  effects: readonly Kept[]
  madeAt: Date
  undoneAt: Date | null
}

export const insertChange = (tx: Tx, c: Omit<StoredChange, 'undoneAt'>, madeBy: string): Promise<unknown> =>
  tx.insertInto('structure_change').values({
    id: c.id, unit_id: c.unitId, kind: c.kind, about: c.about, moves: JSON.stringify(c.effects), made_by: madeBy, made_at: c.madeAt,
  }).execute()

interface Row {
  id: string
  unit_id: string
  kind: string
  about: string | null
  moves: unknown
  made_at: Date
  undone_at: Date | null
}

const changeIn = (row: Row): StoredChange => ({
  id: row.id, unitId: row.unit_id, kind: row.kind as StoredKind, about: row.about, effects: row.moves as readonly Kept[], madeAt: row.made_at, undoneAt: row.undone_at,
})

/** Of this unit, held for the deed. */
export async function changeForUpdate(tx: Tx, unitId: string, id: string): Promise<StoredChange | null> {
  const row = await tx.selectFrom('structure_change').selectAll().where('id', '=', id).where('unit_id', '=', unitId).forUpdate().executeTakeFirst()
  return row ? changeIn(row) : null
}

export const noteUndone = (tx: Tx, id: string, at: Date): Promise<unknown> =>
  tx.updateTable('structure_change').set({ undone_at: at }).where('id', '=', id).where('undone_at', 'is', null).executeTakeFirstOrThrow()

/**
 * Changes since then, the latest first, with who made them, what they are about and how many people they moved. `vacated`: a
 * post of the secondary unit ended, nobody took it, and the name stayed (撤销管理人员).
 */
export async function changesSince(
  db: Db, unitId: string, since: Date,
): Promise<(Omit<StoredChange, 'effects'> & { by: string | null; name: string | null; moved: number; vacated: boolean })[]> {
  const rows = await db.selectFrom('structure_change as c')
    .leftJoin('account as a', 'a.id', 'c.made_by').leftJoin('secondary_unit as s', 's.id', 'c.about').leftJoin('role_grant as g', 'g.id', 'c.about')
    .select(['c.id', 'c.unit_id', 'c.kind', 'c.about', 'c.made_at', 'c.undone_at', 'a.display_name', 's.name as secondary_unit', 'g.name as person',
      sql<number>`(select count(*)::int from jsonb_array_elements(c.moves) as e where e ->> 'what' = 'move')`.as('moved'),
      sql<boolean>`(c.kind = 'change' and not exists (select 1 from jsonb_array_elements(c.moves) as e where e ->> 'what' <> 'end'))`.as('vacated')])
    .where('c.unit_id', '=', unitId).where('c.made_at', '>', since).orderBy('c.made_at', 'desc').orderBy('c.id', 'desc').limit(200).execute()
  return rows.map((row) => {
    const { effects: _, ...change } = changeIn({ ...row, moves: [] })
    return { ...change, by: row.display_name, name: row.secondary_unit ?? row.person, moved: row.moved, vacated: row.vacated }
  })
}
