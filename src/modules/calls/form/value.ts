import { isRealDay } from '../../../codes/day.ts'
import type { InForce } from './code-lists.ts'
import type { Column, Field, FieldOf, FieldValue, Period, TableRow } from './definition.ts'
import { readRich } from './rich.ts'

/**
 * Whether something may be kept in a field at all: its shape and its hard limits. Somebody who is still writing may keep
 * what is too long, out of bounds or half done: that is the checker's matter (check.ts), and nothing typed is lost for it.
 */
export type ValueRead = { ok: true; value: FieldValue } | { ok: false; code: string; params: Record<string, string | number> }

/** Most characters that are kept of a text, and the largest number. */
export const hardLimits = { text: 20_000, cell: 2000, number: 1e12, rows: 400 } as const

const good = (value: FieldValue): ValueRead => ({ ok: true, value })
const bad = (code: string, params: Record<string, string | number> = {}): ValueRead => ({ ok: false, code, params })

const control = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function readText(raw: unknown, most: number, lines: boolean): ValueRead {
  if (typeof raw !== 'string') return bad('calls.value.shape')
  const text = raw.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' ').normalize('NFC')
  if (!text.isWellFormed() || control.test(text) || (!lines && text.includes('\n'))) return bad('calls.value.text')
  if ([...text].length > most) return bad('calls.value.too_long', { most })
  return good(text === '' ? null : text)
}

function readNumber(raw: unknown): ValueRead {
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return bad('calls.value.number')
  return Math.abs(raw) <= hardLimits.number ? good(Object.is(raw, -0) ? 0 : raw) : bad('calls.value.huge')
}

const readDay = (raw: unknown): ValueRead => (typeof raw === 'string' && isRealDay(raw) ? good(raw) : bad('calls.value.date'))

function readPeriod(raw: unknown): ValueRead {
  if (!isObject(raw)) return bad('calls.value.shape')
  const period: Period = { from: '', to: '' }
  for (const [name, value] of Object.entries(raw)) {
    if (name !== 'from' && name !== 'to') return bad('calls.value.shape')
    if (value === '' || value === null) continue
    if (typeof value !== 'string' || !isRealDay(value)) return bad('calls.value.date')
    period[name] = value
  }
  return good(period.from === '' && period.to === '' ? null : period)
}

function readChoice(options: readonly { value: string }[], raw: unknown): ValueRead {
  const option = options.find(({ value }) => value === raw)
  return option ? good(option.value) : bad('calls.value.option')
}

function readChoices(field: FieldOf<'choices'>, raw: unknown): ValueRead {
  if (!Array.isArray(raw)) return bad('calls.value.shape')
  const ticked = field.options.filter(({ value }) => raw.includes(value)).map(({ value }) => value)
  if (ticked.length < new Set(raw).size) return bad('calls.value.option')
  return good(ticked.length > 0 ? ticked : null)
}

function readCell(column: Column, raw: unknown): ValueRead {
  if (raw === null || raw === undefined || raw === '') return good(null)
  if (column.kind === 'text') return readText(raw, hardLimits.cell, true)
  if (column.kind === 'number' || column.kind === 'money') return readNumber(raw)
  if (column.kind === 'date') return readDay(raw)
  if (column.kind === 'choice') return readChoice(column.options, raw)
  // Computed anew wherever it is shown; what is sent is not kept.
  return good(null)
}

function readRow(table: FieldOf<'table'>, raw: unknown): TableRow | { code: string; column: string; params: Record<string, string | number> } {
  const shape = { code: 'calls.value.shape', column: '', params: {} }
  if (!isObject(raw) || typeof raw['id'] !== 'string' || !/^[A-Za-z0-9_-]{1,40}$/.test(raw['id']) || !isObject(raw['cells'])) return shape
  const cells: TableRow['cells'] = {}
  for (const [id, cell] of Object.entries(raw['cells'])) {
    const column = table.columns.find((one) => one.id === id)
    if (!column) return { code: 'calls.value.column', column: id.slice(0, 40), params: {} }
    const read = readCell(column, cell)
    if (!read.ok) return { code: read.code, column: id, params: read.params }
    if (column.kind !== 'computed' && (typeof read.value === 'string' || typeof read.value === 'number')) cells[id] = read.value
  }
  return { id: raw['id'], cells }
}

function readTable(table: FieldOf<'table'>, raw: unknown): ValueRead {
  if (!Array.isArray(raw)) return bad('calls.value.shape')
  if (raw.length > hardLimits.rows) return bad('calls.value.rows', { most: hardLimits.rows })
  const rows: TableRow[] = []
  for (const [index, one] of raw.entries()) {
    const row = readRow(table, one)
    if ('code' in row) return bad(row.code, { ...row.params, row: index + 1, column: row.column })
    if (rows.some(({ id }) => id === row.id)) return bad('calls.value.row_twice', { row: index + 1 })
    rows.push(row)
  }
  return good(rows.length > 0 ? rows : null)
}

/** Reads what is to be kept in one field. Empty (null, '', no rows) is always allowed and becomes null. The server knows the lists (`inForce`). */
export function readValue(field: Field, raw: unknown, inForce: InForce = () => true): ValueRead {
  if (['members', 'files', 'fact', 'note'].includes(field.kind)) return bad('calls.value.not_kept_here')
  if (raw === null || raw === undefined || raw === '') return good(null)
  if (field.kind === 'text') return readText(raw, hardLimits.text, field.lines > 1)
  if (field.kind === 'rich') return readRich(raw, field.images)
  if (field.kind === 'number' || field.kind === 'money') return readNumber(raw)
  if (field.kind === 'date') return readDay(raw)
  if (field.kind === 'period') return readPeriod(raw)
  if (field.kind === 'choice') return readChoice(field.options, raw)
  if (field.kind === 'choices') return readChoices(field, raw)
  if (field.kind === 'code') return typeof raw === 'string' && /^[A-Za-z0-9.]{1,20}$/.test(raw) && inForce(field.list, raw) ? good(raw) : bad('calls.value.option')
  if (field.kind === 'yesno') return typeof raw === 'boolean' ? good(raw) : bad('calls.value.shape')
  if (field.kind === 'commitment') return typeof raw === 'boolean' ? good(raw || null) : bad('calls.value.shape')
  if (field.kind === 'table') return readTable(field, raw)
  return bad('calls.value.shape')
}
