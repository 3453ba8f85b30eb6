import { sql, type RawBuilder } from 'kysely'
import { isUnitPost, type Actor } from '../../kernel/actor.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Whose list it is. It holds what reach.ts lets its desk see; here the same is said in parts, each of which one index
 * serves in the order of the list.
 */
export interface Scope {
  /** The desk: unit, secondary unit, authority or bureau. */
  id: string
  kind: 'unit' | 'department' | 'above'
  /** Within which names are searched; null: everywhere. */
  unitId: string | null
}

export function scopeOf({ mandate }: Pick<Actor, 'mandate'>): Scope {
  const id = mandate?.scopeId ?? nobody
  if (isUnitPost(mandate?.post)) return { id, kind: 'unit', unitId: id }
  return mandate?.post === 'secondary_unit_manager' ? { id, kind: 'department', unitId: mandate.unitId ?? nobody } : { id, kind: 'above', unitId: null }
}

/** The list of one 部门, as its unit looks at it; others have no such choice. */
export const narrowed = (scope: Scope, secondaryUnitId: string | undefined): Scope =>
  scope.kind === 'unit' && secondaryUnitId ? { id: secondaryUnitId, kind: 'department', unitId: scope.id } : scope

const above = sql.raw(`('authority','bureau','accepted','not_accepted')`)

/** Parts of the list of `a`; no row is in two of them. Their words are those of the partial indexes (migration 0027). */
export function partsOf({ id, kind, unitId }: Scope): RawBuilder<unknown>[] {
  switch (kind) {
    case 'unit': return [sql`a.unit_id = ${id}`]
    case 'department': return [
      sql`a.secondary_unit_id = ${id} and a.unit_id = ${unitId}`,
      sql`a.department_desk = ${id} and a.department_desk is distinct from a.secondary_unit_id and a.unit_id = ${unitId}`,
    ]
    case 'above': return [
      sql`a.authority_desk = ${id} and (a.state in ${above} or a.returned_by in ('authority','bureau'))`,
      sql`a.bureau_desk = ${id} and a.bureau_desk is distinct from a.authority_desk and (a.state in ${above} or a.returned_by = 'bureau')`,
    ]
  }
}

/** Kept counts of the list (D22): a few rows of `t`. Of a secondary unit only within the unit that asks. */
export const totalsOf = ({ id, kind, unitId }: Scope): RawBuilder<unknown> => sql`from application_total t where t.scope_id = ${id} ${ofUnit(kind, id, unitId)}`
export const blocksOf = ({ id, kind, unitId }: Scope): RawBuilder<unknown> => sql`from application_block t where t.scope_id = ${id} ${ofUnit(kind, id, unitId)}`
const ofUnit = (kind: Scope['kind'], id: string, unitId: string | null) =>
  kind === 'department' ? sql`and exists (select from secondary_unit s where s.id = ${id} and s.unit_id = ${unitId})` : sql``

/** The state in which something lies at this very desk. */
export const ownState = ({ id, kind }: Scope): RawBuilder<string> =>
  kind === 'above' ? sql`(select case y.kind when 'bureau' then 'bureau' else 'authority' end from authority y where y.id = ${id})` : sql`${kind}`
