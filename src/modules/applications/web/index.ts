import type { WebRoom } from '../../../web/room.ts'
import { deskMenu, deskRoutes } from './desk/index.ts'
import { mineMenu, mineRoutes } from './mine/index.ts'

export const applicationsWeb: WebRoom = {
  name: 'applications',
  menu: (actor) => [...mineMenu(actor), ...deskMenu(actor)],
  routes: [...mineRoutes, ...deskRoutes],
}
