import { unitPosts, type Actor } from '../../../kernel/actor.ts'
import type { MenuItem, WebRoom } from '../../../web/room.ts'
import './people.css'
import { WaitingCount } from './waiting-count.tsx'

const unit = unitPosts

/** S1-44: the list of one's people is where the unit account lands; its own home stands beside it. */
function menu(actor: Actor): readonly MenuItem[] {
  switch (actor.mandate?.post) {
    case 'unit_account':
    case 'authorised_person': return [{ path: '/people', label: 'people.title', order: 90, Count: WaitingCount }]
    case 'person': return [{ path: '/me/profile', label: 'people.title.profile', order: 200 }]
    case 'support_officer': return [{ path: '/people/support', label: 'people.menu.support', order: 120 }]
    default: return []
  }
}

export const people: WebRoom = {
  name: 'people',
  menu,
  routes: [
    { path: '/registration/person', title: 'people.title.register', guard: 'anyone', frame: 'bare', lazy: () => import('./register-page.tsx') },
    { path: '/registration/person/submitted', title: 'people.success', guard: 'anyone', frame: 'bare', lazy: () => import('./submitted-page.tsx') },
    { path: '/me/profile', title: 'people.title.profile', guard: ['person'], lazy: () => import('./profile-page.tsx') },
    { path: '/people', title: 'people.title', guard: unit, lazy: () => import('./people-page.tsx') },
    { path: '/people/support', title: 'people.title.support', guard: ['support_officer'], lazy: () => import('./support-page.tsx') },
    { path: '/people/$id', title: 'people.title.person', parent: '/people', guard: unit, lazy: () => import('./person-page.tsx') },
  ],
}
