import type { WebRoom } from '../../../web/room.ts'

export const applicationsWeb: WebRoom = {
  name: 'applications',
  menu: () => [],
  routes: [],
}
