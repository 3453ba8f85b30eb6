import fastify from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { verb } from '../src/kernel/contract.ts'
import type { Page } from '../src/platform/page/page.ts'
import { rooms } from '../src/modules.ts'
import { openRoutes, pageReasons, queryReasons, verbReasons } from './house/route-reasons.ts'
import { personalQueries, routesOf, wrongPages, wrongRoutes, wrongVerbs, type NamedVerb } from './house/routes.ts'
import { forged, readTree } from './house/tree.ts'
import { openTestServer } from './server.ts'

const { made: server, routes } = await routesOf(() => openTestServer())
afterAll(() => server.close())

const allVerbs: NamedVerb[] = rooms.flatMap((room) =>
  Object.entries(room.contract).map(([name, one]) => ({ name: `${room.name}.${name}`, verb: one, handler: String(room.handlers[name]) })))

const plain = { method: 'GET', path: '/api/units/:id', guard: 'session', input: z.object({ id: z.uuid() }), output: z.object({}), refusals: [], summary: 'A unit' } as const
const one = (more: object, handler = 'async () => ({})'): NamedVerb => ({ name: 'units.one', verb: verb({ ...plain, ...more }), handler })

describe('every route says who may call it (guards.md, section 2)', () => {
  test('in the assembled server', () => {
    expect(routes.length).toBeGreaterThan(allVerbs.length)
    // Files of the application are there once it is built.
    const { 'GET /app/assets/*': _, ...unbuilt } = openRoutes
    const built = routes.some(({ path }) => path === '/app/assets/*')
    expect(wrongRoutes(routes, built ? openRoutes : unbuilt)).toEqual([])
  })

  test('every verb of every room is a route with the guard of its contract', () => {
    for (const { verb: { method, path, guard } } of allVerbs) expect(routes).toContainEqual({ method, path, guard })
  })

  test('finds a route without a guard in a real server', async () => {
    const { made, routes: few } = await routesOf(async () => {
      const app = fastify()
      app.get('/open', () => 'anyone may come in')
      app.route({ method: ['PUT', 'PATCH'], url: '/half', config: { guard: [] }, handler: () => '' })
      await app.register(async (inner) => void inner.get('/deep', () => ''), { prefix: '/inner' })
      await app.register(async (late) => {
        late.addHook('onRoute', (route) => void (route.config = { guard: 'session' }))
        late.get('/late', () => '')
      })
      return app
    })
    await made.close()
    expect(wrongRoutes(few, {}).sort()).toEqual(['GET /inner/deep declares no guard', 'GET /open declares no guard', 'PATCH /half declares no guard', 'PUT /half declares no guard'])
  })

  test('finds an open door that nobody wrote down, a desk open to anyone, and a reason without a door', () => {
    expect(wrongRoutes([{ method: 'GET', path: '/api/units', guard: 'anyone' }], {})).toEqual([expect.stringMatching(/GET \/api\/units is open to anyone, and no reason/)])
    expect(wrongRoutes([{ method: 'POST', path: '/api/platform/staff', guard: 'anyone' }], { 'POST /api/platform/staff': 'x' })).toEqual([expect.stringMatching(/a desk of staff and open/)])
    expect(wrongRoutes([], { 'GET /gone': 'x' })).toEqual([expect.stringMatching(/GET \/gone is written down as open and is no route/)])
  })
})

describe('verbs: reading is GET, changing is POST, nothing personal in an address (guards.md, section 5)', () => {
  test('in all contracts', () => {
    expect(wrongVerbs(allVerbs, verbReasons)).toEqual([])
  })

  test('a sound verb has no findings', () => {
    expect(wrongVerbs([one({})], {})).toEqual([])
  })

  const violations: [string, NamedVerb, RegExp][] = [
    ['a phone as a filter of a GET', one({ input: z.object({ id: z.uuid(), phone: z.string().optional() }) }), /a personal filter stands in the address of a GET: phone/],
    ['a name of a person', one({ input: z.object({ id: z.uuid(), contactName: z.string() }) }), /contactName/],
    ['a bare name', one({ input: z.object({ id: z.uuid(), name: z.string() }) }), /of a GET: name/],
    ['a mailbox', one({ input: z.object({ id: z.uuid(), mail: z.string() }) }), /of a GET: mail/],
    ['a document number', one({ input: z.object({ id: z.uuid(), documentNumber: z.string() }) }), /documentNumber/],
    ['a token in a path', one({ path: '/api/links/:token', input: z.object({ token: z.string() }) }), /stands in the path: token/],
    ['a path that the input does not know', one({ path: '/api/units/:unit', input: z.object({}) }), /:unit of the path is no field/],
    ['a GET that carries an idempotency key', one({ idempotent: true }), /changes something by GET/],
    ['a GET whose handler does a deed', one({}, 'async (call) => deed(call, async (tx) => save(tx))'), /is a GET whose handler writes: deed/],
    ['a GET whose handler records', one({}, 'async ({ tools }) => { await record(tools.db) }'), /writes: record/],
    ['a desk for every session', one({ path: '/api/platform/units/:id' }), /belongs to a desk and is guarded by session/],
    ['a desk for units', one({ path: '/api/units/reviews/:id', guard: ['authority_officer', 'unit_account'] }), /belongs to a desk/],
    ['a path outside of the interface', one({ path: '/units/:id' }), /is not below \/api\//],
    ['a verb without a summary', one({ summary: ' ' }), /has no summary/],
  ]
  test.each(violations)('finds %s', (_name, forgedVerb, expected) => {
    expect(wrongVerbs([forgedVerb], {}).join('\n')).toMatch(expected)
  })

  test('finds two verbs at one place, and a reason that nobody needs', () => {
    expect(wrongVerbs([one({}), { ...one({ path: '/api/units/:unitId', input: z.object({ unitId: z.uuid() }) }), name: 'units.two' }], {})).toEqual([expect.stringMatching(/units.two and units.one stand at the same place/)])
    expect(wrongVerbs([one({})], { 'units.one.phone': 'x' })).toEqual([expect.stringMatching(/no longer needed/)])
  })
})

describe('pages', () => {
  const pages = rooms.flatMap((room) => (room.pages ?? []).map((page) => ({ ...page, room: room.name })))

  test('no page reads a personal value out of an address', () => {
    expect(personalQueries(readTree('src'), queryReasons)).toEqual([])
  })

  test('finds a page that does', () => {
    const page = (code: string) => personalQueries(forged({ 'src/modules/x/pages/x.ts': code }), {}).join('\n')
    expect(page('export const a = (call) => call.query.mail')).toMatch(/reads mail from the address/)
    expect(page('export const a = ({ query }) => query.userName')).toMatch(/reads userName from the address/)
    expect(page('export const a = ({ query }) => query.back')).toBe('')
  })

  test('no GET page writes', () => {
    expect(wrongPages(pages, pageReasons)).toEqual([])
  })

  test('finds one that does', () => {
    const deed = async (_call: unknown, work: () => Promise<unknown>) => work()
    const page: Page & { room: string } = { room: 'x', method: 'GET', path: '/x', guard: 'anyone', render: async (call) => (await deed(call, async () => ({ redirect: '/' }))) as never }
    expect(wrongPages([page], {})).toEqual([expect.stringMatching(/GET \/x writes: deed/)])
    expect(wrongPages([{ ...page, method: 'POST' }], {})).toEqual([])
  })
})
