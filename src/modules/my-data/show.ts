import type { PersonalFact, PersonalItem, PersonalSection, PersonalValue } from '../../platform/personal-data.ts'
import type { Lang, Translate } from '../../kernel/words.ts'

export interface Reader {
  lang: Lang
  t: Translate
}

/** A value in words of the reader; numbers that are masked on the page stand whole in the file. */
export function wholeOf(value: PersonalValue, { lang, t }: Reader): string {
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object') return String(value)
  if ('word' in value) return t(value.word, value.params)
  return 'whole' in value ? value.whole : value[lang]
}

const kindOf = (value: PersonalValue): 'text' | 'time' | 'masked' =>
  value instanceof Date ? 'time' : typeof value === 'object' && 'masked' in value ? 'masked' : 'text'

const shownOf = (value: PersonalValue, reader: Reader) =>
  ({ kind: kindOf(value), text: typeof value === 'object' && 'masked' in value ? value.masked : wholeOf(value, reader) })

type Present = Omit<PersonalFact, 'value'> & { value: PersonalValue }

/** What is not there, or is empty, is not shown. */
export const presentFacts = ({ facts }: PersonalItem): Present[] =>
  facts.flatMap(({ label, value }) => (value === null || value === undefined || value === '' ? [] : [{ label, value }]))

/** A section as the page shows it. */
export const showSection = ({ title, items, more = false }: PersonalSection, reader: Reader) => ({
  title, more, items: items.map((item) => ({ id: item.id, facts: presentFacts(item).map(({ label, value }) => ({ label, value: shownOf(value, reader) })) })),
})

/** The whole of one masked value; null where there is no such one. */
export function maskedIn(sections: readonly PersonalSection[], asked: { section: string; item: string; fact: string }): string | null {
  const items = sections.filter(({ title }) => title === asked.section).flatMap((section) => section.items)
  const found = items.find((item) => item.id === asked.item)?.facts.find(({ label }) => label === asked.fact)?.value
  return found !== null && typeof found === 'object' && 'whole' in found ? found.whole : null
}
