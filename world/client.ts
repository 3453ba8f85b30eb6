import type { FastifyInstance } from 'fastify'
import type { OutputOf, Verb } from '../src/kernel/contract.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Problem } from '../src/platform/serve/problem.ts'

/** A browser as far as the server knows it: its cookies, its address, its name. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  address: string
  userAgent = 'Mozilla/5.0 (test)'
  constructor(address = '203.0.113.1') {
    this.address = address
  }
  /** Another browser that somebody copied the cookies into. */
  copy(): Visitor {
    const other = new Visitor(this.address)
    for (const [name, value] of this.cookies) other.cookies.set(name, value)
    return other
  }
}

export interface Answered<T = unknown> {
  status: number
  headers: Record<string, string | string[] | undefined>
  /** What the verb answered; read it only where `status` is 200. */
  body: T
  /** The refusal otherwise. */
  problem: Problem
  text: string
  setCookies: string[]
}

export interface Request {
  method: 'GET' | 'POST'
  url: string
  headers?: Record<string, string>
  payload?: string | Buffer
}

/** Asks a server as browsers do, without a network. Redirects are not followed. */
export interface Client {
  send<T>(request: Request, visitor: Visitor): Promise<Answered<T>>
  /** Asks a verb, as the typed client does. `key` repeats a deed (idempotent verbs get a fresh one otherwise). */
  ask<V extends Verb>(verb: V, input: unknown, visitor: Visitor, more?: { key?: string | undefined; headers?: Record<string, string> }): Promise<Answered<OutputOf<V>>>
  /** Asks a verb that takes a file. */
  upload<V extends Verb>(verb: V, input: unknown, file: { name: string; bytes: Buffer }, visitor: Visitor): Promise<Answered<OutputOf<V>>>
  /** A page: GET, or POST with the fields of its form. */
  visit(path: string, visitor: Visitor, form?: Record<string, string>): Promise<Answered>
}

/** The path with the parts that the input names (`:id`), and the rest of the input. */
function pathOf(verb: Verb, input: unknown): { path: string; rest: Record<string, unknown> } {
  const rest = { ...(input as Record<string, unknown>) }
  const path = verb.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  return { path, rest }
}

/** `always`: headers of every request. */
export function clientOf(app: FastifyInstance, always: Record<string, string>): Client {
  async function send<T>({ method, url, headers, payload }: Request, visitor: Visitor): Promise<Answered<T>> {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.inject({
      method, url, remoteAddress: visitor.address,
      headers: { ...always, 'user-agent': visitor.userAgent, ...(cookie && { cookie }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const { name, value, expires } of answer.cookies) {
      if (value === '' || (expires && expires.getTime() === 0)) visitor.cookies.delete(name)
      else visitor.cookies.set(name, value)
    }
    const isJson = (answer.headers['content-type'] ?? '').includes('json')
    const body = (isJson && answer.payload !== '' ? JSON.parse(answer.payload) : undefined) as never
    const setCookies = [answer.headers['set-cookie'] ?? []].flat()
    return { status: answer.statusCode, headers: answer.headers as never, body, problem: body, text: answer.payload, setCookies }
  }

  return {
    send,
    ask(verb, input, visitor, more = {}) {
      const { path, rest } = pathOf(verb, input)
      const key: Record<string, string> = verb.idempotent ? { 'idempotency-key': more.key ?? newId() } : {}
      const headers = { ...key, ...more.headers }
      if (verb.method === 'GET') {
        const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)])).toString()
        return send({ method: 'GET', url: query ? `${path}?${query}` : path, headers }, visitor)
      }
      return send({ method: 'POST', url: path, headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify(rest) }, visitor)
    },
    upload(verb, input, file, visitor) {
      const boundary = `----kehui${newId()}`
      const payload = Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
        file.bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ])
      return send({ method: 'POST', url: pathOf(verb, input).path, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload }, visitor)
    },
    visit(path, visitor, form) {
      if (!form) return send({ method: 'GET', url: path }, visitor)
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      return send({ method: 'POST', url: path, headers, payload: new URLSearchParams(form).toString() }, visitor)
    },
  }
}
