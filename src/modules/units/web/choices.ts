import type { OutputOf } from '../../../kernel/contract.ts'
import type { Lang } from '../../../kernel/words.ts'
import { useAsk } from '../../../web/ask.ts'
import type { Option } from '../../../web/ui/fields.tsx'
import { useLang } from '../../../web/words.ts'
import { authoritiesContract } from '../../authorities/contract.ts'
import { listsContract } from '../../lists/contract.ts'

export type Choice = OutputOf<typeof listsContract.choices>['items'][number]
export type Authority = OutputOf<typeof authoritiesContract.tree>['authorities'][number]

export const nameIn = (lang: Lang, named: { name: string; nameEn: string }): string => (lang === 'en' && named.nameEn) || named.name

/** The entries below `parent` as options of a field. */
export const optionsOf = (choices: readonly Choice[], lang: Lang, parent?: string | null): Option[] =>
  choices.filter((c) => parent === undefined || c.parent === parent).map((c) => ({ value: c.code, label: nameIn(lang, c) }))

/** A code list of today, or of the day that a submitted registration was judged by (E06). */
export const useChoices = (id: string, on?: string): readonly Choice[] => useAsk(listsContract.choices, { id, on }).value?.items ?? []

export const useAuthorities = (): readonly Authority[] => useAsk(authoritiesContract.tree, {}).value?.authorities ?? []

/** What the codes of a registration are called, in the reader's language; a code that no list knows stays a code. */
export interface Names {
  nature: (code: string | null) => string
  type: (code: string | null) => string
  district: (code: string | null) => string
  authority: (id: string | null) => string
}

export function useNames(on?: string): Names {
  const lang = useLang()
  const natures = useChoices('legal_nature', on)
  const types = useChoices('legal_type', on)
  const provinces = useChoices('province', on)
  const districts = useChoices('district', on)
  const authorities = useAuthorities()
  const of = (list: readonly Choice[]) => (code: string | null) => {
    const found = list.find((c) => c.code === code)
    return found ? nameIn(lang, found) : (code ?? '')
  }
  return {
    nature: of(natures),
    type: of(types),
    district: (code) => placeOf(lang, code, provinces, districts),
    authority: (id) => {
      const found = authorities.find((a) => a.id === id)
      return found ? nameIn(lang, found) : ''
    },
  }
}

/** `天津市和平区`, `Heping District, Tianjin`. */
export function placeOf(lang: Lang, code: string | null, provinces: readonly Choice[], districts: readonly Choice[]): string {
  const district = districts.find((d) => d.code === code)
  const province = provinces.find((p) => p.code === district?.parent)
  const names = [province, district].filter((c) => c !== undefined).map((c) => nameIn(lang, c))
  return names.length === 0 ? (code ?? '') : lang === 'en' ? names.reverse().join(', ') : names.join('')
}
