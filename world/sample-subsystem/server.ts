import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Client, Told } from './client.ts'
import { logoutNoticeIn } from './logout-token.ts'
import { doorPage, insidePage, notFoundPage, outPage, recordsPage, signedOutPage, startPage, type Place } from './pages.ts'
import { makePlatform, saidIn, type Platform } from './platform.ts'
import { makeSessions } from './sessions.ts'
import { style } from './style.ts'

interface Visit {
  request: IncomingMessage
  answer: ServerResponse
  url: URL
  place: Place
  client: Client
  platform: Platform
}

/** All sample subsystems on one port, each below its own path with its own client, cookies and sessions. */
export function makeSample(origin: () => string): { server: Server; tell: (told: Told) => void } {
  const sessions = makeSessions()
  const heard = new Set<string>()
  let told: Told = { issuer: '', clients: [] }
  let platforms = new Map<string, Platform>()

  async function respond(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin())
    const home = told.issuer === '' ? '' : new URL(told.issuer).origin
    headers(answer, home)
    if (url.pathname === '/style.css') return void answer.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=600' }).end(style)
    const asked = url.searchParams.get('lang')
    const lang = asked === 'en' || asked === 'zh' ? asked : cookiesOf(request).sample_lang === 'en' ? 'en' : 'zh'
    if (asked) answer.appendHeader('set-cookie', `sample_lang=${lang}; Path=/; SameSite=Lax; Max-Age=31536000`)
    const [, code = '', ...rest] = url.pathname.split('/')
    const client = told.clients.find((one) => one.code === code) ?? null
    const place: Place = { lang, client, path: url.pathname.replace(/^\/+/, '/'), platform: home }
    if (url.pathname === '/') return send(answer, 200, startPage(place, told.clients))
    const platform = platforms.get(code)
    if (!client || !platform) return send(answer, told.clients.length === 0 ? 503 : 404, notFoundPage(place))
    await visit({ request, answer, url, place, client, platform }, `${request.method} ${rest.join('/')}`)
  }

  async function visit(one: Visit, what: string): Promise<void> {
    const { answer, place, client } = one
    switch (what) {
      case 'GET sign-in': return begin(one)
      case 'GET callback': return finish(one)
      case 'POST sign-out': return signOut(one)
      case 'GET signed-out': return send(answer, 200, signedOutPage(place, client))
      case 'POST backchannel-logout': return backchannel(one)
      case 'GET ': case 'GET records': return inside(one, what)
      default: return send(answer, 404, notFoundPage(place))
    }
  }

  const cookieName = (client: Client) => `sample_${client.code}`
  const sessionOf = ({ client, request }: Visit) => sessions.find(client.code, cookiesOf(request)[cookieName(client)])
  const forget = (one: Visit) => {
    sessions.end(cookiesOf(one.request)[cookieName(one.client)])
    one.answer.appendHeader('set-cookie', `${cookieName(one.client)}=; Path=/${one.client.code}/; Max-Age=0; HttpOnly; SameSite=Lax`)
  }
  const remember = ({ answer, client }: Visit, session: Omit<Parameters<typeof sessions.begin>[0], 'client'>) =>
    answer.appendHeader('set-cookie', `${cookieName(client)}=${sessions.begin({ client: client.code, ...session })}; Path=/${client.code}/; HttpOnly; SameSite=Lax`)

  async function begin(one: Visit): Promise<void> {
    const { pending, url } = await one.platform.begin(`${origin()}/${one.client.code}/callback`, one.place.lang === 'zh' ? 'zh-CN' : 'en')
    sessions.end(cookiesOf(one.request)[cookieName(one.client)])
    remember(one, { pending })
    goTo(one.answer, url.href)
  }

  async function finish(one: Visit): Promise<void> {
    const pending = sessionOf(one)?.pending
    if (!pending) return send(one.answer, 400, outPage(one.place, one.client, 'stale'))
    forget(one)
    try {
      const visitor = await one.platform.finish(one.url, pending)
      one.answer.removeHeader('set-cookie')
      remember(one, { visitor })
      goTo(one.answer, `/${one.client.code}/`)
    } catch (error) {
      send(one.answer, 403, outPage(one.place, one.client, 'refused', saidIn(error)))
    }
  }

  async function inside(one: Visit, what: string): Promise<void> {
    const session = sessionOf(one)
    if (session?.isEnded) {
      forget(one)
      return send(one.answer, 403, outPage(one.place, one.client, 'ended'))
    }
    if (!session?.visitor) {
      if (what !== 'GET ') return goTo(one.answer, `/${one.client.code}/`)
      return send(one.answer, 200, doorPage(one.place, one.client))
    }
    const standing = await one.platform.standing(session.visitor)
    if (standing.is === 'unknown') return send(one.answer, 503, outPage(one.place, one.client, 'unknown'))
    if (standing.is === 'in') {
      Object.assign(session.visitor, { name: standing.name, unit: standing.unit })
      return send(one.answer, 200, what === 'GET ' ? insidePage(one.place, one.client, session.visitor) : recordsPage(one.place, one.client))
    }
    forget(one)
    // A token that merely ran out is renewed by the platform, which looks at the grant again.
    if (standing.is === 'expired') return goTo(one.answer, `/${one.client.code}/sign-in`)
    send(one.answer, 403, outPage(one.place, one.client, 'out'))
  }

  async function signOut(one: Visit): Promise<void> {
    const visitor = sessionOf(one)?.visitor
    forget(one)
    if (!visitor) return goTo(one.answer, `/${one.client.code}/`)
    goTo(one.answer, (await one.platform.signOutUrl(visitor, `${origin()}/${one.client.code}/signed-out`)).href)
  }

  async function backchannel(one: Visit): Promise<void> {
    const token = new URLSearchParams(await bodyOf(one.request)).get('logout_token') ?? ''
    const { issuer, keys } = await one.platform.keys()
    const notice = logoutNoticeIn(token, { issuer, client: one.client.code, keys, now: new Date() })
    one.answer.setHeader('cache-control', 'no-store')
    if (!notice || heard.has(notice.jti)) return void one.answer.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_request"}')
    heard.add(notice.jti)
    sessions.endAll(one.client.code, notice)
    one.answer.writeHead(200).end()
  }

  const server = createServer((request, answer) => {
    respond(request, answer).catch((error: unknown) => {
      process.stderr.write(`${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}: ${error instanceof Error ? error.message : String(error)}\n`)
      if (!answer.headersSent) answer.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' })
      answer.end('平台没有应答，请稍后重试。The platform did not answer; please try again later.\n')
    })
  })
  return {
    server,
    tell(now) {
      told = now
      platforms = new Map(now.clients.map((client) => [client.code, makePlatform(now, client)]))
    },
  }
}

function headers(answer: ServerResponse, platform: string): void {
  answer.setHeader('content-security-policy', `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${platform}; frame-ancestors 'none'; base-uri 'none'`)
  answer.setHeader('x-content-type-options', 'nosniff')
  answer.setHeader('referrer-policy', 'no-referrer')
  answer.setHeader('cache-control', 'no-store')
}

const send = (answer: ServerResponse, status: number, page: string): void => void answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page)
const goTo = (answer: ServerResponse, location: string): void => void answer.writeHead(303, { location }).end()

const cookiesOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries((request.headers.cookie ?? '').split(/;\s*/).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 20_000) throw new Error('too long')
  }
  return text
}
