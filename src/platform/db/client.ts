import { createHash } from 'node:crypto'
import pg from 'pg'
import { isStalePlan } from './sql-error.ts'

/** A connection keeps at most so many named statements; a text beyond that is planned each time. */
const mostNames = 600
/** And remembers at most so many texts that it has met once. */
const mostTexts = 5000

const nameable = /^\s*(select|insert|update|delete|with)\b/i

type Asked = (text: unknown, values?: unknown, done?: unknown) => unknown

/**
 * Gives a statement a name when its text comes the second time, so that the server parses and plans it once per
 * connection: the main lever of speed (stack.md). A text that comes once, such as an insert of 37 rows, costs no name.
 * After a plan that a migration made stale, names begin anew; `transact` tries the deed that met it again.
 */
export class NamingClient extends pg.Client {
  #met = new Set<string>()
  #names = new Map<string, string>()
  #generation = 0

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known || this.#names.size >= mostNames) return known
    if (!this.#met.delete(text)) {
      if (this.#met.size >= mostTexts) this.#met.clear()
      this.#met.add(text)
      return undefined
    }
    const name = `k${this.#generation}_${createHash('sha1').update(text).digest('base64url')}`
    this.#names.set(text, name)
    return name
  }

  // The driver's overloads are many; only Kysely's form (text, values) without a callback is named.
  override query: pg.Client['query'] = ((text: unknown, values?: unknown, done?: unknown) => {
    const ask = super.query.bind(this) as Asked
    if (typeof text !== 'string' || !Array.isArray(values) || done !== undefined || !nameable.test(text)) {
      return ask(text, values, done)
    }
    const name = this.#nameOf(text)
    if (!name) return ask(text, values)
    return (ask({ name, text, values }) as Promise<unknown>).catch((error: unknown) => {
      if (isStalePlan(error)) {
        this.#names.clear()
        this.#generation++
      }
      throw error
    })
  }) as pg.Client['query']
}
