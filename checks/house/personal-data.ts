import type { Catalogue } from './catalogue.ts'
import { dataClassOf } from './columns.ts'

/** Digests say nothing to their owner: of a token, a password, a value that is searched for. */
const isDigest = (name: string): boolean => /(^|_)(digest|hash)$/.test(name)

function isPersonal(name: string, comment: string | null): boolean {
  const data = dataClassOf(comment)
  return data !== null && ['P1', 'P2', 'S'].includes(data.class) && !data.blind && !isDigest(name)
}

/** Personal columns that no section of 我的数据 shows and no reason explains, and what names a column that is none. */
export function hiddenColumns(tables: Catalogue, shows: readonly string[], reasons: Readonly<Record<string, string>>): string[] {
  const personal = new Map(tables.flatMap((table) =>
    table.columns.filter(({ name, comment }) => isPersonal(name, comment)).map((column) => [`${table.name}.${column.name}`, dataClassOf(column.comment)?.class])))
  const shown = new Set(shows)
  const reasonOf = (name: string) => (name in reasons ? name : [`${name.split('.')[0]}.*`].find((whole) => whole in reasons))
  const hidden = [...personal].filter(([name]) => !shown.has(name) && !reasonOf(name)).map(([name, kind]) => `${name} is ${kind} and no section shows it: add it to its room's personal-data.ts, or a reason`)
  const gone = shows.filter((name) => !personal.has(name)).map((name) => `${name} is said to be shown and is no personal column`)
  const used = new Set([...personal.keys()].filter((name) => !shown.has(name)).map(reasonOf))
  const idle = Object.keys(reasons).filter((name) => !used.has(name)).map((name) => `${name} has a reason and needs none`)
  return [...hidden, ...gone, ...idle]
}
