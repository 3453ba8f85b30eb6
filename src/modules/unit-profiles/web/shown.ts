import type { OutputOf } from '../../../kernel/contract.ts'
import type { Lang } from '../../../kernel/words.ts'
import { useAsk } from '../../../web/ask.ts'
import type { Branch } from '../../../web/ui/cascader-field.tsx'
import type { Option } from '../../../web/ui/fields.tsx'
import { listsContract } from '../../lists/contract.ts'
import type { unitProfilesContract } from '../contract.ts'

export type ShownProfile = OutputOf<typeof unitProfilesContract.unitProfile>
export type ShownPending = NonNullable<ShownProfile['pendingBank']>
export type ShownBank = NonNullable<ShownProfile['bank']>
type Choice = OutputOf<typeof listsContract.choices>['items'][number]
export type Coded = ShownProfile['unitNature']

export const nameIn = (lang: Lang, named: { name: string; nameEn: string } | null): string => (named ? (lang === 'en' && named.nameEn) || named.name : '')

/** The entries of a code list that may be chosen today. */
export const useChoices = (id: string): readonly Choice[] => useAsk(listsContract.choices, { id }).value?.items ?? []

/** As options of a field; what was chosen before and has ended since stays among them (E06). */
export function optionsOf(choices: readonly Choice[], lang: Lang, kept: Coded, parent?: string | null): Option[] {
  const open = choices.filter((c) => parent === undefined || c.parent === parent).map((c) => ({ value: c.code, label: nameIn(lang, c) }))
  return kept && choices.length > 0 && !open.some(({ value }) => value === kept.code) ? [...open, { value: kept.code, label: nameIn(lang, kept) }] : open
}

/** 门类 and 大类 of GB/T 4754 as a tree. */
export const industryTree = (sections: readonly Choice[], divisions: readonly Choice[], lang: Lang): Branch[] =>
  sections.map((section) => ({
    value: section.code, label: `${section.code} ${nameIn(lang, section)}`,
    children: divisions.filter((d) => d.parent === section.code).map((d) => ({ value: d.code, label: `${d.code} ${nameIn(lang, d)}` })),
  }))
