import { formCodeLists } from './code-lists.ts'
import { fieldsOf } from './conditions.ts'
import type { Field, FieldOf, FormDefinition } from './definition.ts'
import { conditionProblems, computedProblems } from './problems-condition.ts'
import { problem, type Problem } from './problem.ts'
import { titleField } from './title.ts'

type Place = (string | number)[]
type Bounds = { least?: number | undefined; most?: number | undefined }

/** What is wrong with a form whose shape is right: ids, options, bounds, conditions, rules, and circles of conditions. */
export function formProblems(form: FormDefinition): Problem[] {
  const fields = new Map(form.tabs.flatMap((tab) => tab.fields.map((field) => [field.id, field] as const)))
  const at = (tab: number, field: number): Place => ['form', 'tabs', tab, 'fields', field]
  return [
    ...twice(form.tabs.map(({ id }, tab) => ({ id, place: ['form', 'tabs', tab, 'id'] }))),
    ...twice(form.tabs.flatMap((tab, t) => tab.fields.map(({ id }, f) => ({ id, place: [...at(t, f), 'id'] })))),
    ...twice(form.rules.map(({ id }, rule) => ({ id, place: ['form', 'rules', rule, 'id'] }))),
    ...oneMembersField(form),
    ...titleProblems(form),
    ...form.tabs.flatMap((tab, t) => [
      ...(tab.when ? conditionProblems(tab.when, fields, ['form', 'tabs', t, 'when']) : []),
      ...tab.fields.flatMap((field, f) => [
        ...(field.when ? conditionProblems(field.when, fields, [...at(t, f), 'when']) : []),
        ...fieldProblems(field, at(t, f)),
      ]),
    ]),
    ...form.rules.flatMap((rule, r) => [
      ...(rule.when ? conditionProblems(rule.when, fields, ['form', 'rules', r, 'when']) : []),
      ...conditionProblems(rule.holds, fields, ['form', 'rules', r, 'holds']),
      ...(fields.has(rule.at) ? [] : [problem(['form', 'rules', r, 'at'], 'calls.problem.unknown_field', { name: rule.at })]),
    ]),
    ...circles(form),
  ]
}

const twice = (named: { id: string; place: Place }[], code = 'calls.problem.id_twice'): Problem[] =>
  named.filter(({ id }, index) => named.findIndex((other) => other.id === id) < index).map(({ id, place }) => problem(place, code, { name: id }))

/** The members stand beside the values, once for the whole application. */
function oneMembersField(form: FormDefinition): Problem[] {
  const places = form.tabs.flatMap((tab, t) => tab.fields.flatMap(({ kind }, f) => (kind === 'members' ? [['form', 'tabs', t, 'fields', f, 'kind']] : [])))
  return places.slice(1).map((place) => problem(place, 'calls.problem.members_twice'))
}

/** Lists and receipts name an application by its title, so that every form asks everybody for it. */
function titleProblems(form: FormDefinition): Problem[] {
  for (const [t, tab] of form.tabs.entries()) {
    for (const [f, field] of tab.fields.entries()) {
      if (field.id !== titleField) continue
      const isAsked = field.kind === 'text' && field.required && !field.when && !tab.when && field.max <= 200
      return isAsked ? [] : [problem(['form', 'tabs', t, 'fields', f], 'calls.problem.title_always')]
    }
  }
  return [problem(['form', 'tabs'], 'calls.problem.title_field', { name: titleField })]
}

function fieldProblems(field: Field, place: Place): Problem[] {
  if (field.kind === 'table') return tableProblems(field, place)
  if (field.kind === 'code') return formCodeLists.some((one) => one === field.list) ? [] : [problem([...place, 'list'], 'calls.problem.unknown_list', { name: field.list })]
  if (field.kind === 'choice') return optionProblems(field.options, place)
  if (field.kind === 'choices') return [...optionProblems(field.options, place), ...bounds({ least: field.least, most: field.most ?? field.options.length }, place)]
  if (field.kind === 'text' || field.kind === 'rich') return field.min > field.max ? [problem([...place, 'min'], 'calls.problem.min_above_max')] : []
  if (field.kind === 'number' || field.kind === 'money' || field.kind === 'date' || field.kind === 'period') return rangeProblems(field, place)
  if (field.kind === 'members' || field.kind === 'files') return bounds(field, place)
  return []
}

const bounds = ({ least, most }: Bounds, place: Place): Problem[] =>
  least !== undefined && most !== undefined && least > most ? [problem([...place, 'least'], 'calls.problem.least_above_most')] : []

const optionProblems = (options: readonly { value: string }[], place: Place): Problem[] =>
  twice(options.map(({ value }, index) => ({ id: value, place: [...place, 'options', index, 'value'] })), 'calls.problem.option_twice')

interface Range { min?: number | undefined; max?: number | undefined; from?: string | undefined; to?: string | undefined }
function rangeProblems(range: object, place: Place): Problem[] {
  const { min, max, from, to }: Range = range
  return [
    ...(min !== undefined && max !== undefined && min > max ? [problem([...place, 'min'], 'calls.problem.min_above_max')] : []),
    ...(from !== undefined && to !== undefined && from > to ? [problem([...place, 'from'], 'calls.problem.from_after_to')] : []),
  ]
}

function tableProblems(table: FieldOf<'table'>, place: Place): Problem[] {
  const sumable = (id: string) => table.columns.some((column) => column.id === id && ['number', 'money', 'computed'].includes(column.kind))
  return [
    ...bounds(table, place),
    ...twice(table.columns.map(({ id }, index) => ({ id, place: [...place, 'columns', index, 'id'] }))),
    ...table.columns.flatMap((column, index) => {
      const at = [...place, 'columns', index]
      if (column.kind === 'choice') return optionProblems(column.options, at)
      return column.kind === 'computed' ? computedProblems(column.value, table, [...at, 'value']) : rangeProblems(column, at)
    }),
    ...table.sums.flatMap((id, index) => {
      if (!table.columns.some((column) => column.id === id)) return [problem([...place, 'sums', index], 'calls.problem.unknown_column', { name: id })]
      return sumable(id) ? [] : [problem([...place, 'sums', index], 'calls.problem.sum_of_text', { name: id })]
    }),
  ]
}

/** Fields whose being asked depends on themselves, over however many others: nobody could say whether to ask them. */
function circles(form: FormDefinition): Problem[] {
  const needs = new Map(form.tabs.flatMap((tab) => tab.fields.map((field) =>
    [field.id, [tab.when, field.when].flatMap((when) => (when ? fieldsOf(when) : []))] as const)))
  const reaches = (from: string) => {
    const seen = new Set<string>()
    const open = [...(needs.get(from) ?? [])]
    for (let id = open.pop(); id !== undefined; id = open.pop()) if (!seen.has(id)) { seen.add(id); open.push(...(needs.get(id) ?? [])) }
    return seen
  }
  const circular = new Set([...needs.keys()].filter((id) => reaches(id).has(id)))
  return form.tabs.flatMap((tab, t) => {
    const inside = tab.fields.some(({ id }) => circular.has(id))
    if (inside && tab.when && fieldsOf(tab.when).some((id) => circular.has(id))) return [problem(['form', 'tabs', t, 'when'], 'calls.problem.circle')]
    return tab.fields.flatMap((field, f) => (field.when && circular.has(field.id) ? [problem(['form', 'tabs', t, 'fields', f, 'when'], 'calls.problem.circle')] : []))
  })
}
