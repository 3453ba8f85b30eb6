import type { Guard } from '../../src/kernel/contract.ts'
import type { Room } from '../../src/platform/room.ts'
import { code, page, table } from './text.ts'

const guardSaid = (guard: Guard): string => (typeof guard === 'string' ? guard : guard.map(code).join(', '))

/** Every verb and page of every room; `others`: routes of the edge itself, by reason. */
export function routesPage(rooms: readonly Room[], others: Readonly<Record<string, string>>): string {
  const known = new Set(rooms.flatMap((room) => [
    ...Object.values(room.contract).map((verb) => `${verb.method} ${verb.path}`), ...(room.pages ?? []).map(({ method, path }) => `${method} ${path}`),
  ]))
  const rest = Object.entries(others).filter(([key]) => !known.has(key))
  return page(
    'Routes 接口与页面',
    'Who may call a route at all; what one may do with a single row is said by the procedures (may.md). `key`: carries an `Idempotency-Key`. `file`: takes or answers with a file.',
    ...rooms.flatMap((room) => {
      const verbs = Object.entries(room.contract)
      const pages = room.pages ?? []
      return [
        `## ${room.name}`,
        ...(verbs.length === 0 ? [] : [table(['verb', 'method', 'path', 'guard', 'more', 'rows', 'summary'], verbs.map(([name, verb]) => [
          code(`${room.name}.${name}`), verb.method, code(verb.path), guardSaid(verb.guard),
          [verb.idempotent && 'key', (verb.upload || verb.download) && 'file'].filter(Boolean).join(', '), (verb.rows ?? []).join(', '), verb.summary,
        ]))]),
        ...(pages.length === 0 ? [] : [table(['public page', 'method', 'guard'], pages.map(({ path, method, guard }) => [code(path), method, guardSaid(guard)]))]),
      ]
    }),
    '## Of the edge itself',
    table(['route', 'why it is open'], rest.map(([key, why]) => [code(key), why])),
  )
}
