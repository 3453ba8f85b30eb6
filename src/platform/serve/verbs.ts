import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Verb } from '../../kernel/contract.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { Room } from '../room.ts'
import type { Call, Download, Upload } from './call.ts'
import { replyOf } from './cookies.ts'
import { actorFor, admit } from './guard.ts'
import { refusalOf } from './problem.ts'
import { answerProblem, isSecure, requestOf, type Edge } from './edge.ts'

/** Every verb of every room becomes a route: guard, shape, input, handler, output. */
export function addVerbs(app: FastifyInstance, edge: Edge): void {
  for (const room of edge.rooms) {
    for (const [name, verb] of Object.entries(room.contract)) addVerb(app, edge, room, name, verb)
  }
}

function addVerb(app: FastifyInstance, edge: Edge, room: Room, name: string, verb: Verb): void {
  const handler = room.handlers[name]
  if (!handler) throw new Error(`${room.name}.${name} stands in the contract and has no handler`)
  app.route({
    method: verb.method,
    url: verb.path,
    config: { guard: verb.guard, mostKeys: verb.mostKeys },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const { tools } = edge
      const stop = admit(verb.guard, request.signed)
      if (stop) return answerProblem(reply, request, tools, stop)
      const secure = isSecure(tools)
      const upload = verb.upload ? await uploadOf(request, verb.upload.maxBytes) : null
      if (verb.upload && !upload) return answerProblem(reply, request, tools, refuse('file.missing', { fields: { file: { code: 'file.missing' } } }))
      const asked = { ...(verb.method === 'GET' ? (request.query as object) : verb.upload ? {} : ((request.body as object | null) ?? {})), ...(request.params as object) }
      const input = verb.input.safeParse(asked)
      if (!input.success) return answerProblem(reply, request, tools, refusalOf(input.error))
      const call: Call<never, never> = {
        verb: `${room.name}.${name}`,
        input: input.data as never,
        actor: actorFor(verb.guard, request.signed) as never,
        tools,
        request: requestOf(request, secure, verb.idempotent === true),
        reply: replyOf(reply, secure),
        upload,
      }
      if (verb.idempotent && !call.request.idempotencyKey) {
        return answerProblem(reply, request, tools, refuse('body_malformed', { status: 400 }))
      }
      const answer = await handler(call)
      if (isRefusal(answer)) return answerProblem(reply, request, tools, answer)
      if (verb.download) return sendFile(reply, answer)
      // Only what the contract names leaves the house (ASVS V15.3.1).
      return reply.type('application/json').send(JSON.stringify(verb.output.parse(answer) ?? null))
    },
  })
}

async function uploadOf(request: FastifyRequest, maxBytes: number): Promise<Upload | null> {
  if (!request.isMultipart()) return null
  // The parser's own limit is 1 MB; one byte more than allowed, so that the store sees that it was too much.
  const part = await request.file({ limits: { fileSize: maxBytes + 1 } })
  return part ? { name: part.filename.toWellFormed().replaceAll('\0', ''), stream: part.file } : null
}

/** Files leave as attachments, never as pages of our origin (D24). */
export function sendFile(reply: FastifyReply, file: Download): FastifyReply {
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  if (file.bytes !== undefined) reply.header('content-length', file.bytes)
  return reply
    .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(file.contentType)
    .send(file.stream)
}
