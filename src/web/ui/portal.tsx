import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { shownNameOf } from '../../kernel/actor.ts'
import { webRooms } from '../../modules.web.ts'
import { portalPath } from '../menu.ts'
import { menuOf } from '../own-menu.ts'
import type { MenuItem } from '../room.ts'
import { useActor } from '../session.ts'
import { useWords } from '../words.ts'
import { Gated } from './menu.tsx'
import { PageTitle } from './page-title.tsx'
import { Picture } from './tile-icon.tsx'

/** S2-05: the portal page after sign-in. 用户中心 and 项目管理 as large tiles, then everything else that is this reader's. */
export function PortalPage() {
  const t = useWords()
  const actor = useActor()
  if (!actor) return null
  const items = menuOf(actor).filter(({ path }) => path !== portalPath)
  const large = items.filter(({ icon }) => icon)
  const small = items.filter(({ icon }) => !icon)
  return (
    <>
      <PageTitle title={shownNameOf(actor)} />
      <Suspense fallback={null}>{webRooms.map(({ name, Portal }) => Portal?.Before && <Portal.Before key={name} />)}</Suspense>
      <section className="portal" aria-label={t('web.portal')}>
        {large.length > 0 && <ul className="tiles large">{large.map((item) => <Tile key={item.path} item={item} />)}</ul>}
        {small.length > 0 && <><h2>{t('web.portal.more')}</h2><ul className="tiles">{small.map((item) => <Tile key={item.path} item={item} />)}</ul></>}
      </section>
      <Suspense fallback={null}>{webRooms.map(({ name, Portal }) => Portal?.After && <Portal.After key={name} />)}</Suspense>
    </>
  )
}

function Tile({ item }: { item: MenuItem }) {
  const t = useWords()
  return (
    <Gated item={item}>
      <li>
        <Link to={item.path} className="tile">
          {item.icon && <Picture of={item.icon} />}
          <span className="tile-words">
            <b>{t(item.label)}{item.Count && <item.Count />}</b>
            {item.about && <span>{t(item.about)}</span>}
          </span>
        </Link>
      </li>
    </Gated>
  )
}
