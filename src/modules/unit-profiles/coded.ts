import { nameIn } from '../../codes/code-list.ts'
import { industryOf } from '../../codes/industry.ts'
import { dayOf } from '../../kernel/clock.ts'
import { langs, type Lang } from '../../kernel/words.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { isCurrent, listOf } from '../lists/index.ts'
import type { Change, ProfileField } from './unit-profile.ts'

/** Fields whose values are codes, and of which list. */
const listOfField = {
  registrationType: 'registration_type', unitNature: 'unit_nature', functionalZone: 'functional_zone', industry: 'industry',
} as const satisfies Partial<Record<ProfileField, string>>
export const isCodedField = (field: ProfileField): field is keyof typeof listOfField => Object.hasOwn(listOfField, field)

export interface Named {
  code: string
  name: string
  nameEn: string
}

/** 大类 with its 门类 and one of the three sectors (fields.md). */
function industryName(code: string, division: string, lang: Lang): string {
  const known = industryOf(code)
  if (!known) return division
  const [section, sector] = [known.section, known.sector].map((item) => (lang === 'en' ? (item.en ?? item.name) : item.name))
  return lang === 'en' ? `${division} (${section}; ${sector?.toLowerCase()})` : `${division}（${section}，${sector}）`
}

/** A code with its names, of that day and in both languages. */
export async function named(db: Db, { config }: Tools, listId: string, code: string | null, at: Date): Promise<Named | null> {
  if (code === null) return null
  const list = await listOf(db, config, listId)
  const [name = code, nameEn = code] = langs.map((lang) => {
    const plain = list ? nameIn(list, code, lang, dayOf(at)) : code
    return listId === 'industry' ? industryName(code, plain, lang) : plain
  })
  return { code, name, nameEn }
}

/** The same for a field of the profile. */
export const namedField = (db: Db, tools: Tools, field: keyof typeof listOfField, code: string | null, at: Date): Promise<Named | null> =>
  named(db, tools, listOfField[field], code, at)

/** Codes that may not be chosen today; one that was chosen before and has ended since may stay (E06). */
export async function endedCodes(db: Db, { config, clock }: Tools, changes: readonly Change[], province: string | null): Promise<ProfileField[]> {
  const today = dayOf(clock.now())
  const ended: ProfileField[] = []
  for (const { field, to } of changes) {
    if (!isCodedField(field) || typeof to !== 'string') continue
    const parent = field === 'functionalZone' ? (province ?? '') : undefined
    if (!(await isCurrent(db, config, listOfField[field], to, today, parent))) ended.push(field)
  }
  return ended
}
