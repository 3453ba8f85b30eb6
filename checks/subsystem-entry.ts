import type * as client from 'openid-client'
import type { Config } from '../src/config.ts'
import type { Browser } from '../world/browser.ts'
import { twoUnits, type ChosenUnit, type Newcomer } from './people-of-units.ts'
import { begin, freePort, Net, tick, type Registered, type Way } from './relying-parties/party.ts'
import { openTestServer, type TestServer } from './server.ts'

export { begin, Net, rawHead, redeemed, register, relyingParty, tick, type Registered, type Way } from './relying-parties/party.ts'

/** The whole program listening on loopback, as subsystems reach it. */
export async function listening(more: Partial<Config> = {}): Promise<{ server: TestServer; origin: string }> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const server = await openTestServer({ config: { demo: true, publicUrl: origin, secureCookies: false, port, ...more } })
  await server.app.listen({ port, host: '127.0.0.1' })
  return { server, origin }
}

export interface Stage {
  server: TestServer
  origin: string
  admin: Browser
  a: ChosenUnit
  b: ChosenUnit
  comes(more?: { name?: string; unitId?: string }): Promise<Newcomer>
  /** Somebody enabled, who was given these. */
  comesWith(...subsystems: readonly Registered[]): Promise<Newcomer>
}

export async function stage(more: Partial<Config> = {}): Promise<Stage> {
  const { server, origin } = await listening(more)
  const { town, a, b, comes } = await twoUnits(server)
  const admin = town.staff.pingtai_zhou
  if (!admin) throw new Error('no administrator')
  return {
    server, origin, admin, a, b, comes,
    async comesWith(...subsystems) {
      const newcomer = await comes()
      await tick(a, newcomer.id, subsystems)
      return newcomer
    },
  }
}

/** Signed in at the platform and back at the subsystem, with the code. */
export async function codeFor(s: Stage, who: Newcomer, config: client.Configuration, at: Registered): Promise<{ net: Net; way: Way; left: URL }> {
  const net = new Net(s.origin)
  await net.signIn(who.who.userName)
  const way = await begin(config, at)
  const { left, body } = await net.follow(way.url)
  if (!left) throw new Error(`it stopped at a page: ${body.slice(0, 2000)}`)
  return { net, way, left }
}
