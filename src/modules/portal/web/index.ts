import type { WebRoom } from '../../../web/room.ts'
import { holds } from '../../../kernel/actor.ts'

const guard = ['platform_admin'] as const

export const portalWeb: WebRoom = {
  name: 'portal',
  routes: [
    { path: '/platform/announcements', title: 'portal.desk.announcements', guard, frame: 'side', lazy: () => import('./announcements-page.tsx') },
    { path: '/platform/announcements/new', title: 'portal.desk.announcement.new', guard, frame: 'side', parent: '/platform/announcements', lazy: () => import('./announcement-page.tsx') },
    { path: '/platform/announcements/$id', title: 'portal.desk.announcement.edit', guard, frame: 'side', parent: '/platform/announcements', lazy: () => import('./announcement-page.tsx') },
    { path: '/platform/agreements', title: 'portal.desk.agreements', guard, frame: 'side', lazy: () => import('./agreements-page.tsx') },
    { path: '/platform/agreements/$id', title: 'portal.desk.number', guard, frame: 'side', parent: '/platform/agreements', lazy: () => import('./agreement-page.tsx') },
  ],
  menu: (actor) => holds(actor, 'platform_admin')
    ? [
        { path: '/platform/announcements', label: 'portal.desk.announcements', group: 'portal.menu.group', order: 360 },
        { path: '/platform/agreements', label: 'portal.desk.agreements', group: 'portal.menu.group', order: 370 },
      ]
    : [],
}
