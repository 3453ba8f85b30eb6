import type { Actor, Post } from '../kernel/actor.ts'
import type { Site } from './boot.ts'
import type { MenuItem } from './room.ts'

/** Posts that begin at the portal page (S2-05); staff of authorities and of the platform begin at their desks. */
const atPortal: readonly Post[] = ['unit_account', 'authorised_person', 'secondary_unit_manager', 'person']

export const portalPath = '/portal'
export const centerPath = '/center'

/** Entries of this folder are the tabs of 用户中心 (S2-08 to S2-11). */
export const isOfCenter = (path: string): boolean => path.startsWith(`${centerPath}/`)

const byOrder = (a: MenuItem, b: MenuItem) => (a.order ?? 500) - (b.order ?? 500)

/** The tabs of 用户中心, in the order of the manual: each room numbers its own. */
export const centerTabs = (items: readonly MenuItem[]): MenuItem[] => items.filter(({ path }) => isOfCenter(path)).toSorted(byOrder)

/** The entries of the main menu: the portal page first, 用户中心 as one, then what the rooms have. */
export function mainMenu(actor: Actor, items: readonly MenuItem[]): MenuItem[] {
  const own: MenuItem[] = []
  if (actor.mandate && atPortal.includes(actor.mandate.post)) own.push({ path: portalPath, label: 'web.portal', order: 10 })
  if (items.some(({ path }) => isOfCenter(path))) own.push({ path: centerPath, label: 'web.center', about: 'web.center.about', order: 20, icon: 'center' })
  return [...own, ...items.filter(({ path }) => !isOfCenter(path))].toSorted(byOrder)
}

/**
 * Where one lands after signing in. S2-05: the portal page; S1-44: in the profile of the older manual the unit lands at the
 * list of its people and a person at his subsystems, and the portal page is one step away.
 */
export function landingOf(menu: readonly MenuItem[], profile: Site['profile']): string | null {
  const shared = [portalPath, centerPath]
  const first = profile === 'tianjin' ? menu.find(({ path, icon }) => !shared.includes(path) && !icon) : undefined
  return (first ?? menu[0])?.path ?? null
}
