import { randomBytes } from 'node:crypto'
import { connect, type AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { person, signedIn } from '../../../checks/people.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { newId } from '../../kernel/ids.ts'
import { cursorOf } from '../../kernel/list.ts'
import { accountsContract } from '../../modules/accounts/contract.ts'
import { settingsContract } from '../../modules/settings/contract.ts'

const server = await testServer()
const uploadPath = `/api/units/registrations/${newId()}/licence`

describe('a link back leads to our own pages', () => {
  const preferences = async (back: string) => (await server.visit(`/preferences?lang=en&back=${back}`)).headers.location

  test.each(['/%09/evil.example', '//evil.example', '/%5Cevil.example', '/%0a/evil.example', 'https://evil.example', '/a%0d%0ax: y'])(
    '%s leads home', async (back) => expect(await preferences(back)).toBe('/'),
  )

  test('a path in Chinese travels encoded, and what is encoded stays as it is', async () => {
    const path = '/app/%E4%B8%AD%E6%96%87?a=%25'
    expect(await preferences(encodeURIComponent('/app/中文?a=%25'))).toBe(path)
    expect(await preferences('/a&back=/b')).toBe('/')
    const who = await person(server)
    const form = { userName: who.userName, password: who.password, back: '/app/中文?a=%25' }
    const done = await server.visit('/sign-in', new Visitor(), form)
    expect([done.status, done.headers.location]).toEqual([303, path])
  })
})

describe('input that cannot be read is refused, never broken', () => {
  const raw = (visitor: Visitor, request: { method: 'GET' | 'POST'; url: string; headers?: Record<string, string>; payload?: string }) => server.app.inject({
    ...request, remoteAddress: visitor.address,
    headers: { host: 'kehui.example.org', cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...request.headers },
  })
  const json = { 'content-type': 'application/json' }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const english = new Visitor()
  english.cookies.set('lang', 'en')

  test.each([
    ['a null character in a body', { method: 'POST', url: '/api/accounts/sign-in', headers: json, payload: '{"userName":"a\\u0000","password":"b"}' }],
    ['half of a character in a body', { method: 'POST', url: '/api/accounts/sign-in', headers: json, payload: '{"userName":"a\\ud800","password":"b"}' }],
    ['a null character in a name', { method: 'POST', url: '/api/accounts/sign-in', headers: json, payload: '{"a\\u0000":1}' }],
    ['a null character in a form', { method: 'POST', url: '/sign-in', headers: form, payload: 'userName=a%00&password=b' }],
    ['a null character in a query', { method: 'GET', url: '/sign-in?back=/a%00' }],
    ['a null character in a path', { method: 'GET', url: '/api/accounts/%00' }],
    ['an encoding that is none', { method: 'GET', url: '/api/%E0%A4' }],
    ['JSON that is none', { method: 'POST', url: '/api/accounts/sign-in', headers: json, payload: '{' }],
  ] as const)('%s', async (_name, request) => {
    const answer = await raw(english, request)
    expect(answer.statusCode, answer.payload).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ code: 'body_malformed', detail: 'What you sent could not be read.', requestId: expect.any(String) as string })
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  test('a path that is too long is not found', async () => {
    const answer = await raw(english, { method: 'GET', url: `/api/files/${'a'.repeat(300)}` })
    expect([answer.statusCode, (answer.json()).code]).toEqual([404, 'not_found'])
  })

  test('a form with a file that has no boundary, or does not end', async () => {
    const visitor = await signedIn(server, await person(server, { post: 'platform_admin' }))
    const broken = [
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=b', ''],
      ['multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc'],
      ['multipart/form-data; boundary=b', '--b\r\nno head at all'],
    ] as const
    for (const [type, payload] of broken) {
      const answer = await raw(visitor, { method: 'POST', url: uploadPath, headers: { 'content-type': type }, payload })
      expect(answer.statusCode, `${type} ${payload}: ${answer.payload}`).toBeOneOf([400, 404, 422])
    }
    expect((await raw(visitor, { method: 'POST', url: uploadPath, headers: { 'content-type': 'multipart/form-data' }, payload: 'x' })).statusCode).toBe(400)
  })

  test('what is not HTTP is told so by the house as well', async () => {
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = server.app.server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1', () => socket.write('nonsense\r\n\r\n'))
    const said = (await socket.toArray() as Buffer[]).join('')
    expect(said).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json/)
    expect(said).toContain('"code":"body_malformed"')
  })
})

test('too many requests are told so in the language of the reader', async () => {
  const busy = await testServer({ config: { requestsPerMinute: 1 } })
  const visitor = new Visitor()
  visitor.cookies.set('lang', 'en')
  await busy.visit('/sign-in', visitor)
  const refused = await busy.visit('/sign-in', visitor)
  expect([refused.status, refused.problem.detail]).toEqual([429, expect.stringContaining('Too many requests')])
  // Files of the program do not count: a whole university stands behind one address.
  for (let n = 0; n < 3; n++) expect((await busy.visit('/app/assets/none.js')).status).toBe(404)
})

test('people behind one address have each what one may ask; made-up sessions are counted with their address', async () => {
  const busy = await testServer({ config: { requestsPerMinute: 3 } })
  const first = await signedIn(busy, await person(busy))
  const second = Object.assign(await signedIn(busy, await person(busy)), { address: first.address })
  const statuses = async (visitor: Visitor, times: number) =>
    Promise.all(Array.from({ length: times }, async () => (await busy.ask(accountsContract.me, {}, visitor)).status))
  expect((await statuses(first, 5)).filter((status) => status === 429)).toHaveLength(2)
  expect(await statuses(second, 3)).toEqual([200, 200, 200])
  const invented = () => Object.assign(new Visitor(), { address: '198.51.100.77', cookies: new Map([['__Host-kehui', randomBytes(32).toString('base64url')]]) })
  const answers = await Promise.all(Array.from({ length: 5 }, async () => (await busy.visit('/sign-in', invented())).status))
  expect(answers.filter((status) => status === 429)).toHaveLength(2)
})

test('a key is kept only for a verb that is idempotent: another answer may hold personal values', async () => {
  const visitor = await signedIn(server, await person(server))
  const before = await server.tools.db.selectFrom('idempotency').select('key').execute()
  const done = await server.ask(accountsContract.endOtherSessions, {}, visitor, { headers: { 'idempotency-key': newId() } })
  expect(done.status).toBe(200)
  expect(await server.tools.db.selectFrom('idempotency').select('key').execute()).toEqual(before)
})

test('a cursor that somebody made up is none', async () => {
  const visitor = await signedIn(server, await person(server, { post: 'platform_admin' }))
  const asked = (after: string) => server.ask(settingsContract.changes, { after }, visitor)
  for (const time of ['2026-02-30T00:00:00.000000Z', '0000-01-01T00:00:00.000000Z', '2026-00-01T00:00:00.000000Z']) {
    const answer = await asked(cursorOf({ page: 2, key: [time, 'settings', newId(), '1'] }))
    expect([answer.status, answer.body.previous]).toEqual([200, null])
  }
})

test('a day to filter by is one of the calendar', async () => {
  const visitor = await signedIn(server, await person(server, { post: 'platform_admin' }))
  for (const from of ['2026-02-30', '0000-01-01', '1899-12-31', '9999-01-01', '2201-01-01', 'soon']) {
    const answer = await server.ask(settingsContract.changes, { from }, visitor)
    expect([answer.status, answer.problem.fields.from?.code]).toEqual([422, 'day.format'])
  }
  expect((await server.ask(settingsContract.changes, { from: '2026-02-28', to: '2200-12-31' }, visitor)).status).toBe(200)
})

test('every refusal of a schema has a sentence, also where the schema names none', async () => {
  const answer = await server.ask(accountsContract.endSession, { id: 'none' }, await signedIn(server, await person(server)))
  expect([answer.status, answer.problem.fields.id]).toEqual([422, { code: 'field.invalid', sentence: '填写的内容不正确，请检查后重新填写' }])
})

test('polls keep no session awake', async () => {
  const visitor = await signedIn(server, await person(server))
  const poll = () => server.ask(accountsContract.me, {}, visitor, { headers: { 'x-background': '1' } })
  const statuses: number[] = []
  for (let minute = 1; minute <= 120; minute++) {
    server.clock.advance({ minutes: 1 })
    statuses.push((await poll()).status)
  }
  expect(statuses).toEqual(Array.from({ length: 120 }, (_, i) => (i < 29 ? 200 : 401)))
})
