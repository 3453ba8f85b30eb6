import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Newcomer } from '../../../../checks/people-of-units.ts'
import { begin, codeFor, Net, rawHead, redeemed, register, relyingParty, stage, type Registered, type Stage } from '../../../../checks/subsystem-entry.ts'
import { townPassword } from '../../../../world/cast.ts'

let s: Stage
let one: Registered
let other: Registered
let config: client.Configuration
let otherConfig: client.Configuration
let lin: Newcomer

beforeAll(async () => {
  s = await stage()
  one = await register(s.admin)
  other = await register(s.admin)
  config = await relyingParty(s.origin, one)
  otherConfig = await relyingParty(s.origin, other)
  lin = await s.comesWith(one, other)
})
afterAll(() => s.server.close())

const withCode = () => codeFor(s, lin, config, one)

/** A token request by hand, for what the library would not send. */
async function askToken(form: Record<string, string>, headers: Record<string, string> = {}): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${s.origin}/oidc/token`, { method: 'POST', headers, body: new URLSearchParams(form) })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const basic = (id: string, secret: string) => ({ authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` })

describe('single sign-on out (S1-05, S1-50)', () => {
  it('S1-05 S1-50 sign-in leads in: discovery, code, PKCE, tokens of ten minutes, and no more claims than are needed', async () => {
    const net = new Net(s.origin)
    const way = await begin(config, one)
    const asked = await net.follow(way.url)
    expect(asked.body).toContain('name="password"')
    const back = /name="back" value="([^"]+)"/.exec(asked.body)?.[1] ?? ''
    expect(back).toMatch(/^\/oidc\/interaction\//)
    const signedIn = await net.go('/sign-in', { userName: lin.who.userName, password: townPassword, back })
    expect(signedIn.status).toBe(303)
    // A page of its own, which breaks the chain from the form of the sign-in to another origin (form-action).
    const page = await net.go(signedIn.location ?? '')
    expect([page.status, page.body.includes('正在进入')]).toEqual([200, true])
    const { left } = await net.follow(signedIn.location ?? '')
    expect(left?.href.startsWith(`${one.redirectUri}?code=`)).toBe(true)
    const tokens = await redeemed(config, left, way)
    if (typeof tokens === 'string') throw new Error(tokens)
    expect([tokens.expires_in, tokens.refresh_token]).toEqual([600, undefined])
    const claims = tokens.claims()
    expect(Object.keys(claims ?? {}).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'nonce', 'sub'])
    expect(claims).toMatchObject({ sub: lin.id, aud: one.code, iss: s.origin })
    expect(await client.fetchUserInfo(config, tokens.access_token, lin.id)).toEqual({
      sub: lin.id, name: lin.who.name, preferred_username: lin.who.userName, unit_id: s.a.id, unit_name: s.a.name, unit_credit_code: expect.any(String),
    })
  })

  it('whoever is signed in goes straight in, without any page; also where the subsystem asks for none', async () => {
    const net = new Net(s.origin)
    await net.signIn(lin.who.userName)
    for (const more of [undefined, { prompt: 'none' }]) {
      const way = await begin(config, one, more)
      const first = await net.go(way.url)
      expect([first.status, first.location?.startsWith(`${one.redirectUri}?code=`)]).toEqual([303, true])
    }
    const nobody = await begin(config, one, { prompt: 'none' })
    const { location } = await new Net(s.origin).go(nobody.url)
    expect(new URL(location ?? '').searchParams.get('error')).toBe('login_required')
  })

  it('what is offered is said in the discovery document, and nothing more is offered', async () => {
    const found = (await (await fetch(`${s.origin}/.well-known/openid-configuration`)).json()) as Record<string, unknown>
    expect(found).toMatchObject({
      issuer: s.origin, authorization_endpoint: `${s.origin}/oidc/auth`, token_endpoint: `${s.origin}/oidc/token`, userinfo_endpoint: `${s.origin}/oidc/userinfo`,
      jwks_uri: `${s.origin}/oidc/jwks`, end_session_endpoint: `${s.origin}/oidc/sign-out`, backchannel_logout_supported: true, backchannel_logout_session_supported: true,
      response_types_supported: ['code'], grant_types_supported: expect.arrayContaining(['authorization_code']), code_challenge_methods_supported: ['S256'],
      id_token_signing_alg_values_supported: ['RS256'], subject_types_supported: ['public'], token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      scopes_supported: expect.arrayContaining(['openid', 'profile', 'unit']),
    })
    // A client library takes whatever stands here: pushed requests, proofs of possession, another mode of answer.
    expect(Object.keys(found).filter((key) => key.endsWith('_endpoint')).sort()).toEqual(['authorization_endpoint', 'end_session_endpoint', 'token_endpoint', 'userinfo_endpoint'])
    expect(Object.keys(found).filter((key) => /dpop|pushed|mtls|registration|introspection|revocation/.test(key))).toEqual([])
    expect([found.response_modes_supported, found.grant_types_supported]).toEqual([['query'], ['authorization_code']])
    expect(found.scopes_supported).not.toContain('offline_access')
    const { keys } = (await (await fetch(`${s.origin}/oidc/jwks`)).json()) as { keys: Record<string, string>[] }
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']])
  })

  it('scheme and host are ours to say, whatever the sender writes', async () => {
    const answer = await fetch(`${s.origin}/.well-known/openid-configuration`, { headers: { 'x-forwarded-host': 'evil.example.org', 'x-forwarded-proto': 'https' } })
    expect(await answer.text()).not.toContain('evil')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await rawHead(s.origin, 'GET http://evil.example.org/.well-known/openid-configuration HTTP/1.1\r\nHost: evil.example.org\r\nConnection: close\r\n\r\n')).not.toContain('evil.example.org')
  })

  it('either way of showing the secret is taken', async () => {
    const { way, left } = await withCode()
    const code = left.searchParams.get('code') ?? ''
    const form = { grant_type: 'authorization_code', code, redirect_uri: one.redirectUri, code_verifier: way.verifier }
    expect((await askToken({ ...form, client_id: one.code, client_secret: one.secret })).status).toBe(200)
  })
})

describe('a code is good once, for one subsystem, for a minute', () => {
  it('I16 shown a second time it is refused, and takes back what it gave', async () => {
    const { way, left } = await withCode()
    const tokens = await redeemed(config, left, way)
    if (typeof tokens === 'string') throw new Error(tokens)
    expect(await redeemed(config, left, way)).toBe('invalid_grant')
    await expect(client.fetchUserInfo(config, tokens.access_token, lin.id)).rejects.toThrow()
  })

  it('another subsystem gets nothing for it, nor a wrong verifier, redirect address or no secret', async () => {
    const wrongVerifier = await withCode()
    expect(await redeemed(config, wrongVerifier.left, { ...wrongVerifier.way, verifier: client.randomPKCECodeVerifier() })).toBe('invalid_grant')
    const foreign = await withCode()
    expect(await redeemed(otherConfig, foreign.left, foreign.way)).toBe('invalid_grant')
    const { way, left } = await withCode()
    const form = { grant_type: 'authorization_code', code: left.searchParams.get('code') ?? '', redirect_uri: one.redirectUri, code_verifier: way.verifier }
    const own = basic(one.code, one.secret)
    expect(await askToken({ ...form, redirect_uri: `${one.redirectUri}/` }, own)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect(await askToken(form)).toMatchObject({ status: 400 })
    expect(await askToken({ ...form, client_id: one.code })).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
    expect(await askToken(form, basic(one.code, `${one.secret}x`))).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
    // What the table keeps opens nothing.
    const { secret_digest: digest } = await s.server.tools.db.selectFrom('subsystem').select('secret_digest').where('id', '=', one.id).executeTakeFirstOrThrow()
    expect(await askToken(form, basic(one.code, digest))).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
    expect(await askToken({ ...form, code_verifier: '' }, own)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect((await askToken(form, own)).status).toBe(200)
  })

  it('after a minute it is too late', async () => {
    const { way, left } = await withCode()
    s.server.clock.advance({ seconds: 61 })
    expect(await redeemed(config, left, way)).toBe('invalid_grant')
  })

  it('state and nonce come back as they were sent', async () => {
    const { way, left } = await withCode()
    expect(left.searchParams.get('state')).toBe(way.state)
    const tokens = await redeemed(config, left, way)
    if (typeof tokens === 'string') throw new Error(tokens)
    expect(tokens.claims()?.nonce).toBe(way.nonce)
  })

  it('there are no refresh tokens, no password grant, no client credentials', async () => {
    for (const grant_type of ['refresh_token', 'password', 'client_credentials', 'urn:ietf:params:oauth:grant-type:device_code']) {
      const refused = await askToken({ grant_type, refresh_token: 'x', username: lin.who.userName, password: townPassword }, basic(one.code, one.secret))
      expect(refused.status, grant_type).toBe(400)
      expect(refused.body.access_token).toBeUndefined()
      expect(['unsupported_grant_type', 'unauthorized_client', 'invalid_request']).toContain(refused.body.error)
    }
  })
})

describe('PKCE cannot be talked down, redirect addresses are compared whole (RFC 9700)', () => {
  const errorOf = async (net: Net, url: URL) => new URL((await net.go(url)).location ?? 'x:/').searchParams.get('error')
  /** The address of a sign-in with one parameter changed or taken out. */
  async function changed(change: (query: URLSearchParams) => void): Promise<URL> {
    const { url } = await begin(config, one)
    change(url.searchParams)
    return url
  }

  it.each<[string, (query: URLSearchParams) => void]>([
    ['no challenge', (q) => { q.delete('code_challenge'); q.delete('code_challenge_method') }],
    ['a plain challenge', (q) => q.set('code_challenge_method', 'plain')],
    ['a challenge without its method', (q) => q.delete('code_challenge_method')],
    ['a method without challenge', (q) => q.delete('code_challenge')],
    ['a response type that hands out tokens', (q) => q.set('response_type', 'id_token token')],
    ['a token in the answer', (q) => q.set('response_type', 'token')],
    ['no scope of ours', (q) => q.set('scope', 'everything')],
  ])('%s goes back as an error, without a code', async (_name, change) => {
    const net = new Net(s.origin)
    await net.signIn(lin.who.userName)
    const { location, status } = await net.go(await changed(change))
    const target = new URL(location ?? 'x:/')
    expect([status, target.origin]).toEqual([303, new URL(one.redirectUri).origin])
    expect(`${target.search}${target.hash}`).toMatch(/error=(invalid_request|unsupported_response_type|unauthorized_client|invalid_scope)/)
    expect(`${target.search}${target.hash}`).not.toMatch(/[?#&](code|access_token|id_token)=/)
  })

  it.each<[string, string]>([
    ['another host', 'https://evil.example.org/callback'],
    ['one more segment', 'https://xitong1.example.org/callback/more'],
    ['a query', 'https://xitong1.example.org/callback?a=1'],
    ['a fragment', 'https://xitong1.example.org/callback#x'],
    ['a slash', 'https://xitong1.example.org/callback/'],
    ['a way up', 'https://xitong1.example.org/callback/../evil'],
    ['another scheme', 'http://xitong1.example.org/callback'],
    ['another port', 'https://xitong1.example.org:8443/callback'],
    ['a name in front', 'https://xitong1.example.org@evil.example.org/callback'],
    ['a name behind', 'https://xitong1.example.org.evil.example.org/callback'],
    ['capitals in the path', 'https://xitong1.example.org/Callback'],
    ['a script', 'javascript:alert(1)'],
  ])('%s is shown to the person, and nobody is sent there', async (_name, redirect) => {
    const net = new Net(s.origin)
    await net.signIn(lin.who.userName)
    const answer = await net.go(await changed((q) => q.set('redirect_uri', redirect)))
    expect([answer.status, answer.location]).toEqual([400, null])
    expect(answer.body).toContain('无法完成登录')
    // The switch of the language alone leads back to this very request, on our own host.
    expect(answer.body).not.toMatch(/(href|action|url)="?(?!\/preferences)[^">]*evil/)
  })

  it('an unknown subsystem, a redirect address twice, or none, likewise', async () => {
    const net = new Net(s.origin)
    await net.signIn(lin.who.userName)
    for (const change of [(q: URLSearchParams) => q.set('client_id', 'nobody'), (q: URLSearchParams) => q.append('redirect_uri', one.redirectUri), (q: URLSearchParams) => q.delete('redirect_uri')]) {
      const answer = await net.go(await changed(change))
      expect([answer.status, answer.location]).toEqual([400, null])
    }
  })

  it('a request object, or one from elsewhere, is not taken', async () => {
    const net = new Net(s.origin)
    await net.signIn(lin.who.userName)
    expect(await errorOf(net, await changed((q) => q.set('request', 'eyJhbGciOiJub25lIn0.e30.')))).toBe('request_not_supported')
    expect(await errorOf(net, await changed((q) => q.set('request_uri', 'http://127.0.0.1:1/')))).toBe('request_uri_not_supported')
  })
})

describe('error answers are never 5xx and tell nothing', () => {
  it.each<[string, string, RequestInit]>([
    ['a broken body', '/oidc/token', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '%%%=%zz&&&==' }],
    ['JSON', '/oidc/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":' }],
    ['no body at all', '/oidc/token', { method: 'POST' }],
    ['a huge body', '/oidc/token', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `code=${'x'.repeat(200_000)}` }],
    ['a null character', '/oidc/token', { method: 'POST', headers: basic('a\0b', 'c\0'), body: new URLSearchParams({ grant_type: 'authorization_code', code: 'a\0b' }) }],
    ['no token', '/oidc/userinfo', {}],
    ['a made-up token', '/oidc/userinfo', { headers: { authorization: `Bearer ${'x'.repeat(43)}` } }],
    ['a token of nulls', '/oidc/userinfo', { method: 'POST', body: new URLSearchParams({ access_token: '\0'.repeat(43) }) }],
    ['a token in the address', '/oidc/userinfo?access_token=abc', {}],
    ['an unknown step', '/oidc/auth/doesnotexist', {}],
    ['an unknown page', '/oidc/interaction/doesnotexist', {}],
    ['a sign-out with nonsense', '/oidc/sign-out?id_token_hint=abc&post_logout_redirect_uri=%00', {}],
    ['a confirmation of nothing', '/oidc/sign-out/confirm', { method: 'POST', body: new URLSearchParams({ xsrf: 'x', logout: 'yes' }) }],
    ['nonsense in every parameter', '/oidc/auth?client_id=%00&redirect_uri=%F0%9F%98%80&scope=&response_type=&prompt=none%20login&max_age=-1', {}],
  ])('%s', async (_name, path, request) => {
    for (const accept of ['text/html', 'application/json']) {
      const answer = await fetch(`${s.origin}${path}`, { redirect: 'manual', ...request, headers: { accept, ...(request.headers as Record<string, string>) } })
      const text = await answer.text()
      expect(answer.status, text).toBeGreaterThanOrEqual(400)
      expect(answer.status, text).toBeLessThan(500)
      expect(text).not.toMatch(/at \w+ \(|node_modules|select |insert |SyntaxError/)
    }
  })
})
