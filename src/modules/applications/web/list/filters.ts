import type { AskOf } from '../../../../kernel/contract.ts'
import { uuidPattern } from '../../../../kernel/ids.ts'
import type { FilterDefs, FilterValues } from '../../../../web/filters.ts'
import type { applicationsContract } from '../../contract.ts'
import { headlines, unsubmittedStates, type Headline } from '../../state.ts'

/** What is personal never stands in a link (guards.md, section 5). */
export const projectFilterDefs = {
  number: {}, title: { personal: true }, call: {}, leader: { personal: true }, department: {}, unit: {}, from: {}, to: {}, state: { initial: 'waiting' }, warned: {},
  size: { initial: '20' },
} as const satisfies FilterDefs
export type ProjectFilterValues = FilterValues<typeof projectFilterDefs>

/** What waits at this desk, the headline states (D17), and everything. */
export const projectTabs = ['waiting', ...headlines, 'all'] as const
export type ProjectTab = (typeof projectTabs)[number]
export type SubState = (typeof unsubmittedStates)[number]

export const subStateOf = (text: string | undefined): SubState | null => unsubmittedStates.find((state) => state === text) ?? null

/** The tab that a link names; a made-up one is what waits. */
export const tabOf = (text: string | undefined): ProjectTab => (subStateOf(text) ? 'unsubmitted' : projectTabs.find((tab) => tab === text) ?? 'waiting')

const dayOrNone = (text: string | undefined) => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : undefined)
const idOrNone = (text = '') => (uuidPattern.test(text) ? text : undefined)

/** What is asked of the server. What waits comes in the order of the queue (N7), everything else newest first. */
export function askedWith(values: ProjectFilterValues) {
  const tab = tabOf(values.state)
  const isWaiting = tab === 'waiting'
  const state: Headline | SubState | undefined = subStateOf(values.state) ?? (tab === 'waiting' || tab === 'all' ? undefined : tab)
  return {
    number: values.number, title: values.title, leader: values.leader, callId: idOrNone(values.call), secondaryUnitId: idOrNone(values.department), unitId: idOrNone(values.unit),
    from: dayOrNone(values.from), to: dayOrNone(values.to), state, waiting: isWaiting, warned: values.warned === 'yes', order: isWaiting ? 'queue' : 'newest',
  } as const satisfies AskOf<typeof applicationsContract.unitProjects>
}
export type AskedProjects = ReturnType<typeof askedWith>

/** Whether something hides applications beyond the place one looks at (state, call and department are places). */
export const isNarrowed = (v: ProjectFilterValues): boolean => [v.number, v.title, v.leader, v.unit, v.from, v.to, v.warned].some(Boolean)
