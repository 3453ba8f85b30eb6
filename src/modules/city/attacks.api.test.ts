import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Events, OAuth2Server, type MutableResponse, type MutableToken } from 'oauth2-mock-server'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { cityPerson, cityServer, legalEntity, publicUrl, someone, type City } from '../../../checks/city.ts'
import { testServer, type TestServer, type Visitor } from '../../../checks/server.ts'
import { accountsContract } from '../accounts/contract.ts'

const whyOf = (location: unknown) => new URL(String(location), publicUrl).searchParams.get('why')
const counted = ['account', 'unit', 'person', 'identity', 'session'] as const
const everything = (server: TestServer) => Promise.all(counted.map(async (table) => {
  const { n } = await server.tools.db.selectFrom(table).select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return n
}))
const edit = (path: string, change: (q: URLSearchParams) => void): string => {
  const url = new URL(path, publicUrl)
  change(url.searchParams)
  return `${url.pathname}?${url.searchParams.toString()}`
}

/** Whatever was tried: a page with a sentence, nobody signed in, nothing made. */
async function expectRefused(server: TestServer, path: string, visitor: Visitor, why: string): Promise<void> {
  const before = await everything(server)
  const answer = await server.visit(path, visitor)
  expect(answer.status).toBe(303)
  expect(whyOf(answer.headers.location)).toBe(why)
  const page = await server.visit(String(answer.headers.location), visitor)
  expect(page.status).toBe(200)
  expect(page.text).toContain('class="notice warn"')
  expect(await everything(server)).toEqual(before)
  expect((await server.ask(accountsContract.me, {}, visitor)).status).toBe(401)
}

describe('I16 attacks on the way to the bundled provider and back', () => {
  let city: City
  beforeAll(async () => void (city = await cityServer()))

  /** A way that has come as far as the answer of the provider. */
  async function underWay(subject = cityPerson(), visitor = someone(), door = subject.kind) {
    await city.knows(subject)
    return { visitor, subject, path: await city.chooses(await city.leaves(door, visitor), subject) }
  }

  const attacks: Record<string, [why: string, attack: () => Promise<{ path: string; visitor: Visitor }>]> = {
    '1 no state': ['city.state', async () => {
      const { path, visitor } = await underWay()
      return { visitor, path: edit(path, (q) => q.delete('state')) }
    }],
    '2 a state that was never given': ['city.state', async () => {
      const { path, visitor } = await underWay()
      return { visitor, path: edit(path, (q) => q.set('state', 'A'.repeat(43))) }
    }],
    '3 a state that is used': ['city.state', async () => {
      const { path, visitor } = await underWay(legalEntity({ credit_code: '' }))
      await city.server.visit(path, visitor)
      return { visitor, path }
    }],
    '4 a state older than ten minutes': ['city.state', async () => {
      const way = await underWay()
      city.server.clock.advance({ minutes: 11 })
      return way
    }],
    '5 the answer carried to another browser (login CSRF)': ['city.state', async () => {
      const { path } = await underWay()
      const victim = someone()
      await city.leaves('person', victim)
      return { path, visitor: victim }
    }],
    '6 the same without any way begun there': ['city.state', async () => ({ path: (await underWay()).path, visitor: someone() })],
    '7 a code that was redeemed, with a fresh state': ['city.answer', async () => {
      const first = await underWay(cityPerson({ name: '' }))
      await city.server.visit(first.path, first.visitor)
      const second = await underWay()
      return { visitor: second.visitor, path: edit(second.path, (q) => q.set('code', new URL(first.path, publicUrl).searchParams.get('code') ?? '')) }
    }],
    '8 a code of another way, put into this one (PKCE)': ['city.answer', async () => {
      const [attacker, victim] = [await underWay(), await underWay()]
      return { visitor: victim.visitor, path: edit(victim.path, (q) => q.set('code', new URL(attacker.path, publicUrl).searchParams.get('code') ?? '')) }
    }],
    '9 a code of another client': ['city.answer', async () => {
      const [person, legal] = [await underWay(), await underWay(legalEntity())]
      return { visitor: legal.visitor, path: edit(legal.path, (q) => q.set('code', new URL(person.path, publicUrl).searchParams.get('code') ?? '')) }
    }],
    '10 an answer in the name of another issuer (mix-up)': ['city.answer', async () => {
      const { path, visitor } = await underWay()
      return { visitor, path: edit(path, (q) => q.set('iss', 'https://id.evil.example')) }
    }],
    '11 an answer that hides its issuer': ['city.answer', async () => {
      const { path, visitor } = await underWay()
      return { visitor, path: edit(path, (q) => q.delete('iss')) }
    }],
    '12 PKCE stripped on the way out': ['city.cancelled', async () => {
      const [visitor, subject] = [someone(), cityPerson()]
      await city.knows(subject)
      const at = new URL(await city.leaves('person', visitor))
      for (const name of ['code_challenge', 'code_challenge_method']) at.searchParams.delete(name)
      return { visitor, path: await city.chooses(at.href, subject) }
    }],
    '13 no code': ['city.answer', async () => {
      const { path, visitor } = await underWay()
      return { visitor, path: edit(path, (q) => q.delete('code')) }
    }],
    '14 two codes': ['city.answer', async () => {
      const { path, visitor } = await underWay()
      return { visitor, path: edit(path, (q) => q.append('code', 'x')) }
    }],
    '15 an access token in the address instead (implicit flow)': ['city.answer', async () => {
      const { path, visitor } = await underWay()
      return { visitor, path: edit(path, (q) => { q.delete('code'); q.set('access_token', 'x'); q.set('id_token', 'x.y.z') }) }
    }],
    '16 a legal entity through the door for people': ['city.wrong_door.person', async () => underWay(legalEntity({ document_number: '1' }), someone(), 'person')],
    '17 a person through the door for legal entities': ['city.wrong_door.legal', async () => {
      // Scopes of the person, and facts as if he were a unit.
      const subject = { ...cityPerson(), claims: { ...legalEntity().claims, user_type: 'person' } }
      return underWay(subject, someone(), 'legal')
    }],
    '18 a known person whose kind the provider does not say, through the other door': ['city.wrong_door.legal', async () => {
      const subject = cityPerson()
      await city.server.visit(...(await underWay(subject).then(({ path, visitor }) => [path, visitor] as const)))
      const { user_type: _, ...claims } = { ...subject.claims, ...legalEntity().claims }
      return underWay({ ...subject, claims }, someone(), 'legal')
    }],
    '19 a redirect address of somebody else': ['city.state', async () => {
      const [visitor, subject] = [someone(), cityPerson()]
      await city.knows(subject)
      const at = new URL(await city.leaves('person', visitor))
      at.searchParams.set('redirect_uri', 'https://evil.example/callback')
      // The provider shows an error of its own, and sends nobody there.
      await expect(city.chooses(at.href, subject)).rejects.toThrow(/^400/)
      return { visitor, path: '/city/callback' }
    }],
  }

  it.each(Object.entries(attacks))('%s', async (_, [why, attack]) => {
    const { path, visitor } = await attack()
    await expectRefused(city.server, path, visitor, why)
  })
})

describe('what a provider must not get away with (oauth2-mock-server, which shares no code with the bundled one)', () => {
  const provider = new OAuth2Server()
  let server: TestServer
  const person = cityPerson()

  beforeAll(async () => {
    await provider.issuer.keys.generate('RS256')
    await provider.start(0, '127.0.0.1')
    const client = { id: 'kehui', secret: 'a secret of the client' }
    server = await testServer({ config: { demo: true, identity: { issuer: provider.issuer.url ?? '', legal: client, person: client } } })
  })
  afterAll(() => provider.stop())
  afterEach(() => void provider.service.removeAllListeners())

  const userinfo = (more: Record<string, unknown> = {}, statusCode = 200) =>
    provider.service.on(Events.BeforeUserinfo, (answer: MutableResponse) => Object.assign(answer, { statusCode, body: { ...person.claims, sub: 'johndoe', ...more } }))
  const token = (change: (token: MutableToken) => void) => provider.service.on(Events.BeforeTokenSigning, change)
  const response = (change: (answer: { statusCode: number; body: Record<string, unknown> }) => void) =>
    provider.service.on(Events.BeforeResponse, (answer: MutableResponse) => change(answer as { statusCode: number; body: Record<string, unknown> }))
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const payloadOf = (jwt: unknown) => String(jwt).split('.')[1] ?? ''

  async function comes(visitor = someone()): Promise<{ visitor: Visitor; path: string }> {
    const answer = await server.visit('/city/sign-in/person', visitor)
    const at = await fetch(String(answer.headers.location), { redirect: 'manual' })
    return { visitor, path: (at.headers.get('location') ?? '').slice(publicUrl.length) }
  }

  it('S2-01 in order, it signs in', async () => {
    userinfo()
    const { visitor, path } = await comes()
    expect((await server.visit(path, visitor)).headers.location).toBe('/app/')
    expect((await server.ask(accountsContract.me, {}, visitor)).body.displayName).toBe(person.claims.name)
  })

  const now = () => Math.floor(Date.now() / 1000)
  const faults: Record<string, [why: string, fault: () => void]> = {
    'a wrong nonce': ['city.answer', () => token(({ payload }) => { payload.nonce = 'of another way' })],
    'no nonce': ['city.answer', () => token(({ payload }) => { delete payload.nonce })],
    'another issuer in the token': ['city.answer', () => token(({ payload }) => { payload.iss = 'https://id.evil.example' })],
    'a token for another client': ['city.answer', () => token(({ payload }) => { payload.aud = 'somebody-else' })],
    'a token for several, given to another': ['city.answer', () => token(({ payload }) => Object.assign(payload, { aud: ['kehui', 'else'], azp: 'else' }))],
    'a token that is over': ['city.answer', () => token(({ payload }) => Object.assign(payload, { iat: now() - 7200, nbf: now() - 7200, exp: now() - 3600 }))],
    'a token without a time': ['city.answer', () => token(({ payload }) => { delete (payload as Record<string, unknown>).exp })],
    'no subject': ['city.answer', () => token(({ payload }) => { delete payload.sub })],
    'an empty subject': ['city.answer', () => { token(({ payload }) => { payload.sub = ' ' }); userinfo({ sub: ' ' }) }],
    'a token that nobody signed (alg none)': ['city.answer', () => response(({ body }) => { body.id_token = `${part({ alg: 'none' })}.${payloadOf(body.id_token)}.` })],
    'a token signed with the public key (HS256)': ['city.answer', () => response(({ body }) => {
      const head = `${part({ alg: 'HS256' })}.${payloadOf(body.id_token)}`
      body.id_token = `${head}.${createHmac('sha256', JSON.stringify(provider.issuer.keys.toJSON()[0])).update(head).digest('base64url')}`
    })],
    'a changed token under the old signature': ['city.answer', () => response(({ body }) => {
      const [head, payload = '', signature] = String(body.id_token).split('.')
      const other = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), sub: 'somebody-else' }
      body.id_token = `${head}.${part(other)}.${signature}`
    })],
    'no ID token': ['city.answer', () => response(({ body }) => { delete body.id_token })],
    'the userinfo of somebody else': ['city.answer', () => userinfo({ sub: 'somebody-else' })],
    'userinfo that it refuses': ['city.unavailable', () => userinfo({}, 401)],
    'a code that it refuses': ['city.answer', () => response((answer) => Object.assign(answer, { statusCode: 400, body: { error: 'invalid_grant' } }))],
    'a token endpoint that is broken': ['city.unavailable', () => response((answer) => Object.assign(answer, { statusCode: 500, body: { error: 'server_error' } }))],
    'an answer that is no token': ['city.unavailable', () => response((answer) => Object.assign(answer, { statusCode: 502, body: '' }))],
    'an error instead of a code': ['city.cancelled', () => provider.service.on(Events.BeforeAuthorizeRedirect, ({ url }: { url: URL }) => { url.searchParams.delete('code'); url.searchParams.set('error', 'access_denied') })],
    'its own failure instead of a code': ['city.unavailable', () => provider.service.on(Events.BeforeAuthorizeRedirect, ({ url }: { url: URL }) => { url.searchParams.delete('code'); url.searchParams.set('error', 'server_error') })],
    'a name that is markup': ['city.claim.odd', () => userinfo({ name: '<img src=x onerror=alert(1)>' })],
    'claims of other kinds than texts': ['city.claim.missing', () => userinfo({ name: { toString: 'x' }, document_number: ['1'] })],
  }

  it.each(Object.entries(faults))('%s', async (_, [why, fault]) => {
    if (!['the userinfo of somebody else', 'userinfo that it refuses', 'an empty subject', 'a name that is markup', 'claims of other kinds than texts'].includes(_)) userinfo()
    fault()
    const { visitor, path } = await comes()
    await expectRefused(server, path, visitor, why)
  })
})

describe('a provider that is not there', () => {
  let server: TestServer
  beforeAll(async () => void (server = await testServer({ config: { demo: true } })))
  const configured = (issuer: string) => {
    const client = { id: 'kehui', secret: 'a secret of the client' }
    server.tools.config.identity = { issuer, legal: client, person: client }
  }
  const listening = async (answer: Parameters<typeof createServer>[1]) => {
    const made = createServer(answer as never)
    await new Promise<void>((resolve) => void made.listen(0, '127.0.0.1', () => resolve()))
    afterAll(() => { made.closeAllConnections(); made.close() })
    return `http://127.0.0.1:${(made.address() as AddressInfo).port}`
  }

  it('the front page stays, and who goes through a door is told in time', async () => {
    configured('http://127.0.0.1:9')
    expect((await server.visit('/')).status).toBe(200)
    await expectRefused(server, '/city/sign-in/legal', someone(), 'city.unavailable')
    expect((await server.visit('/city/refused?why=city.unavailable')).text).toContain('用本平台账号登录')
  })

  it('one that never answers is not waited for', async () => {
    configured(await listening((() => undefined)))
    const begun = performance.now()
    await expectRefused(server, '/city/sign-in/person', someone(), 'city.unavailable')
    expect(performance.now() - begun).toBeLessThan(20_000)
  })

  it('S2-01 one that was there a minute ago and is not now: nobody is sent away to it', async () => {
    let issuer = ''
    const provider = createServer((_, answer) => {
      answer.setHeader('content-type', 'application/json')
      answer.end(JSON.stringify({
        issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'],
        subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'],
      }))
    })
    await new Promise<void>((resolve) => void provider.listen(0, '127.0.0.1', () => resolve()))
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
    configured(issuer)
    expect(String((await server.visit('/city/sign-in/person')).headers.location)).toMatch(new RegExp(`^${issuer}/auth\\?`))
    provider.closeAllConnections()
    await new Promise((resolve) => void provider.close(resolve))
    const now = performance.now.bind(performance)
    const later = vi.spyOn(performance, 'now').mockImplementation(() => now() + 60_000)
    try {
      await expectRefused(server, '/city/sign-in/person', someone(), 'city.unavailable')
    } finally {
      later.mockRestore()
    }
  })

  it('a document in the name of another issuer is not believed', async () => {
    configured(await listening(((_: unknown, answer: { setHeader: (a: string, b: string) => void; end: (text: string) => void }) => {
      answer.setHeader('content-type', 'application/json')
      answer.end(JSON.stringify({ issuer: 'https://id.evil.example', authorization_endpoint: 'https://id.evil.example/auth', token_endpoint: 'https://id.evil.example/token', jwks_uri: 'https://id.evil.example/jwks' }))
    })))
    await expectRefused(server, '/city/sign-in/person', someone(), 'city.answer')
  })

  it.each(['<script>alert(1)</script>', 'city.unknown', ''])('the page of refusals says nothing that the address made up: %s', async (why) => {
    const { status, text } = await server.visit(`/city/refused?why=${encodeURIComponent(why)}`)
    expect(status).toBe(200)
    expect(text).not.toContain('alert(1)')
    expect(text).toContain('此次登录已失效')
  })
})
