import { compareDecimals } from './decimal.ts'
import { computedRows, exact, readsOf, rowsOf } from './compute.ts'
import type { Comparison, Condition, Field, FieldValue, FormDefinition, RichDocument, Tab, Values } from './definition.ts'
import { isEmptyRich } from './rich.ts'

export { numberOf } from './compute.ts'

type Read = (id: string) => FieldValue | undefined

const isRich = (value: object): value is RichDocument => 'type' in value
const filledCell = (cell: string | number | null) => cell !== null && cell !== ''

/** Whether anything was filled in. An unticked commitment is empty, a 否 is not; rows without any content are none. */
export function isFilled(value: FieldValue | undefined): boolean {
  if (value === null || value === undefined) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value === 'number' || typeof value === 'boolean') return true
  if (Array.isArray(value)) return value.some((one) => typeof one === 'string' || Object.values(one.cells).some(filledCell))
  if (isRich(value)) return !isEmptyRich(value)
  return value.from !== '' || value.to !== ''
}

const compared: Readonly<Record<Comparison, (sign: number) => boolean>> = {
  '<': (sign) => sign < 0, '<=': (sign) => sign <= 0, '=': (sign) => sign === 0, '>=': (sign) => sign >= 0, '>': (sign) => sign > 0,
}

function holdsOf(c: Condition, read: Read): boolean {
  if ('all' in c) return c.all.every((one) => holdsOf(one, read))
  if ('any' in c) return c.any.some((one) => holdsOf(one, read))
  if ('not' in c) return !holdsOf(c.not, read)
  if ('compare' in c) return compared[c.compare.op](compareDecimals(exact(c.compare.left, read), exact(c.compare.right, read)))
  const value = read(c.field)
  if ('isFilled' in c) return isFilled(value) === c.isFilled
  const wanted = 'in' in c ? c.in : [c.is]
  return wanted.some((one) => value === one || (Array.isArray(value) && value.some((each) => each === one)))
}

/** Whether a condition holds; a field that is not among the values is empty, and an empty number counts as zero. */
export const holds = (c: Condition, values: Values): boolean => holdsOf(c, (id) => values[id])

/** Fields that a condition reads. */
export function fieldsOf(c: Condition): string[] {
  if ('all' in c) return c.all.flatMap(fieldsOf)
  if ('any' in c) return c.any.flatMap(fieldsOf)
  if ('not' in c) return fieldsOf(c.not)
  if ('compare' in c) return [...readsOf(c.compare.left), ...readsOf(c.compare.right)]
  return [c.field]
}

export const tabOf = (form: FormDefinition, fieldId: string): Tab | undefined =>
  form.tabs.find((tab) => tab.fields.some((field) => field.id === fieldId))

/**
 * The fields that are asked: those whose own condition and whose tab's condition hold. What is not asked counts as empty
 * in the conditions of others, in whatever order they stand; conditions in a circle (problems.ts refuses them) do not hold.
 */
export function askedFields(form: FormDefinition, values: Values): Field[] {
  const places = new Map(form.tabs.flatMap((tab) => tab.fields.map((field) => [field.id, { tab, field }] as const)))
  const known = new Map<string, boolean>()
  const asked = (id: string): boolean => {
    const place = places.get(id)
    if (!place) return false
    const before = known.get(id)
    if (before !== undefined) return before
    known.set(id, false)
    const is = [place.tab.when, place.field.when].every((when) => !when || holdsOf(when, read))
    known.set(id, is)
    return is
  }
  const read: Read = (id) => (asked(id) ? withComputed(places.get(id)?.field, values[id]) : null)
  return form.tabs.flatMap((tab) => tab.fields.filter((field) => asked(field.id)))
}

const withComputed = (field: Field | undefined, value: FieldValue | undefined): FieldValue =>
  (field?.kind === 'table' ? computedRows(field, rowsOf(value)) : value) ?? null

/** The values that count: of the fields that are asked, with the computed cells of their tables. */
export const effectiveValues = (form: FormDefinition, values: Values): Values =>
  Object.fromEntries(askedFields(form, values).map((field) => [field.id, withComputed(field, values[field.id])]))

/** The tabs with their asked fields; tabs of which nothing is asked are out. */
export function askedTabs(form: FormDefinition, values: Values): { tab: Tab; fields: Field[] }[] {
  const asked = new Set(askedFields(form, values))
  return form.tabs.map((tab) => ({ tab, fields: tab.fields.filter((field) => asked.has(field)) })).filter(({ fields }) => fields.length > 0)
}
