import type { Checked } from '../../kernel/check.ts'
import type { CodeItem } from '../../codes/code-list.ts'
import type { Found } from './row.ts'

/** The facts of a unit that stand in the line of its account, beside name and code. */
export interface OpenUnitFacts {
  legalRepresentative: string
  legalNature: string
  legalType: string
  authorityId: string
  district: string
  address: string
}

/** The lists and authorities of the day on which the file is judged. */
export interface Today {
  natures: readonly CodeItem[]
  types: readonly CodeItem[]
  /** Of the home province. */
  districts: readonly CodeItem[]
  province: string
  /** Those that take units now. */
  authorities: readonly { id: string; name: string }[]
}

type Texts = Record<'legalRepresentative' | 'legalNature' | 'legalType' | 'authority' | 'district' | 'address', string>
interface Checks {
  legalRepresentative: (raw: string) => Checked<string>
  street: (raw: string) => Checked<string>
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** By name or by code; a name may stand in two places of a list (below two natures), so all of them. */
const named = (items: readonly CodeItem[], text: string): CodeItem[] => items.filter(({ code, name }) => code === plain(text) || plain(name) === plain(text))

/** All of them, or null and what is wrong in `found`: it only counts where the unit is not on the platform yet. */
export function unitFactsIn(texts: Texts, checks: Checks, today: Today, found: Found[]): OpenUnitFacts | null {
  const take = (field: Found['field'], checked: Checked<string>): string => {
    if (checked.ok) return checked.value
    found.push({ field, code: checked.code, ...(checked.params && { params: checked.params }) })
    return ''
  }
  const pick = <T>(field: Found['field'], code: string, one: T | undefined, of: (one: T) => string): string => {
    if (one !== undefined) return of(one)
    found.push({ field, code })
    return ''
  }
  const nature = named(today.natures, texts.legalNature)[0]
  const type = named(today.types, texts.legalType).find((item) => !nature || item.parent === nature.code)
  const district = named(today.districts, texts.district)[0] ?? named(today.districts, plain(texts.district).replace(plain(today.province), ''))[0]
  const facts: OpenUnitFacts = {
    legalRepresentative: take('legalRepresentative', checks.legalRepresentative(texts.legalRepresentative)),
    legalNature: pick('legalNature', 'legal_nature.choose', nature, ({ code }) => code),
    legalType: pick('legalType', 'legal_type.choose', type, ({ code }) => code),
    authorityId: pick('authority', 'authority.choose', today.authorities.find(({ name }) => plain(name) === plain(texts.authority)), ({ id }) => id),
    district: pick('district', 'district.choose', district, ({ code }) => code),
    address: take('address', checks.street(texts.address)),
  }
  return found.length > 0 ? null : facts
}
