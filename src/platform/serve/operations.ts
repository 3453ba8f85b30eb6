import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { unseen } from '../../kernel/refusal.ts'
import { openApi } from './openapi.ts'
import { answerProblem, type Edge } from './edge.ts'

const same = (a: string, b: string) => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

/** Health that tells the truth, metrics for those who hold the token, the contract for programs. */
export function addOperations(app: FastifyInstance, edge: Edge): void {
  const { tools } = edge

  app.route({
    method: 'GET',
    url: '/healthz',
    config: { guard: 'anyone' },
    handler: async (_request, reply) => {
      reply.header('cache-control', 'no-store')
      try {
        const started = performance.now()
        const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tools.db)
        const facts = await edge.health()
        const ok = facts.ok !== false
        return await reply.status(ok ? 200 : 503).send({
          ...facts, ok, database: { kind: tools.database.kind, ms: Math.round(performance.now() - started), time: rows[0]?.now },
        })
      } catch {
        return reply.status(503).send({ ok: false, database: { kind: tools.database.kind, reachable: false } })
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/metrics',
    config: { guard: 'anyone' },
    handler: async (request, reply) => {
      // Without a token only plain http on this machine: behind a proxy every caller would look like loopback (ASVS V13.4.5).
      const { metricsToken } = tools.config
      const given = (request.headers.authorization ?? '').replace(/^Bearer /, '')
      const allowed = metricsToken ? same(given, metricsToken) : !tools.config.secureCookies && ['127.0.0.1', '::1'].includes(request.ip)
      if (!allowed) return answerProblem(reply, request, tools, unseen())
      return reply.type(tools.metrics.contentType).send(await tools.metrics.text())
    },
  })

  let description: string | null = null
  app.route({
    method: 'GET',
    url: '/api/openapi.json',
    config: { guard: 'anyone' },
    handler: async (_request, reply) => {
      description ??= JSON.stringify(openApi(edge.rooms, 'Kehui 科汇'))
      return reply.type('application/json').send(description)
    },
  })
}
