import type { Level } from '../calls/document.ts'

/** 1.4.5, D17: where an application stands; column `application.state`. */
export const applicationStates = ['draft', 'returned', 'withdrawn', 'department', 'unit', 'authority', 'bureau', 'accepted', 'not_accepted'] as const
export type ApplicationState = (typeof applicationStates)[number]

/** 未提交 (S2-78): the leader writes; 草稿, 退回待修改 and 已撤回 are its sub-states. */
export const unsubmittedStates = ['draft', 'returned', 'withdrawn'] as const satisfies readonly ApplicationState[]
/** Under way: it lies on the desk of the level of the same name. */
export const deskLevels = ['department', 'unit', 'authority', 'bureau'] as const satisfies readonly (Level & ApplicationState)[]
export type DeskLevel = (typeof deskLevels)[number]
export const endStates = ['accepted', 'not_accepted'] as const satisfies readonly ApplicationState[]

export const isUnsubmitted = (state: ApplicationState): boolean => (unsubmittedStates as readonly ApplicationState[]).includes(state)
export const isUnderWay = (state: ApplicationState): state is DeskLevel => (deskLevels as readonly ApplicationState[]).includes(state)

/** D17: the headline that lists and filters show; words `applications.headline.<headline>`. */
export const headlines = ['unsubmitted', ...deskLevels, ...endStates] as const
export type Headline = (typeof headlines)[number]
/** What a list is filtered by: a headline, or one sub-state of 未提交. */
export const filterStates = [...headlines, ...unsubmittedStates] as const
export type FilterState = (typeof filterStates)[number]
export const headlineOf = (state: ApplicationState): Headline =>
  state === 'draft' || state === 'returned' || state === 'withdrawn' ? 'unsubmitted' : state
export const statesOf = (filter: FilterState): readonly ApplicationState[] => (filter === 'unsubmitted' ? unsubmittedStates : [filter])

/** What the leader may do; `change` is writing in the draft. Words `applications.verb.<verb>`. */
export const leaderVerbs = ['change', 'submit', 'withdraw', 'drop'] as const
export type LeaderVerb = (typeof leaderVerbs)[number]
/** What a desk may do: 通过, 退回, 受理, 退回补正, 不予受理; each for the levels that have it. */
export const deskVerbNames = ['pass', 'return', 'accept', 'correct', 'refuse'] as const
export type DeskVerb = (typeof deskVerbNames)[number]
/** Beside the decisions: taking one back for ten minutes (E51), moving what a closed department left behind (E34), and naming another leader (E10). */
export const deskDeeds = [...deskVerbNames, 'undo', 'reroute', 'reassign'] as const
export type DeskDeed = (typeof deskDeeds)[number]
export type ApplicationVerb = LeaderVerb | DeskDeed

/** Column `application_decision.outcome`. */
export const outcomes = ['passed', 'returned', 'accepted', 'not_accepted'] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeOf = { pass: 'passed', return: 'returned', accept: 'accepted', correct: 'returned', refuse: 'not_accepted' } as const satisfies Record<DeskVerb, Outcome>

/** 本单位的项目 shows 处理 where a decision is open to this desk, else 查看 (S2-79, S2-81). */
export const isToDecide = (can: readonly string[]): boolean => deskVerbNames.some((verb) => can.includes(verb))

/** E10: why its leader can go on with nothing: another unit or none, disabled by the unit, account disabled by the platform. */
export type LeaderGone = 'left' | 'disabled' | 'closed'
/** Column `application_decision.acted_for`: why the unit decided what lay at a department (D11), or sent it back for a leader who is gone (E10). */
export type ActedFor = 'vacant' | 'silent' | 'gone'

/** E51 */
export const undoMinutes = 10
