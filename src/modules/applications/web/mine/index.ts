import { personalPosts, type Actor } from '../../../../kernel/actor.ts'
import type { MenuItem, WebRoute } from '../../../../web/room.ts'
import './mine.css'

const isMine = ({ mandate }: Actor) => mandate !== null && personalPosts.some((post) => post === mandate.post)

/** 我的申报, for everybody who has applications of his own, also where he acts for his unit. */
export const mineMenu = (actor: Actor): MenuItem[] =>
  isMine(actor) ? [{ path: '/projects/mine', label: 'applications.mine.title', group: 'projects.title', order: 310 }] : []

const mine = { guard: personalPosts, frame: 'side' } as const

export const mineRoutes: WebRoute[] = [
  { path: '/projects/mine', title: 'applications.mine.title', ...mine, lazy: () => import('./mine-page.tsx') },
  { path: '/projects/mine/new/$callId', title: 'applications.mine.start.title', parent: '/projects/mine', ...mine, lazy: () => import('./start-page.tsx') },
  { path: '/projects/mine/$id', title: 'applications.mine.one', parent: '/projects/mine', ...mine, lazy: () => import('./application-page.tsx') },
  { path: '/projects/mine/$id/receipt/$revision', title: 'applications.mine.receipt.title', parent: '/projects/mine', ...mine, lazy: () => import('./receipt-page.tsx') },
]
