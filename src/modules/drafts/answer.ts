import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Lock } from './fields.ts'

type Answer = 'confirm' | 'decline' | 'leave'

/** What an answer makes of an invitation, or why it cannot be given now. */
export function answered(one: { state: 'invited' | 'confirmed' | 'declined'; lock: Lock }, answer: Answer): 'confirmed' | 'declined' | Refusal {
  if (one.lock === 'locked') return refuse('drafts.invitation.under_way', { status: 409 })
  if (answer === 'confirm' ? one.state === 'confirmed' : one.state === 'declined') return refuse('drafts.invitation.answered', { status: 409 })
  if (answer === 'leave' && one.state !== 'confirmed') return refuse('drafts.invitation.answered', { status: 409 })
  if (answer === 'decline' && one.state !== 'invited') return refuse('drafts.invitation.answered', { status: 409 })
  return answer === 'confirm' ? 'confirmed' : 'declined'
}
