import type { Catalogue } from './catalogue.ts'
import { isCode, only, type Tree } from './tree.ts'

export interface Term {
  term: string
  identifiers: string[]
  places: string[]
  isBuilt: boolean
  line: number
}

const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')

/** The rows of docs/words.md. A row with a wrong number of cells, or without a state, is an error of the table. */
export function termsOf(text: string): { terms: Term[]; malformed: string[] } {
  const terms: Term[] = []
  const malformed: string[] = []
  text.split('\n').forEach((line, index) => {
    if (!line.startsWith('| ') || line.startsWith('| 业务词 ')) return
    const cells = line.slice(1, line.lastIndexOf('|')).split('|').map((cell) => cell.trim())
    const [term = '', english = '', identifiers = '', places = '', manual = '', state = ''] = cells
    if (cells.length !== 6 || !term || !english || !manual || !['built', 'later'].includes(state)) malformed.push(`line ${index + 1}: ${line}`)
    else terms.push({ term, identifiers: quoted(identifiers), places: quoted(places), isBuilt: state === 'built', line: index + 1 })
  })
  return { terms, malformed }
}

/** Every name that the code knows: identifiers, and words in its texts (`unit_account`). */
export function namesIn(tree: Tree): Set<string> {
  const names = new Set<string>()
  for (const [, text] of only(tree, (file) => file.startsWith('src/') && isCode(file))) {
    // Comments name things that are not there.
    for (const match of text.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '').matchAll(/[A-Za-z_$][\w$]*/g)) names.add(match[0])
  }
  return names
}

/** Names of built terms that do not exist, and planned columns that do. */
export function wrongTerms(text: string, tree: Tree, catalogue: Catalogue): string[] {
  const { terms, malformed } = termsOf(text)
  const names = namesIn(tree)
  const places = new Set(catalogue.flatMap((table) => [table.name, ...table.columns.map((column) => `${table.name}.${column.name}`)]))
  const found = malformed.map((line) => `not a row of six cells ending in built or later: ${line}`)
  const seen = new Map<string, number>()
  for (const { term, identifiers, places: wanted, isBuilt, line } of terms) {
    const before = seen.get(term)
    if (before !== undefined) found.push(`${term} stands in line ${before} and in line ${line}`)
    seen.set(term, line)
    if (isBuilt) for (const name of identifiers) if (!names.has(name)) found.push(`${term}: no code knows ${name}`)
    for (const place of wanted) {
      if (isBuilt && !places.has(place)) found.push(`${term}: there is no ${place}`)
      if (!isBuilt && place.includes('.') && places.has(place)) found.push(`${term} is built by now: ${place} exists`)
    }
  }
  return found
}
