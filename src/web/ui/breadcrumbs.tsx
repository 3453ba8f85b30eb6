import { Link } from '@tanstack/react-router'
import { webRooms } from '../../modules.web.ts'
import type { WebRoute } from '../room.ts'
import { useWords } from '../words.ts'

function above(page: WebRoute): WebRoute[] {
  const parent = page.parent && webRooms.flatMap((room) => room.routes).find((route) => route.path === page.parent)
  return parent ? [...above(parent), parent] : []
}

/** Where one is, where there is depth. */
export function Breadcrumbs({ page }: { page: WebRoute }) {
  const t = useWords()
  const parents = above(page)
  if (parents.length === 0) return null
  return (
    <nav className="crumbs" aria-label={t('web.breadcrumbs')}>
      <ol>
        {parents.map((p) => <li key={p.path}><Link to={p.path}>{t(p.title)}</Link></li>)}
        <li aria-current="page">{t(page.title)}</li>
      </ol>
    </nav>
  )
}
