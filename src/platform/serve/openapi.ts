import { z } from 'zod'
import type { Contract, Verb } from '../../kernel/contract.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

const problem: Json = { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }

function operation(room: string, name: string, verb: Verb): Json {
  const named = [...verb.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const input = schemaOf(verb.input, 'input') as { properties?: Record<string, Json>; required?: string[] }
  const rest = Object.entries(input.properties ?? {}).filter(([key]) => !named.includes(key))
  const required = (input.required ?? []).filter((key) => !named.includes(key))
  const parameters: Json[] = named.map((key) => ({ name: key, in: 'path', required: true, schema: input.properties?.[key] ?? { type: 'string' } }))
  if (verb.method === 'GET') for (const [key, schema] of rest) parameters.push({ name: key, in: 'query', required: required.includes(key), schema })
  if (verb.idempotent) parameters.push({ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } })
  const body: Json = { type: 'object', properties: Object.fromEntries(rest), ...(required.length ? { required } : {}) }
  return {
    operationId: `${room}.${name}`,
    tags: [room],
    summary: verb.summary,
    ...(parameters.length ? { parameters } : {}),
    ...(verb.method === 'POST'
      ? { requestBody: { content: verb.upload ? { 'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } } } : { 'application/json': { schema: body } } } }
      : {}),
    responses: {
      200: verb.download
        ? { description: 'A file', content: { 'application/octet-stream': {} } }
        : { description: 'Done', content: { 'application/json': { schema: schemaOf(verb.output, 'output') } } },
      ...(verb.guard === 'anyone' ? {} : { 401: problem, 403: problem }),
      404: problem, 409: problem, 422: problem,
    },
    'x-guard': verb.guard,
    'x-refusals': verb.refusals,
    ...(verb.rows ? { 'x-rows': verb.rows } : {}),
  }
}

/** OpenAPI 3.1 of every room, made from the same contracts that the server and the typed client use. */
export function openApi(rooms: readonly { name: string; contract: Contract }[], title: string): Json {
  const paths: Record<string, Json> = {}
  for (const room of rooms) {
    for (const [name, verb] of Object.entries(room.contract)) {
      const path = verb.path.replaceAll(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [verb.method.toLowerCase()]: operation(room.name, name, verb) }
    }
  }
  const field = { type: 'object', properties: { code: { type: 'string' }, sentence: { type: 'string' } } }
  return {
    openapi: '3.1.0',
    info: { title, version: '1' },
    paths,
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'detail', 'fields', 'requestId'],
          properties: {
            type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' },
            detail: { type: 'string' }, fields: { type: 'object', additionalProperties: field }, requestId: { type: 'string' },
          },
        },
      },
    },
  }
}
