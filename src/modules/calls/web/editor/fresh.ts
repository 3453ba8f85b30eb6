import type { Column, FieldKind } from '../../form/definition.ts'
import { titleField } from '../../form/title.ts'
import { en } from '../../words.editor.en.ts'
import { zh } from '../../words.editor.zh.ts'
import { at, isTree, listAt, type Tree } from './tree.ts'

type Named = `calls.editor.fresh.${string}` & keyof typeof zh
const named = (key: Named) => ({ zh: zh[key], en: en[key] })
const blank = () => ({ zh: '', en: '' })

/** Kinds of fields in the order in which they are offered. */
export const fieldKinds = ['text', 'rich', 'number', 'money', 'date', 'period', 'choice', 'choices', 'code', 'yesno', 'table', 'members', 'fact', 'files', 'commitment', 'note'] as const satisfies readonly FieldKind[]
export const columnKinds = ['text', 'number', 'money', 'date', 'choice', 'computed'] as const satisfies readonly Column['kind'][]

/** An id that nothing else in the form has: fields and tabs keep theirs for as long as they live. */
export function freshId(prefix: string, taken: Iterable<unknown>): string {
  const all = new Set(taken)
  let n = 1
  while (all.has(`${prefix}${n}`)) n++
  return `${prefix}${n}`
}

/** Every id in a form: of tabs, fields and rules. */
export const idsIn = (document: Tree): unknown[] => [
  ...listAt(document, ['form', 'tabs']).flatMap((tab) => [at(tab, ['id']), ...listAt(tab, ['fields']).map((field) => at(field, ['id']))]),
  ...listAt(document, ['form', 'rules']).map((rule) => at(rule, ['id'])),
]

const two = () => [{ value: 'o1', label: blank() }, { value: 'o2', label: blank() }]

/** What a kind needs to begin with; everything else has its default in the definition. */
const parts: Readonly<Partial<Record<FieldKind, () => object>>> = {
  text: () => ({ max: 200 }), choice: () => ({ options: two() }), choices: () => ({ options: two() }), code: () => ({ list: 'discipline' }),
  table: () => ({ columns: [freshColumn('text', [])], sums: [], least: 1 }), members: () => ({ least: 0, most: 10 }), fact: () => ({ of: 'unit.name' }),
  files: () => ({ types: ['pdf'], most: 1 }), commitment: () => ({ text: blank() }), note: () => ({ text: blank() }),
}

export const freshField = (kind: FieldKind, taken: Iterable<unknown>): Tree =>
  ({ kind, id: freshId('f', taken), label: blank(), ...(kind !== 'note' && { required: kind !== 'fact' && kind !== 'members' }), ...parts[kind]?.() })

export const freshColumn = (kind: Column['kind'], taken: Iterable<unknown>): Tree =>
  ({ kind, id: freshId('c', taken), label: blank(), required: kind !== 'computed', ...(kind === 'choice' && { options: two() }), ...(kind === 'computed' && { value: { add: [{ field: '' }, { field: '' }] } }) })

export const freshOption = (taken: Iterable<unknown>): Tree => ({ value: freshId('o', taken), label: blank() })
export const freshTab = (taken: Iterable<unknown>): Tree => ({ id: freshId('t', taken), label: blank(), fields: [] })
export const freshRule = (taken: Iterable<unknown>): Tree => ({ id: freshId('r', taken), severity: 'error', holds: { compare: { left: { field: '' }, op: '<=', right: { field: '' } } }, sentence: blank(), at: '' })

/** A document with every part that the editor shows; what is there already stays as it is. */
export function withParts(document: Tree): Tree {
  const form = isTree(document['form']) ? document['form'] : {}
  return {
    title: blank(), category: blank(), text: [blank()], contact: '', eligibility: [], chain: { department: true, authority: false },
    correctionDays: 3, fastReturn: true, quotaPerUnit: null, limits: [], profileHandedInBefore: null, ...document,
    windows: { leader: {}, department: {}, unit: {}, ...(isTree(document['windows']) ? document['windows'] : {}) },
    form: {
      ...form,
      tabs: listAt(form, ['tabs']).length > 0 ? form['tabs'] : [{ id: 'basics', label: named('calls.editor.fresh.basics'), fields: [{ kind: 'text', id: titleField, label: named('calls.editor.fresh.title'), required: true, max: 60 }] }],
      rules: listAt(form, ['rules']),
    },
  }
}

/** A copy of a field under an id of its own. */
export const copyOf = (field: unknown, taken: Iterable<unknown>): Tree => ({ ...(isTree(field) ? structuredClone(field) : {}), id: freshId('f', taken) })
