import type { JsonWebKey } from 'node:crypto'
import * as oidc from 'openid-client'
import type { Client, Told } from './client.ts'
import type { Pending, Visitor } from './sessions.ts'

/** What the platform says of a visitor at this moment. */
export type Standing = { is: 'in'; name: string; unit: string | null } | { is: 'out' } | { is: 'expired' } | { is: 'unknown' }

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const unitOf = (claims: Record<string, unknown>): string | null => text(claims.unit_name)

/** One subsystem towards the platform: authorization code with PKCE, userinfo, logout. All of it openid-client's work. */
export function makePlatform(told: Told, client: Client) {
  const issuer = new URL(told.issuer)
  // The demo runs on this machine: plain http never leaves it (RFC 8252, 7.3).
  const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  let found: Promise<oidc.Configuration> | null = null
  const configuration = (): Promise<oidc.Configuration> =>
    (found ??= oidc.discovery(issuer, client.code, client.secret, oidc.ClientSecretBasic(client.secret), { execute }).catch((error: unknown) => {
      found = null
      throw error
    }))

  return {
    async begin(redirectUri: string, lang: string): Promise<{ pending: Pending; url: URL }> {
      const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
      const url = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri, scope: 'openid profile unit', state: pending.state, nonce: pending.nonce, ui_locales: lang,
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier), code_challenge_method: 'S256',
      })
      return { pending, url }
    },
    async finish(current: URL, pending: Pending): Promise<Visitor> {
      const tokens = await oidc.authorizationCodeGrant(await configuration(), current, {
        pkceCodeVerifier: pending.verifier, expectedState: pending.state, expectedNonce: pending.nonce, idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims || !tokens.id_token) throw new Error('no ID token')
      const info = await oidc.fetchUserInfo(await configuration(), tokens.access_token, claims.sub)
      return {
        sub: claims.sub, sid: text(claims.sid), name: text(info.name) ?? claims.sub, unit: unitOf(info),
        accessToken: tokens.access_token, idToken: tokens.id_token, until: Date.now() + (tokens.expiresIn() ?? 300) * 1000, since: new Date(),
      }
    },
    /** S1-50: asked at every request, so that whoever lost the grant is out at the next one. */
    async standing(visitor: Visitor): Promise<Standing> {
      try {
        const info = await oidc.fetchUserInfo(await configuration(), visitor.accessToken, visitor.sub)
        return { is: 'in', name: text(info.name) ?? visitor.name, unit: unitOf(info) }
      } catch (error) {
        const isRefused = error instanceof oidc.WWWAuthenticateChallengeError || (error instanceof oidc.ResponseBodyError && error.status < 500)
        if (!isRefused) return { is: 'unknown' }
        return { is: Date.now() >= visitor.until ? 'expired' : 'out' }
      }
    },
    async signOutUrl(visitor: Visitor, back: string): Promise<URL> {
      return oidc.buildEndSessionUrl(await configuration(), { id_token_hint: visitor.idToken, post_logout_redirect_uri: back })
    },
    /** The public keys of the platform, as they are now: tokens of the back channel are rare. */
    async keys(): Promise<{ issuer: string; keys: JsonWebKey[] }> {
      const server = (await configuration()).serverMetadata()
      const answer = await fetch(server.jwks_uri ?? '', { signal: AbortSignal.timeout(10_000) })
      const { keys } = (await answer.json()) as { keys: JsonWebKey[] }
      return { issuer: server.issuer, keys }
    },
  }
}

export type Platform = ReturnType<typeof makePlatform>

/** What the platform gives as its reason for not signing in, where it gives one. */
export const saidIn = (error: unknown): string =>
  error instanceof oidc.AuthorizationResponseError ? (error.error_description ?? '') : ''
