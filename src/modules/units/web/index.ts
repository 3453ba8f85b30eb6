import { unitPosts, type Actor } from '../../../kernel/actor.ts'
import type { MenuItem, WebRoom } from '../../../web/room.ts'
import './units.css'
import { WaitingCount } from './waiting-count.tsx'

const officer = ['authority_officer'] as const

/** What each mandate begins with; who has none yet is on the way to one (S1-19). */
function menu(actor: Actor): readonly MenuItem[] {
  switch (actor.mandate?.post) {
    case undefined: return [{ path: '/registration', label: 'units.title.register', order: 100 }]
    case 'unit_account':
    case 'authorised_person': return [{ path: '/home', label: 'units.title.home', order: 100 }]
    case 'authority_officer': return [
      { path: '/units/reviews', label: 'units.menu.reviews', order: 100, Count: WaitingCount },
      { path: '/units', label: 'units.menu.units', order: 110 },
    ]
    default: return []
  }
}

export const units: WebRoom = {
  name: 'units',
  menu,
  routes: [
    { path: '/registration/begin', title: 'units.title.register', guard: 'anyone', frame: 'bare', lazy: () => import('./begin.tsx') },
    { path: '/registration/submitted', title: 'units.success.title', frame: 'bare', lazy: () => import('./submitted-page.tsx') },
    { path: '/registration', title: 'units.title.register', frame: 'bare', lazy: () => import('./registration-page.tsx') },
    { path: '/home', title: 'units.title.home', guard: unitPosts, lazy: () => import('./home-page.tsx') },
    { path: '/units/reviews', title: 'units.title.reviews', guard: officer, lazy: () => import('./reviews-page.tsx') },
    { path: '/units/reviews/$id', title: 'units.title.review', parent: '/units/reviews', guard: officer, lazy: () => import('./review-page.tsx') },
    { path: '/units', title: 'units.title.units', guard: officer, lazy: () => import('./units-page.tsx') },
    { path: '/units/$id', title: 'units.title.unit', parent: '/units', guard: officer, lazy: () => import('./unit-page.tsx') },
  ],
}
