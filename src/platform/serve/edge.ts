import type { FastifyReply, FastifyRequest } from 'fastify'
import { uuidPattern } from '../../kernel/ids.ts'
import { helperOf } from '../../kernel/recourse.ts'
import type { Guard } from '../../kernel/contract.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../kernel/words.ts'
import type { Mode, Site } from '../../web/boot.ts'
import type { Room } from '../room.ts'
import type { Tools } from '../tools.ts'
import type { Request } from './call.ts'
import { tokenOf, visitTokenOf } from './cookies.ts'
import type { Signed } from './guard.ts'
import { problemOf } from './problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route says who may call it; a check of the house finds one that does not. */
    guard?: Guard
    mostKeys?: number | undefined
  }
  interface FastifyRequest {
    receivedAt: Date
    lang: Lang
    mode: Mode
    signed: Signed | null
  }
}

/** What the wiring gives the edge beside the tools. */
export interface Edge {
  rooms: readonly Room[]
  tools: Tools
  /** The session of a cookie's token, if it is alive (accounts room). */
  signedOf(token: string, request: Request): Promise<Signed | null>
  /** Names and contacts for page heads, from the settings. */
  siteOf(): Promise<Site>
  /** Facts for /healthz beside the database. */
  health(): Promise<Record<string, unknown>>
}

export const isSecure = (tools: Tools): boolean => tools.config.secureCookies

/** The request as a verb sees it. A key counts only where the verb is idempotent: its answer is kept with it, and not every answer may be. */
export function requestOf(request: FastifyRequest, secure: boolean, idempotent = false): Request {
  const key = request.headers['idempotency-key']
  return {
    id: request.id,
    receivedAt: request.receivedAt,
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
    lang: request.lang,
    idempotencyKey: idempotent && typeof key === 'string' && uuidPattern.test(key) ? key : null,
    isBackground: request.headers['x-background'] === '1',
    sessionToken: tokenOf(request, secure),
    visitToken: visitTokenOf(request, secure),
  }
}

export function answerProblem(reply: FastifyReply, request: FastifyRequest, tools: Tools, refusal: Refusal): FastifyReply {
  const helper = helperOf(refusal, request.signed?.actor.mandate?.post ?? null, tools.helpers)
  const problem = problemOf(refusal, tools.translate[request.lang], request.id, helper)
  return reply.status(refusal.status).type('application/problem+json').send(JSON.stringify(problem))
}
