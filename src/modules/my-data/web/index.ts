import type { WebRoom } from '../../../web/room.ts'

export const myDataWeb: WebRoom = {
  name: 'myData',
  menu: () => [],
  routes: [],
}
