import type { Lang, Translate } from '../../kernel/words.ts'
import type { Condition, Expression, Field, FormDefinition } from './form/definition.ts'
import { said } from './said.ts'

/** In which words a form is told: the public page and the difference of two versions say conditions as sentences. */
export interface Telling {
  t: Translate
  lang: Lang
  form: FormDefinition
}

export const fieldOf = (form: FormDefinition, id: string): Field | undefined => form.tabs.flatMap((tab) => tab.fields).find((field) => field.id === id)

const labelOf = ({ form, lang, t }: Telling, id: string): string => {
  const field = fieldOf(form, id)
  return t('calls.condition.quoted', { name: field ? said(field.label, lang) : id })
}

const columnOf = ({ form, lang, t }: Telling, table: string, id: string): string => {
  const field = fieldOf(form, table)
  const column = field?.kind === 'table' ? field.columns.find((one) => one.id === id) : undefined
  return t('calls.condition.quoted', { name: column ? said(column.label, lang) : id })
}

function optionOf({ form, lang }: Telling, id: string, value: string): string {
  const field = fieldOf(form, id)
  const option = field?.kind === 'choice' || field?.kind === 'choices' ? field.options.find((one) => one.value === value) : undefined
  return option ? said(option.label, lang) : value
}

function cellOf({ form, lang }: Telling, table: string, columnId: string, value: string): string {
  const field = fieldOf(form, table)
  const column = field?.kind === 'table' ? field.columns.find((one) => one.id === columnId) : undefined
  const option = column?.kind === 'choice' ? column.options.find((one) => one.value === value) : undefined
  return option ? said(option.label, lang) : value
}

/** “直接费用”合计 + “间接费用” ... */
export function expressionInWords(telling: Telling, e: Expression): string {
  const { t } = telling
  const join = (sign: string, parts: readonly Expression[]) => parts.map((part) => expressionInWords(telling, part)).join(` ${sign} `)
  if ('number' in e) return String(e.number)
  if ('field' in e) return labelOf(telling, e.field)
  if ('add' in e) return join('+', e.add)
  if ('subtract' in e) return join('-', e.subtract)
  if ('multiply' in e) return join('×', e.multiply)
  const { table, where } = 'sum' in e ? e.sum : e.count
  const only = where ? t('calls.condition.rows_where', { column: columnOf(telling, table, where.column), value: cellOf(telling, table, where.column, where.is) }) : ''
  return 'sum' in e
    ? t('calls.condition.sum', { table: labelOf(telling, table), column: columnOf(telling, table, e.sum.column), only })
    : t('calls.condition.count', { table: labelOf(telling, table), only })
}

/** “研究类别”为“调查研究” ... */
export function conditionInWords(telling: Telling, c: Condition): string {
  const { t } = telling
  if ('all' in c) return c.all.map((one) => conditionInWords(telling, one)).join(t('calls.condition.and'))
  if ('any' in c) return c.any.map((one) => conditionInWords(telling, one)).join(t('calls.condition.or'))
  if ('not' in c) return t('calls.condition.not', { what: conditionInWords(telling, c.not) })
  if ('compare' in c) return `${expressionInWords(telling, c.compare.left)} ${signs[c.compare.op]} ${expressionInWords(telling, c.compare.right)}`
  const field = labelOf(telling, c.field)
  if ('isFilled' in c) return t(c.isFilled ? 'calls.condition.filled' : 'calls.condition.empty', { field })
  const values = 'in' in c ? c.in : [c.is]
  const value = values.map((one) => (typeof one === 'boolean' ? t(one ? 'calls.condition.yes' : 'calls.condition.no') : optionOf(telling, c.field, one))).join(t('calls.condition.either'))
  return t('calls.condition.is', { field, value })
}

const signs = { '<': '<', '<=': '≤', '=': '=', '>=': '≥', '>': '>' } as const
