import { refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'

/** People who act for an authority or the platform. Pure: what the desk may do with one of them. */
export type StaffPost = 'authority_officer' | 'platform_admin'
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

/** An officer acts for an authority, an administrator for none. */
export function scopeOf(post: StaffPost, authorityId: string | null | undefined): { scopeId: string | null } | Refusal {
  if (post === 'platform_admin') return { scopeId: null }
  return authorityId ? { scopeId: authorityId } : refuseField('authorityId', 'staff.choose_authority')
}
