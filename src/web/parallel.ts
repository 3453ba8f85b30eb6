import type { Mandate } from '../kernel/actor.ts'
import { centerPath, isOfCenter } from './menu.ts'
import type { WebRoute } from './room.ts'

/**
 * Where to go on under another mandate: the same page where it is that mandate's as well and shows no record in particular
 * (a record of one unit is none of the other's), 用户中心 again where one stood in it, else the beginning.
 */
export function parallelOf(pathname: string, mandate: Pick<Mandate, 'post'>, routes: readonly WebRoute[]): string {
  const page = routes.find(({ path }) => path === pathname)
  const guard = page?.guard
  if (Array.isArray(guard) && guard.includes(mandate.post)) return pathname
  return isOfCenter(pathname) ? centerPath : '/'
}
