import type { Group, Placed, Plan } from './shown.ts'

const samePlaced = (a: Placed, b: Placed): boolean => a.place.id === b.place.id && a.desk === b.desk

/** The people of one group, as far as the plan names them (its first hundred). */
export const linesOf = (plan: Pick<Plan, 'lines'>, group: Group): Plan['lines'] =>
  plan.lines.filter((line) => line.state === group.state && samePlaced(line.from, group.from) && samePlaced(line.to, group.to))

/** Whose desk somebody's information stands on: the secondary unit's, or (null) the unit's. */
export const deskOf = ({ place, desk }: Placed): string | null => (desk === 'secondary_unit' ? place.id : null)

/** Whether somebody else reviews afterwards; else only the membership changes. */
export const changesDesk = ({ from, to }: Pick<Group, 'from' | 'to'>): boolean => deskOf(from) !== deskOf(to)

/** What waits first, then the larger groups. */
export const inOrder = (groups: readonly Group[]): Group[] =>
  groups.toSorted((a, b) => Number(b.state === 'pending') - Number(a.state === 'pending') || b.n - a.n)

/** Nobody and nothing that waits changes its place. */
export const movesNobody = (plan: Pick<Plan, 'groups'>): boolean => plan.groups.length === 0

/** Somebody moves, or sees less than before: to be looked at before it is done. */
export const weighs = ({ groups, grants, sight, holders }: Pick<Plan, 'groups' | 'grants' | 'sight' | 'holders'>): boolean =>
  groups.length > 0 || grants.some(({ what }) => what === 'ended') || sight.some(({ loses }) => loses > 0) || holders.some(({ what }) => what === 'loses')

export type CountOf = 'people' | 'pending' | 'drafts' | 'staying'
/** How a plan differs from the one that was on the screen: what others did meanwhile. */
export type News =
  | { what: 'count'; of: CountOf; before: number; now: number }
  | { what: 'group'; group: Group; before: number; now: number }
  | { what: 'blocked' | 'free'; code: string; params: Record<string, string | number> }
  | { what: 'steps' }

// What is new has another id in each plan; its name is its own within the unit.
const known = ({ place: { id, name }, desk }: Placed) => [id && name, desk]
const keyOf = ({ state, from, to }: Group): string => JSON.stringify([state, known(from), known(to)])
const blockOf = ({ code, params }: Plan['blocked'][number]): string => JSON.stringify([code, params])

/** What changed between two plans of the same change (409, recomputed); never empty, since their seals differ. */
export function newsBetween(before: Plan, now: Plan): News[] {
  const news: News[] = []
  const blocksBefore = new Set(before.blocked.map(blockOf))
  const blocksNow = new Set(now.blocked.map(blockOf))
  for (const block of now.blocked) if (!blocksBefore.has(blockOf(block))) news.push({ what: 'blocked', code: block.code, params: block.params })
  for (const block of before.blocked) if (!blocksNow.has(blockOf(block))) news.push({ what: 'free', code: block.code, params: block.params })
  for (const of of ['people', 'pending', 'drafts', 'staying'] as const) {
    if (before[of] !== now[of]) news.push({ what: 'count', of, before: before[of], now: now[of] })
  }
  const groups = new Map([...before.groups, ...now.groups].map((group) => [keyOf(group), group]))
  for (const [key, group] of groups) {
    const [was, is] = [before, now].map((plan) => plan.groups.find((one) => keyOf(one) === key)?.n ?? 0) as [number, number]
    if (was !== is) news.push({ what: 'group', group, before: was, now: is })
  }
  // Who sees what follows from these and from the groups.
  const steps = ({ units, grants }: Plan) => JSON.stringify([units, grants])
  if (news.length === 0 || steps(before) !== steps(now)) news.push({ what: 'steps' })
  return news
}
