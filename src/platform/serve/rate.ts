import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Tools } from '../tools.ts'
import { answerProblem } from './edge.ts'

/** A university stands behind one address: so many times what one person may ask. */
const peopleBehindOneAddress = 20
const minute = 60_000

/** Built files whose names hold their digest. */
export const isOfTheApplication = (url: string): boolean => /^\/(app\/)?assets\//.test(url)

const tooMany = (milliseconds: number): Refusal => refuse('too_many_requests', { status: 429, params: { seconds: Math.ceil(milliseconds / 1000) } })

/**
 * Who is signed in is counted for himself, everybody else by his address: in the last hour before closing the people of one
 * university must not use up what their colleagues may ask. An address as a whole is counted before anything is looked up,
 * since tokens that somebody makes up are asked of the database. The program's own files count nowhere.
 */
export async function limitRequests(app: FastifyInstance, tools: Tools): Promise<void> {
  const { requestsPerMinute } = tools.config
  await app.register(fastifyRateLimit, {
    global: true, hook: 'preHandler', max: requestsPerMinute, timeWindow: minute,
    keyGenerator: ({ signed, ip }) => (signed?.stage === 'full' ? signed.actor.accountId : ip),
    allowList: ({ url }) => isOfTheApplication(url),
    errorResponseBuilder: (_request, { ttl }) => tooMany(ttl) as never,
  })
  const ofAddress = app.createRateLimit({ max: requestsPerMinute * peopleBehindOneAddress, timeWindow: minute, keyGenerator: ({ ip }) => `address ${ip}` })
  app.addHook('onRequest', async (request, reply) => {
    if (isOfTheApplication(request.url)) return undefined
    const counted = await ofAddress(request)
    if (!counted.isAllowed && counted.isExceeded) return answerProblem(reply, request, tools, tooMany(counted.ttl))
    return undefined
  })
}
