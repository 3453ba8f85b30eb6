import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Verb } from '../../src/kernel/contract.ts'
import { newId } from '../../src/kernel/ids.ts'
import { rooms } from '../../src/modules.ts'
import { problemOf, refusalOf, type Problem } from '../../src/platform/serve/problem.ts'
import { translate } from '../../src/words.ts'
import { askings, type Asking } from './inputs.ts'
import { naughty, nasty, wrongNumbers, wrongTypes } from './naughty.ts'
import { goodInput, numberFieldsOf, textFieldsOf, withAt } from './text-fields.ts'
import { testServer, type Visitor } from '../server.ts'

/**
 * Bad input for every second verb: the suite runs in two files, so that two workers share it. Each has a server, a database
 * and a town of its own.
 */
export async function badInput(half: 0 | 1): Promise<void> {
  const server = await testServer({ config: { demo: true } })
  const { given, visitorFor } = await askings(server)
  const verbs = rooms.flatMap((room) => Object.entries(room.contract).map(([name, verb]) => [`${room.name}.${name}`, verb] as const))
    .filter((_, i) => i % 2 === half)
  const withText = verbs.filter(([, verb]) => textFieldsOf(verb).length > 0)
  const withNumber = verbs.filter(([, verb]) => numberFieldsOf(verb).length > 0)
  const posts = verbs.filter(([, verb]) => verb.method === 'POST' && !verb.upload)

  const askingOf = (name: string, verb: Verb): Asking => given[name] ?? { visitor: visitorFor(verb.guard), input: () => goodInput(verb) }

  interface Answer {
    status: number
    problem: Problem
    contentType: string
  }

  async function sendRaw(verb: Verb, visitor: Visitor, url: string, payload: string | undefined, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await server.app.inject({
      method: verb.method, url, remoteAddress: visitor.address, ...(payload !== undefined && { payload }),
      headers: {
        host: 'kehui.example.org', cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(verb.method === 'POST' && { 'content-type': 'application/json' }), ...(verb.idempotent && { 'idempotency-key': newId() }), ...headers,
      },
    })
    const contentType = String(answer.headers['content-type'])
    return { status: answer.statusCode, contentType, problem: contentType.includes('json') && answer.statusCode >= 400 ? answer.json() : ({} as Problem) }
  }

  function send(verb: Verb, visitor: Visitor, input: Record<string, unknown>): Promise<Answer> {
    const rest = { ...input }
    const text = (value: unknown) => encodeURIComponent((typeof value === 'string' ? value : JSON.stringify(value) ?? '').toWellFormed())
    const path = verb.path.replaceAll(/:(\w+)/g, (_, name: string) => {
      const value = rest[name]
      delete rest[name]
      return text(value)
    })
    if (verb.method === 'POST') return sendRaw(verb, visitor, path, JSON.stringify(rest))
    return sendRaw(verb, visitor, `${path}?${Object.entries(rest).map(([name, value]) => `${name}=${text(value)}`).join('&')}`, undefined)
  }

  const isSentence = (text: string | undefined) => text !== undefined && text.trim().length > 1 && !/^[a-z_]+(\.[a-z_0-9]+)+$/.test(text) && !/\{[a-z]\w*\}/i.test(text)

  /** Whatever came in, the answer is good, or says in words what is wrong. */
  function mustBeAnswered(what: string, { status, problem, contentType }: Answer): void {
    expect(status, what).toBeLessThan(500)
    if (status < 400) return
    expect(contentType, what).toContain('application/problem+json')
    mustSay(what, problem)
  }

  function mustSay(what: string, problem: Pick<Problem, 'code' | 'detail' | 'fields'>): void {
    expect(problem.code, what).toMatch(/^[a-z]/)
    for (const text of [problem.detail, ...Object.values(problem.fields).map(({ sentence }) => sentence)]) {
      expect(isSentence(text), `${what} says “${text}”`).toBe(true)
    }
  }

  /** All of the list over the wire takes minutes; without this, each field takes a part of it, and another part than its neighbour. */
  const whole = process.env.KEHUI_NAUGHTY === 'all'
  /**
   * What the shape of the input refuses never reaches a database: all of it goes over the wire once, on PostgreSQL; on the
   * embedded engine one of each kind.
   */
  const everyShape = whole || process.env.KEHUI_TEST_DB === 'server'
  /** Of what gets past the shape: all that is nasty and an eighth of the list on PostgreSQL, a third and a 24th on the embedded engine. */
  const [nastyPart, part] = everyShape ? [1, 8] : [3, 24]
  const isTaken = (text: string, at: number): boolean => whole || at % (nasty.includes(text) ? nastyPart : part) === 0
  /** A test that is given up goes on in the background, and what it writes then is counted by the next ones. */
  const patience = whole ? 1_800_000 : 240_000

  const tables = (await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('lockout', 'lockout_slot') order by 1`.execute(server.tools.db)).rows.map(({ name }) => name)

  /** The next transaction that writes gets this number: where it has not moved, nobody has written meanwhile. */
  const nextWriter = async () =>
    (await sql<{ xid: string }>`select pg_snapshot_xmax(pg_current_snapshot())::text as xid`.execute(server.tools.db)).rows[0]?.xid

  let counted: { verb: string; writer: string | undefined; rows: string } | null = null

  /** How many rows every table has, but those that tell of failed attempts (I17). */
  async function rowCounts(verb: string): Promise<string> {
    const writer = await nextWriter()
    if (counted?.verb === verb && counted.writer === writer) return counted.rows
    const names = verb.startsWith('accounts.') ? tables.filter((name) => !name.startsWith('journal')) : tables
    const counts = sql.join(names.map((name) => sql`(select count(*)::int from ${sql.table(name)}) as ${sql.ref(name)}`))
    counted = { verb, writer, rows: JSON.stringify((await sql`select ${counts}`.execute(server.tools.db)).rows[0]) }
    return counted.rows
  }

  const short = (value: unknown) => {
    const text = JSON.stringify(value) ?? 'undefined'
    return text.length > 80 ? `${text.slice(0, 80)}… (${text.length})` : text
  }

  async function snapshotOf(rows: Asking['rows'] = []) {
    const kept = await Promise.all(rows.map(async ([table, id]) =>
      ({ table, id, row: (await sql<Record<string, unknown>>`select * from ${sql.table(table)} where id = ${id}`.execute(server.tools.db)).rows[0] ?? {} })))
    /** As they were, but for the version: the journal goes on. */
    return async () => {
      for (const { table, id, row } of kept) {
        const columns = Object.entries(row).filter(([name]) => !['id', 'version', 'is_enabled'].includes(name))
        const values = columns.map(([name, value]) => sql`${sql.ref(name)} = ${value !== null && typeof value === 'object' && !(value instanceof Date) && !Buffer.isBuffer(value) ? JSON.stringify(value) : value}`)
        await sql`update ${sql.table(table)} set ${sql.join(values)} where id = ${id}`.execute(server.tools.db)
      }
    }
  }

  /** Their secret is never right here: what they do with a wrong one is what counts. */
  const neverDone = [
    'accounts.proveCode', 'accounts.signIn', 'accounts.verifySecondFactor', 'accounts.confirmSecondFactor', 'accounts.removeSecondFactor', 'accounts.changePassword',
    'accounts.changeContact', 'authorities.endMandate', 'units.resume', 'lists.revive',
    // Takes a file, which is not sent here.
    'drafts.attach',
  ]

  test.each(Object.entries(given).filter(([name]) => !neverDone.includes(name) && verbs.some(([one]) => one === name)))('the input that %s begins with is good enough to be done', async (name, asking) => {
    const verb = verbs.find(([one]) => one === name)?.[1]
    if (!verb) throw new Error(`${name} is no verb`)
    const restore = await snapshotOf(asking.rows)
    const answer = await send(verb, asking.visitor(), await asking.input())
    expect([answer.status, answer.problem.code], name).toEqual([200, undefined])
    await restore()
  })

  describe('S1-N2 S1-N3 every text field takes the naughty strings: never a broken answer, always a sentence, nothing half-written', () => {
    test.each(withText)('%s', async (name, verb) => {
      const asking = askingOf(name, verb)
      const restore = await snapshotOf(asking.rows)
      expect(verb.input.safeParse(await asking.input()).success, `the input that ${name} begins with is good`).toBe(true)
      for (const [n, path] of textFieldsOf(verb).entries()) {
        // What makes an input good may leave rows of its own.
        let base = await asking.input()
        let counts = await rowCounts(name)
        const refusedBefore = new Set<string>()
        for (const [i, text] of naughty.entries()) {
          const what = `${name} ${path.join('.')} = ${short(text)}`
          const input = withAt(base, path, text) as Record<string, unknown>
          const parsed = verb.input.safeParse(input)
          if (!parsed.success) {
            // The shape alone refuses it: the same sentences as over the wire, where the first of each kind goes.
            const refusal = refusalOf(parsed.error)
            for (const t of Object.values(translate)) mustSay(what, problemOf(refusal, t, ''))
            const kind = JSON.stringify(Object.values(refusal.fields).map(({ code }) => code))
            if (refusedBefore.has(kind) && !(everyShape && nasty.includes(text))) continue
            refusedBefore.add(kind)
          } else if (!isTaken(text, i + n)) continue
          const answer = await send(verb, asking.visitor(), input)
          mustBeAnswered(what, answer)
          if (answer.status >= 400) {
            expect(await rowCounts(name), `${what}: ${answer.problem.code} left something behind`).toBe(counts)
          } else {
            await restore()
            base = await asking.input()
            counts = await rowCounts(name)
          }
        }
      }
    }, patience)
  })

  describe.each([
    ['anything but a text where a text belongs', withText, textFieldsOf, wrongTypes],
    ['any number where a number belongs', withNumber, numberFieldsOf, wrongNumbers],
  ] as const)('%s', (_what, taking, placesOf, values) => {
    test.each(taking)('%s', async (name, verb) => {
      const asking = askingOf(name, verb)
      const restore = await snapshotOf(asking.rows)
      for (const path of placesOf(verb)) {
        // What makes an input good may leave rows of its own: made anew only where it was used up.
        let base = await asking.input()
        let counts = await rowCounts(name)
        for (const [i, value] of values.entries()) {
          const input = withAt(base, path, value) as Record<string, unknown>
          if (!everyShape && i > 0 && !verb.input.safeParse(input).success) continue
          const answer = await send(verb, asking.visitor(), input)
          mustBeAnswered(`${name} ${path.join('.')} = ${short(value)}`, answer)
          if (answer.status >= 400) {
            expect(await rowCounts(name), `${name} ${path.join('.')} = ${short(value)}`).toBe(counts)
          } else {
            await restore()
            base = await asking.input()
            counts = await rowCounts(name)
          }
        }
      }
    }, patience)
  })

  describe('bodies that are no input at all', () => {
    const deep = `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const bodies: Record<string, [body: string, headers?: Record<string, string>]> = {
      'nothing': [''], 'no JSON': ['{"name":'], 'a number': ['1'], 'null': ['null'], 'a list': ['[]'], 'a text': ['"x"'],
      '__proto__': ['{"__proto__":{"isAdmin":true}}'], 'an inner __proto__': ['{"name":{"__proto__":{"x":1}}}'],
      'constructor.prototype': ['{"constructor":{"prototype":{"x":1}}}'], 'many levels': [deep], 'unknown keys': ['{"a":1,"isAdmin":true}'],
      'the same key twice': ['{"id":1,"id":{}}'], 'over a megabyte': [JSON.stringify({ name: 'x'.repeat(2_000_000) })],
      'a form': ['name=x', { 'content-type': 'application/x-www-form-urlencoded' }], 'XML': ['<a/>', { 'content-type': 'application/xml' }],
      'a text file': ['x', { 'content-type': 'text/plain' }], 'a broken multipart': ['x', { 'content-type': 'multipart/form-data; boundary=b' }],
      'UTF-16': ['x', { 'content-type': 'application/json; charset=utf-16' }], 'a lying length': ['{}', { 'content-length': '1' }],
      'a key of the deed that is none': ['{}', { 'idempotency-key': '\u00ff'.repeat(500) }],
    }
    test.each(posts)('%s', async (name, verb) => {
      const visitor = askingOf(name, verb).visitor()
      const isFree = Object.keys(goodInput(verb)).length === 0
      const url = verb.path.replaceAll(/:\w+/g, () => newId())
      for (const [i, [kind, [body, headers]]] of Object.entries(bodies).entries()) {
        if (!everyShape && i % 5 !== 0) continue
        const counts = await rowCounts(name)
        // Verbs that need nothing at all do what they do: their sessions would end.
        if (isFree) continue
        const answer = await sendRaw(verb, visitor, url, body, headers)
        mustBeAnswered(`${name}: ${kind}`, answer)
        if (answer.status >= 400) expect(await rowCounts(name), `${name}: ${kind}`).toBe(counts)
      }
      expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
    })
  })
}
