import type { WebRoom } from '../../../web/room.ts'

export const deskWeb: WebRoom = {
  name: 'desk',
  menu: () => [],
  routes: [],
}
