import type { FastifyInstance } from 'fastify'
import { headerPath, ownPath } from '../../kernel/own-path.ts'
import type { Page, PageCall } from '../page/page.ts'
import { replyOf } from './cookies.ts'
import { actorFor, admit } from './guard.ts'
import { contentSecurityPolicy, nonce } from './headers.ts'
import { answerProblem, isSecure, requestOf, type Edge } from './edge.ts'

/** Server-rendered public pages of every room: usable without script, first paint without the application. */
export function addPages(app: FastifyInstance, edge: Edge): void {
  for (const room of edge.rooms) for (const page of room.pages ?? []) addPage(app, edge, room.name, page)

  // Language and elder mode: plain links that set a cookie and lead back.
  app.route({
    method: 'GET',
    url: '/preferences',
    config: { guard: 'anyone' },
    handler: async (request, reply) => {
      const asked: Record<string, string | undefined> = texts(request.query)
      const cookies = replyOf(reply, isSecure(edge.tools))
      const year = 365 * 86_400
      if (asked.lang === 'zh' || asked.lang === 'en') cookies.setCookie('lang', asked.lang, year)
      if (asked.mode === 'elder' || asked.mode === 'standard') cookies.setCookie('mode', asked.mode, year)
      return reply.redirect(headerPath(ownPath(asked.back) ?? '/'), 303)
    },
  })
}

const texts = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries((value ?? {}) as Record<string, unknown>).filter((e): e is [string, string] => typeof e[1] === 'string'))

function addPage(app: FastifyInstance, edge: Edge, room: string, page: Page): void {
  app.route({
    method: page.method,
    url: page.path,
    config: { guard: page.guard },
    handler: async (request, reply) => {
      const { tools } = edge
      reply.header('cache-control', 'no-store')
      const stop = admit(page.guard, request.signed)
      if (stop?.status === 401) return reply.redirect(`/sign-in?back=${encodeURIComponent(request.url)}`, 303)
      if (stop) return answerProblem(reply, request, tools, stop)
      const secure = isSecure(tools)
      const query = texts(request.query)
      const replies = replyOf(reply, secure)
      if (query.lang === 'zh' || query.lang === 'en') replies.setCookie('lang', query.lang, 365 * 86_400)
      const form = page.method === 'POST' ? texts(request.body) : {}
      const styleNonce = nonce()
      const call: PageCall = {
        verb: `${room}:${page.path}`,
        input: form,
        actor: actorFor(page.guard, request.signed),
        tools,
        request: requestOf(request, secure),
        reply: replies,
        upload: null,
        params: texts(request.params),
        query,
        form,
        path: request.url.split('?')[0] ?? '/',
        stage: request.signed?.stage ?? null,
        t: tools.translate[request.lang],
        lang: request.lang,
        mode: request.mode,
        site: await edge.siteOf(),
        nonce: styleNonce,
      }
      const answer = await page.render(call)
      if ('redirect' in answer) return reply.redirect(headerPath(answer.redirect), 303)
      return reply
        .status(answer.status ?? 200)
        .header('content-security-policy', contentSecurityPolicy(styleNonce))
        .header('content-language', request.lang === 'zh' ? 'zh-CN' : 'en')
        .type('text/html; charset=utf-8')
        .send(answer.html.toString())
    },
  })
}
