import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { whyNotHandIn, type StartFacts } from '../mine/start.ts'

/**
 * E10: why somebody of the unit cannot lead an application whose leader is gone: what he could not submit, he is not given. Said of him to
 * the unit, so with the rule and nothing of what stands behind it.
 */
export function whyNotLead(name: string, facts: StartFacts): Refusal | null {
  const refusal = whyNotHandIn(facts)
  if (!refusal) return null
  const { code, params } = refusal
  if (code === 'applications.call_closed' || code === 'applications.unit_suspended') return refusal
  if (code === 'calls.not_eligible' || code === 'calls.fact_missing') return refuse('applications.successor.not_eligible', { status: 409, params: { name, ...ruleIn(params) } })
  return refuse(code.startsWith('projects.profile_') ? 'applications.successor.profile' : 'applications.successor.closed', { status: 409, params: { name } })
}

/** The rule that a refusal names, in both languages. */
const ruleIn = (params: Refusal['params']) => ({ rule: params.rule ?? '', ruleEn: params.ruleEn ?? params.rule ?? '' })

/** E58, N22: of his places the unit hears the rule that has none left, neither how many he has nor where. */
export const fullRefusal = (name: string, { params }: Refusal): Refusal => refuse('applications.successor.full', { status: 409, params: { name, ...ruleIn(params) } })
