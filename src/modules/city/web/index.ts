import type { WebRoom } from '../../../web/room.ts'

export const cityWeb: WebRoom = {
  name: 'city',
  menu: () => [],
  routes: [{ path: '/account/city', title: 'city.title', parent: '/account', lazy: () => import('./identity-page.tsx') }],
}
