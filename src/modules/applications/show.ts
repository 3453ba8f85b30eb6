import type { Actor } from '../../kernel/actor.ts'
import { actsAsUnit } from '../../kernel/actor.ts'
import type { PastEvent } from '../../platform/journal.ts'
import { whenOpen } from '../calls/windows.ts'
import { closingOf } from '../drafts/hand-in.ts'
import { isCorrecting, type ApplicationFacts } from './application.ts'
import type { DecisionRow } from './store/decisions.ts'
import type { FactRow } from './store/facts.ts'
import { levelAfter } from './route.ts'
import { deskLevels, headlineOf, isUnderWay, isUnsubmitted, type ApplicationState, type DeskLevel } from './state.ts'

const iso = (time: Date | null): string | null => time?.toISOString() ?? null

/** Where it stands and who has it. */
export const standingOf = (row: FactRow) => ({
  state: row.state, headline: headlineOf(row.state), next: isUnderWay(row.state) ? levelAfter({ authority: row.authority_desk }, row.state) : null,
  desk: row.desk_id ? { id: row.desk_id, name: row.desk_name ?? '' } : null, arrivedAt: iso(row.arrived_at), queuedAt: iso(row.queued_at), isFast: row.is_fast,
  returnedBy: row.returned_by, correctUntil: iso(row.correct_until),
})

/** The desks of its way by level, and what they are called. */
export interface NamedRoute {
  department: { id: string; name: string } | null
  unit: { id: string; name: string }
  authority: { id: string; name: string } | null
  bureau: { id: string; name: string } | null
}

/** Each level with its desk and its window; the correction window stands in for all of them where it is the later one (E53). */
export function routeShown(row: FactRow, facts: ApplicationFacts, route: NamedRoute, now: Date) {
  const passed = isUnderWay(row.state) ? deskLevels.indexOf(row.state) : isUnsubmitted(row.state) ? -1 : deskLevels.length
  const shown = (level: 'leader' | DeskLevel, name: string, isHere: boolean, isDone: boolean) => {
    const window = facts.windows[level] ?? null
    const correcting = isCorrecting(facts, now)
    return {
      level, name, opensAt: iso(window?.opensAt ?? null),
      closesAt: iso(window || correcting ? (closingOf(window?.closesAt ?? null, facts.correctUntil)?.at ?? null) : null),
      isOpen: correcting || whenOpen(window, now) === 'open', at: isHere, done: isDone,
    }
  }
  return [
    shown('leader', row.leader_name, isUnsubmitted(row.state), !isUnsubmitted(row.state)),
    ...deskLevels.flatMap((level, i) => {
      const desk = route[level]
      return desk ? [shown(level, desk.name, row.state === level, i < passed)] : []
    }),
  ]
}

/** Whose name the reader learns: of his own desk and of desks within his own unit; of all others the desk alone. */
const knows = (reader: Actor, deskId: string | null, unitId: string): boolean =>
  deskId !== null && (reader.mandate?.scopeId === deskId || actsAsUnit(reader, unitId))

const levelOf = (value: unknown): DeskLevel | null => (deskLevels as readonly unknown[]).includes(value) ? (value as DeskLevel) : null
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const isAbove = (level: unknown): boolean => level === 'authority' || level === 'bureau'
/** With the leader, the department or the unit. */
export const isBelow = (state: ApplicationState): boolean => isUnsubmitted(state) || (isUnderWay(state) && !isAbove(state))

/**
 * 1.3.2: what authority and bureau know of it while it is below: everything up to what was decided above the unit last on the versions
 * that they read, and that this was taken back. What the unit and its people have done with it since (another leader, another
 * department, a withdrawal) is not for them before it has come up again.
 */
export function knownAbove<E extends Pick<PastEvent, 'seq' | 'event' | 'body'>>(decisions: readonly DecisionRow[], events: readonly E[], revision: number) {
  const last = Math.max(0, ...decisions.filter((d) => isAbove(d.level) && d.revision <= revision).map(({ seq }) => seq))
  return {
    decisions: decisions.filter(({ seq }) => seq <= last),
    events: events.filter(({ seq, event, body }) => seq <= last || (event === 'undone' && isAbove(body.level) && Number(body.seq) <= last)),
  }
}

/** Why the unit gave it to another leader or department is said to them and to the unit; above the unit only that it did. */
const isInner = (event: string): boolean => event === 'reassigned' || event === 'rerouted'
const isOfficer = ({ mandate }: Actor): boolean => mandate?.post === 'authority_officer'

export const decisionsShown = (rows: readonly DecisionRow[], names: ReadonlyMap<string, string>, reader: Actor, row: FactRow) =>
  rows.map((d) => ({
    seq: d.seq, revision: d.revision, level: d.level, desk: names.get(d.deskId) ?? '', outcome: d.outcome, at: d.at.toISOString(),
    by: d.level !== 'bureau' && d.level !== 'authority' && knows(reader, d.deskId, row.unit_id) ? d.by : reader.mandate?.scopeId === d.deskId ? d.by : null,
    codes: [...d.codes], comment: d.comment, marks: d.marks.map((mark) => ({ ...mark, codes: [...mark.codes] })), actedFor: isOfficer(reader) && d.actedFor === 'gone' ? null : d.actedFor, undoneAt: iso(d.undoneAt), correctUntil: iso(d.correctUntil),
  }))

export const timelineShown = (events: readonly PastEvent[], reader: Actor, row: FactRow) =>
  events.map(({ event, body, private: own, at, actorName, mandate }) => {
    const isLeaders = ['begun', 'submitted', 'withdrawn', 'opened', 'dropped'].includes(event)
    const level = levelOf(body.level)
    return {
      event, at: text(body.at) ?? at.toISOString(), by: isLeaders ? (text(own?.leaderName) ?? actorName) : knows(reader, mandate?.scopeId ?? null, row.unit_id) ? actorName : null,
      revision: typeof body.revision === 'number' ? body.revision : null, level,
      desk: isLeaders ? null : (text(body.desk) ?? mandate?.scopeName ?? null), to: isLeaders ? text(body.desk) : event === 'reassigned' ? text(own?.leaderName) : text(body.toDesk),
      codes: Array.isArray(body.codes) ? body.codes.map(String) : [], comment: isOfficer(reader) && isInner(event) ? null : text(own?.text),
      actForReason: isOfficer(reader) && body.actedFor === 'gone' ? null : text(own?.actForReason), correctUntil: text(body.correctUntil), isFast: body.isFast === true,
    }
  })
