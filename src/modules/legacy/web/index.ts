import { holds } from '../../../kernel/actor.ts'
import type { WebRoom } from '../../../web/room.ts'
import './legacy.css'

const guard = ['platform_admin'] as const

export const legacyWeb: WebRoom = {
  name: 'legacy',
  routes: [
    { path: '/platform/legacy', title: 'legacy.title', guard, frame: 'side', lazy: () => import('./imports-page.tsx') },
    { path: '/platform/legacy/$id', title: 'legacy.title.one', parent: '/platform/legacy', guard, frame: 'side', lazy: () => import('./import-page.tsx') },
  ],
  menu: (actor) => holds(actor, 'platform_admin')
    ? [{ path: '/platform/legacy', label: 'legacy.menu', group: 'settings.menu.group', order: 345 }]
    : [],
}
