import type { WebRoom } from '../../../web/room.ts'

export const unitProfilesWeb: WebRoom = {
  name: 'unitProfiles',
  menu: () => [],
  routes: [],
}
