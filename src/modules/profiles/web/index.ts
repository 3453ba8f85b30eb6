import type { WebRoom } from '../../../web/room.ts'

export const profilesWeb: WebRoom = {
  name: 'profiles',
  menu: () => [],
  routes: [],
}
