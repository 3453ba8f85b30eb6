import { procedure } from '../../kernel/process.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Outcome } from './plan.ts'

/**
 * One import of accounts of the older system. Checked first, then imported as a whole: there is no half of one. It is not
 * taken back afterwards: names, mailboxes and units are used from the first minute, others refer to them, and a mail may
 * have gone out; what was wrong is disabled account by account (or the unit suspended).
 */
export const importStates = ['checking', 'checked', 'unreadable', 'importing', 'imported', 'discarded'] as const
export type ImportState = (typeof importStates)[number]
export type ImportRole = 'desk' | 'platform'

export const importProcedure = procedure([
  // Another encoding or separator; or once more, after others registered meanwhile.
  { verb: 'recheck', from: ['checked', 'unreadable'], to: 'checking', by: ['desk'] },
  { verb: 'finish_check', from: ['checking'], to: 'checked', by: ['platform'] },
  { verb: 'give_up_check', from: ['checking'], to: 'unreadable', by: ['platform'] },
  { verb: 'start', from: ['checked'], to: 'importing', by: ['desk'] },
  { verb: 'finish', from: ['importing'], to: 'imported', by: ['platform'] },
  // Refused by the database, or failed again and again: nothing was written.
  { verb: 'fall_back', from: ['importing'], to: 'checked', by: ['platform'] },
  // Nobody came back: the file holds personal data and is not kept.
  { verb: 'expire', from: ['checked', 'unreadable'], to: 'discarded', by: ['platform'] },
  { verb: 'discard', from: ['checking', 'checked', 'unreadable'], to: 'discarded', by: ['desk'] },
] as const)

export type ImportVerb = (typeof importProcedure.steps)[number]['verb']

export type PlatformVerb = Extract<ImportVerb, 'finish_check' | 'give_up_check' | 'finish' | 'fall_back' | 'expire'>

/** Where a step of the platform itself leads; null where it is not open (any more): whoever was faster has the last word. */
export function platformStep(verb: PlatformVerb, one: { state: ImportState } | null): ImportState | null {
  const step = one && importProcedure.step(verb, one.state, ['platform'])
  return step && !isRefusal(step) ? step.to : null
}

export const statesBefore = (verb: PlatformVerb): ImportState[] => importStates.filter((state) => platformStep(verb, { state }))
/** Nothing follows: the file is not needed any more. */
export const endStates = importStates.filter((state) => importProcedure.can(state, ['desk', 'platform']).length === 0)

export type Counts = Readonly<Record<Outcome, number>>

/** What may be done with it now. Nothing is imported where nothing is new. */
export const canOf = (state: ImportState, counts: Counts): ImportVerb[] =>
  importProcedure.can(state, ['desk']).filter((verb) => verb !== 'start' || counts.ok_new > 0)

/** So long the file and what it says of people are kept where nobody imported or discarded it. */
export const keptDays = 14
/** So often a check or an import may fail before it is given up. */
export const mostAttempts = 3
