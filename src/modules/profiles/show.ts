import { maskDocument } from '../../codes/mask.ts'
import type { PastEvent } from '../../platform/journal.ts'
import type { ReviewedField } from './fields.ts'
import type { Revision } from './profile.ts'

export const showDocument = ({ type, number }: { type: string; number: string }) => ({ type, number: maskDocument(number) })

export const showRevision = (r: Revision) => ({
  revision: r.version, unit: { id: r.unitId, name: r.unitName },
  secondaryUnit: r.secondaryUnitId && r.secondaryUnitName ? { id: r.secondaryUnitId, name: r.secondaryUnitName } : null,
  documentType: r.document.type, document: maskDocument(r.document.number), education: r.education, degree: r.degree, title: r.title, position: r.position,
  submittedAt: r.submittedAt.toISOString(),
})

export interface Decided {
  outcome: 'approved' | 'refused' | 'withdrawn'
  at: string
  by: string | null
  reason: string | null
  reasonCodes: string[]
  actedFor: 'vacant' | 'silent' | null
}

const text = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)

/** To the person a desk appears by its name; to the desk, who acted for it. The person himself by his name, the platform not at all. */
function byOf(e: PastEvent, personName: string, to: 'person' | 'desk'): string | null {
  if (!e.mandate) return e.actorName === null ? null : personName
  const isDecision = ['approved', 'refused', 'moved', 'left'].includes(e.event)
  if (!isDecision) return personName
  return to === 'desk' ? e.actorName : e.mandate.scopeName || personName
}

const shown = (e: PastEvent, personName: string, to: 'person' | 'desk') => ({
  event: e.event, at: e.at.toISOString(), by: byOf(e, personName, to), revision: typeof e.body.revision === 'number' ? e.body.revision : null,
  desk: text(e.body.desk), reason: text(e.private?.reason), reasonCodes: Array.isArray(e.body.reasonCodes) ? e.body.reasonCodes.map(String) : [],
  actForReason: text(e.private?.actForReason),
})

/** Everything that happened, to the person himself. */
export const ownTimeline = (events: readonly PastEvent[], personName: string) => events.map((e) => shown(e, personName, 'person'))

/** To a unit: what was submitted to it and what became of that (E40), and that other values changed meanwhile, not which. */
export const deskTimeline = (events: readonly PastEvent[], personName: string, unitId: string) =>
  events.filter((e) => e.body.unitId === unitId).map((e) => shown(e, personName, 'desk'))

/** What was new in a version when it was submitted, as the journal has it. */
export function changedIn(events: readonly PastEvent[], version: number): ReviewedField[] {
  const submitted = events.find((e) => e.event === 'submitted' && e.body.revision === version)
  return Array.isArray(submitted?.body.changed) ? (submitted.body.changed as ReviewedField[]) : []
}

/** The decision on a version, in the name of whoever decided. */
export function decisionIn(events: readonly PastEvent[], version: number, to: 'person' | 'desk', personName: string): Decided | null {
  // Who left while it waited took it along.
  const e = events.find(({ event, body }) => body.revision === version && ['approved', 'refused', 'withdrawn', 'left'].includes(event))
  if (!e) return null
  const { by, at, reason, reasonCodes } = shown(e, personName, to)
  const actedFor = e.body.actedFor === 'vacant' || e.body.actedFor === 'silent' ? e.body.actedFor : null
  return { outcome: e.event === 'left' ? 'withdrawn' : (e.event as Decided['outcome']), at, by, reason, reasonCodes, actedFor }
}
