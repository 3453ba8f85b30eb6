import { timingSafeEqual } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import { Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { digest } from '../../../platform/secrets.ts'
import { sessionCookie } from '../../../platform/serve/cookies.ts'
import type { Tools } from '../../../platform/tools.ts'
import { idleSince, signOut } from '../../accounts/index.ts'
import { accessTo } from '../access.ts'
import { entrantBehind } from '../facts-store.ts'
import { adapterFor } from './adapter.ts'
import { entering } from './entering.ts'
import { signingKeys, type SigningKey } from './key-store.ts'
import { lifetimes } from './lifetimes.ts'
import { policyFor } from './policy.ts'
import { errorPage, goodbyePage, signOutPage } from './screens.ts'
import { guestOf } from './guest.ts'

export const routes = {
  authorization: '/oidc/auth', token: '/oidc/token', userinfo: '/oidc/userinfo', jwks: '/oidc/jwks', end_session: '/oidc/sign-out',
} as const

/** The claims of each scope: no mailbox, no phone, no document number. A subsystem that writes to people asks them itself (PIPL, article 6). */
export const claims = {
  openid: ['sub'], profile: ['name', 'preferred_username'], unit: ['unit_id', 'unit_name', 'unit_credit_code'],
}

/** Names of the cookies; over https bound to the host. The two short ones have paths of their own, so that they cannot be `__Host-`. */
export const cookieNames = (secure: boolean) => ({
  session: secure ? '__Host-kehui-oidc' : 'kehui-oidc',
  interaction: secure ? '__Secure-kehui-oidc-step' : 'kehui-oidc-step',
  resume: secure ? '__Secure-kehui-oidc-resume' : 'kehui-oidc-resume',
})

/**
 * The account behind a code, a token, a session: only as long as the law lets it in. What a subsystem asks for with its
 * token is judged anew at each request, and dies with the platform's session that the token was issued in.
 */
function findAccountFor(tools: Tools): NonNullable<Configuration['findAccount']> {
  return async (ctx, personId, token) => {
    const sessionId = token && 'sessionUid' in token ? token.sessionUid : ctx.oidc.session?.uid
    const code = ctx.oidc.client?.clientId
    if (!sessionId || !code) return undefined
    const sid = token?.kind === 'AuthorizationCode' && 'sid' in token ? token.sid : undefined
    const entrant = sid
      ? await entering(tools, { personId, code, sessionId, sid })
      : await entrantBehind(tools.db, { personId, code, sessionId }, tools.clock.now(), idleSince(tools))
    if (!entrant || (token && !accessTo(entrant.facts).may)) return undefined
    const { name, userName, unit } = entrant
    return {
      accountId: personId,
      claims: () => ({
        sub: personId, name, preferred_username: userName,
        ...(unit && { unit_id: unit.id, unit_name: unit.name, unit_credit_code: unit.creditCode }),
      }),
    }
  }
}

/** What is asked for, within what there is: an authorisation of its own for each sign-in, so that a replayed code takes nothing else with it. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { oidc } = ctx
  const accountId = oidc.account?.accountId
  const clientId = oidc.client?.clientId
  if (!accountId || !clientId) return undefined
  const grant = new oidc.provider.Grant({ accountId, clientId })
  grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '))
  await grant.save()
  return grant
}

const configurationOf = (tools: Tools, keys: readonly SigningKey[]): Configuration => ({
  adapter: adapterFor(tools),
  jwks: { keys: keys.map(({ kid, jwk }) => ({ ...jwk, kid, alg: 'RS256', use: 'sig' })) },
  routes, claims,
  scopes: ['openid'],
  responseTypes: ['code'],
  subjectTypes: ['public'],
  clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
  enabledJWA: { idTokenSigningAlgValues: ['RS256'], userinfoSigningAlgValues: ['RS256'] },
  pkce: { required: () => true },
  allowOmittingSingleRegisteredRedirectUri: false,
  acceptQueryParamAccessTokens: false,
  clientBasedCORS: () => false,
  findAccount: findAccountFor(tools),
  loadExistingGrant: grantAll,
  // The platform's session is asked instead, at each request (findAccount): the provider's own is made out of it.
  expiresWithSession: async () => false,
  interactions: { policy: policyFor(tools), url: (_ctx, interaction) => `/oidc/interaction/${interaction.uid}` },
  cookies: {
    names: cookieNames(tools.config.secureCookies),
    long: { httpOnly: true, sameSite: 'lax', path: '/', signed: false }, short: { httpOnly: true, sameSite: 'lax', signed: false },
  },
  ttl: {
    AuthorizationCode: lifetimes.code, AccessToken: lifetimes.accessToken, IdToken: lifetimes.idToken, Grant: lifetimes.grant,
    Interaction: lifetimes.interaction, Session: tools.config.signIn.absoluteHours * 3600,
  },
  renderError: async (ctx, out) => errorPage(ctx, out),
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: true },
    resourceIndicators: { enabled: false },
    // On by default. Clients that read the discovery document use what they find there (ASP.NET Core pushes its requests).
    pushedAuthorizationRequests: { enabled: false },
    dPoP: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: async (ctx) => signOutPage(ctx), postLogoutSuccessSource: async (ctx) => goodbyePage(ctx) },
  },
})

/** 退出 of a subsystem is 退出 of the platform: the person was asked on our own page. */
async function signOutOfPlatform(ctx: KoaContextWithOIDC): Promise<void> {
  const { call } = guestOf(ctx)
  const secure = call.tools.config.secureCookies
  await signOut({
    ...call,
    reply: {
      ...call.reply,
      clearSession() {
        ctx.cookies.set(sessionCookie(secure), null, { path: '/', httpOnly: true, secure, sameSite: 'lax', signed: false })
        ctx.set('clear-site-data', '"cache", "storage"')
      },
    },
  })
}

/** One provider around these keys. It answers below `/oidc/` and for its discovery, and knows the public address by itself. */
function makeProvider(tools: Tools, keys: readonly SigningKey[]): Provider {
  const provider = new Provider(tools.config.publicUrl, configurationOf(tools, keys))
  // Scheme and host are ours to say (mount.ts), whatever a proxy or a sender wrote.
  provider.proxy = true
  const { prototype } = provider.Client
  prototype.compareClientSecret = function compare(given: string) {
    const [right, typed] = [Buffer.from(this.clientSecret ?? ''), Buffer.from(digest(given))]
    return right.length === typed.length && timingSafeEqual(right, typed)
  }
  // The queue tells subsystems, in the transaction of the deed and until they have heard (logout-job.ts).
  prototype.backchannelLogout = async () => undefined
  provider.use(async (ctx, next) => {
    await next()
    const { oidc } = ctx as KoaContextWithOIDC
    // The provider lists all modes it was built with; a client of ours may use this one (adapter.ts).
    if (oidc?.route === 'discovery') Object.assign(ctx.body as object, { response_modes_supported: ['query'] })
    // Its own answer to somebody who is not signed in is a form that sends itself by script, which our pages do not run.
    if (oidc?.route === 'end_session' && ctx.status === 200 && !oidc.session?.accountId) await signOutPage(ctx as KoaContextWithOIDC)
    if (oidc?.route === 'end_session_confirm' && ctx.status === 303 && oidc.params?.logout) await signOutOfPlatform(ctx as KoaContextWithOIDC)
  })
  provider.on('server_error', (ctx, error) => {
    tools.log.error({ requestId: guestOf(ctx).call.request.id, route: ctx.oidc?.route, err: error }, 'broken')
  })
  const app: EventEmitter = provider
  app.on('error', (error: unknown) => tools.log.error({ err: error }, 'broken'))
  return provider
}

interface Made {
  provider: Provider
  kids: string
  checkedAt: number
}

const made = new WeakMap<Tools, Promise<Made>>()
const secondsBetweenLooks = 60

async function make(tools: Tools, before: Made | null): Promise<Made> {
  const keys = await signingKeys(tools)
  const kids = keys.map((key) => key.kid).join()
  const checkedAt = Date.now()
  return before?.kids === kids ? { ...before, checkedAt } : { provider: makeProvider(tools, keys), kids, checkedAt }
}

/** The provider of this server, made at the first need, and made anew when the keys are others. */
export async function providerOf(tools: Tools): Promise<Provider> {
  const last = made.get(tools)
  const known = last && (await last)
  if (known && Date.now() - known.checkedAt < secondsBetweenLooks * 1000) return known.provider
  const next = make(tools, known ?? null)
  if (made.get(tools) === last) made.set(tools, next)
  next.catch(() => made.delete(tools))
  return (await next).provider
}
