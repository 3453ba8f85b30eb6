import type { Actor, Post } from '../kernel/actor.ts'
import type { Site } from './boot.ts'
import type { MenuItem } from './room.ts'

/** Posts that begin at the portal page (S2-05); staff of authorities and of the platform begin at their desks. */
const atPortal: readonly Post[] = ['unit_account', 'authorised_person', 'secondary_unit_manager', 'person']

export const portalPath = '/portal'
export const centerPath = '/center'

/** Entries of this folder are the tabs of 用户中心 (S2-08 to S2-11). */
export const isOfCenter = (path: string): boolean => path.startsWith(`${centerPath}/`)

export const projectsPath = '/projects'

/** Entries of this folder, and its own page, are the left menu of 项目管理 (S2-76). */
export const isOfProjects = (path: string): boolean => path === projectsPath || path.startsWith(`${projectsPath}/`)

const byOrder = (a: MenuItem, b: MenuItem) => (a.order ?? 500) - (b.order ?? 500)

/** The tabs of 用户中心, in the order of the manual: each room numbers its own. */
export const centerTabs = (items: readonly MenuItem[]): MenuItem[] => items.filter(({ path }) => isOfCenter(path)).toSorted(byOrder)

/** The left menu inside 项目管理; its own page under the name that it has there. */
export const projectMenu = (items: readonly MenuItem[]): MenuItem[] =>
  items.filter(({ path }) => isOfProjects(path)).toSorted(byOrder).map((item) => ({ ...item, label: item.inside ?? item.label }))

/** The entries of the main menu: the portal page first, 用户中心 and 项目管理 as one each, then what the rooms have. */
export function mainMenu(actor: Actor, items: readonly MenuItem[]): MenuItem[] {
  const own: MenuItem[] = []
  if (actor.mandate && atPortal.includes(actor.mandate.post)) own.push({ path: portalPath, label: 'web.portal', order: 10 })
  if (items.some(({ path }) => isOfCenter(path))) own.push({ path: centerPath, label: 'web.center', about: 'web.center.about', order: 20, icon: 'center' })
  // The platform's administrators have everything in their left menu.
  const gathers = actor.mandate?.post !== 'platform_admin'
  // An entry behind a gate may turn out to be nobody's.
  const first = projectMenu(items).find(({ path, Gate }) => path === projectsPath || !Gate)
  if (gathers && first && first.path !== projectsPath) own.push({ path: first.path, label: first.group ?? first.label, order: first.order ?? 500, ...(first.Gate && { Gate: first.Gate }) })
  return [...own, ...items.filter(({ path }) => !isOfCenter(path) && !(gathers && isOfProjects(path) && path !== projectsPath))].toSorted(byOrder)
}

/**
 * Where one lands after signing in. S2-05: the portal page; S1-44: in the profile of the older manual the unit lands at the
 * list of its people and a person at his subsystems, and the portal page is one step away.
 */
export function landingOf(menu: readonly MenuItem[], profile: Site['profile']): string | null {
  const shared = [portalPath, centerPath]
  const own = menu.filter(({ lands }) => lands !== false)
  const first = profile === 'tianjin' ? own.find(({ path, icon }) => !shared.includes(path) && !icon) : undefined
  return (first ?? own[0])?.path ?? null
}
