import type { Content, Field, FieldOf, RichDocument, TableRow } from '../../form/definition.ts'
import { rowsOf } from '../../form/compute.ts'
import { plainText } from '../../form/rich.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const isNothing = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** What a field holds in a content, wherever it is kept. */
export function heldBy(field: Field, content: Content): unknown {
  switch (field.kind) {
    case 'note': return null
    case 'fact': return content.facts[field.of] ?? null
    case 'members': return content.members.map(({ id, name, unit, title, role, task, months, state }) => ({ id, name, unit, title, role, task, months, state }))
    case 'files': return content.files.filter((file) => file.fieldId === field.id).map(({ sha256, name }) => ({ sha256, name }))
    default: {
      const value = content.values[field.id]
      return isNothing(value) ? null : value
    }
  }
}

/** Whether a field says something else than before. */
export const differs = (field: Field, before: Content, now: Content): boolean => !same(heldBy(field, before), heldBy(field, now))

/** A row of a table as it is shown against the one before; `was` of a kept row, by cell, only where it differs. */
export interface RowShown { row: TableRow; how: 'same' | 'added' | 'removed' | 'changed'; was: TableRow | null }

/** The rows of now, with those that are gone at the place where they stood. */
export function rowsAgainst(field: FieldOf<'table'>, before: Content | undefined, now: Content): RowShown[] {
  const [old, rows] = [before ? rowsOf(before.values[field.id]) : null, rowsOf(now.values[field.id])]
  if (!old) return rows.map((row) => ({ row, how: 'same', was: null }))
  const was = new Map(old.map((row) => [row.id, row]))
  const still = new Set(rows.map((row) => row.id))
  const shown: RowShown[] = rows.map((row) => {
    const other = was.get(row.id) ?? null
    return { row, was: other, how: !other ? 'added' : same(other.cells, row.cells) ? 'same' : 'changed' }
  })
  old.forEach((row, at) => {
    if (still.has(row.id)) return
    const beforeIt = old.slice(0, at).findLast((one) => shown.some((s) => s.row.id === one.id))
    const place = beforeIt ? shown.findIndex((s) => s.row.id === beforeIt.id) + 1 : 0
    shown.splice(place, 0, { row, how: 'removed', was: row })
  })
  return shown
}

/** The parts of a text (paragraphs, tables, pictures) against those of before: kept, new, or gone at their place. */
export interface PartShown { node: RichDocument['content'][number]; how: 'same' | 'added' | 'removed' }

export function partsAgainst(before: RichDocument | null, now: RichDocument | null): PartShown[] {
  const [a, b] = [before?.content ?? [], now?.content ?? []]
  const keyOf = (node: RichDocument['content'][number]) => JSON.stringify(node)
  const [ka, kb] = [a.map(keyOf), b.map(keyOf)]
  // The longest sequence of parts that both have.
  const most = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) most[i]![j] = ka[i] === kb[j] ? most[i + 1]![j + 1]! + 1 : Math.max(most[i + 1]![j]!, most[i]![j + 1]!)
  }
  const shown: PartShown[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]]
    if (one && other && ka[i] === kb[j]) {
      shown.push({ node: other, how: 'same' })
      i++
      j++
    } else if (one && (!other || most[i + 1]![j]! >= most[i]![j + 1]!)) {
      if (plainText({ type: 'doc', content: [one] }).trim() !== '' || one.type === 'image') shown.push({ node: one, how: 'removed' })
      i++
    } else if (other) {
      shown.push({ node: other, how: 'added' })
      j++
    }
  }
  return shown
}
