import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import type { Tools } from '../../../platform/tools.ts'
import { accessTo } from '../access.ts'
import { entrantOf } from '../facts-store.ts'
import { guestOf } from './guest.ts'

/** The session that signed in for this step (noteReauthenticated); null where nobody had to. */
const answeredBy = (ctx: KoaContextWithOIDC): unknown => ctx.oidc.result?.by ?? null

/** Whoever goes on signed in after the question was put: that is as new as a sign-in can be, whatever `max_age` says. */
const hasAnswered = (ctx: KoaContextWithOIDC): boolean => {
  const by = answeredBy(ctx)
  return by !== null && by === guestOf(ctx).person?.sessionId
}

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
  const login = policy.get('login')
  login?.checks.add(new Check('other_session', 'the platform has no such session', 'login_required', isOther))
  login?.checks.add(new Check('answered_elsewhere', 'another browser signed in', 'login_required', (ctx) => answeredBy(ctx) !== null && !hasAnswered(ctx)))
  login?.checks.remove('max_age')
  login?.checks.add(new Check('max_age', 'the sign-in is too old', 'login_required', (ctx) => {
    const { params: { max_age: seconds } = {} } = ctx.oidc
    if (seconds === undefined || hasAnswered(ctx)) return false
    const { person } = guestOf(ctx)
    return !person || tools.clock.now().getTime() - person.signedInAt.getTime() > Number(seconds) * 1000
  }))
  policy.add(new Prompt({ name: 'access', requestable: false }, new Check('access_refused', 'not allowed to enter', 'access_denied', async (ctx) => {
    const actor = guestOf(ctx).frame.actor
    const entrant = actor && (await entrantOf(tools.db, actor.accountId, ctx.oidc.client?.clientId ?? ''))
    return !entrant || !accessTo(entrant.facts).may
  })))
  return policy
}
