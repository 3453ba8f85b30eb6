import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { newId } from '../src/kernel/ids.ts'
import type { OutputOf, Verb } from '../src/kernel/contract.ts'
import type { Problem } from '../src/platform/serve/problem.ts'

/** A verb was refused where the story of the town expects it to go through. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(path: string, problem: Problem) {
    super(`${path}: ${problem.status} ${problem.code} ${JSON.stringify(problem.fields)}`)
    this.problem = problem
  }
}

/**
 * Somebody at a browser: keeps the cookies and speaks to the server as a browser would, without a network. The town
 * and the tests are built through the same verbs that people use.
 */
export interface Browser {
  ask<V extends Verb>(verb: V, input: z.input<V['input']>, more?: { key?: string }): Promise<OutputOf<V>>
  /** The refusal of a verb that is expected to refuse. */
  refused<V extends Verb>(verb: V, input: z.input<V['input']>, more?: { key?: string }): Promise<Problem>
  upload<V extends Verb>(verb: V, input: z.input<V['input']>, file: { name: string; bytes: Buffer }): Promise<OutputOf<V>>
  /** A form of a public page; gives the address it leads to, or the page. */
  send(path: string, form: Record<string, string>): Promise<{ location: string | null; status: number; body: string }>
  look(path: string): Promise<{ status: number; body: string; location: string | null }>
}

export function browserOf(app: FastifyInstance, address = '127.0.0.1'): Browser {
  const cookies = new Map<string, string>()
  const headers = () => ({ cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; '), 'sec-fetch-site': 'same-origin' })

  async function go(method: 'GET' | 'POST', url: string, payload?: string | Buffer, more: Record<string, string> = {}) {
    const answer = await app.inject({ method, url, remoteAddress: address, headers: { ...headers(), ...more }, ...(payload === undefined ? {} : { payload }) })
    for (const { name, value } of answer.cookies) {
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return answer
  }

  async function call(verb: Verb, input: unknown, key?: string) {
    const rest = { ...(input as Record<string, unknown>) }
    const path = verb.path.replaceAll(/:(\w+)/g, (_, name: string) => {
      const value = rest[name]
      delete rest[name]
      return encodeURIComponent(String(value))
    })
    if (verb.method === 'GET') return go('GET', `${path}?${new URLSearchParams(rest as Record<string, string>)}`)
    const idempotency: Record<string, string> = verb.idempotent ? { 'idempotency-key': key ?? newId() } : {}
    return go('POST', path, JSON.stringify(rest), { 'content-type': 'application/json', ...idempotency })
  }

  const plain = (answer: Awaited<ReturnType<typeof go>>) =>
    ({ status: answer.statusCode, body: answer.body, location: (answer.headers.location) ?? null })

  return {
    async ask(verb, input, more) {
      const answer = await call(verb, input, more?.key)
      if (answer.statusCode >= 400) throw new Refused(verb.path, answer.json())
      return answer.json()
    },
    async refused(verb, input, more) {
      const answer = await call(verb, input, more?.key)
      if (answer.statusCode < 400) throw new Error(`${verb.path} was expected to refuse and answered ${answer.statusCode}`)
      return answer.json()
    },
    async upload(verb, input, file) {
      const path = verb.path.replaceAll(/:(\w+)/g, (_, name: string) => String((input as Record<string, unknown>)[name]))
      const boundary = `----kehui${newId()}`
      const payload = Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
        file.bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ])
      const answer = await go('POST', path, payload, { 'content-type': `multipart/form-data; boundary=${boundary}` })
      if (answer.statusCode >= 400) throw new Refused(verb.path, answer.json())
      return answer.json()
    },
    send: async (path, form) => plain(await go('POST', path, new URLSearchParams(form).toString(), { 'content-type': 'application/x-www-form-urlencoded' })),
    look: async (path) => plain(await go('GET', path)),
  }
}
