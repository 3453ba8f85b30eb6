import type { Actor } from '../../kernel/actor.ts'
import type { Guard } from '../../kernel/contract.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** A session as the accounts room finds it: `full`, or with the second factor still to show or to set up. */
export interface Signed {
  actor: Actor
  stage: 'full' | 'second_factor' | 'second_factor_setup'
}

/** The first of the three layers of guards.md, section 2: may this session call this route at all. */
export function admit(guard: Guard, signed: Signed | null): Refusal | null {
  if (guard === 'anyone') return null
  if (!signed) return refuse('sign_in_first', { status: 401 })
  if (guard === 'half_session') return null
  if (signed.stage !== 'full') return refuse('second_factor_first', { status: 401 })
  if (guard === 'session') return null
  const post = signed.actor.mandate?.post
  return post && guard.includes(post) ? null : refuse('not_your_post', { status: 403 })
}

/** Who acts: somebody whose second factor is still to come is nobody yet, but where a half session is asked for. */
export const actorFor = (guard: Guard, signed: Signed | null): Actor | null =>
  signed && (signed.stage === 'full' || guard === 'half_session') ? signed.actor : null
