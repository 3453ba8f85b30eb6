import type { WebRoom } from '../../../web/room.ts'
import { InboxBell } from './bell.tsx'
import './inbox.css'

export const inbox: WebRoom = {
  name: 'inbox',
  menu: () => [],
  routes: [{ path: '/inbox', title: 'inbox.title', lazy: () => import('./inbox-page.tsx') }],
  header: { Inbox: InboxBell },
}
