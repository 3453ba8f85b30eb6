import type { WebRoom } from '../../../web/room.ts'
import { holds } from '../../../kernel/actor.ts'

const guard = ['platform_admin'] as const

export const listsWeb: WebRoom = {
  name: 'lists',
  routes: [
    { path: '/platform/lists', title: 'lists.title', guard, frame: 'side', lazy: () => import('./lists-page.tsx') },
    { path: '/platform/lists/$id', title: 'lists.entries', guard, frame: 'side', parent: '/platform/lists', lazy: () => import('./list-page.tsx') },
  ],
  menu: (actor) => holds(actor, 'platform_admin')
    ? [{ path: '/platform/lists', label: 'lists.menu', group: 'settings.menu.group', order: 340 }]
    : [],
}
