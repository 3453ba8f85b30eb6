import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../kernel/ids.ts'
import { refuse, unseen } from '../../kernel/refusal.ts'
import { answerProblem, isSecure, type Edge } from './edge.ts'
import { safetyHeaders } from './headers.ts'
import { problemOf } from './problem.ts'

/** A form with a file whose parts do not end, or whose boundary is not named: the parser throws plain errors. */
export const isBrokenForm = (error: Error, request: FastifyRequest): boolean =>
  request.isMultipart() && /\bmultipart\b|\bboundary\b|malformed part/i.test(error.message)

/** An address that no route can be looked up for: badly encoded, or too long. No hook has seen such a request. */
export function answerUnrouted(edge: Edge, error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
  request.lang = /(^|;\s*)lang=en(;|$)/.test(request.headers.cookie ?? '') ? 'en' : 'zh'
  safetyHeaders(reply, isSecure(edge.tools))
  reply.header('x-request-id', request.id)
  const isTooLong = error.statusCode === 414
  void answerProblem(reply, request, edge.tools, isTooLong ? unseen() : refuse('body_malformed', { status: 400 }))
}

const statuses: Partial<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** What is not HTTP at all: one answer, in the house's language, and the connection ends. */
export function answerUnparsed(edge: Edge, error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const status = statuses[error.code ?? ''] ?? 400
  const body = JSON.stringify(problemOf(refuse('body_malformed', { status }), edge.tools.translate.zh, newId()))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'content-type: application/problem+json', `content-length: ${Buffer.byteLength(body)}`, 'connection: close',
  ]
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroy(error)
}
