import { computedRows, rowsOf } from '../calls/form/compute.ts'
import { askedTabs, isFilled } from '../calls/form/conditions.ts'
import type { Column, Content, Field, FieldOf, FileShown, FormDefinition, MemberShown, RichDocument } from '../calls/form/definition.ts'
import type { Block, Chapter, Fact } from './print.ts'
import { richOf, type Pictures } from './rich-print.ts'
import { said } from '../calls/said.ts'
import { cellValue, isRight, plainValue, sumValue, type PlainField, type Speech } from './value-print.ts'

/** More columns do not fit across a page that stands upright. */
const mostUpright = 9
/** Longer answers get a heading of their own and the width of the page. */
const mostInCell = 160

const isTree = (value: unknown): value is RichDocument => typeof value === 'object' && value !== null && 'type' in value

/** The tabs of the form as chapters; what is not asked is not printed, what is empty stands there empty. */
export function chaptersOf(form: FormDefinition, content: Content, speech: Speech, pictures: Pictures): Chapter[] {
  return askedTabs(form, content.values).map(({ tab, fields }) => ({ title: said(tab.label, speech.lang), blocks: gathered(fields, content, speech, pictures) }))
}

/** Short answers that follow each other stand in one table. */
function gathered(fields: readonly Field[], content: Content, speech: Speech, pictures: Pictures): Block[] {
  const blocks: Block[] = []
  for (const field of fields) {
    const next = blockOf(field, content, speech, pictures)
    const last = blocks.at(-1)
    if (!('kind' in next)) {
      if (last?.kind === 'facts') last.rows.push(next)
      else blocks.push({ kind: 'facts', rows: [next] })
    } else blocks.push(next)
  }
  return blocks
}

function blockOf(field: Field, content: Content, speech: Speech, pictures: Pictures): Block | Fact {
  const { lang, t } = speech
  const label = said(field.label, lang)
  const value = content.values[field.id]
  switch (field.kind) {
    case 'note': return { kind: 'note', label, text: said(field.text, lang) }
    case 'commitment': return { kind: 'commitment', label, text: said(field.text, lang), state: t(value === true ? 'calls.shown.committed' : 'calls.shown.not_committed') }
    case 'rich': return isTree(value) && isFilled(value) ? { kind: 'rich', label, content: richOf(value, pictures, t('prints.picture_missing')) } : { kind: 'empty', label }
    case 'table': return tableOf(field, content, label, speech)
    case 'members': return membersOf(content.members, label, speech)
    case 'files': return filesOf(content.files.filter((file) => file.fieldId === field.id), label, speech)
    default: return plainBlock(field, label, content, speech)
  }
}

function plainBlock(field: PlainField, label: string, content: Content, speech: Speech): Block | Fact {
  const value = plainValue(field, content, speech)
  return [...value].length > mostInCell ? { kind: 'text', label, paragraphs: value.split(/\n+/).filter((one) => one.trim() !== '') } : { label, value }
}

/** 万元, unless the form says it itself. */
const unitOf = (column: Column, label: string, wan: string): string => (column.kind === 'money' && !label.includes(wan) ? wan : '')
const widthOf = (column: Column): number => column.width ?? (column.kind === 'text' ? 4 : 2)

function tableOf(field: FieldOf<'table'>, content: Content, label: string, { lang, t }: Speech): Block {
  const rows = computedRows(field, rowsOf(content.values[field.id]))
  if (rows.length === 0) return { kind: 'empty', label }
  return {
    kind: 'table', label, wide: field.columns.length > mostUpright,
    head: field.columns.map((column) => ({ label: said(column.label, lang), unit: unitOf(column, said(column.label, lang), t('calls.fill.wan')), width: widthOf(column), right: isRight(column) })),
    rows: rows.map((row) => field.columns.map((column) => cellValue(column, row, lang))),
    sums: field.sums.length > 0 ? field.columns.map((column) => sumValue(field, column, rows)) : null,
  }
}

const head = (label: string, width: number, right = false) => ({ label, unit: '', width, right })

function membersOf(members: readonly MemberShown[], label: string, { t }: Speech): Block {
  const shown = members.filter(({ state }) => state !== 'declined')
  if (shown.length === 0) return { kind: 'empty', label }
  return {
    kind: 'table', label, wide: false, sums: null,
    head: [head(t('prints.member.name'), 2), head(t('prints.member.unit'), 4), head(t('prints.member.title'), 2), head(t('prints.member.task'), 4), head(t('prints.member.months'), 2, true), head(t('prints.member.state'), 2)],
    rows: shown.map((one) => [one.name, one.unit, one.title, one.task, one.months === null ? '' : String(one.months), t(`prints.member.state.${one.state}`)]),
  }
}

/** By name, pages and the beginning of the digest: who holds a file can tell whether it is this one. */
function filesOf(files: readonly FileShown[], label: string, { t }: Speech): Block {
  if (files.length === 0) return { kind: 'empty', label }
  return {
    kind: 'table', label, wide: false, sums: null,
    head: [head(t('prints.file.name'), 6), head(t('prints.file.pages'), 2, true), head(t('prints.file.sha256'), 4)],
    rows: files.map((file) => [file.name, file.pages === null ? '' : String(file.pages), file.sha256.slice(0, 16)]),
  }
}
