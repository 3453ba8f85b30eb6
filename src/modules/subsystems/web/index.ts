import { lazy } from 'react'
import { unitPosts, type Actor } from '../../../kernel/actor.ts'
import type { MenuItem, WebRoom } from '../../../web/room.ts'
import { RequestCount } from './request-count.tsx'
import './subsystems.css'

const desk = ['platform_admin'] as const
const unit = unitPosts

function menu(actor: Actor): readonly MenuItem[] {
  switch (actor.mandate?.post) {
    case 'person': return [{ path: '/me', label: 'subsystems.home.title', order: 100 }]
    case 'unit_account':
    case 'authorised_person': return [{ path: '/people/requests', label: 'subsystems.requests.title', order: 95, Count: RequestCount }]
    case 'platform_admin': return [{ path: '/platform/subsystems', label: 'subsystems.desk.title', group: 'settings.menu.group', order: 325 }]
    default: return []
  }
}

export const subsystemsWeb: WebRoom = {
  name: 'subsystems',
  menu,
  Portal: { Before: lazy(() => import('./portal-person.tsx')), After: lazy(() => import('./portal-tiles.tsx')) },
  routes: [
    { path: '/me', title: 'subsystems.home.title', guard: ['person'], lazy: () => import('./home-page.tsx') },
    { path: '/people/$id/modules', title: 'subsystems.modules.title', guard: unit, parent: '/people', lazy: () => import('./modules-page.tsx') },
    { path: '/people/batch', title: 'subsystems.batch.title', guard: unit, parent: '/people', lazy: () => import('./batch-page.tsx') },
    { path: '/people/requests', title: 'subsystems.requests.title', guard: unit, lazy: () => import('./requests-page.tsx') },
    { path: '/platform/subsystems', title: 'subsystems.desk.title', guard: desk, frame: 'side', lazy: () => import('./registry-page.tsx') },
    { path: '/platform/subsystems/new', title: 'subsystems.desk.add', guard: desk, frame: 'side', parent: '/platform/subsystems', lazy: () => import('./subsystem-page.tsx') },
    { path: '/platform/subsystems/$id', title: 'subsystems.desk.change', guard: desk, frame: 'side', parent: '/platform/subsystems', lazy: () => import('./subsystem-page.tsx') },
  ],
}
