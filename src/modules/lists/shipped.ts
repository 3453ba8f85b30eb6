import { codeLists } from '../../codes/code-lists.ts'
import type { CodeList } from '../../codes/code-list.ts'
import { demoDistricts, districts } from '../../codes/data/district.ts'

/** Every shipped list, in the order of the desk's page. */
export const shippedLists: readonly CodeList[] = [...codeLists.values()]

/** One shipped list; the demo has districts that no real unit can lie in. */
export function shippedList(id: string, demo: boolean): CodeList | null {
  const list = codeLists.get(id) ?? null
  return demo && list === districts ? { ...list, items: [...list.items, ...demoDistricts] } : list
}
