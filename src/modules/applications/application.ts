import { actsAsUnit, type Actor } from '../../kernel/actor.ts'
import { addDays, addMinutes, endOf, minuteOf, secondOf } from '../../kernel/clock.ts'
import { procedure } from '../../kernel/process.ts'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Level } from '../calls/document.ts'
import { overFrom, whenOpen } from '../calls/windows.ts'
import { isUnderWay, outcomeOf, undoMinutes, type ApplicationState, type ApplicationVerb, type DeskLevel, type LeaderGone, type Outcome } from './state.ts'

/**
 * What somebody is towards an application. `desk`: it lies at his desk; `acting`: the unit, for a department that is vacant or silent
 * (D11); `unit`: acts for its unit; `keeper`: the same where the leader is gone (E10); `decider`: his desk decided last.
 */
export type ApplicationRole = 'leader' | 'desk' | 'acting' | 'unit' | 'keeper' | 'decider'

/** 1.4.5. Where a verb has several ends, the route of the application says which (`route.ts`, `next.ts`). */
export const applicationProcedure = procedure([
  { verb: 'change', from: ['draft', 'returned', 'withdrawn'], to: 'draft', by: ['leader'] },
  { verb: 'submit', from: ['draft', 'returned', 'withdrawn'], to: 'department', by: ['leader'] },
  { verb: 'submit', from: ['draft', 'returned', 'withdrawn'], to: 'unit', by: ['leader'] },
  { verb: 'submit', from: ['returned', 'withdrawn'], to: 'authority', by: ['leader'] },
  { verb: 'drop', from: ['draft'], to: 'draft', by: ['leader'] },
  { verb: 'withdraw', from: ['returned', 'department', 'unit', 'authority', 'bureau'], to: 'withdrawn', by: ['leader'] },
  { verb: 'pass', from: ['department'], to: 'unit', by: ['desk', 'acting'] },
  { verb: 'pass', from: ['unit'], to: 'authority', by: ['desk'] },
  { verb: 'pass', from: ['unit', 'authority'], to: 'bureau', by: ['desk'] },
  { verb: 'return', from: ['department'], to: 'returned', by: ['desk', 'acting', 'keeper'], reason: 'required' },
  { verb: 'return', from: ['unit', 'authority'], to: 'returned', by: ['desk'], reason: 'required' },
  { verb: 'accept', from: ['bureau'], to: 'accepted', by: ['desk'] },
  { verb: 'correct', from: ['bureau'], to: 'returned', by: ['desk'], reason: 'required' },
  { verb: 'refuse', from: ['bureau'], to: 'not_accepted', by: ['desk'], reason: 'required' },
  { verb: 'undo', from: ['unit', 'returned'], to: 'department', by: ['decider'] },
  { verb: 'undo', from: ['authority', 'bureau', 'returned'], to: 'unit', by: ['decider'] },
  { verb: 'undo', from: ['bureau', 'returned'], to: 'authority', by: ['decider'] },
  { verb: 'undo', from: ['accepted', 'not_accepted', 'returned'], to: 'bureau', by: ['decider'] },
  { verb: 'reroute', from: ['department'], to: 'department', by: ['unit'], reason: 'required' },
  { verb: 'reroute', from: ['department'], to: 'unit', by: ['unit'], reason: 'required' },
  // E10: what is under way is sent back first: a version is judged as its leader submitted it.
  { verb: 'reassign', from: ['draft'], to: 'draft', by: ['keeper'], reason: 'required' },
  { verb: 'reassign', from: ['returned'], to: 'returned', by: ['keeper'], reason: 'required' },
  { verb: 'reassign', from: ['withdrawn'], to: 'withdrawn', by: ['keeper'], reason: 'required' },
] as const)

/** The window of a level in force for this application; null where the level has none and stays open. */
export type Windows = Readonly<Partial<Record<Level, { opensAt: Date; closesAt: Date } | null>>>

/** What the law must know of an application. */
export interface ApplicationFacts {
  state: ApplicationState
  /** Of the row: seq of its last event. */
  version: number
  /** The leader's. */
  accountId: string
  leaderName: string
  leaderGone: LeaderGone | null
  unitId: string
  unitName: string
  deskId: string | null
  deskName: string | null
  /** Of the desk that has it, where that is a department; `hasMoved`: its leader belongs elsewhere by now. */
  department: { isActive: boolean; hasMoved: boolean; manager: { name: string; accountId: string | null; since: Date } | null } | null
  revision: number
  arrivedAt: Date | null
  correctUntil: Date | null
  windows: Windows
  /** The last decision that stands, on whichever version; `isActed`: by the unit for a department; `isTouched`: the leader wrote after it. */
  decided: { seq: number; revision: number; level: DeskLevel; deskId: string; deskName: string; outcome: Outcome; at: Date; by: string | null; isActed: boolean; isTouched: boolean } | null
}

/** What silence means here (D11), and now. */
export interface Moment {
  now: Date
  silentDays: number
}

type AtDepartment = Pick<ApplicationFacts, 'state' | 'department' | 'arrivedAt' | 'accountId' | 'correctUntil' | 'windows'>

/**
 * D11, E37: from when on the department counts as silent: after so many days, once its window is over, or, in a correction, whose time is
 * its own (E53), on its last day; the earliest of them. Null where it lies at none.
 */
export function silentFrom(f: AtDepartment, { now, silentDays }: Moment): Date | null {
  if (f.state !== 'department' || !f.arrivedAt) return null
  const [byDays, window] = [addDays(f.arrivedAt, silentDays), f.windows.department]
  const byWindow = isCorrecting(f, now) ? f.correctUntil && addDays(f.correctUntil, -1) : window ? overFrom(window) : null
  return byWindow && byWindow < byDays ? byWindow : byDays
}

/** D11: why the unit may act for the department that has it; null where it may not. A leader is no reviewer of his own (E56). */
export function actedFor(f: AtDepartment, moment: Moment): 'vacant' | 'silent' | null {
  if (f.state !== 'department' || !f.department) return null
  const { manager, isActive } = f.department
  if (!manager || !isActive || manager.accountId === f.accountId) return 'vacant'
  const from = silentFrom(f, moment)
  return from && from <= moment.now ? 'silent' : null
}

/** Nobody is anything but the leader towards his own application (E56, I11). */
export function rolesOf(actor: Actor | null, f: ApplicationFacts, moment: Moment): ApplicationRole[] {
  if (!actor) return []
  if (actor.accountId === f.accountId) return ['leader']
  const scope = actor.mandate?.scopeId ?? null
  const roles: ApplicationRole[] = []
  if (scope !== null && scope === f.deskId) roles.push('desk')
  if (actsAsUnit(actor, f.unitId)) {
    roles.push('unit')
    if (f.leaderGone) roles.push('keeper')
    if (actedFor(f, moment)) roles.push('acting')
  }
  if (f.decided && (scope === f.decided.deskId || (f.decided.isActed && actsAsUnit(actor, f.unitId)))) roles.push('decider')
  return roles
}

/**
 * Why this verb is not open to this actor now; null where it is. The one answer for the verb itself, for lists and batches, and for
 * "why can't I" (N11). Completeness, limits and quota are asked at 提交 and at the unit's pass beside it.
 */
export function whyNot(verb: ApplicationVerb, f: ApplicationFacts, actor: Actor | null, moment: Moment): Refusal | null {
  const roles = rolesOf(actor, f, moment)
  const step = applicationProcedure.step(verb, f.state, roles)
  if (isRefusal(step)) return misplaced(verb, f, actor, roles, moment)
  switch (verb) {
    case 'change': return null
    case 'submit': return leaderWindow(f, moment)
    case 'drop': return f.revision > 0 ? refuse('applications.was_submitted', { status: 409 }) : null
    // What came back and is not to be corrected is given up: its places in the limits are free again (E58).
    case 'withdraw': return f.state === 'returned' ? null : (actedAlready(f) ?? deskClosed(f, moment))
    case 'undo': return tooLateToUndo(f, moment)
    case 'reroute': return whyNotReroute(f, moment)
    case 'reassign': return null
    default: return deskWindow(f, moment, roles.includes('acting') || roles.includes('keeper'))
  }
}

/** Nobody may, or not here, or not any more: with who has it, since when, or what became of it (E20, E54). */
function misplaced(verb: ApplicationVerb, f: ApplicationFacts, actor: Actor | null, roles: readonly ApplicationRole[], moment: Moment): Refusal {
  const isDeskVerb = verb in outcomeOf
  if (roles.includes('leader')) return isDeskVerb || verb === 'undo' || verb === 'reroute' || verb === 'reassign' ? refuse('applications.own', { status: 403 }) : stateRefusal(f, actor)
  if (verb === 'undo') return f.decided ? refuse('applications.undo.touched', { status: 409, params: { desk: f.deskName ?? '' } }) : refuse('applications.undo.nothing', { status: 409 })
  if (verb === 'reassign' && roles.includes('unit')) return whyNotReassign(f, actor)
  if (!isDeskVerb && verb !== 'reroute') return refuse('applications.not_yours', { status: 403 })
  if (!isUnderWay(f.state) || roles.includes('desk') || verb === 'reroute') return stateRefusal(f, actor)
  // S2-79, S2-87: who looks at it elsewhere reads who has it.
  if (f.state === 'department' && actor && actsAsUnit(actor, f.unitId)) {
    const [manager, from] = [f.department?.manager, silentFrom(f, moment)]
    return refuse('applications.at_department', {
      status: 409, params: { desk: f.deskName ?? '', manager: manager?.name ?? '', since: f.arrivedAt ? minuteOf(f.arrivedAt) : '', from: from ? minuteOf(from) : '' },
    })
  }
  return refuse('applications.at_level', { status: 409, params: { level: f.state, desk: f.deskName ?? '', since: f.arrivedAt ? minuteOf(f.arrivedAt) : '' } })
}

/** Where it stands instead, and by whom it was brought there: whoever comes second at a desk hears who was first (E20, E54); others hear the desk. */
function stateRefusal(f: ApplicationFacts, actor: Actor | null): Refusal {
  const isOfDesk = f.decided !== null && (actor?.mandate?.scopeId === f.decided.deskId || (f.decided.isActed && actsAsUnit(actor, f.unitId)))
  return refuse(`applications.state.${f.state}`, {
    status: 409,
    params: {
      desk: f.deskName ?? '', since: f.arrivedAt ? minuteOf(f.arrivedAt) : '', time: f.decided ? minuteOf(f.decided.at) : '',
      by: (isOfDesk ? f.decided?.by : null) ?? f.decided?.deskName ?? '',
    },
  })
}

/** Whether the correction window that the bureau opened is running (E53): it beats the windows of all levels. */
export const isCorrecting = (f: Pick<ApplicationFacts, 'correctUntil'>, now: Date): boolean => f.correctUntil !== null && now < f.correctUntil

/** The rule, the clock, and, in the words, what can be done. */
function closedWindow(level: Level, f: Pick<ApplicationFacts, 'correctUntil' | 'windows'>, { now }: Moment): Refusal | null {
  if (isCorrecting(f, now)) return null
  const window = f.windows[level] ?? null
  const when = whenOpen(window, now)
  if (when === 'open' || !window) return null
  // The second counts here (E55): minutes alone would leave open who was right.
  if (f.correctUntil && f.correctUntil > window.closesAt) return refuse('applications.correction.late', { status: 409, params: { until: endOf(f.correctUntil), now: secondOf(now) } })
  return when === 'before'
    ? refuse('applications.window.early', { status: 409, params: { level, opens: secondOf(window.opensAt), now: secondOf(now) } })
    : refuse('applications.window.late', { status: 409, params: { level, closed: endOf(window.closesAt), now: secondOf(now) } })
}

const leaderWindow = (f: ApplicationFacts, moment: Moment): Refusal | null => closedWindow('leader', f, moment)

/** Each level acts within its own window; the unit that acts for a department has its own as well (E37). */
function deskWindow(f: ApplicationFacts, moment: Moment, isActing: boolean): Refusal | null {
  if (!isUnderWay(f.state)) return null
  const own = closedWindow(f.state, f, moment)
  return own && isActing ? closedWindow('unit', f, moment) : own
}

/** D9: only its closing counts for the leader: before the desk's window has opened nobody has acted. */
function deskClosed(f: ApplicationFacts, moment: Moment): Refusal | null {
  const closed = deskWindow(f, moment, false)
  return closed?.code === 'applications.window.early' ? null : closed
}

/** D9: until a desk has acted on this version. */
const actedAlready = (f: ApplicationFacts): Refusal | null =>
  f.decided?.revision === f.revision
    ? refuse('applications.acted_already', { status: 409, params: { desk: f.decided.deskName, time: minuteOf(f.decided.at) } })
    : null

/** E34: what lies at a department that was closed or left without manager, or whose leader was moved elsewhere. */
const whyNotReroute = (f: ApplicationFacts, moment: Moment): Refusal | null =>
  f.department?.hasMoved || actedFor(f, moment) === 'vacant' ? null : refuse('applications.reroute.not_closed', { status: 409, params: { desk: f.deskName ?? '' } })

/** E10: not from somebody who is there; what lies at a department or the unit is returned first, what is above the unit is no longer its own. */
function whyNotReassign(f: ApplicationFacts, actor: Actor | null): Refusal {
  if (!f.leaderGone) return refuse('applications.reassign.leader_here', { status: 409, params: { leader: f.leaderName } })
  return f.state === 'department' || f.state === 'unit' ? refuse('applications.reassign.under_way', { status: 409, params: { desk: f.deskName ?? '' } }) : stateRefusal(f, actor)
}

/** E51 */
function tooLateToUndo(f: ApplicationFacts, moment: Moment): Refusal | null {
  const { decided, version } = f
  if (!decided) return refuse('applications.undo.nothing', { status: 409 })
  if (decided.seq !== version || decided.isTouched) return refuse('applications.undo.touched', { status: 409, params: { desk: '' } })
  if (addMinutes(decided.at, undoMinutes) <= moment.now) return refuse('applications.undo.late', { status: 409, params: { minutes: undoMinutes } })
  if (decided.outcome !== 'passed') return null
  // Back at a level whose window has closed, nobody could pass it any more.
  const own = closedWindow(decided.level, f, moment)
  return own && decided.isActed ? closedWindow('unit', f, moment) : own
}

/** Until when the last decision can be taken back; null where it cannot. */
export const undoUntilOf = (f: ApplicationFacts, actor: Actor | null, moment: Moment): Date | null =>
  f.decided && whyNot('undo', f, actor, moment) === null ? addMinutes(f.decided.at, undoMinutes) : null
