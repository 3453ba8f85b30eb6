import { Link } from '@tanstack/react-router'
import type { MenuItem } from '../room.ts'
import { useWords } from '../words.ts'

/** `/units` is not where one is on `/units/reviews`, if that has an entry of its own. */
const isAbove = (item: MenuItem, items: readonly MenuItem[]) => items.some((other) => other.path.startsWith(`${item.path}/`))

const Entry = ({ item, items }: { item: MenuItem; items: readonly MenuItem[] }) => {
  const t = useWords()
  return (
    <Link to={item.path} className="entry" activeOptions={{ exact: isAbove(item, items) }} activeProps={{ 'aria-current': 'page' }}>
      {t(item.label)}{item.Count && <item.Count />}
    </Link>
  )
}

/** Tabs on top, as in 用户中心. They are links: each page has its address. */
export function Tabs({ items }: { items: readonly MenuItem[] }) {
  const t = useWords()
  return <nav className="tabs" aria-label={t('web.menu.main')}>{items.map((item) => <Entry key={item.path} item={item} items={items} />)}</nav>
}

/** Left menu with groups (项目管理, the platform's desk). */
export function SideMenu({ items }: { items: readonly MenuItem[] }) {
  const t = useWords()
  const groups = [...new Set(items.map((item) => item.group ?? ''))]
  return (
    <nav className="side-menu" aria-label={t('web.menu.main')}>
      {groups.map((group) => (
        <div key={group}>
          {group && <h2>{t(group)}</h2>}
          {items.filter((item) => (item.group ?? '') === group).map((item) => <Entry key={item.path} item={item} items={items} />)}
        </div>
      ))}
    </nav>
  )
}
