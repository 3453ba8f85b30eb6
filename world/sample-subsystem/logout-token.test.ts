import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { logoutNoticeIn } from './logout-token.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
const now = new Date('2026-03-01T08:00:00Z')
const key = { ...publicKey.export({ format: 'jwk' }), kid: 'k1' }
const expected = { issuer: 'https://platform.example.org/oidc', client: 'kjbg', keys: [key], now }
const good = {
  iss: expected.issuer, aud: 'kjbg', iat: now.getTime() / 1000, exp: now.getTime() / 1000 + 120, jti: 'one', sub: 'person', sid: 'visit',
  events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
}
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
function token(claims: object, head: object = { alg: 'RS256', kid: 'k1' }, by = privateKey): string {
  const text = `${part(head)}.${part(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), by).toString('base64url')}`
}

test('S1-50 a logout token of the platform ends the visit it names', () => {
  expect(logoutNoticeIn(token(good), expected)).toEqual({ sub: 'person', sid: 'visit', jti: 'one' })
  expect(logoutNoticeIn(token({ ...good, aud: ['zjk', 'kjbg'], sid: undefined }), expected)).toEqual({ sub: 'person', sid: null, jti: 'one' })
})

describe('S1-50 anything else ends nothing', () => {
  const cases: Record<string, string> = {
    'another key': token(good, { alg: 'RS256', kid: 'k1' }, other.privateKey),
    'unsigned': `${part({ alg: 'none' })}.${part(good)}.`,
    'none with a signature': token(good, { alg: 'none', kid: 'k1' }),
    'another issuer': token({ ...good, iss: 'https://elsewhere.example.org' }),
    'another client': token({ ...good, aud: 'zjk' }),
    'yesterday': token({ ...good, iat: good.iat - 86_400, exp: good.exp - 86_400 }),
    'an ID token': token({ ...good, nonce: 'n', events: undefined }),
    'nobody named': token({ ...good, sub: undefined, sid: undefined }),
    'no token': 'a.b.c',
  }
  test.each(Object.entries(cases))('%s', (_, one) => expect(logoutNoticeIn(one, expected)).toBeNull())
})
