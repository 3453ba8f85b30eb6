import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { Actor } from '../kernel/actor.ts'
import { webRooms } from '../modules.web.ts'
import { centerPath, portalPath } from './menu.ts'
import type { WebRoute } from './room.ts'
import { readSearch, writeSearch } from './search.ts'
import { signInLink } from './session.ts'
import { AppLayout } from './ui/app-layout.tsx'
import { Broken } from './ui/broken.tsx'
import { CenterRedirect } from './ui/center.tsx'
import { HomeRedirect } from './ui/home.tsx'
import { NotFound } from './ui/not-found.tsx'
import { NotYourPage } from './ui/not-your-page.tsx'
import { Skeleton } from './ui/skeleton.tsx'
import { SignedIn } from './ui/signed-in.tsx'

export const allRoutes: readonly WebRoute[] = webRooms.flatMap((room) => room.routes)

/** Whether this person may go there at all; the server asks again with every verb. */
export function mayEnter(guard: WebRoute['guard'], actor: Actor | null): boolean {
  if (guard === 'anyone') return true
  if (guard === undefined || guard === 'session') return actor !== null
  return guard.some((post) => actor?.mandate?.post === post)
}

/** Of a page that this person may not open. */
const insteadOf = (page: WebRoute) => {
  const { guard } = page
  return () => (Array.isArray(guard) ? <NotYourPage page={page} guard={guard} /> : <NotFound />)
}

/** The shell's own page: what it draws is the menu of all rooms. */
const portalPage: WebRoute = { path: portalPath, title: 'web.portal', lazy: () => import('./ui/portal.tsx').then((m) => ({ default: m.PortalPage })) }

/** The routes of all rooms as TanStack Router wants them. */
export function makeRouter(actor: Actor | null) {
  const root = createRootRoute({ component: AppLayout })
  const pages = allRoutes.map((route) => createRoute({
    getParentRoute: () => root,
    path: route.path,
    staticData: { page: route },
    beforeLoad: ({ location }) => {
      if (mayEnter(route.guard, actor)) return
      // Without a session: to the sign-in page and back. With one, but another post: whose page it is, and who can help.
      if (!actor) window.location.assign(signInLink(`/app${location.href.replace(/^\/app(?=\/)/, '')}`))
    },
    component: mayEnter(route.guard, actor) ? lazyRouteComponent(route.lazy) : actor ? insteadOf(route) : Skeleton,
  }))
  const home = createRoute({ getParentRoute: () => root, path: '/', component: HomeRedirect })
  const portal = createRoute({
    getParentRoute: () => root, path: portalPath, staticData: { page: portalPage },
    component: actor ? lazyRouteComponent(portalPage.lazy) : HomeRedirect,
  })
  const center = createRoute({ getParentRoute: () => root, path: centerPath, component: actor ? CenterRedirect : HomeRedirect })
  const signedIn = createRoute({ getParentRoute: () => root, path: '/signed-in', component: SignedIn })
  return createRouter({
    routeTree: root.addChildren([home, portal, center, signedIn, ...pages]),
    basepath: '/app',
    trailingSlash: 'never',
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    defaultPendingComponent: Skeleton,
    defaultPendingMs: 300,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  })
}
