import { refuse, type Refusal } from '../../kernel/refusal.ts'

/**
 * The tree of authorities (S1-39): the bureau on top, below it municipal authorities (市级主管部门) and the districts'
 * bureaus (区科技局). Pure: what may stand where, and what may be closed.
 */
export const authorityKinds = ['bureau', 'municipal', 'district'] as const
export type AuthorityKind = (typeof authorityKinds)[number]

export interface Place {
  id: string
  parentId: string | null
  kind: AuthorityKind
  isOpen: boolean
}

/** Ids of everything below, nearest first. */
export function below(tree: readonly Place[], id: string): string[] {
  const found: string[] = []
  for (let ids = [id]; ids.length > 0; ) {
    ids = tree.filter((place) => place.parentId !== null && ids.includes(place.parentId)).map((place) => place.id)
    found.push(...ids)
  }
  return found
}

/** Ids of everything above, nearest first. */
export function above(tree: readonly Place[], id: string): string[] {
  const found: string[] = []
  for (let at = tree.find((place) => place.id === id)?.parentId; at; at = tree.find((place) => place.id === at)?.parentId) found.push(at)
  return found
}

/** Where an authority of this kind may stand: null if it may. Nothing stands below a district's bureau. */
export function standsBelow(kind: AuthorityKind, parent: Place | undefined): Refusal | null {
  if (kind === 'bureau') return parent ? refuse('authorities.bureau_on_top') : null
  if (!parent) return refuse('input.invalid', { fields: { parentId: { code: 'authorities.choose_parent' } } })
  if (!parent.isOpen) return refuse('input.invalid', { fields: { parentId: { code: 'authorities.parent_closed' } } })
  if (parent.kind === 'district') return refuse('input.invalid', { fields: { parentId: { code: 'authorities.parent_is_district' } } })
  return null
}

/** Whether the authority may move below that one. */
export function mayMove(tree: readonly Place[], id: string, parentId: string): Refusal | null {
  const place = tree.find((one) => one.id === id)
  if (place?.kind === 'bureau') return refuse('authorities.bureau_stays')
  if (id === parentId || below(tree, id).includes(parentId)) {
    return refuse('input.invalid', { fields: { parentId: { code: 'authorities.below_itself' } } })
  }
  return standsBelow(place?.kind ?? 'municipal', tree.find((one) => one.id === parentId))
}

/** A desk closes when nothing waits there and nothing open stands below it; the refusal says how many do. */
export function mayClose(tree: readonly Place[], id: string, waiting: number): Refusal | null {
  if (tree.find((one) => one.id === id)?.kind === 'bureau') return refuse('authorities.bureau_stays')
  const open = tree.filter((place) => place.parentId === id && place.isOpen).length
  if (open > 0) return refuse('authorities.open_below', { status: 409, params: { n: open } })
  return waiting > 0 ? refuse('authorities.registrations_wait', { status: 409, params: { n: waiting } }) : null
}

/** A closed authority opens again below an open one only: what is shown must hang on something. */
export function mayReopen(tree: readonly Place[], id: string): Refusal | null {
  const parent = tree.find((one) => one.id === tree.find((place) => place.id === id)?.parentId)
  return parent && !parent.isOpen ? refuse('authorities.parent_closed', { status: 409 }) : null
}
