import type { WebRoom } from '../../../web/room.ts'

export const callsWeb: WebRoom = {
  name: 'calls',
  menu: () => [],
  routes: [],
}
