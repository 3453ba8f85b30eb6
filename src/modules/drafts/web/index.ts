import { personalPosts } from '../../../kernel/actor.ts'
import type { WebRoom } from '../../../web/room.ts'
import './drafts.css'
import { InvitedCount } from './invited-count.tsx'

export const draftsWeb: WebRoom = {
  name: 'drafts',
  menu: ({ mandate }) => (mandate && personalPosts.some((post) => post === mandate.post)
    ? [{ path: '/projects/invitations', label: 'drafts.invitations.title', group: 'projects.title', order: 312, Count: InvitedCount }] : []),
  routes: [
    { path: '/projects/invitations', title: 'drafts.invitations.title', guard: personalPosts, frame: 'side', lazy: () => import('./invitations-page.tsx') },
  ],
}
