import { connect, createServer, type AddressInfo } from 'node:net'
import * as client from 'openid-client'
import { subsystemsContract } from '../../src/modules/subsystems/contract.ts'
import { townPassword } from '../../world/cast.ts'
import type { Browser } from '../../world/browser.ts'
import type { ChosenUnit } from '../people-of-units.ts'

/** A port that is free now, for a server whose public address must be known before it listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

export interface Registered {
  id: string
  code: string
  name: string
  secret: string
  redirectUri: string
  logoutUri: string
}

let registered = 0

/** Another subsystem in the registry, as the platform's desk adds one. */
export async function register(admin: Browser, more: Partial<Record<string, unknown>> = {}): Promise<Registered> {
  const n = ++registered
  const [code, name] = [`xitong-${n}`, `子系统${n}`]
  const [redirectUri, logoutUri] = [`https://xitong${n}.example.org/callback`, `https://xitong${n}.example.org/goodbye`]
  const { id, secret } = await admin.ask(subsystemsContract.add, {
    code, name, nameEn: `Subsystem ${n}`, about: '', aboutEn: '', entryUrl: `https://xitong${n}.example.org/`, redirectUris: [redirectUri], logoutUris: [logoutUri],
    backchannelLogoutUri: '', openTo: 'granted', sort: n, ...more,
  } as never)
  return { id, code, name, secret, redirectUri, logoutUri }
}

/** What openid-client knows of the platform and of one subsystem. */
export async function relyingParty(origin: string, s: Registered, secret = s.secret): Promise<client.Configuration> {
  return client.discovery(new URL(origin), s.code, secret, undefined, { execute: [client.allowInsecureRequests] })
}

/** One sign-in on its way. */
export interface Way {
  url: URL
  verifier: string
  state: string
  nonce: string
}

export async function begin(config: client.Configuration, s: Registered, more: Record<string, string> = {}): Promise<Way> {
  const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()]
  const parameters = {
    redirect_uri: s.redirectUri, scope: 'openid profile unit', state, nonce, code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ...more,
  }
  return { url: client.buildAuthorizationUrl(config, parameters), verifier, state, nonce }
}

export interface Answer {
  status: number
  location: string | null
  body: string
  headers: Headers
}

/** A browser on the network: keeps cookies by path, follows nothing by itself. */
export class Net {
  readonly #jar = new Map<string, { value: string; path: string }>()
  readonly origin: string
  constructor(origin: string) {
    this.origin = origin
  }
  has(name: string): boolean {
    return this.#jar.has(name)
  }
  drop(name: string): void {
    this.#jar.delete(name)
  }
  async go(to: string | URL, form?: Record<string, string>): Promise<Answer> {
    const url = new URL(to, this.origin)
    const cookie = [...this.#jar].filter(([, one]) => url.pathname.startsWith(one.path)).map(([name, { value }]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      redirect: 'manual', method: form ? 'POST' : 'GET',
      headers: { accept: 'text/html', ...(cookie && { cookie }), 'sec-fetch-site': 'same-origin' }, ...(form && { body: new URLSearchParams(form) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/'
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.#jar.delete(name)
      else this.#jar.set(name, { value, path })
    }
    return { status: answer.status, location: answer.headers.get('location'), body: await answer.text(), headers: answer.headers }
  }
  /** Follows redirects and pages that go on by themselves, within the platform; gives where it leaves, or the page it stops at. */
  async follow(to: string | URL): Promise<Answer & { left: URL | null }> {
    let next: string | URL = to
    for (let n = 0; n < 12; n++) {
      const answer = await this.go(next)
      const on = answer.location ?? /<meta http-equiv="refresh" content="0; url=([^"]+)"/.exec(answer.body)?.[1]?.replaceAll('&amp;', '&')
      if (!on) return { ...answer, left: null }
      const url = new URL(on, this.origin)
      if (url.origin !== this.origin) return { ...answer, left: url }
      next = url
    }
    throw new Error('it goes round in circles')
  }
  async signIn(userName: string, password = townPassword): Promise<void> {
    const answer = await this.go('/sign-in', { userName, password })
    if (answer.status !== 303) throw new Error(`not signed in: ${answer.status}`)
  }
  async signOut(): Promise<void> {
    await this.go('/sign-out', {})
  }
}

/** Ticks exactly these for one person of a unit, and enables. */
export async function tick(unit: ChosenUnit, personId: string, subsystems: readonly { id: string }[]): Promise<void> {
  const { person } = await unit.browser.ask(subsystemsContract.modules, { personId })
  await unit.browser.ask(subsystemsContract.configure, { personId, version: person.version, granted: subsystems.map(({ id }) => id), enable: person.can.includes('enable') })
}

/** The answer to a token request as the subsystem's library sees it; the code of the refusal otherwise. */
export const redeemed = async (config: client.Configuration, left: URL | null, way: Way): Promise<client.TokenEndpointResponse & client.TokenEndpointResponseHelpers | string> =>
  client.authorizationCodeGrant(config, left ?? new URL('x:/'), { pkceCodeVerifier: way.verifier, expectedState: way.state, expectedNonce: way.nonce })
    .catch((error: unknown) => (error instanceof client.ResponseBodyError ? error.error : error instanceof Error ? error.message : 'thrown'))

/** Bytes as no library would send them; gives the whole answer. */
export function rawHead(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    let all = ''
    socket.setEncoding('utf8').on('data', (piece: string) => void (all += piece)).on('end', () => resolve(all)).on('error', reject)
  })
}
