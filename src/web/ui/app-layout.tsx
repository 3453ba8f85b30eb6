import { Outlet, useLocation, useMatches } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { webRooms } from '../../modules.web.ts'
import { isOfCenter, isOfProjects, projectMenu } from '../menu.ts'
import { itemsOf, menuOf } from '../own-menu.ts'
import type { WebRoute } from '../room.ts'
import { useActor } from '../session.ts'
import { useWords } from '../words.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Center } from './center.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { SideMenu, Tabs } from './menu.tsx'
import { SignedOut } from './signed-out.tsx'
import { StillThere } from './still-there.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    page?: WebRoute
  }
}

/** Header, menu, breadcrumbs and the page itself; the frame is the route's wish. */
export function AppLayout() {
  const t = useWords()
  const actor = useActor()
  const page = useMatches().at(-1)?.staticData.page
  // The platform's desk has its left menu wherever its administrators are: on their account and inbox as well.
  const frame = page?.frame ?? (actor?.mandate?.post === 'platform_admin' ? 'side' : 'tabs')
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    document.title = page ? t(page.title) : document.title
  }, [page, t])
  useEffect(() => {
    // A new page is announced from its beginning, as after a full load.
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true })
    shown.current = pathname
  }, [pathname])
  const items = frame === 'bare' ? [] : menuOf(actor)
  // 项目管理 has a left menu of its own below the tabs (S2-76); an administrator's left menu has everything.
  const isInProjects = page !== undefined && isOfProjects(page.path) && actor?.mandate?.post !== 'platform_admin'
  const side = frame !== 'side' ? [] : isInProjects && actor ? projectMenu(itemsOf(actor)) : items
  return (
    <>
      <a className="skip" href="#main">{t('web.skip')}</a>
      <Header>{(frame === 'tabs' || isInProjects) && items.length > 1 && <Tabs items={items} />}</Header>
      <div className={`frame frame-${frame}`}>
        {side.length > 0 && <SideMenu items={side} {...(isInProjects && { label: t(side[0]?.group ?? page.title) })} />}
        <main id="main" ref={main} tabIndex={-1}>
          {actor && frame !== 'bare' && webRooms.map(({ name, Banner }) => Banner && <Banner key={name} />)}
          {page && !isOfCenter(page.path) && <Breadcrumbs page={page} />}
          {page && isOfCenter(page.path) ? <Center><Outlet /></Center> : <Outlet />}
        </main>
      </div>
      {actor && frame !== 'bare' && <Footer />}
      <StillThere />
      <SignedOut />
    </>
  )
}
