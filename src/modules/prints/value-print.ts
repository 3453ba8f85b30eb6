import type { Lang, Translate } from '../../kernel/words.ts'
import { computedCell, sumOf } from '../calls/form/compute.ts'
import type { Column, Content, Field, FieldOf, Period, TableRow } from '../calls/form/definition.ts'
import { said } from '../calls/said.ts'

/** In whose words a print is written. */
export interface Speech {
  lang: Lang
  t: Translate
  /** A code of a list by its name, with what stands above it. */
  codeName: (list: string, code: string) => string
}

/** `1,234.50` for an amount. */
function shownNumber(value: unknown, least: number, most: number): string {
  return typeof value === 'number' && Number.isFinite(value) ? value.toLocaleString('en-US', { minimumFractionDigits: least, maximumFractionDigits: Math.max(least, most) }) : ''
}

/** Kinds that are said in one line. */
export type PlainField = Exclude<Field, { kind: 'note' | 'table' | 'members' | 'files' | 'rich' | 'commitment' }>

/** What stands in a field of one line; empty where nothing does. */
export function plainValue(field: PlainField, { values, facts }: Content, { lang, t, codeName }: Speech): string {
  const value = values[field.id]
  switch (field.kind) {
    case 'fact': return facts[field.of] ?? ''
    case 'text':
    case 'date': return typeof value === 'string' ? value : ''
    case 'number': {
      const shown = shownNumber(value, 0, field.decimals)
      return shown && field.unit ? `${shown} ${said(field.unit, lang)}` : shown
    }
    case 'money': return typeof value === 'number' ? `${shownNumber(value, 2, 2)} ${t('calls.fill.wan')}` : ''
    case 'period': return isPeriod(value) ? t('calls.shown.period', { from: value.from || '—', to: value.to || '—' }) : ''
    case 'choice': return labelled(field.options, value, lang)
    case 'choices': return field.options.filter((one) => Array.isArray(value) && value.some((each) => each === one.value)).map((one) => said(one.label, lang)).join(t('calls.shown.and'))
    case 'code': return typeof value === 'string' && value ? codeName(field.list, value) : ''
    case 'yesno': return typeof value === 'boolean' ? t(value ? 'calls.fill.yes' : 'calls.fill.no') : ''
  }
}

const isPeriod = (value: unknown): value is Period => typeof value === 'object' && value !== null && 'from' in value
const labelled = (options: FieldOf<'choice'>['options'], value: unknown, lang: Lang): string => {
  const option = options.find((one) => one.value === value)
  return option ? said(option.label, lang) : ''
}

export const isRight = (column: Column): boolean => column.kind === 'number' || column.kind === 'money' || column.kind === 'computed'

export function cellValue(column: Column, row: TableRow, lang: Lang): string {
  const value = row.cells[column.id] ?? null
  switch (column.kind) {
    case 'computed': return shownNumber(computedCell(column, row), column.decimals, column.decimals)
    case 'number': return shownNumber(value, 0, column.decimals)
    case 'money': return shownNumber(value, 2, 2)
    case 'choice': return labelled(column.options, value, lang)
    default: return value === null ? '' : String(value)
  }
}

/** The sum below a column; empty where the form asks for none. */
export function sumValue(table: FieldOf<'table'>, column: Column, rows: readonly TableRow[]): string {
  if (!table.sums.includes(column.id)) return ''
  const decimals = column.kind === 'money' ? 2 : 'decimals' in column ? column.decimals : 2
  return shownNumber(sumOf(table, column.id, rows), column.kind === 'number' ? 0 : decimals, decimals)
}
