import { unitPosts, isUnitPost } from '../../../kernel/actor.ts'
import type { WebRoom } from '../../../web/room.ts'
import './unit-profiles.css'

/** S2-08, S2-26: the first tab of 用户中心 for whoever acts for a unit. */
export const unitProfilesWeb: WebRoom = {
  name: 'unitProfiles',
  menu: (actor) => (isUnitPost(actor.mandate?.post) ? [{ path: '/center/unit', label: 'unitProfiles.title', order: 20 }] : []),
  routes: [
    { path: '/center/unit', title: 'unitProfiles.title', guard: unitPosts, lazy: () => import('./unit-profile-page.tsx') },
  ],
}
