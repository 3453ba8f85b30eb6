import { useMatches } from '@tanstack/react-router'
import { Breadcrumbs } from '../../../web/ui/breadcrumbs.tsx'

/** The way back to the list, under the tabs of 用户中心. */
export function Crumbs() {
  const page = useMatches().at(-1)?.staticData.page
  return page ? <Breadcrumbs page={page} /> : null
}
