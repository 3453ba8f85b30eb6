import { decimalsOf } from './decimal.ts'
import type { Column } from './definition.ts'

/** What is wrong, before its place in the form is known. */
export interface Found { code: string; params?: Record<string, string | number>; row?: string; column?: string }

interface Bounds { kind: 'number' | 'money'; min?: number | undefined; max?: number | undefined; decimals?: number }

/** A number or an amount: within its bounds, with no more decimals than it may have (amounts: two, 0.01 万元). */
export function checkAmount(field: Bounds, value: unknown): Found[] {
  if (typeof value !== 'number') return [{ code: 'calls.check.shape' }]
  const decimals = field.decimals ?? 2
  if (field.min !== undefined && value < field.min) return [{ code: 'calls.check.too_small', params: { least: field.min } }]
  if (field.max !== undefined && value > field.max) return [{ code: 'calls.check.too_large', params: { most: field.max } }]
  if (decimalsOf(value) <= decimals) return []
  return [decimals === 0 ? { code: 'calls.check.whole' } : { code: 'calls.check.decimals', params: { n: decimals } }]
}

/** A day within its bounds, both of which count. */
export function checkDay({ from, to }: { from?: string | undefined; to?: string | undefined }, value: unknown): Found[] {
  if (typeof value !== 'string') return [{ code: 'calls.check.shape' }]
  if (from !== undefined && value < from) return [{ code: 'calls.check.too_early', params: { day: from } }]
  return to !== undefined && value > to ? [{ code: 'calls.check.too_late', params: { day: to } }] : []
}

/** One filled cell of a table. */
export function checkCell(column: Column, value: string | number): Found[] {
  if (column.kind === 'number' || column.kind === 'money') return checkAmount(column, value)
  if (column.kind === 'date') return checkDay(column, value)
  if (column.kind === 'choice') return column.options.some((option) => option.value === value) ? [] : [{ code: 'calls.check.option' }]
  if (column.kind === 'computed') return []
  if (typeof value !== 'string') return [{ code: 'calls.check.shape' }]
  const length = [...value.trim()].length
  return length > column.max ? [{ code: 'calls.check.too_long', params: { most: column.max, n: length, over: length - column.max } }] : []
}
