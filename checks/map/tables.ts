import type { Catalogue } from '../house/catalogue.ts'
import { dataClassOf } from '../house/columns.ts'
import { code, page, table } from './text.ts'

const classSaid = (comment: string | null): string => {
  const data = dataClassOf(comment)
  return data ? [data.class, data.sealed && 'sealed', data.blind && 'blind'].filter(Boolean).join(' ') : ''
}

/** Every table: what it is for, who writes it, what its columns hold. */
export function tablesPage(catalogue: Catalogue, writers: ReadonlyMap<string, ReadonlySet<string>>, exceptions: Readonly<Record<string, string>>): string {
  const writersSaid = (name: string) => [...(writers.get(name) ?? [])].sort().map((owner) => {
    const why = exceptions[`${name}: ${owner}`]
    return why ? `${code(owner)} (${why})` : code(owner)
  }).join(', ')
  return page(
    'Tables 数据表',
    'Classes: P0 public, P1 personal, P2 sensitive, S secret, - no personal data. `sealed`: ciphertext; `blind`: keyed digest for search by equality.',
    table(['table', 'written by', 'what it holds'], catalogue.map(({ name, comment }) => [`[${name}](#${name})`, writersSaid(name), comment])),
    ...catalogue.flatMap(({ name, columns, constraints }) => [
      `## ${name}`,
      table(['column', 'type', 'class', 'mask', 'purpose', 'note'], columns.map((column) => {
        const data = dataClassOf(column.comment)
        return [code(column.name), `${column.type}${column.nullable ? '' : ', required'}`, classSaid(column.comment), data?.mask, data?.purpose, data?.note]
      })),
      ...(constraints.some(({ kind }) => kind !== 'p' && kind !== 'f') ? [constraints.filter(({ kind }) => kind !== 'p' && kind !== 'f').map((one) => `- ${code(one.name)}: ${code(one.definition)}`).join('\n')] : []),
    ]),
  )
}

/** Personal and secret columns alone: the register of docs/pia. */
export const personalColumns = (catalogue: Catalogue): string =>
  table(['column', 'class', 'purpose', 'mask'], catalogue.flatMap(({ name, columns }) =>
    columns.flatMap((column) => {
      const data = dataClassOf(column.comment)
      if (!data || data.class === '-' || data.class === 'P0') return []
      return [[code(`${name}.${column.name}`), classSaid(column.comment), data.purpose ?? data.note, data.blind ? 'never shown' : data.class === 'S' ? 'never shown' : data.mask]]
    })))
