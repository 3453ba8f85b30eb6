import { canonicalJson } from './canonical.ts'
import { rowsOf } from './compute.ts'
import type { Field, FieldValue, Period, TableRow } from './definition.ts'

/**
 * What two windows wrote since they last agreed, as one. What only one of them changed is taken from it; where both
 * changed the same thing differently, mine stands and the place is named, and nothing is thrown away without a word:
 * `conflicts` names the field, a cell as `row.column`, a row that one deleted and the other went on writing, or `order`.
 */
export interface Merged { value: FieldValue; conflicts: string[] }

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** Which of three: null where both changed it and do not agree. */
function pick<T>(base: T, mine: T, theirs: T): { value: T } | null {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine }
  return same(base, mine) ? { value: theirs } : null
}

/** Three-way merge of one field: tables by row and cell, ticks one by one, periods by their ends, everything else as a whole. */
export function mergeField(field: Field, base: FieldValue, mine: FieldValue, theirs: FieldValue): Merged {
  const whole = pick(base, mine, theirs)
  if (whole) return { value: whole.value, conflicts: [] }
  if (field.kind === 'table') return mergeRows(rowsOf(base), rowsOf(mine), rowsOf(theirs))
  if (field.kind === 'choices') return { value: mergeTicks(field.options.map(({ value: one }) => one), ticksOf(base), ticksOf(mine), ticksOf(theirs)), conflicts: [] }
  if (field.kind === 'period') return mergePeriod(field.id, periodOf(base), periodOf(mine), periodOf(theirs))
  return { value: mine, conflicts: [field.id] }
}

const ticksOf = (value: FieldValue): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])
/** A tick that one of them set or took away is set or gone, in the order of the options. */
function mergeTicks(options: string[], base: string[], mine: string[], theirs: string[]): string[] {
  const ticked = (one: string) => (base.includes(one) ? mine.includes(one) && theirs.includes(one) : mine.includes(one) || theirs.includes(one))
  return [...new Set([...options, ...base, ...[...mine, ...theirs].sort()])].filter(ticked)
}


const isPeriod = (value: FieldValue): value is Period => typeof value === 'object' && value !== null && !Array.isArray(value) && 'from' in value
const periodOf = (value: FieldValue): Period => (isPeriod(value) ? value : { from: '', to: '' })
function mergePeriod(id: string, base: Period, mine: Period, theirs: Period): Merged {
  const from = pick(base.from, mine.from, theirs.from)
  const to = pick(base.to, mine.to, theirs.to)
  return { value: { from: from?.value ?? mine.from, to: to?.value ?? mine.to }, conflicts: from && to ? [] : [id] }
}

const byId = (rows: readonly TableRow[]) => new Map(rows.map((row) => [row.id, row]))

function mergeRows(base: TableRow[], mine: TableRow[], theirs: TableRow[]): Merged {
  const [b, m, t] = [byId(base), byId(mine), byId(theirs)]
  const conflicts: string[] = []
  const kept = new Map<string, TableRow>()
  for (const id of new Set([...b.keys(), ...m.keys(), ...t.keys()])) {
    const [was, my, their] = [b.get(id), m.get(id), t.get(id)]
    if (my && their) kept.set(id, mergeCells(was, my, their, conflicts))
    else if (my ?? their) {
      const here = my ?? their
      // Deleted in one window: gone, unless the other one went on writing in it.
      if (was && same(was, here)) continue
      if (was) conflicts.push(id)
      if (here) kept.set(id, here)
    }
  }
  const order = orderOf([...b.keys()], [...m.keys()], [...t.keys()], new Set(kept.keys()))
  if (!order.agreed) conflicts.push('order')
  return { value: order.ids.flatMap((id) => kept.get(id) ?? []), conflicts }
}

function mergeCells(was: TableRow | undefined, mine: TableRow, theirs: TableRow, conflicts: string[]): TableRow {
  const cells: TableRow['cells'] = {}
  for (const column of [...new Set([...Object.keys(mine.cells), ...Object.keys(theirs.cells)])].sort()) {
    const [my, their] = [mine.cells[column] ?? null, theirs.cells[column] ?? null]
    const picked = pick(was?.cells[column] ?? null, my, their)
    if (!picked) conflicts.push(`${mine.id}.${column}`)
    cells[column] = picked ? picked.value : my
  }
  return { id: mine.id, cells }
}

/** The order of the rows: of who changed it; a new row stays behind the one that it was written behind. */
function orderOf(base: string[], mine: string[], theirs: string[], kept: Set<string>): { ids: string[]; agreed: boolean } {
  const old = new Set(base.filter((id) => kept.has(id)))
  const inBoth = new Set([...old].filter((id) => mine.includes(id) && theirs.includes(id)))
  const of = (ids: string[], among: Set<string>) => ids.filter((id) => among.has(id))
  const picked = pick(of(base, inBoth), of(mine, inBoth), of(theirs, inBoth))
  // A row that one of them deleted and the other kept stands where the other has it.
  const spine = behind(picked?.value ?? of(mine, inBoth), [mine, theirs], new Set([...old].filter((id) => !inBoth.has(id))))
  return { ids: behind(spine, [mine, theirs], new Set([...kept].filter((id) => !old.has(id)))), agreed: picked !== null }
}

/** Puts each of `added` behind the nearest row before it that is there; those of two windows at one place keep together. */
function behind(spine: string[], sides: [string[], string[]], added: Set<string>): string[] {
  const there = new Set(spine)
  const groups = sides.map((ids) => {
    const after = new Map<string, string[]>()
    let anchor = ''
    for (const id of ids) {
      if (there.has(id)) anchor = id
      else if (added.has(id)) after.set(anchor, [...(after.get(anchor) ?? []), id])
    }
    return after
  })
  const at = (anchor: string) => groups.map((group) => group.get(anchor) ?? []).sort((one, other) => ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1)).flat()
  return [...new Set(['', ...spine].flatMap((anchor) => (anchor === '' ? at(anchor) : [anchor, ...at(anchor)])))]
}
