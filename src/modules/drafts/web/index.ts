import type { WebRoom } from '../../../web/room.ts'

export const draftsWeb: WebRoom = {
  name: 'drafts',
  menu: () => [],
  routes: [],
}
