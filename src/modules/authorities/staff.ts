import { refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'

/** Posts that the platform's desk gives; the unit account comes of a registration, a person of his own. */
export const staffPosts = ['authority_officer', 'platform_admin', 'support_officer'] as const

/** People who act for an authority or the platform. Pure: what the desk may do with one of them. */
export type StaffPost = (typeof staffPosts)[number]
export type StaffVerb = 'grant' | 'end' | 'disable' | 'enable' | 'resetSecondFactor' | 'resendLink'

export interface StaffFacts {
  yourself: boolean
  state: 'active' | 'disabled'
  secondFactor: boolean
  mandates: number
}

/** No one decides on himself: what happens to one's own account is another administrator's to do. */
export function canOf(facts: StaffFacts): StaffVerb[] {
  if (facts.yourself) return []
  if (facts.state === 'disabled') return ['enable']
  return ['grant', ...(facts.mandates > 0 ? (['end'] as const) : []), 'disable', ...(facts.secondFactor ? (['resetSecondFactor'] as const) : []), 'resendLink']
}

export const notYourself = (actorId: string | undefined, accountId: string): Refusal | null =>
  actorId === accountId ? refuse('staff.yourself', { status: 403 }) : null

/** An officer acts for an authority; an administrator and the technical support (S1-58) for the platform. */
export function scopeOf(post: StaffPost, authorityId: string | null | undefined): { scopeId: string | null } | Refusal {
  if (post !== 'authority_officer') return { scopeId: null }
  return authorityId ? { scopeId: authorityId } : refuseField('authorityId', 'staff.choose_authority')
}
