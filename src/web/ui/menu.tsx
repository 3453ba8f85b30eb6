import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { entryAt } from '../entry-at.ts'
import { isOfProjects, projectsPath } from '../menu.ts'
import type { MenuItem } from '../room.ts'
import { useWords } from '../words.ts'

const Entry = ({ item, isCurrent }: { item: MenuItem; isCurrent: boolean }) => {
  const t = useWords()
  // The router's own mark of a link that the address begins with would stand beside ours: /people under /people/requests.
  return (
    <Gated item={item}>
      <Link to={item.path} className="entry" activeOptions={{ exact: true }} activeProps={{}} aria-current={isCurrent ? 'page' : undefined}>{t(item.label)}{item.Count && <item.Count />}</Link>
    </Gated>
  )
}

/** An entry that is somebody's by what the server knows of him is drawn once that is known. */
export const Gated = ({ item, children }: { item: MenuItem; children: ReactNode }) => (item.Gate ? <item.Gate>{children}</item.Gate> : children)

/** Path of the entry under which one is; 项目管理 is one whatever page it begins with. */
function useCurrent(items: readonly MenuItem[]) {
  const { pathname } = useLocation()
  const [project, ...others] = items.filter(({ path }) => isOfProjects(path))
  return entryAt(pathname, items.map((item) => item.path)) ?? (project && others.length === 0 && isOfProjects(pathname) ? project.path : null)
}

/** Tabs on top, as in 用户中心. They are links: each page has its address. `label` in words, where they are not the main menu. */
export function Tabs({ items, label }: { items: readonly MenuItem[]; label?: string }) {
  const t = useWords()
  const current = useCurrent(items)
  return <nav className="tabs" aria-label={label ?? t('web.menu.main')}>{items.map((item) => <Entry key={item.path} item={item} isCurrent={item.path === current} />)}</nav>
}

/** Left menu with groups (项目管理, the platform's desk). */
export function SideMenu({ items, label }: { items: readonly MenuItem[]; label?: string }) {
  const t = useWords()
  const at = useCurrent(items)
  const { pathname } = useLocation()
  // The first page of 项目管理 lies above all the others: it is not where they belong.
  const current = at === projectsPath && pathname !== at ? null : at
  const groups = [...new Set(items.map((item) => item.group ?? ''))]
  return (
    <nav className="side-menu" aria-label={label ?? t('web.menu.main')}>
      {groups.map((group) => (
        <div key={group}>
          {group && <h2>{t(group)}</h2>}
          {items.filter((item) => (item.group ?? '') === group).map((item) => <Entry key={item.path} item={item} isCurrent={item.path === current} />)}
        </div>
      ))}
    </nav>
  )
}
