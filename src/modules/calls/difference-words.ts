import { endOf, secondOf } from '../../kernel/clock.ts'
import type { CallDifference } from './call-differences.ts'
import { conditionInWords, expressionInWords, type Telling } from './condition-words.ts'
import { levels, type CallDocument } from './document.ts'
import { condition, expression } from './form/definition.ts'
import { said } from './said.ts'

/** A difference as people read it: where, and what stood there before and after. */
export interface ToldDifference {
  where: string[]
  what: CallDifference['what']
  before: string
  after: string
}

type Named = Record<string, unknown>
const isObject = (value: unknown): value is Named => typeof value === 'object' && value !== null && !Array.isArray(value)
const isBilingual = (value: unknown): value is { zh: string; en: string } => isObject(value) && typeof value.zh === 'string'

/** Of a tab, a field, an option: its label, sentence or text. */
function nameOf({ lang }: Telling, item: unknown): string | null {
  if (!isObject(item)) return null
  const name = item.label ?? item.sentence ?? item.title
  return isBilingual(name) ? said({ zh: name.zh, en: name.en ?? '' }, lang) : null
}

/** Goes down a place; a step is a property, or the id of an item of a list. */
function whereIn(telling: Telling, document: unknown, place: CallDifference['place']): string[] {
  const where: string[] = []
  let at: unknown = document
  for (const step of place) {
    if (Array.isArray(at)) {
      const item: unknown = typeof step === 'number' ? at[step] : at.find((one) => isObject(one) && (one.id === step || one.value === step))
      where.push(nameOf(telling, item) ?? telling.t('calls.part.nth', { n: typeof step === 'number' ? step + 1 : step }))
      at = item
    } else {
      // Of a list only what is in it is named: 基本信息 / 项目名称, not 页签 / 基本信息 / 栏目 / 项目名称.
      const level = place[0] === 'windows' ? levels.find((one) => one === step) : undefined
      if (level) where.push(telling.t(`calls.level.${level}`))
      else if (!inner.has(String(step)) || step === place.at(-1)) where.push(partName(telling, step))
      at = isObject(at) ? at[step] : undefined
    }
  }
  return where
}

const inner = new Set(['form', 'tabs', 'fields', 'columns', 'options'])

function partName({ t }: Telling, step: string | number): string {
  const key = `calls.part.${step}`
  const word = t(key)
  return word === key ? t('calls.part.setting') : word
}

const isEnd = (name: string) => name === 'closesAt' || name === 'profileHandedInBefore'

/** Any value of a document in one line. */
function shown(telling: Telling, value: unknown, place: CallDifference['place']): string {
  const { t, lang } = telling
  const last = String(place.at(-1))
  if (value === undefined || value === null) return t('calls.part.none')
  if (typeof value === 'boolean') return t(value ? 'calls.condition.yes' : 'calls.condition.no')
  if (typeof value === 'string') {
    if (last === 'kind') return t(`calls.kind.${value}`)
    if (last === 'severity') return t(`calls.severity.${value}`)
    return /^\d{4}-\d\d-\d\dT/.test(value) ? (isEnd(last) ? endOf : secondOf)(new Date(value)) : value
  }
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((one) => shown(telling, one, [...place, 0])).join(t('calls.page.list'))
  if (isBilingual(value)) return said({ zh: value.zh, en: value.en ?? '' }, lang)
  if (!isObject(value)) return ''
  if (typeof value.opensAt === 'string' && typeof value.closesAt === 'string') return `${secondOf(new Date(value.opensAt))} ${t('calls.page.until')} ${endOf(new Date(value.closesAt))}`
  if (last === 'when' || last === 'holds') {
    const read = condition.safeParse(value)
    return read.success ? conditionInWords(telling, read.data) : ''
  }
  if (last === 'value') {
    const read = expression.safeParse(value)
    return read.success ? expressionInWords(telling, read.data) : ''
  }
  return nameOf(telling, value) ?? t('calls.part.setting')
}

/** Differences of two versions in the reader's words; what was taken out is named as the earlier version had it. */
export function differencesInWords(differences: readonly CallDifference[], before: CallDocument, after: CallDocument, { t, lang }: Pick<Telling, 't' | 'lang'>): ToldDifference[] {
  const [old, now] = [{ t, lang, form: before.form }, { t, lang, form: after.form }]
  return differences.map((one) => {
    const where = one.what === 'removed' ? whereIn(old, before, one.place) : whereIn(now, after, one.place)
    // The name of what came or went stands in its place already.
    const unlessNamed = (text: string) => (one.what !== 'changed' && text === where.at(-1) ? '' : text)
    return {
      where,
      what: one.what,
      before: one.what === 'changed' || one.what === 'removed' ? unlessNamed(shown(old, one.before, one.place)) : '',
      after: one.what === 'changed' || one.what === 'added' ? unlessNamed(shown(now, one.after, one.place)) : '',
    }
  })
}
