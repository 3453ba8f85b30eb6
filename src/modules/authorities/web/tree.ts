import type { OutputOf } from '../../../kernel/contract.ts'
import type { Lang } from '../../../kernel/words.ts'
import type { Branch } from '../../../web/ui/cascader-field.tsx'
import type { authoritiesContract } from '../contract.ts'

export type AtDesk = OutputOf<typeof authoritiesContract.atDesk>['authorities'][number]
type Named = Pick<AtDesk, 'id' | 'parentId' | 'name' | 'nameEn'>

export const nameIn = (lang: Lang, { name, nameEn }: Pick<Named, 'name' | 'nameEn'>): string => (lang === 'en' && nameEn ? nameEn : name)

/** How many authorities stand above it. */
export function depthOf(all: readonly Named[], one: Named): number {
  const parent = all.find(({ id }) => id === one.parentId)
  return parent ? depthOf(all, parent) + 1 : 0
}

/** Authorities as a list to choose from, the depth shown by a dash each. */
export const choicesOf = (all: readonly Named[], lang: Lang): { value: string; label: string }[] =>
  all.map((one) => ({ value: one.id, label: `${'　'.repeat(depthOf(all, one))}${nameIn(lang, one)}` }))

/** As a tree for the cascader. */
export const branchesOf = (all: readonly Named[], lang: Lang, parentId: string | null = null): Branch[] =>
  all.filter((one) => one.parentId === parentId).map((one) => {
    const below = branchesOf(all, lang, one.id)
    return { value: one.id, label: nameIn(lang, one), ...(below.length > 0 && { children: below }) }
  })
