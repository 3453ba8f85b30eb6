import type { Column, Condition, Expression, Field, FieldOf } from './definition.ts'
import { problem, type Problem } from './problem.ts'

type Place = (string | number)[]
type Fields = ReadonlyMap<string, Field>
type Where = { column: string; is: string } | undefined

/** Kinds whose content does not stand among the values, so that no condition can read it. */
const unread = new Set(['members', 'files', 'fact', 'note'])
const isNumber = (kind: string) => kind === 'number' || kind === 'money'

/** What is wrong with a condition: fields that are not there, comparisons that their kind does not allow, options that do not exist. */
export function conditionProblems(c: Condition, fields: Fields, place: Place): Problem[] {
  if ('all' in c) return c.all.flatMap((one) => conditionProblems(one, fields, place))
  if ('any' in c) return c.any.flatMap((one) => conditionProblems(one, fields, place))
  if ('not' in c) return conditionProblems(c.not, fields, place)
  if ('compare' in c) return [...expressionProblems(c.compare.left, fields, place), ...expressionProblems(c.compare.right, fields, place)]
  const field = fields.get(c.field)
  if (!field) return [problem(place, 'calls.problem.unknown_field', { name: c.field })]
  if (unread.has(field.kind)) return [problem(place, 'calls.problem.unread_field', { name: c.field })]
  if ('isFilled' in c) return []
  return ('in' in c ? c.in : [c.is]).flatMap((value) => valueProblems(field, value, place))
}

function valueProblems(field: Field, value: string | boolean, place: Place): Problem[] {
  if (field.kind === 'yesno' || field.kind === 'commitment') return typeof value === 'boolean' ? [] : [problem(place, 'calls.problem.compared_kind', { name: field.id })]
  if (typeof value !== 'string') return [problem(place, 'calls.problem.compared_kind', { name: field.id })]
  if (field.kind === 'choice' || field.kind === 'choices') return field.options.some((option) => option.value === value) ? [] : [problem(place, 'calls.problem.unknown_option', { name: value })]
  return field.kind === 'code' || field.kind === 'text' ? [] : [problem(place, 'calls.problem.compared_kind', { name: field.id })]
}

function expressionProblems(e: Expression, fields: Fields, place: Place): Problem[] {
  if ('number' in e) return []
  if ('add' in e) return e.add.flatMap((one) => expressionProblems(one, fields, place))
  if ('subtract' in e) return e.subtract.flatMap((one) => expressionProblems(one, fields, place))
  if ('multiply' in e) return e.multiply.flatMap((one) => expressionProblems(one, fields, place))
  if ('field' in e) {
    const field = fields.get(e.field)
    if (!field) return [problem(place, 'calls.problem.unknown_field', { name: e.field })]
    return isNumber(field.kind) ? [] : [problem(place, 'calls.problem.no_number', { name: e.field })]
  }
  const { table: id, where } = 'sum' in e ? e.sum : e.count
  const table = fields.get(id)
  if (!table) return [problem(place, 'calls.problem.unknown_field', { name: id })]
  if (table.kind !== 'table') return [problem(place, 'calls.problem.no_table', { name: id })]
  return [...('sum' in e ? summedProblems(table, e.sum.column, place) : []), ...whereProblems(table, where, place)]
}

function summedProblems(table: FieldOf<'table'>, id: string, place: Place): Problem[] {
  const column = table.columns.find((one) => one.id === id)
  if (!column) return [problem(place, 'calls.problem.unknown_column', { name: id })]
  return isNumber(column.kind) || column.kind === 'computed' ? [] : [problem(place, 'calls.problem.sum_of_text', { name: id })]
}

function whereProblems(table: FieldOf<'table'>, where: Where, place: Place): Problem[] {
  if (!where) return []
  const column: Column | undefined = table.columns.find(({ id }) => id === where.column)
  if (!column) return [problem(place, 'calls.problem.unknown_column', { name: where.column })]
  if (column.kind !== 'choice') return [problem(place, 'calls.problem.where_choice', { name: where.column })]
  return column.options.some(({ value }) => value === where.is) ? [] : [problem(place, 'calls.problem.unknown_option', { name: where.is })]
}

/** A computed column is made of the numbers and amounts of its own row, and of nothing else. */
export function computedProblems(e: Expression, table: FieldOf<'table'>, place: Place): Problem[] {
  if ('number' in e) return []
  if ('sum' in e || 'count' in e) return [problem(place, 'calls.problem.computed_of_row')]
  if ('field' in e) {
    const column = table.columns.find(({ id }) => id === e.field)
    if (!column) return [problem(place, 'calls.problem.unknown_column', { name: e.field })]
    return isNumber(column.kind) ? [] : [problem(place, 'calls.problem.no_number', { name: e.field })]
  }
  return ('add' in e ? e.add : 'subtract' in e ? e.subtract : e.multiply).flatMap((one) => computedProblems(one, table, place))
}
