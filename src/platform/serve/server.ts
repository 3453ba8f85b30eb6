import fastifyCookie from '@fastify/cookie'
import fastifyMultipart from '@fastify/multipart'
import fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { newId } from '../../kernel/ids.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { isOutOfRange } from '../db/sql-error.ts'
import { answerProblem, isSecure, requestOf, type Edge } from './edge.ts'
import { addPages } from './pages.ts'
import { addVerbs } from './verbs.ts'
import { addWeb } from './web.ts'
import { addOperations } from './operations.ts'
import { tokenOf } from './cookies.ts'
import { isCrossSite, safetyHeaders } from './headers.ts'
import { isOfTheApplication, limitRequests } from './rate.ts'
import { isWithinShape } from './shape.ts'
import { countUnderWay } from './under-way.ts'
import { answerUnparsed, answerUnrouted, isBrokenForm } from './malformed.ts'

/** The whole HTTP side: verbs of all rooms, public pages, the application, health and metrics. Not yet listening. */
export async function makeServer(edge: Edge): Promise<FastifyInstance> {
  const { tools } = edge
  const secure = isSecure(tools)
  const app = fastify({
    logger: false,
    genReqId: () => newId(),
    trustProxy: tools.config.trustProxy.length ? [...tools.config.trustProxy] : false,
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 120_000,
    frameworkErrors: (error, request, reply) => answerUnrouted(edge, error, request, reply),
    clientErrorHandler: (error, socket) => answerUnparsed(edge, error, socket),
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  })
  const counted = countUnderWay(app)
  app.decorateRequest('receivedAt')
  app.decorateRequest('lang', 'zh')
  app.decorateRequest('mode', 'standard')
  app.decorateRequest('signed', null)

  app.addHook('onRequest', async (request, reply) => {
    request.receivedAt = tools.clock.now()
    safetyHeaders(reply, secure)
    reply.header('x-request-id', request.id)
  })
  await app.register(fastifyCookie)
  // Before anything can refuse: whatever is answered, is answered in the reader's language.
  app.addHook('onRequest', async (request) => {
    const asked = (request.query as Record<string, unknown>)?.lang
    request.lang = asked === 'en' || asked === 'zh' ? asked : request.cookies.lang === 'en' ? 'en' : 'zh'
    request.mode = request.cookies.mode === 'elder' ? 'elder' : 'standard'
  })
  await limitRequests(app, tools)
  await app.register(fastifyMultipart, { limits: { files: 1, fields: 20, fieldSize: 10_000, parts: 21 } })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))))
  })

  app.addHook('preHandler', async (request, reply) => {
    if (isCrossSite(request)) return answerProblem(reply, request, tools, refuse('cross_site', { status: 403 }))
    if (!isWithinShape(request.body, request.routeOptions.config.mostKeys) || ![request.query, request.params].every((part) => isWithinShape(part))) {
      return answerProblem(reply, request, tools, refuse('body_malformed', { status: 400 }))
    }
    const token = tokenOf(request, secure)
    // Files of the application need no session; everything else may.
    if (token && !isOfTheApplication(request.url)) request.signed = await counted(edge.signedOf(token, requestOf(request, secure)))
  })

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    tools.metrics.request(route, request.method, reply.statusCode, reply.elapsedTime / 1000)
    tools.log.info({ requestId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })

  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    if (!(error instanceof Error)) return answerProblem(reply, request, tools, error)
    const status = error.statusCode ?? 500
    if (status === 413) return answerProblem(reply, request, tools, refuse('body_too_large', { status: 413 }))
    if (status < 500 || isBrokenForm(error, request)) return answerProblem(reply, request, tools, refuse('body_malformed', { status: status === 415 ? 415 : 400 }))
    if (isOutOfRange(error)) {
      tools.log.warn({ requestId: request.id, route: request.routeOptions.url, err: error }, 'a number that no column holds')
      return answerProblem(reply, request, tools, refuse('number_out_of_range', { status: 422 }))
    }
    tools.log.error({ requestId: request.id, route: request.routeOptions.url, err: error }, 'broken')
    return answerProblem(reply, request, tools, refuse('broken', { status: 500, params: { id: request.id } }))
  })

  addOperations(app, edge)
  addVerbs(app, edge)
  addPages(app, edge)
  for (const room of edge.rooms) await room.mount?.(app, edge)
  await addWeb(app, edge)
  return app
}
