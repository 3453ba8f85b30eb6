import { codeLists } from '../../codes/code-lists.ts'
import type { Telling } from './condition-words.ts'
import type { Field } from './form/definition.ts'
import { said } from './said.ts'

/** What is to be answered to a question, in one line: `文本，10 至 60 字`, `单选：应用研究、基础研究` ... */
export function answerOf(telling: Telling, field: Field): string {
  const { t } = telling
  const what = [t(`calls.kind.${field.kind}`), ...boundsOf(telling, field)].join(t('calls.page.comma'))
  const choices = choicesOf(telling, field)
  return choices === '' ? what : t('calls.page.choices', { what, choices })
}

/** What there is to choose from. */
function choicesOf({ t, lang }: Telling, field: Field): string {
  if (field.kind === 'choice' || field.kind === 'choices') return field.options.map((option) => said(option.label, lang)).join(t('calls.page.list'))
  const list = field.kind === 'code' ? codeLists.get(field.list) : undefined
  if (list) return lang === 'en' ? list.en : list.name
  return field.kind === 'files' ? field.types.map((type) => type.toUpperCase()).join(t('calls.page.list')) : ''
}

function range({ t }: Telling, what: 'characters' | 'number' | 'day' | 'entries' | 'rows' | 'people' | 'files', least: number | string | undefined, most: number | string | undefined): string[] {
  if (least !== undefined && least !== 0 && most !== undefined) return [t(`calls.bounds.${what}.both`, { least, most })]
  if (most !== undefined) return [t(`calls.bounds.${what}.most`, { most })]
  return least !== undefined && least !== 0 ? [t(`calls.bounds.${what}.least`, { least })] : []
}

function boundsOf(telling: Telling, field: Field): string[] {
  const { t, lang } = telling
  switch (field.kind) {
    case 'text': return range(telling, 'characters', field.min, field.max)
    case 'rich': return [...range(telling, 'characters', field.min, field.max), ...(field.images > 0 ? [t('calls.bounds.images', { n: field.images })] : [])]
    case 'number': return [...(field.unit ? [t('calls.bounds.unit', { unit: said(field.unit, lang) })] : []), ...range(telling, 'number', field.min, field.max)]
    case 'money': return range(telling, 'number', field.min, field.max)
    case 'date': return range(telling, 'day', field.from, field.to)
    case 'period': return [...range(telling, 'day', field.from, field.to), ...(field.mostMonths ? [t('calls.bounds.months', { n: field.mostMonths })] : [])]
    case 'choices': return range(telling, 'entries', field.least, field.most)
    case 'table': return range(telling, 'rows', field.least, field.most)
    case 'members': return range(telling, 'people', field.least, field.most)
    case 'files': return [t('calls.bounds.megabytes', { n: field.maxMegabytes }), ...range(telling, 'files', field.least, field.most)]
    default: return []
  }
}
