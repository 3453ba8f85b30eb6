import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Newcomer } from '../../../../checks/people-of-units.ts'
import { begin, codeFor, redeemed, register, relyingParty, stage, tick, type Registered, type Stage } from '../../../../checks/subsystem-entry.ts'
import { newId } from '../../../kernel/ids.ts'
import { tellLogouts } from './logout-job.ts'

let s: Stage
let lin: Newcomer
const listeners: Server[] = []

interface Told {
  jti: string
  sid: string
}

/** A subsystem with an address for logouts: what it was told, and how it answers. */
interface Hearing {
  told: Told[]
  at: Registered
  answers(request: IncomingMessage, response: ServerResponse): void
}

async function hearing(): Promise<Hearing> {
  const told: Told[] = []
  const listener = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => void (body += piece)).on('end', () => {
      const token = new URLSearchParams(body).get('logout_token') ?? ''
      told.push(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Told)
      made.answers(request, response)
    })
  })
  listeners.push(listener)
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const at = await register(s.admin, { backchannelLogoutUri: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/told` })
  const made: Hearing = { told, at, answers: (_request, response) => void response.writeHead(204).end() }
  return made
}

beforeAll(async () => {
  s = await stage()
  lin = await s.comesWith()
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  await s.server.close()
  for (const listener of listeners) {
    listener.closeAllConnections()
    listener.close()
  }
})

/** So many visits of this person to one subsystem have ended, as if he came from as many browsers. */
const ended = (at: Registered, n: number, ago = 0) =>
  s.server.tools.db.insertInto('logout_call').values(Array.from({ length: n }, (_, i) => ({
    id: newId(), subsystem_id: at.id, person_id: lin.id, sid: `sid-${at.code}-${i}`,
    due_at: new Date(s.server.clock.now().getTime() - ago), created_at: new Date(s.server.clock.now().getTime() - ago),
  }))).execute()
const waiting = async ({ at }: Hearing) => (await s.server.tools.db.selectFrom('logout_call').select(['id', 'attempts']).where('subsystem_id', '=', at.id).execute())

it('who is let in again is not thrown out by the logout of before', async () => {
  const one = await hearing()
  const config = await relyingParty(s.origin, one.at)
  await tick(s.a, lin.id, [one.at])
  const { net, way, left } = await codeFor(s, lin, config, one.at)
  expect(typeof await redeemed(config, left, way)).toBe('object')
  await tick(s.a, lin.id, [])
  expect(await waiting(one)).toHaveLength(1)
  await tick(s.a, lin.id, [one.at])
  const again = await begin(config, one.at)
  expect(typeof await redeemed(config, (await net.follow(again.url)).left, again)).toBe('object')
  await tellLogouts(s.server.tools)
  expect([one.told, await waiting(one)]).toEqual([[], []])
})

it('S1-50 a subsystem that does not answer keeps no other one waiting, and one run tells all that is due', async () => {
  const [silent, quick] = [await hearing(), await hearing()]
  silent.answers = () => undefined
  // More than are told at once, and all older than those of the other one.
  await ended(silent.at, 60, 60_000)
  await ended(quick.at, 120)
  const begun = performance.now()
  await tellLogouts(s.server.tools)
  expect(await waiting(quick)).toEqual([])
  expect(new Set(quick.told.map(({ sid }) => sid)).size).toBe(120)
  expect(await waiting(silent)).toHaveLength(60)
  // Five seconds for the silent one, once; sixty times that where each was waited for.
  expect(performance.now() - begun).toBeLessThan(60_000)
  await s.server.tools.db.deleteFrom('logout_call').where('subsystem_id', '=', silent.at.id).execute()
}, 120_000)

it('each attempt has a jti of its own; what is no 2xx stands in the log with its status, and so does giving up', async () => {
  const one = await hearing()
  const { log } = s.server.tools
  const [warned, failed] = [vi.spyOn(log, 'warn'), vi.spyOn(log, 'error')]
  one.answers = (_request, response) => void response.writeHead(one.told.length === 1 ? 400 : 302, { location: '/elsewhere' }).end()
  await ended(one.at, 1)
  await tellLogouts(s.server.tools)
  s.server.clock.advance({ seconds: 6 })
  await tellLogouts(s.server.tools)
  expect([new Set(one.told.map(({ jti }) => jti)).size, new Set(one.told.map(({ sid }) => sid)).size]).toEqual([2, 1])
  expect(warned.mock.calls.map(([facts]) => facts)).toMatchObject([{ subsystem: one.at.code, status: 400, attempts: 1 }, { subsystem: one.at.code, status: 302, attempts: 2 }])
  expect(failed).not.toHaveBeenCalled()
  s.server.clock.advance({ days: 1, minutes: 1 })
  await tellLogouts(s.server.tools)
  expect(failed.mock.calls.map(([facts]) => facts)).toMatchObject([{ subsystem: one.at.code, attempts: 2 }])
  expect([await waiting(one), one.told.length]).toEqual([[], 2])
})
