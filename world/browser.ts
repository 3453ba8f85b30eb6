import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { OutputOf, Verb } from '../src/kernel/contract.ts'
import type { Problem } from '../src/platform/serve/problem.ts'
import { clientOf, Visitor, type Answered } from './client.ts'

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
  const client = clientOf(app, { 'sec-fetch-site': 'same-origin' })
  const visitor = new Visitor(address)
  visitor.userAgent = 'Mozilla/5.0 (demo)'
  const well = <T>(verb: Verb, answer: Answered<T>): T => {
    if (answer.status >= 400) throw new Refused(verb.path, answer.problem)
    return answer.body
  }
  const plain = ({ status, text, headers }: Answered) => ({ status, body: text, location: headers.location ? String(headers.location) : null })

  return {
    ask: async (verb, input, more) => well(verb, await client.ask(verb, input, visitor, more)),
    async refused(verb, input, more) {
      const answer = await client.ask(verb, input, visitor, more)
      if (answer.status < 400) throw new Error(`${verb.path} was expected to refuse and answered ${answer.status}`)
      return answer.problem
    },
    upload: async (verb, input, file) => well(verb, await client.upload(verb, input, file, visitor)),
    send: async (path, form) => plain(await client.visit(path, visitor, form)),
    look: async (path) => plain(await client.visit(path, visitor)),
  }
}
