import { canonicalJson } from './canonical.ts'
import { askedTabs, effectiveValues } from './conditions.ts'
import { rowsOf } from './compute.ts'
import type { Bilingual, Content, Field, FieldKind, FieldValue, FormDefinition } from './definition.ts'

/** A row, a person or a file that came, went or was changed; `columns` are the cells that are different. */
export interface ItemChange { id: string; what: 'added' | 'removed' | 'changed' | 'moved'; columns: string[] }
/** A field whose content is different. Tables, members and files say it by row; `before` and `after` are then the whole. */
export interface FieldChange {
  tab: string
  field: string
  label: Bilingual
  kind: FieldKind
  before: FieldValue
  after: FieldValue
  rows?: ItemChange[]
}

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null)

interface Item { id: string; cells: Record<string, unknown> }

function changesOf(before: readonly Item[], after: readonly Item[]): ItemChange[] {
  const was = new Map(before.map((item) => [item.id, item]))
  const is = new Map(after.map((item) => [item.id, item]))
  const order = (items: readonly Item[]) => items.map(({ id }) => id).filter((id) => was.has(id) && is.has(id))
  const [left, right] = [order(before), order(after)]
  const changes: ItemChange[] = []
  for (const { id, cells } of after) {
    const old = was.get(id)
    if (!old) changes.push({ id, what: 'added', columns: [] })
    else {
      const columns = [...new Set([...Object.keys(old.cells), ...Object.keys(cells)])].filter((column) => !same(old.cells[column], cells[column]))
      if (columns.length > 0) changes.push({ id, what: 'changed', columns })
      else if (left.indexOf(id) !== right.indexOf(id)) changes.push({ id, what: 'moved', columns: [] })
    }
  }
  return [...changes, ...before.filter(({ id }) => !is.has(id)).map(({ id }): ItemChange => ({ id, what: 'removed', columns: [] }))]
}

/** What the members or the files of a field look like to the difference. */
function itemsOf(field: Field, content: Content): Item[] | null {
  if (field.kind === 'members') return content.members.map(({ id, ...cells }) => ({ id, cells }))
  if (field.kind !== 'files') return null
  // A file is what is in it: the same one uploaded again is no change.
  return content.files.filter((file) => file.fieldId === field.id && file.state !== 'refused').map(({ sha256, name, pages }) => ({ id: sha256, cells: { name, pages } }))
}

/** What changed between two contents of one form: fields in the order of the form, only those that are asked in either. */
export function differences(form: FormDefinition, before: Content, after: Content): FieldChange[] {
  const [was, is] = [effectiveValues(form, before.values), effectiveValues(form, after.values)]
  const asked = new Set([before, after].flatMap(({ values }) => askedTabs(form, values).flatMap(({ fields }) => fields)))
  return form.tabs.flatMap((tab) => tab.fields.filter((field) => asked.has(field)).flatMap((field): FieldChange[] => {
    const at = { tab: tab.id, field: field.id, label: field.label, kind: field.kind }
    const items = itemsOf(field, before)
    if (items) {
      const rows = changesOf(items, itemsOf(field, after) ?? [])
      return rows.length > 0 ? [{ ...at, before: null, after: null, rows }] : []
    }
    const fact = (content: Content) => (field.kind === 'fact' ? (content.facts[field.of] ?? null) : null)
    const [left, right] = field.kind === 'fact' ? [fact(before), fact(after)] : [was[field.id] ?? null, is[field.id] ?? null]
    if (same(left, right)) return []
    if (field.kind !== 'table') return [{ ...at, before: left, after: right }]
    return [{ ...at, before: left, after: right, rows: changesOf(rowsOf(left), rowsOf(right)) }]
  }))
}
