import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Lock } from './fields.ts'

type Answer = 'confirm' | 'decline' | 'leave'

/**
 * What an answer makes of an invitation, or why it cannot be given now: each is answered once, and left once. Who declined or left
 * takes part only where he is invited anew.
 */
export function answered(one: { state: 'invited' | 'confirmed' | 'declined'; lock: Lock }, answer: Answer): 'confirmed' | 'declined' | Refusal {
  if (one.lock === 'locked') return refuse('drafts.invitation.under_way', { status: 409 })
  if (one.state !== (answer === 'leave' ? 'confirmed' : 'invited')) return refuse('drafts.invitation.answered', { status: 409 })
  return answer === 'confirm' ? 'confirmed' : 'declined'
}
