import * as oidc from 'openid-client'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Config } from '../../config.ts'
import type { IdentitySettings } from '../../config/identity.ts'
import type { Claims } from './claims.ts'
import type { Door } from './door.ts'

/** Seconds that we wait for each answer of the provider: discovery, keys, token, userinfo. */
const patience = 5
/** Milliseconds for which its discovery document is believed. */
const keptFor = 600_000
/** Nobody is sent to a provider that has not answered for longer than this: he would find his browser's own error. */
const answeredWithin = 30_000

export const redirectUriOf = (config: Pick<Config, 'publicUrl'>): string => `${config.publicUrl}/city/callback`

interface Known {
  /** When it was asked for. */
  at: number
  found: Promise<oidc.Configuration>
}
const known = new Map<string, Known>()

/** Where the provider has its doors. `orOlder`: a document that was read once serves on while a newer one cannot be had. */
async function configurationOf(identity: IdentitySettings, door: Door, { atMost = keptFor, orOlder = true } = {}): Promise<oidc.Configuration> {
  const client = identity[door]
  const key = JSON.stringify([identity.issuer, client.id, client.secret])
  const held = known.get(key)
  if (held && performance.now() - held.at < atMost) return held.found
  const found = discover(identity.issuer, client)
  known.set(key, { at: performance.now(), found })
  return found.catch(async (error: unknown) => {
    // Asked again by the next who comes a little later; who is on his way back does not wait for a newer document.
    if (held) known.set(key, { at: performance.now() - keptFor + patience * 1000, found: held.found })
    else known.delete(key)
    const before = orOlder && held && (await held.found.catch(() => null))
    if (before) return before
    throw error
  })
}

function discover(issuer: string, client: { id: string; secret: string }): Promise<oidc.Configuration> {
  const url = new URL(issuer)
  // The signature of the ID token is checked although it comes over TLS from the provider itself: the library leaves that to us.
  const execute = [oidc.enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])]
  return oidc.discovery(url, client.id, client.secret, oidc.ClientSecretBasic(client.secret), { execute, timeout: patience })
}

/** Secrets of one way to the provider and back. */
export interface Departure {
  state: string
  nonce: string
  verifier: string
}

/** Begins a way through a door; the secrets are kept, the address is where the browser goes. Refuses with `city.unavailable`. */
export async function depart(config: Config, door: Door, scope: string, lang: string): Promise<{ departure: Departure; url: URL } | Refusal> {
  if (!config.identity) return refuse('city.not_offered', { status: 404 })
  const departure = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
  try {
    const url = oidc.buildAuthorizationUrl(await configurationOf(config.identity, door, { atMost: answeredWithin, orOlder: false }), {
      redirect_uri: redirectUriOf(config), scope, state: departure.state, nonce: departure.nonce, ui_locales: lang === 'en' ? 'en' : 'zh-CN',
      code_challenge: await oidc.calculatePKCECodeChallenge(departure.verifier), code_challenge_method: 'S256',
    })
    return { departure, url }
  } catch (error) {
    return problemOf(error)
  }
}

/** Who comes back: who the provider says it is. */
export interface Shown {
  issuer: string
  subject: string
  claims: Claims
}

/**
 * The answer of the provider, checked (issuer, audience, signature, nonce, times, state, PKCE: openid-client), with what
 * userinfo says. Refuses with `city.cancelled` where the person or the provider said no, `city.unavailable` where it does
 * not answer in time, and `city.answer` (`why`, for the log) for everything that must not be believed.
 */
export async function receive(config: Config, door: Door, query: Readonly<Record<string, string>>, departure: Departure): Promise<Shown | Refusal> {
  if (!config.identity) return refuse('city.not_offered', { status: 404 })
  const { issuer } = config.identity
  try {
    const configuration = await configurationOf(config.identity, door)
    // Never from the request: host and scheme are those that the provider sends people to.
    const current = new URL(`${redirectUriOf(config)}?${new URLSearchParams(query).toString()}`)
    const tokens = await oidc.authorizationCodeGrant(configuration, current, {
      pkceCodeVerifier: departure.verifier, expectedState: departure.state, expectedNonce: departure.nonce, idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims || claims.sub.trim() === '' || claims.sub.length > 255) return refuse('city.answer', { status: 403, params: { why: 'subject' } })
    const more = configuration.serverMetadata().userinfo_endpoint ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub) : {}
    return { issuer, subject: claims.sub, claims: { ...claims, ...more } }
  } catch (error) {
    return problemOf(error)
  }
}

/** S2-01: where one signs out at the provider as well; null where it does not offer that, or does not answer. */
export async function signOutUrl(config: Config, door: Door): Promise<URL | null> {
  try {
    const configuration = config.identity && (await configurationOf(config.identity, door))
    if (!configuration?.serverMetadata().end_session_endpoint) return null
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${config.publicUrl}/` })
  } catch {
    return null
  }
}

const away = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'])

/** What went wrong, without a word of what was sent: `why` is a code of the library or of the provider. */
function problemOf(error: unknown): Refusal {
  if (error instanceof oidc.AuthorizationResponseError) {
    return error.error === 'server_error' || error.error === 'temporarily_unavailable'
      ? unavailable(error.error) : refuse('city.cancelled', { status: 403, params: { why: plain(error.error) } })
  }
  if (error instanceof oidc.ResponseBodyError) {
    return error.status >= 500 ? unavailable(plain(error.error)) : refuse('city.answer', { status: 403, params: { why: plain(error.error) } })
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError) return refuse('city.answer', { status: 403, params: { why: 'userinfo' } })
  if (error instanceof oidc.ClientError) {
    const code = error.code ?? 'client'
    return away.has(code) || isNetwork(error.cause) ? unavailable(code) : refuse('city.answer', { status: 403, params: { why: plain(code) } })
  }
  if (isNetwork(error)) return unavailable('network')
  throw error
}

const unavailable = (why: string) => refuse('city.unavailable', { status: 503, params: { why } })
const plain = (code: string): string => code.replace(/[^\w.-]/g, '').slice(0, 60)
const isNetwork = (error: unknown): boolean =>
  (error instanceof TypeError && error.message === 'fetch failed') || (error instanceof DOMException && ['TimeoutError', 'AbortError'].includes(error.name))
