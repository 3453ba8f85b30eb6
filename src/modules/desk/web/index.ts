import { lazy } from 'react'
import type { WebRoom } from '../../../web/room.ts'
import './desk.css'
import { TodoCount } from './todo-count.tsx'

/** 待办: the first entry after the portal page; nobody lands there, each begins where the manuals say (S1-44, S2-05). */
export const deskWeb: WebRoom = {
  name: 'desk',
  menu: ({ mandate }) => (mandate ? [{ path: '/todo', label: 'desk.title', order: 15, Count: TodoCount, lands: false }] : []),
  routes: [{ path: '/todo', title: 'desk.title', lazy: () => import('./todo-page.tsx') }],
  Portal: { Before: lazy(() => import('./todo-card.tsx')) },
}
