import type { Problem } from '../../form/problem.ts'
import type { Path } from './tree.ts'

/** 基本信息与通知, 申报条件, 流程与时间, 限项与名额, 表单, 预览, 版本 */
export const parts = ['basics', 'eligibility', 'flow', 'limits', 'form', 'preview', 'versions'] as const
export type Part = (typeof parts)[number]

const partByRoot: Readonly<Record<string, Part>> = {
  title: 'basics', category: 'basics', text: 'basics', contact: 'basics', eligibility: 'eligibility', profileHandedInBefore: 'eligibility',
  chain: 'flow', windows: 'flow', correctionDays: 'flow', fastReturn: 'flow', quotaPerUnit: 'limits', limits: 'limits', form: 'form',
}

/** In which part of the editor a place of the document is written. */
export const partOf = (place: Path): Part => partByRoot[String(place[0])] ?? 'basics'

/** What is open in the designer: a tab, a field of it, or a rule. */
export type Chosen = { tab: number; field?: number } | { rule: number }

export function chosenAt(place: Path): Chosen | null {
  const [root, list, first, inner, second] = place
  if (root !== 'form' || typeof first !== 'number') return null
  if (list === 'rules') return { rule: first }
  return inner === 'fields' && typeof second === 'number' ? { tab: first, field: second } : { tab: first }
}

export const pathOf = (chosen: Chosen): (string | number)[] =>
  'rule' in chosen ? ['form', 'rules', chosen.rule] : chosen.field === undefined ? ['form', 'tabs', chosen.tab] : ['form', 'tabs', chosen.tab, 'fields', chosen.field]

export const countIn = (problems: readonly Problem[], part: Part): number => problems.filter(({ place }) => partOf(place) === part).length

/** Problems at a place or below it: what the outline marks. */
export const isWithin = (place: Path, path: Path): boolean => path.every((step, index) => place[index] === step)
