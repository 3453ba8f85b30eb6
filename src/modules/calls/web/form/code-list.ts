import { useMemo } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import type { Branch } from '../../../../web/ui/cascader-field.tsx'
import { useLang } from '../../../../web/words.ts'
import { listsContract } from '../../../lists/contract.ts'

interface Choice { code: string; name: string; nameEn: string; parent: string | null }

/** The entries of a list as a tree; one whose parent is unknown stands at the top. */
export function treeOf(items: readonly Choice[], nameOf: (one: Choice) => string): Branch[] {
  const branches = new Map(items.map((one): [string, Branch] => [one.code, { value: one.code, label: nameOf(one) }]))
  const top: Branch[] = []
  for (const one of items) {
    const branch = branches.get(one.code)
    if (!branch) continue
    const parent = one.parent === null ? undefined : branches.get(one.parent)
    if (parent) (parent.children ??= []).push(branch)
    else top.push(branch)
  }
  return top
}

/** A code list of today: its tree, and what a code is called with all that stands above it. */
export function useCodeList(list: string): { tree: Branch[]; isFlat: boolean; nameOf: (code: string) => string } {
  const lang = useLang()
  const items = useAsk(listsContract.choices, { id: list }).value?.items
  return useMemo(() => {
    const named = (one: Choice) => (lang === 'en' && one.nameEn) || one.name
    const byCode = new Map((items ?? []).map((one) => [one.code, one]))
    const way = (code: string): string[] => {
      const one = byCode.get(code)
      return one ? [...(one.parent === null || one.parent === code ? [] : way(one.parent)), named(one)] : []
    }
    const tree = treeOf(items ?? [], named)
    return { tree, isFlat: tree.every((one) => !one.children), nameOf: (code) => way(code).join(' / ') || code }
  }, [items, lang])
}
