import type { WebRoom } from '../../../web/room.ts'
import { holds } from '../../../kernel/actor.ts'

const guard = ['platform_admin'] as const

export const authoritiesWeb: WebRoom = {
  name: 'authorities',
  routes: [
    { path: '/platform/authorities', title: 'authorities.title', guard, frame: 'side', lazy: () => import('./authorities-page.tsx') },
    { path: '/platform/staff', title: 'staff.title', guard, frame: 'side', lazy: () => import('./staff-page.tsx') },
  ],
  menu: (actor) => holds(actor, 'platform_admin')
    ? [
        { path: '/platform/authorities', label: 'authorities.menu', group: 'settings.menu.group', order: 310 },
        { path: '/platform/staff', label: 'staff.menu', group: 'settings.menu.group', order: 320 },
      ]
    : [],
}
