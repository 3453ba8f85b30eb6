import { sql, type RawBuilder } from 'kysely'
import { isUnitPost, type Actor } from '../../../kernel/actor.ts'
import type { Db } from '../../../platform/db/database.ts'
import { bureauId } from '../../calls/index.ts'
import type { ApplicationState } from '../state.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Whose list it is. It holds what reach.ts lets its desk see (every query asks that too); here it is said so that one index
 * serves it in the order of the list.
 */
export interface Scope {
  /** The desk: unit, secondary unit, authority or bureau. */
  id: string
  kind: 'unit' | 'department' | 'authority' | 'bureau'
  /** Within which names are searched; null: everywhere. */
  unitId: string | null
}

/** Which authority is the bureau changes once in the life of a platform; a minute may pass before a list has heard of it. */
const keptFor = 60_000
const kept = new WeakMap<Db, { until: number; id: string }>()

async function bureauOf(db: Db): Promise<string | null> {
  const known = kept.get(db)
  if (known && known.until > performance.now()) return known.id
  const id = await bureauId(db)
  if (id) kept.set(db, { until: performance.now() + keptFor, id })
  return id
}

export async function scopeOf(db: Db, { mandate }: Pick<Actor, 'mandate'>): Promise<Scope> {
  const id = mandate?.scopeId ?? nobody
  if (isUnitPost(mandate?.post)) return { id, kind: 'unit', unitId: id }
  if (mandate?.post === 'secondary_unit_manager') return { id, kind: 'department', unitId: mandate.unitId ?? nobody }
  return { id, kind: id === (await bureauOf(db)) ? 'bureau' : 'authority', unitId: null }
}

/** The list of one 部门, as its unit looks at it; others have no such choice. */
export const narrowed = (scope: Scope, secondaryUnitId: string | undefined): Scope =>
  scope.kind === 'unit' && secondaryUnitId ? { id: secondaryUnitId, kind: 'department', unitId: scope.id } : scope

const aboveStates: readonly ApplicationState[] = ['authority', 'bureau', 'accepted', 'not_accepted']
const above = sql`a.state in (${sql.join(aboveStates.map((state) => sql.lit(state)))})`

/**
 * The list of `a` as its index has it, within these states if some are asked for. Every part of it lies within the reach of
 * the desk (reach.ts); the words are those of the partial indexes (migration 0027).
 */
export function listed({ id, kind }: Scope, states: readonly ApplicationState[] | null = null): RawBuilder<unknown> {
  switch (kind) {
    case 'unit': return sql`a.unit_id = ${id}`
    case 'department': return sql`a.secondary_unit_id = ${id}`
    case 'authority': return sql`a.authority_desk = ${id} and ${raised(states, sql`a.returned_by in ('authority','bureau')`)}`
    case 'bureau': return sql`a.bureau_desk = ${id} and ${raised(states, sql`a.returned_by = 'bureau'`)}`
  }
}

/** What has come up, or was sent back from there; only one of both where the states say which. */
function raised(states: readonly ApplicationState[] | null, sentBack: RawBuilder<unknown>): RawBuilder<unknown> {
  if (states?.every((state) => aboveStates.includes(state))) return above
  return states?.every((state) => !aboveStates.includes(state)) ? sentBack : sql`(${above} or ${sentBack})`
}

/** Kept counts of the list (D22): a few rows of `t`. Of a secondary unit only within the unit that asks. */
export const totalsOf = ({ id, kind, unitId }: Scope): RawBuilder<unknown> => sql`from application_total t where t.scope_id = ${id} ${ofUnit(kind, id, unitId)}`
export const blocksOf = ({ id, kind, unitId }: Scope): RawBuilder<unknown> => sql`from application_block t where t.scope_id = ${id} ${ofUnit(kind, id, unitId)}`
const ofUnit = (kind: Scope['kind'], id: string, unitId: string | null) =>
  kind === 'department' ? sql`and exists (select from secondary_unit s where s.id = ${id} and s.unit_id = ${unitId})` : sql``
