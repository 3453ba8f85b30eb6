import { checkRows } from './check-rows.ts'
import { checkAmount, checkDay, type Found } from './check-cell.ts'
import type { InForce } from './code-lists.ts'
import { rowsOf } from './compute.ts'
import { isFilled } from './conditions.ts'
import type { Content, Field, FieldOf, FieldValue, Period } from './definition.ts'
import { charactersOf, imagesOf } from './rich.ts'

export type { Found } from './check-cell.ts'

/** What is wrong with one field that is asked; a table may have several findings, in the order of its rows and columns. */
export function checkField(field: Field, content: Content, inForce?: InForce): Found[] {
  if (field.kind === 'note') return []
  if (field.kind === 'fact') return field.required && !content.facts[field.of] ? [{ code: 'calls.check.fact_missing' }] : []
  if (field.kind === 'members') return checkMembers(field, content)
  if (field.kind === 'files') return checkFiles(field, content)
  const value = content.values[field.id] ?? null
  if (field.kind === 'table') return checkTable(field, value)
  if (!isFilled(value)) return field.required ? [{ code: field.kind === 'commitment' ? 'calls.check.commit' : 'calls.check.required' }] : []
  return checkFilled(field, value, content, inForce)
}

type Single = Exclude<Field, { kind: 'note' | 'fact' | 'members' | 'files' | 'table' }>

function checkFilled(field: Single, value: FieldValue, content: Content, inForce: InForce = () => true): Found[] {
  if (field.kind === 'text') return typeof value === 'string' ? checkLength([...value.trim()].length, field) : wrongShape
  if (field.kind === 'number' || field.kind === 'money') return checkAmount(field, value)
  if (field.kind === 'date') return checkDay(field, value)
  if (field.kind === 'period') return isPeriod(value) ? checkPeriod(field, value) : wrongShape
  if (field.kind === 'choice') return field.options.some((option) => option.value === value) ? [] : [{ code: 'calls.check.option' }]
  if (field.kind === 'choices') return checkChoices(field, value)
  if (field.kind === 'rich') return isRich(value) ? checkRich(field, value, content) : wrongShape
  if (field.kind === 'code') return typeof value !== 'string' ? wrongShape : inForce(field.list, value) ? [] : [{ code: 'calls.check.option' }]
  return typeof value === 'boolean' ? [] : wrongShape
}

/** A value of another kind: the form was changed since it was written. */
const wrongShape: Found[] = [{ code: 'calls.check.shape' }]
const isPeriod = (value: FieldValue): value is Period => typeof value === 'object' && value !== null && 'from' in value
const isRich = (value: FieldValue) => typeof value === 'object' && value !== null && 'type' in value

function checkLength(length: number, { min, max }: { min: number; max: number }): Found[] {
  if (length > max) return [{ code: 'calls.check.too_long', params: { most: max, n: length, over: length - max } }]
  return length < min ? [{ code: 'calls.check.too_short', params: { least: min, n: length } }] : []
}

function checkRich(field: FieldOf<'rich'>, doc: Extract<FieldValue, { type: 'doc' }>, { files }: Content): Found[] {
  const found = checkLength(charactersOf(doc), field)
  const pictures = imagesOf(doc)
  if (pictures.length > field.images) found.push({ code: 'calls.check.too_many_pictures', params: { most: field.images, n: pictures.length } })
  const states = pictures.map((id) => files.find((file) => file.id === id && file.fieldId === field.id)?.state)
  if (states.some((state) => state === undefined || state === 'refused')) found.push({ code: 'calls.check.picture_missing' })
  if (states.includes('checking')) found.push({ code: 'calls.check.picture_checking' })
  return found
}

function checkChoices(field: FieldOf<'choices'>, value: FieldValue): Found[] {
  const ticked = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  const least = Math.max(field.least, field.required ? 1 : 0)
  if (ticked.some((one) => !field.options.some((option) => option.value === one))) return [{ code: 'calls.check.option' }]
  if (ticked.length < least) return [{ code: 'calls.check.least_choices', params: { least } }]
  return field.most !== undefined && ticked.length > field.most ? [{ code: 'calls.check.most_choices', params: { most: field.most } }] : []
}

function checkPeriod(field: FieldOf<'period'>, { from, to }: Period): Found[] {
  if (from === '' || to === '') return [{ code: 'calls.check.period_open' }]
  if (from > to) return [{ code: 'calls.check.period_order' }]
  const outside = [...checkDay(field, from), ...checkDay(field, to)].slice(0, 1)
  if (outside.length > 0) return outside
  return field.mostMonths !== undefined && dayAfter(from, field.mostMonths) <= to ? [{ code: 'calls.check.period_long', params: { most: field.mostMonths } }] : []
}

/** The first day that no longer belongs to a period of so many months from that day: 2026-01-31 and one month end with February. */
function dayAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last + 1)))
  return end.toISOString().slice(0, 10)
}

function checkTable(field: FieldOf<'table'>, value: FieldValue): Found[] {
  const rows = rowsOf(value)
  const least = Math.max(field.least, field.required ? 1 : 0)
  const found: Found[] = []
  if (rows.length < least) found.push({ code: rows.length === 0 && least === 1 ? 'calls.check.required' : 'calls.check.least_rows', params: { least, n: rows.length } })
  if (rows.length > field.most) found.push({ code: 'calls.check.most_rows', params: { most: field.most, n: rows.length } })
  return [...found, ...checkRows(field, rows)]
}

/** E59: nobody stands on the list who has not agreed in his own account. */
function checkMembers(field: FieldOf<'members'>, { members }: Content): Found[] {
  const listed = members.filter(({ state }) => state !== 'declined')
  const found: Found[] = []
  const least = Math.max(field.least, field.required ? 1 : 0)
  if (listed.length < least) found.push({ code: 'calls.check.least_members', params: { least, n: listed.length } })
  if (listed.length > field.most) found.push({ code: 'calls.check.most_members', params: { most: field.most, n: listed.length } })
  for (const { id, name, state } of listed) {
    if (state === 'invited') found.push({ row: id, code: 'calls.check.member_waiting', params: { name } })
    if (state === 'full') found.push({ row: id, code: 'calls.check.member_full', params: { name } })
  }
  return found
}

/** Only clean files count; one that is being checked blocks with its own sentence, one that was refused is as if it were not there. */
function checkFiles(field: FieldOf<'files'>, { files }: Content): Found[] {
  const own = files.filter(({ fieldId, state }) => fieldId === field.id && state !== 'refused')
  const least = Math.max(field.least, field.required ? 1 : 0)
  const found: Found[] = []
  if (own.length < least) found.push({ code: 'calls.check.least_files', params: { least, n: own.length } })
  if (own.length > field.most) found.push({ code: 'calls.check.most_files', params: { most: field.most, n: own.length } })
  for (const { id, name, kind, bytes, state } of own) {
    if (state === 'checking') found.push({ row: id, code: 'calls.check.file_checking', params: { name } })
    if (!field.types.includes(kind)) found.push({ row: id, code: 'calls.check.file_type', params: { name, types: field.types.join(' ').toUpperCase() } })
    if (bytes > field.maxMegabytes * 1024 * 1024) found.push({ row: id, code: 'calls.check.file_large', params: { name, most: field.maxMegabytes } })
  }
  return found
}
