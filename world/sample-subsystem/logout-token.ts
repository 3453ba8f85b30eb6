import { createPublicKey, verify, type JsonWebKey } from 'node:crypto'

export interface LogoutNotice {
  sub: string | null
  sid: string | null
  /** Of the token: each counts once. */
  jti: string
}

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function objectIn(part: string | undefined): Json {
  const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'))
  return isObject(value) ? value : {}
}

function isSigned(text: string, signature: Buffer, alg: unknown, key: JsonWebKey): boolean {
  const publicKey = createPublicKey({ key, format: 'jwk' })
  switch (alg) {
    case 'RS256': return verify('sha256', Buffer.from(text), publicKey, signature)
    case 'ES256': return verify('sha256', Buffer.from(text), { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)
    case 'EdDSA': case 'Ed25519': return verify(null, Buffer.from(text), publicKey, signature)
    // Never `none`, and nothing with a shared key.
    default: return false
  }
}

const event = 'http://schemas.openid.net/event/backchannel-logout'
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/**
 * The notice in a logout token, or null if it is not one for us (OpenID Connect Back-Channel Logout 1.0, 2.6): signed by the
 * issuer, for this client, of these minutes, with the event, without a nonce, and naming a person or a session.
 */
export function logoutNoticeIn(token: string, expected: { issuer: string; client: string; keys: readonly JsonWebKey[]; now: Date }): LogoutNotice | null {
  try {
    const [head, body, signature, ...more] = token.split('.')
    if (!head || !body || !signature || more.length > 0) return null
    const { alg, kid } = objectIn(head)
    const keys = expected.keys.filter((key) => kid === undefined || key.kid === kid)
    if (!keys.some((key) => isSigned(`${head}.${body}`, Buffer.from(signature, 'base64url'), alg, key))) return null
    const claims = objectIn(body)
    const now = expected.now.getTime() / 1000
    const audience = [claims.aud].flat()
    const isOfNow = typeof claims.iat === 'number' && Math.abs(now - claims.iat) < 300 && (typeof claims.exp !== 'number' || claims.exp > now - 30)
    const isEvent = isObject(claims.events) && isObject(claims.events[event])
    const [sub, sid, jti] = [text(claims.sub), text(claims.sid), text(claims.jti)]
    const isOurs = claims.iss === expected.issuer && audience.includes(expected.client) && claims.nonce === undefined
    return isOurs && isOfNow && isEvent && jti && (sub || sid) ? { sub, sid, jti } : null
  } catch {
    return null
  }
}
