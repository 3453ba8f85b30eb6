import { createHash } from 'node:crypto'
import pg from 'pg'

/** A connection keeps at most so many named statements; a text beyond that is planned each time. */
const mostNames = 600

const named = /^\s*(select|insert|update|delete|with)\b/i
const isStalePlan = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery'

type Asked = (text: unknown, values?: unknown, done?: unknown) => unknown

/**
 * Gives a statement a name when its text comes the second time, so that the server parses and plans it once per
 * connection: the main lever of speed (stack.md). A text that comes once, such as an insert of 37 rows, costs no name.
 * A plan that a migration made stale is forgotten, and the deed that met it is tried again by `transact`.
 */
export class NamingClient extends pg.Client {
  #texts = new Map<string, string | null>()
  #names = 0
  #generation = 0

  #nameOf(text: string): string | undefined {
    const known = this.#texts.get(text)
    if (known) return known
    if (this.#texts.size > 20 * mostNames) this.#forget()
    if (known === undefined || this.#names >= mostNames) {
      this.#texts.set(text, null)
      return undefined
    }
    const hash = createHash('sha1').update(text).digest('base64url').slice(0, 20)
    const name = `k${this.#generation}_${hash}`
    this.#texts.set(text, name)
    this.#names++
    return name
  }

  #forget(): void {
    this.#texts = new Map()
    this.#names = 0
    this.#generation++
    void super.query('deallocate all').catch(() => undefined)
  }

  // The driver's overloads are many; only Kysely's form (text, values) without a callback is named.
  override query: pg.Client['query'] = ((text: unknown, values?: unknown, done?: unknown) => {
    const ask = super.query.bind(this) as Asked
    if (typeof text !== 'string' || !Array.isArray(values) || done !== undefined || !named.test(text)) {
      return ask(text, values, done)
    }
    const name = this.#nameOf(text)
    if (!name) return ask(text, values)
    return (ask({ name, text, values }) as Promise<unknown>).catch((error: unknown) => {
      if (isStalePlan(error)) this.#forget()
      throw error
    })
  }) as pg.Client['query']
}
