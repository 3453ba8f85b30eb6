import type { WebRoom } from '../../../web/room.ts'
import { holds } from '../../../kernel/actor.ts'

const guard = ['platform_admin'] as const

export const settingsWeb: WebRoom = {
  name: 'settings',
  routes: [
    { path: '/platform/settings', title: 'settings.title', guard, frame: 'side', lazy: () => import('./settings-page.tsx') },
    { path: '/platform/changes', title: 'settings.changes.title', guard, frame: 'side', lazy: () => import('./changes-page.tsx') },
  ],
  menu: (actor) => holds(actor, 'platform_admin')
    ? [
        { path: '/platform/settings', label: 'settings.menu', group: 'settings.menu.group', order: 330 },
        { path: '/platform/changes', label: 'settings.changes.title', group: 'settings.menu.group', order: 350 },
      ]
    : [],
}
