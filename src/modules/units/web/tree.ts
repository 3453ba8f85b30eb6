import type { Lang } from '../../../kernel/words.ts'
import type { Authority } from './choices.ts'

export interface Branch {
  id: string
  name: string
  kind: Authority['kind']
  /** Steps below the top. */
  depth: number
  /** Whether it can be chosen; the others only show where it hangs. */
  choosable: boolean
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/**
 * The tree of authorities from top to bottom, as a list with depths. With `text`, those whose name (in either language)
 * holds it, each below the ones it hangs on. The bureau has no units of its own and cannot be chosen (S1-39).
 */
export function branchesOf(authorities: readonly Authority[], lang: Lang, text = '', but?: string): Branch[] {
  const wanted = folded(text)
  const fits = (a: Authority) => folded(`${a.name}\n${a.nameEn}`).includes(wanted)
  const branches: Branch[] = []
  const walk = (parentId: string | null, depth: number): boolean => {
    let found = false
    for (const a of authorities.filter((one) => one.parentId === parentId)) {
      const at = branches.length
      const own = fits(a)
      branches.push({
        id: a.id, name: (lang === 'en' && a.nameEn) || a.name, kind: a.kind, depth, choosable: own && a.kind !== 'bureau' && a.id !== but,
      })
      const below = walk(a.id, depth + 1)
      if (own || below) found = true
      else branches.splice(at)
    }
    return found
  }
  walk(null, 0)
  return wanted === '' || branches.some((b) => b.choosable) ? branches : []
}
