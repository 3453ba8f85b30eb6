import type { WebRoom } from '../../../web/room.ts'

export const structureWeb: WebRoom = {
  name: 'structure',
  menu: () => [],
  routes: [],
}
