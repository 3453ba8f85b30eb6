import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { style } from '../sample-subsystem/style.ts'
import { choosePage, gonePage, homePage, type Lang } from './pages.ts'
import { makeProvider } from './provider.ts'
import type { Told } from './subject.ts'

const more = `
h1 + p { margin-bottom: 16px }
.choice { width: 100%; justify-content: flex-start; text-align: left; padding: 10px 18px; min-height: 56px } .choice span span { display: block; font-size: 14px }
`

/** The simulated provider of the demo and the tests: protocol by `oidc-provider`, and one page on which one chooses who signs in. */
export function makeSimulation(origin: () => string): { server: Server; tell: (told: Told) => void } {
  let told: Told = { clients: [], subjects: [] }
  let provider: Provider | null = null
  let platform = ''

  async function choose(request: IncomingMessage, answer: ServerResponse, made: Provider, lang: Lang, path: string): Promise<void> {
    const details = await made.interactionDetails(request, answer).catch(() => null)
    if (!details) return send(answer, 400, gonePage(lang, path))
    const kind = String(details.params.scope).split(' ').includes('legal') ? 'legal' : 'person'
    if (request.method !== 'POST') return send(answer, 200, choosePage(lang, path, kind, told.subjects))
    const sub = new URLSearchParams(await bodyOf(request)).get('sub') ?? ''
    const known = told.subjects.some((subject) => subject.sub === sub)
    await made.interactionFinished(request, answer, known ? { login: { accountId: sub, remember: false } } : { error: 'access_denied' }, { mergeWithLastSubmission: false })
  }

  async function respond(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin())
    const asked = url.searchParams.get('lang')
    const lang: Lang = (asked === 'en' || asked === 'zh' ? asked : /(?:^|;\s*)simulated_lang=(\w+)/.exec(request.headers.cookie ?? '')?.[1]) === 'en' ? 'en' : 'zh'
    if (url.pathname === '/style.css') return void answer.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(style + more)
    const made = provider
    const isOurs = url.pathname === '/' || url.pathname.startsWith('/choose/')
    if (made && !isOurs) return void made.callback()(request, answer)
    // The answer to the form ends at the platform, over redirects.
    answer.setHeader('content-security-policy', `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${platform}; frame-ancestors 'none'; base-uri 'none'`)
    answer.setHeader('x-content-type-options', 'nosniff')
    answer.setHeader('referrer-policy', 'no-referrer')
    answer.setHeader('cache-control', 'no-store')
    if (asked) answer.appendHeader('set-cookie', `simulated_lang=${lang}; Path=/; SameSite=Lax`)
    if (!made) return send(answer, 503, gonePage(lang, '/'))
    if (url.pathname === '/') return send(answer, 200, homePage(lang, '/'))
    await choose(request, answer, made, lang, url.pathname)
  }

  const server = createServer((request, answer) => {
    respond(request, answer).catch((error: unknown) => {
      process.stderr.write(`${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}: ${error instanceof Error ? error.message : String(error)}\n`)
      if (!answer.headersSent) answer.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      answer.end('模拟身份提供方出错。The simulated provider failed.\n')
    })
  })
  return {
    server,
    tell(now) {
      // Only who there is may change: codes and tokens of before live on with the provider that gave them.
      if (provider && JSON.stringify(now.clients) === JSON.stringify(told.clients)) {
        Object.assign(told, { subjects: now.subjects })
        return
      }
      told = { ...now }
      platform = [...new Set(now.clients.flatMap(({ redirectUris }) => redirectUris.map((uri) => new URL(uri).origin)))].join(' ')
      provider = makeProvider(origin(), told)
    },
  }
}

const send = (answer: ServerResponse, status: number, page: string): void => void answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page)

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 20_000) throw new Error('too long')
  }
  return text
}
