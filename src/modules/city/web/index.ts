import type { WebRoom } from '../../../web/room.ts'

export const cityWeb: WebRoom = {
  name: 'city',
  menu: () => [],
  routes: [],
}
