import type { SealedColumn } from '../../src/platform/seal/rotate.ts'
import type { Catalogue } from './catalogue.ts'

export const classes = ['P0', 'P1', 'P2', 'S', '-'] as const
export type PrivacyClass = (typeof classes)[number]

export interface DataClass {
  class: PrivacyClass
  /** The value in the column is ciphertext. */
  sealed: boolean
  /** The value in the column is a keyed digest of the personal value: found by equality, never read. */
  blind: boolean
  mask: string | null
  purpose: string | null
  note: string
}

/** `P1 sealed; mask=phone; purpose=contact for notices` taken apart; null if the comment does not begin with a class. */
export function dataClassOf(comment: string | null): DataClass | null {
  const found = /^(P0|P1|P2|S|-)((?: (?:sealed|blind))*)(?=;|$)/.exec(comment ?? '')
  if (!found) return null
  const [head, name = '-', marks = ''] = found
  const pieces = (comment ?? '').slice(head.length).split(';').map((piece) => piece.trim()).filter(Boolean)
  const valueOf = (key: string) => pieces.find((piece) => piece.startsWith(`${key}=`))?.slice(key.length + 1) ?? null
  return {
    class: name as PrivacyClass,
    sealed: marks.includes('sealed'),
    blind: marks.includes('blind'),
    mask: valueOf('mask'),
    purpose: valueOf('purpose'),
    note: pieces.filter((piece) => !/^(mask|purpose)=/.test(piece)).join('; '),
  }
}

/** What is wrong with the data dictionary: comments, classes, masks, purposes, and sealed columns without rotation. */
export function wrongColumns(catalogue: Catalogue, sealed: readonly SealedColumn[]): string[] {
  const found: string[] = []
  const marked = new Set<string>()
  const blinds = new Set<string>()
  for (const table of catalogue) {
    if (!table.comment?.trim()) found.push(`${table.name} has no comment`)
    for (const column of table.columns) {
      const name = `${table.name}.${column.name}`
      const data = dataClassOf(column.comment)
      if (!data) {
        found.push(`${name}: the comment must begin with ${classes.join(', ')}: ${column.comment ?? 'there is none'}`)
        continue
      }
      if (data.sealed) marked.add(name)
      if (data.blind) blinds.add(name)
      const personal = data.class === 'P1' || data.class === 'P2'
      // A digest cannot be shown: nothing to mask.
      if (personal && !data.mask && !data.blind) found.push(`${name} is ${data.class} and has no mask=`)
      if (personal && !data.purpose) found.push(`${name} is ${data.class} and has no purpose=`)
      if (data.class === 'P2' && !data.sealed && !data.blind) found.push(`${name} is P2 and not sealed`)
      if ((data.sealed || data.blind) && !/^(text|text\[\]|bytea)$/.test(column.type)) found.push(`${name} holds ciphertext in ${column.type}`)
    }
  }
  const rotated = new Map(sealed.map((column) => [`${column.table}.${column.column}`, column]))
  for (const name of marked) if (!rotated.has(name)) found.push(`${name} is marked sealed and stands in no list of sealed columns: keys would not be rotated`)
  const indexes = new Set(sealed.flatMap((column) => (column.blind ?? []).map((index) => `${column.table}.${index.column}`)))
  for (const [name, column] of rotated) {
    if (!marked.has(name)) found.push(`${name} is rotated and not marked sealed in its comment`)
    const keyed = catalogue.find((table) => table.name === column.table)?.columns.some((one) => one.name === column.key)
    if (!keyed) found.push(`${name} is rotated by ${column.key}, which is not a column of ${column.table}`)
    if (column.context !== name) found.push(`${name} is sealed under ${column.context}: the context is the column's own name`)
  }
  for (const index of indexes) if (!blinds.has(index)) found.push(`${index} is a blind index and not marked blind in its comment`)
  return found
}
