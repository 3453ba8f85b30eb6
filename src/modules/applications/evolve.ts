import type { ApplicationEvent } from './application-journal.ts'
import { isUnderWay, type ActedFor, type ApplicationState, type DeskLevel, type LeaderGone } from './state.ts'

/** What the journal alone says of an application: every column of its row but title, leader's name, category and place in the lists. */
export interface Evolved {
  callId: string
  leaderId: string
  accountId: string
  unitId: string
  unitName: string
  secondaryUnitId: string | null
  secondaryUnitName: string | null
  number: string | null
  departmentDesk: string | null
  authorityDesk: string | null
  bureauDesk: string | null
  state: ApplicationState
  deskId: string | null
  revision: number
  returnedBy: DeskLevel | null
  isFast: boolean
  correctUntil: string | null
  warnings: number
  queuedAt: string | null
  begunAt: string
  submittedAt: string | null
  arrivedAt: string | null
  changedAt: string
  version: number
}

/** Bodies of the events, as they are written. Times are ISO texts. */
export interface Bodies {
  begun: Pick<Evolved, 'callId' | 'leaderId' | 'accountId' | 'unitId' | 'unitName' | 'secondaryUnitId' | 'secondaryUnitName'> & { at: string }
  submitted: Pick<Evolved, 'unitName' | 'secondaryUnitId' | 'secondaryUnitName' | 'departmentDesk' | 'authorityDesk' | 'bureauDesk' | 'isFast' | 'warnings'> & {
    at: string; number: string; revision: number; callVersion: number; hash: string
    /** Where it went. */
    level: DeskLevel; deskId: string; desk: string
    /** The window of the whole: of the correction that it came in, or null. */
    correctUntil: string | null
  }
  withdrawn: { at: string; revision: number }
  ended: { at: string; revision: number; desk: string }
  /** Fields beside the marked ones, which the check says no to. */
  opened: { at: string; fields: string[] }
  dropped: { at: string }
  passed: Decided & { to: DeskLevel; toDeskId: string; toDesk: string }
  returned: Decided & { marks: string[]; correctUntil: string | null }
  accepted: Decided
  not_accepted: Decided
  /** `seq` is the decision's; the rest is as it was before it. */
  undone: { at: string; seq: number; level: DeskLevel; deskId: string; desk: string } & Decided['before']
  /** E10: another leader; `why` the former one is gone. */
  reassigned: Pick<Evolved, 'leaderId' | 'accountId' | 'secondaryUnitId' | 'secondaryUnitName'> & { at: string; fromLeaderId: string; why: LeaderGone }
  /** What its leader still writes follows him to his department. */
  moved: Pick<Evolved, 'secondaryUnitId' | 'secondaryUnitName'> & { at: string }
  rerouted: { at: string; from: string; level: DeskLevel; deskId: string; desk: string; departmentDesk: string | null; secondaryUnitId: string | null; secondaryUnitName: string | null }
}

/** What every decision carries; `before` is what an undo brings back (E51). */
export interface Decided {
  at: string
  revision: number
  level: DeskLevel
  deskId: string
  desk: string
  codes: string[]
  actedFor: ActedFor | null
  batchId: string | null
  before: {
    returnedBy: DeskLevel | null
    isFast: boolean
    correctUntil: string | null
    arrivedAt: string | null
    /** E57: it had a place in the quota of its unit. Not of the row: the place is a row of its own. */
    isRecommended: boolean
  }
}

export type Happened = { [E in ApplicationEvent]: { event: E; seq: number; body: Bodies[E] } }[ApplicationEvent]

/** The row after an event; null before the first and after 删除. Pure: replaying the journal gives every row. */
export function evolve(row: Evolved | null, one: Happened): Evolved | null {
  if (one.event === 'begun') return begun(one.body, one.seq)
  if (!row || one.event === 'dropped') return null
  return { ...row, ...changesOf(row, one), changedAt: one.body.at, version: one.seq }
}

export const replay = (events: readonly Happened[]): Evolved | null => events.reduce<Evolved | null>(evolve, null)

const begun = ({ at, ...body }: Bodies['begun'], seq: number): Evolved => ({
  ...body, number: null, departmentDesk: null, authorityDesk: null, bureauDesk: null, state: 'draft', deskId: null, revision: 0, returnedBy: null, isFast: false,
  correctUntil: null, warnings: 0, queuedAt: null, begunAt: at, submittedAt: null, arrivedAt: null, changedAt: at, version: seq,
})

const withLeader = { deskId: null, arrivedAt: null, isFast: false } as const

export function changesOf(row: Pick<Evolved, 'state' | 'queuedAt' | 'returnedBy'>, one: Exclude<Happened, { event: 'begun' | 'dropped' }>): Partial<Evolved> {
  switch (one.event) {
    case 'submitted': {
      const { at, level, deskId, desk: _, callVersion: __, hash: ___, ...body } = one.body
      // N7: its place in the queue is kept through returns; who withdraws comes anew.
      return { ...body, state: level, deskId, submittedAt: at, arrivedAt: at, queuedAt: row.queuedAt ?? at }
    }
    case 'withdrawn':
    case 'ended': return { ...withLeader, state: 'withdrawn', queuedAt: null }
    case 'opened': return {}
    case 'passed': return {
      state: one.body.to, deskId: one.body.toDeskId, arrivedAt: one.body.at, isFast: false, returnedBy: row.returnedBy === one.body.level ? null : row.returnedBy,
    }
    case 'returned': return { ...withLeader, state: 'returned', returnedBy: one.body.level, correctUntil: one.body.correctUntil }
    case 'accepted':
    case 'not_accepted': return { ...withLeader, state: one.event, returnedBy: null, correctUntil: null }
    case 'undone': {
      const { level, deskId, returnedBy, isFast, correctUntil, arrivedAt } = one.body
      return { state: level, deskId, returnedBy, isFast, correctUntil, arrivedAt }
    }
    // The way is laid anew at the next submission; until then no other department reads what is written (S2-86).
    case 'reassigned': {
      const { leaderId, accountId, secondaryUnitId, secondaryUnitName } = one.body
      return { leaderId, accountId, secondaryUnitId, secondaryUnitName, departmentDesk: null }
    }
    case 'moved': {
      const { secondaryUnitId, secondaryUnitName } = one.body
      return { secondaryUnitId, secondaryUnitName, departmentDesk: null }
    }
    case 'rerouted': {
      const { level, deskId, departmentDesk, secondaryUnitId, secondaryUnitName } = one.body
      return { state: level, deskId, departmentDesk, secondaryUnitId, secondaryUnitName, arrivedAt: one.body.at }
    }
  }
}

/** What lies on a desk has one; nothing else does. For tests and for the replay over a whole town. */
export const isSound = (row: Evolved): boolean => isUnderWay(row.state) === (row.deskId !== null)
