import type { WebRoom } from '../../../web/room.ts'

export const printsWeb: WebRoom = {
  name: 'prints',
  menu: () => [],
  routes: [],
}
