import type { Lang, Translate } from '../../../../kernel/words.ts'
import { column as columnSchema, field as fieldSchema, type Column, type Field, type FieldOf } from '../../form/definition.ts'
import { said } from '../../said.ts'
import type { Source } from './expression-editor.tsx'
import { isTree, listAt, textAt, type Tree } from './tree.ts'

/** Fields of a document that is being written, as far as they can be read; a name that is missing is the kind. */
export function fieldsIn(document: Tree, t: Translate): Field[] {
  return listAt(document, ['form', 'tabs']).flatMap((tab) => listAt(tab, ['fields']).flatMap((raw): Field[] => {
    if (!isTree(raw)) return []
    const named = { ...raw, label: labelled(raw, t(`calls.kind.${textAt(raw, ['kind'])}`)), when: undefined, help: undefined, text: { zh: '-' } }
    const whole = fieldSchema.safeParse(withReadable(named, t))
    return whole.success ? [whole.data] : []
  }))
}

const labelled = (raw: unknown, other: string) => ({ zh: textAt(raw, ['label', 'zh']) || other, en: textAt(raw, ['label', 'en']) })
const options = (raw: Tree) => ({ options: listAt(raw, ['options']).map((one) => ({ value: textAt(one, ['value']), label: labelled(one, textAt(one, ['value'])) })) })

/** Only what pickers need: parts that are half written are left out. */
function withReadable(raw: Tree, t: Translate): Tree {
  const kept: Tree = { kind: raw['kind'], id: raw['id'], label: raw['label'] }
  switch (raw['kind']) {
    case 'choice':
    case 'choices': return { ...kept, ...options(raw) }
    case 'code': return { ...kept, list: raw['list'] }
    case 'fact': return { ...kept, of: raw['of'] }
    case 'files': return { ...kept, types: ['pdf'] }
    case 'note':
    case 'commitment': return { ...kept, text: raw['text'] }
    case 'table': return { ...kept, columns: columnsIn(raw, t) }
    default: return kept
  }
}

export function columnsIn(table: unknown, t: Translate): Column[] {
  return listAt(table, ['columns']).flatMap((raw): Column[] => {
    if (!isTree(raw)) return []
    const kept = { kind: raw['kind'], id: raw['id'], label: labelled(raw, t(`calls.kind.${textAt(raw, ['kind'])}`)), ...(raw['kind'] === 'choice' && options(raw)), ...(raw['kind'] === 'computed' && { value: { number: 0 } }) }
    const whole = columnSchema.safeParse(kept)
    return whole.success ? [whole.data] : []
  })
}

const isNumber = ({ kind }: { kind: string }) => kind === 'number' || kind === 'money'

/** What a rule can reckon with. */
export function sourcesOf(fields: readonly Field[], t: Translate, lang: Lang): Source[] {
  const tables = fields.filter((field): field is FieldOf<'table'> => field.kind === 'table')
  return [
    { value: 'number', label: t('calls.editor.a_number'), factor: { number: 0 } },
    ...fields.filter(isNumber).map((field): Source => ({ value: `field ${field.id}`, label: said(field.label, lang), factor: { field: field.id } })),
    ...tables.flatMap((table): Source[] => [
      ...table.columns.filter((one) => isNumber(one) || one.kind === 'computed').map((one): Source => ({
        value: `sum ${table.id} ${one.id}`, label: t('calls.editor.sum_of', { table: said(table.label, lang), column: said(one.label, lang) }), factor: { sum: { table: table.id, column: one.id } }, table,
      })),
      { value: `count ${table.id}`, label: t('calls.editor.count_of', { table: said(table.label, lang) }), factor: { count: { table: table.id } }, table },
    ]),
  ]
}

/** What a computed column can be made of. */
export const sourcesOfRow = (columns: readonly Column[], t: Translate, lang: Lang): Source[] => [
  { value: 'number', label: t('calls.editor.a_number'), factor: { number: 0 } },
  ...columns.filter(isNumber).map((one): Source => ({ value: `field ${one.id}`, label: said(one.label, lang), factor: { field: one.id } })),
]

/** Fields whose content a condition can read. */
export const readable = (fields: readonly Field[], but: unknown): Field[] =>
  fields.filter(({ id, kind }) => id !== but && !['members', 'files', 'fact', 'note'].includes(kind))
