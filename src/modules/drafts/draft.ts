import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { PersonState } from '../people/person.ts'
import type { Lock } from './fields.ts'

/** What decides whether anything of a draft may be changed now. Pure. */
export interface DraftFacts {
  lock: Lock
  /** Fields that a return unlocked (D18). */
  marks: readonly string[]
  /** Of the leader. */
  person: PersonState
  /** Whether the unit of the application is in force. */
  unitIsActive: boolean
  /** D25, E11: whether 项目管理 is open to the leader. */
  isOpenToHim: boolean
}

/** What `frozenBy` and `lockedBy` say. */
export const frozenCodes = ['drafts.frozen.disabled', 'drafts.frozen.unit', 'drafts.frozen.module'] as const
export const lockedCodes = ['drafts.locked', 'drafts.not_marked'] as const

/** E10, E11: nothing is deleted and everything stays visible; only writing waits until the reason is gone. */
export function frozenBy(facts: Pick<DraftFacts, 'person' | 'unitIsActive' | 'isOpenToHim'>): Refusal | null {
  if (facts.person === 'disabled') return refuse('drafts.frozen.disabled', { status: 409 })
  if (!facts.unitIsActive) return refuse('drafts.frozen.unit', { status: 409 })
  return facts.isOpenToHim ? null : refuse('drafts.frozen.module', { status: 409 })
}

/** E39, D18: what is under way is not written on; after a return only what was marked. */
export function lockedBy({ lock, marks }: Pick<DraftFacts, 'lock' | 'marks'>, field: string): Refusal | null {
  if (lock === 'locked') return refuse('drafts.locked', { status: 409 })
  return lock === 'open' || marks.includes(field) ? null : refuse('drafts.not_marked', { status: 409 })
}

/** Why a field cannot be written now; null where it can. */
export const whyNotWrite = (facts: DraftFacts, field: string): Refusal | null => frozenBy(facts) ?? lockedBy(facts, field)
