/** 二级单位（部门） (S2-35): opened, renamed, archived; never deleted (E28). Pure. */
export interface SecondaryUnit {
  id: string
  unitId: string
  name: string
  active: boolean
  version: number
  createdAt: Date
  archivedAt: Date | null
}

/** What the journal knows of it; replaying these gives the row. */
export type SecondaryUnitEvent = { at: string } & (
  | { event: 'opened'; unitId: string; name: string }
  | { event: 'renamed'; name: string; before: string }
  | { event: 'archived' }
  /** A removal was undone (N9). */
  | { event: 'reopened' }
  /** Somebody else manages it, or nobody: whoever saw it before must look again. The posts have a journal of their own. */
  | { event: 'managed' }
)

/** The secondary unit after an event; `null` before it was opened. */
export function evolveSecondaryUnit(before: SecondaryUnit | null, id: string, e: SecondaryUnitEvent): SecondaryUnit {
  const at = new Date(e.at)
  if (e.event === 'opened') return { id, unitId: e.unitId, name: e.name, active: true, version: 1, createdAt: at, archivedAt: null }
  if (!before) throw new Error(`${e.event} before the secondary unit was opened`)
  const after = { ...before, version: before.version + 1 }
  switch (e.event) {
    case 'renamed': return { ...after, name: e.name }
    case 'archived': return { ...after, active: false, archivedAt: at }
    case 'reopened': return { ...after, active: true, archivedAt: null }
    default: return after
  }
}

/** E26: equal for two writings of one name; as the database makes `name_key`. */
export const nameKeyOf = (name: string): string => name.replace(/\s+/g, '').normalize('NFKC').toLowerCase()

/** As many as the list, the header and a plan can show at once. */
export const mostSecondaryUnits = 500
