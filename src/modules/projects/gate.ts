import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { ReviewState } from '../profiles/state.ts'
import type { Access } from '../subsystems/access.ts'

export const projectVerbs = ['enter', 'begin', 'submit'] as const
export type ProjectVerb = (typeof projectVerbs)[number]

export const gateRefusals = [
  'projects.not_here', 'projects.profile_incomplete', 'projects.profile_pending', 'projects.profile_refused', 'projects.profile_unapproved', 'projects.no_call',
] as const

/** As of now. */
export interface GateFacts {
  /** D25: null where 项目管理 is everybody's; else the right to it as to any other subsystem, `unknown` where there is none of that name. */
  access: Access | 'unknown' | null
  /** S2-62: of the own personal information; null for the unit account, which has none. */
  profile: { isComplete: boolean; isApproved: boolean; state: ReviewState | null } | null
  openCalls: number
  /** E14: an open call counts whoever handed his information in before a time, and he did. */
  isHandedInInTime: boolean
}

/** D25: whether 项目管理 is this reader's at all. */
export function entryRefusal(access: GateFacts['access']): Refusal | null {
  if (access === null) return null
  if (access === 'unknown') return refuse('projects.not_here', { status: 409 })
  return access.may ? null : refuse(access.code, { status: 409 })
}

/** S2-62, D4: what the own personal information lacks. */
function profileRefusal(verb: ProjectVerb, profile: GateFacts['profile']): Refusal | null {
  if (verb === 'enter' || !profile) return null
  // E25: who manages a secondary unit acts once his own information is complete.
  if (!profile.isComplete) return refuse('projects.profile_incomplete', { status: 409 })
  // D4: drafting always; an older approved version is enough to submit.
  if (verb === 'begin' || profile.isApproved) return null
  return refuse(profile.state === 'pending' ? 'projects.profile_pending' : profile.state === 'refused' ? 'projects.profile_refused' : 'projects.profile_unapproved', { status: 409 })
}

/**
 * What the own personal information lacks for acting in projects (S2-62, D4); null where it is enough. E14: handed in in time and still
 * under review is as good as approved, where a call says so.
 */
export function profileProblem(verb: ProjectVerb, { profile, isHandedInInTime }: Pick<GateFacts, 'profile' | 'isHandedInInTime'>): Refusal | null {
  const problem = profileRefusal(verb, profile)
  return problem?.code === 'projects.profile_pending' && isHandedInInTime ? null : problem
}

/** Why an application cannot be begun or submitted now; null where it can. */
export function whyNot(verb: ProjectVerb, facts: GateFacts): Refusal | null {
  const first = entryRefusal(facts.access) ?? profileProblem(verb, facts)
  if (first || verb === 'enter') return first
  return facts.openCalls > 0 ? null : refuse('projects.no_call', { status: 409 })
}
