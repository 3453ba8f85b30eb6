import { endOf, secondOf } from '../../../kernel/clock.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { eligibilityRefusal, type EligibilityAnswer } from '../../calls/eligibility.ts'
import { whenOpen } from '../../calls/windows.ts'
import { entryRefusal, profileProblem, type GateFacts } from '../../projects/gate.ts'

/** Who wants to begin or to submit, and in which call, as of now. */
export interface StartFacts {
  access: GateFacts['access']
  profile: NonNullable<GateFacts['profile']> | null
  /** E14: handed in before the time that the call names: it counts as approved. */
  isHandedInInTime: boolean
  unit: { id: string; isActive: boolean } | null
  /** The unit disabled the person (E10). */
  isDisabled: boolean
  /** null: there is no such call, or it was withdrawn. */
  window: { opensAt: Date; closesAt: Date } | null
  eligibility: readonly EligibilityAnswer[]
}

/** Why an application of this call cannot be begun now; null where it can. What one can mend oneself stands first. */
export const whyNotBegin = (f: StartFacts, now: Date): Refusal | null => standing('begin', f) ?? windowProblem(f, now) ?? eligibilityRefusal('begin', f.eligibility)

/** Nobody fills the platform with drafts: so many that were never submitted may one leader have at a time. */
export const mostDrafts = 50
export const whyNotAnother = (drafts: number): Refusal | null => (drafts < mostDrafts ? null : refuse('applications.drafts.most', { status: 409, params: { most: mostDrafts } }))

/** The same of 提交, where the window is asked by the procedure, with the correction window (`whyNot`). */
export const whyNotHandIn = (f: StartFacts): Refusal | null => standing('submit', f) ?? eligibilityRefusal('submit', f.eligibility)

function standing(verb: 'begin' | 'submit', f: StartFacts): Refusal | null {
  const entry = entryRefusal(f.access)
  if (entry) return entry
  if (!f.unit) return refuse('applications.no_unit', { status: 409 })
  if (!f.unit.isActive) return refuse('applications.unit_suspended', { status: 409 })
  if (f.isDisabled) return refuse('applications.disabled', { status: 409 })
  if (!f.window) return refuse('applications.call_closed', { status: 409 })
  return f.profile ? profileProblem(verb, f) : refuse('projects.profile_incomplete', { status: 409 })
}

function windowProblem({ window }: StartFacts, now: Date): Refusal | null {
  const when = whenOpen(window, now)
  if (when === 'open' || !window) return null
  return when === 'before'
    ? refuse('applications.window.early', { status: 409, params: { level: 'leader', opens: secondOf(window.opensAt), now: secondOf(now) } })
    : refuse('applications.window.late', { status: 409, params: { level: 'leader', closed: endOf(window.closesAt), now: secondOf(now) } })
}
