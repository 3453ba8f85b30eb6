import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import type { Tools } from '../../../platform/tools.ts'
import { accessTo } from '../access.ts'
import { entrantOf } from '../facts-store.ts'
import { guestOf } from './guest.ts'

/**
 * When somebody must be shown a page before a code is given. Whether he is signed in is said by the platform's session
 * alone; whether he may enter, by the law of the room, as of now. Consent is not asked for: a registered subsystem is
 * part of the platform.
 */
export function policyFor(tools: Tools) {
  const { Check, Prompt, base } = interactionPolicy
  const policy = base()
  policy.remove('consent')
  const isOther = (ctx: KoaContextWithOIDC) => {
    const { person } = guestOf(ctx)
    return !person || ctx.oidc.session?.uid !== person.sessionId || ctx.oidc.session.accountId !== person.id
  }
  policy.get('login')?.checks.add(new Check('other_session', 'the platform has no such session', 'login_required', isOther))
  policy.add(new Prompt({ name: 'access', requestable: false }, new Check('access_refused', 'not allowed to enter', 'access_denied', async (ctx) => {
    const actor = guestOf(ctx).frame.actor
    const entrant = actor && (await entrantOf(tools.db, actor.accountId, ctx.oidc.client?.clientId ?? ''))
    return !entrant || !accessTo(entrant.facts).may
  })))
  return policy
}
