import { minuteOf } from '../../kernel/clock.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Level } from './document.ts'
import type { CallState } from './fields.ts'

/** A call as its row is; the draft that the bureau writes on has a version of its own, and no journal. */
export interface CallRow {
  id: string
  code: string
  state: CallState
  /** The version in force, or, of a withdrawn call, the last that was. */
  published: number | null
  title: string
  /** Seq of its last journal event. */
  version: number
  madeBy: string
  madeAt: Date
  changedAt: Date
  publishedAt: Date | null
}

export type CallEvent =
  | { event: 'begun'; code: string; title: string; by: string; at: string; copyOf: string | null }
  | { event: 'published'; published: number; title: string; hash: string; note: string; at: string }
  | { event: 'windows_moved'; levels: { level: Level; nth: number; opensAt: string; closesAt: string }[]; begunBefore: string | null; reason: string; at: string }
  | { event: 'withdrawn'; reason: string; at: string }

/** The row after an event: replay of the journal gives the row. */
export function evolveCall(before: CallRow | null, id: string, e: CallEvent): CallRow {
  if (e.event === 'begun') {
    const at = new Date(e.at)
    return { id, code: e.code, state: 'draft', published: null, title: e.title, version: 1, madeBy: e.by, madeAt: at, changedAt: at, publishedAt: null }
  }
  if (!before) throw new Error(`the call ${id} has ${e.event} before it was begun`)
  const after = { ...before, version: before.version + 1, changedAt: new Date(e.at) }
  switch (e.event) {
    case 'published': return { ...after, state: 'published', published: e.published, title: e.title, publishedAt: before.publishedAt ?? after.changedAt }
    case 'windows_moved': return after
    case 'withdrawn': return { ...after, state: 'withdrawn' }
  }
}

export const callVerbs = ['edit', 'copy', 'publish', 'moveWindows', 'withdraw'] as const
export type CallVerb = 'begin' | (typeof callVerbs)[number]

/** As of now. */
export interface CallFacts {
  isBureau: boolean
  /** null for `begin`. */
  call: Pick<CallRow, 'state' | 'published' | 'changedAt'> | null
  /** Applications in it that were submitted at least once. */
  submitted: number
  /** Of the saved draft; null where nobody looked. */
  problems: number | null
  /** Whether the draft says anything else than the version in force. */
  isChanged: boolean
}

/** Why a call cannot be begun, written, published, moved or withdrawn now; null where it can. */
export function whyNot(verb: CallVerb, { isBureau, call, submitted, problems, isChanged }: CallFacts): Refusal | null {
  if (!isBureau) return refuse('calls.bureau_only', { status: 403 })
  if (verb === 'begin' || verb === 'copy' || !call) return null
  if (call.state === 'withdrawn') return refuse('calls.withdrawn_already', { status: 409, params: { time: minuteOf(call.changedAt) } })
  switch (verb) {
    case 'edit': return null
    case 'publish':
      if (problems) return refuse('calls.broken', { status: 422, params: { n: problems } })
      return call.state === 'published' && !isChanged ? refuse('calls.unchanged', { status: 409 }) : null
    case 'moveWindows': return call.published === null ? refuse('calls.unpublished', { status: 409 }) : null
    case 'withdraw': return submitted > 0 ? refuse('calls.has_applications', { status: 409, params: { n: submitted } }) : null
  }
}
