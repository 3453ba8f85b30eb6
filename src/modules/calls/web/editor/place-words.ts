import type { Lang, Translate } from '../../../../kernel/words.ts'
import { levels } from '../../document.ts'
import { at, textAt, type Path, type Tree } from './tree.ts'

/** A label in the reader's language, as far as it is written. */
export const labelIn = (item: unknown, lang: Lang, name = 'label'): string => (lang === 'en' && textAt(item, [name, 'en'])) || textAt(item, [name, 'zh'])

/** Items of lists that have no name of their own, or none yet. */
const numbered: Readonly<Record<string, string>> = {
  text: 'calls.editor.paragraph', limits: 'calls.editor.limit', options: 'calls.editor.option', columns: 'calls.editor.column', tabs: 'calls.editor.nth.tab', fields: 'calls.editor.nth.field', rules: 'calls.editor.nth.rule',
}

/** Inputs that stand alone under their name. */
const named: Readonly<Record<string, string>> = {
  title: 'calls.editor.title_of_call', category: 'calls.editor.category', contact: 'calls.editor.contact', opensAt: 'calls.editor.opens_at', closesAt: 'calls.editor.closes_at', sentence: 'calls.editor.sentence',
  label: 'calls.editor.label', when: 'calls.editor.when', holds: 'calls.editor.rule.holds', at: 'calls.editor.rule.at', family: 'calls.editor.family', value: 'calls.editor.computed', quotaPerUnit: 'calls.editor.quota', correctionDays: 'calls.editor.correction_days',
}

/** The way to a place as the page names it: 基本信息, 申报方向, 选项 2. */
export function wordsOn(document: Tree, place: Path, t: Translate, lang: Lang): string[] {
  return place.flatMap((step, index): string[] => {
    if (typeof step === 'string') {
      const level = place[0] === 'windows' ? levels.find((one) => one === step) : undefined
      // The value of an option has no input; what a column is computed from has one.
      const word = step === 'value' && place[index - 2] !== 'columns' ? undefined : named[step]
      return level ? [t(`calls.level.${level}`)] : word ? [t(word)] : []
    }
    const list = String(place[index - 1])
    const item = at(document, place.slice(0, index + 1))
    const own = list === 'eligibility' ? t(`calls.editor.eligibility.${textAt(item, ['kind'])}`) : labelIn(item, lang) || labelIn(item, lang, 'sentence')
    return [own || t(numbered[list] ?? 'calls.editor.nth.item', { n: step + 1 })]
  })
}
