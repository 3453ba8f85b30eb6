import { lazy } from 'react'
import { unitPosts, type Actor } from '../../../kernel/actor.ts'
import type { MenuItem, WebRoom } from '../../../web/room.ts'
import './help.css'
import { QuestionCount } from './question-count.tsx'

const desks = [...unitPosts, 'authority_officer', 'platform_admin', 'support_officer'] as const

const entry = { path: '/help', label: 'help.menu', Count: QuestionCount } as const

function menu(actor: Actor): readonly MenuItem[] {
  const post = actor.mandate?.post
  if (post === 'platform_admin') return [{ ...entry, group: 'settings.menu.group', order: 355 }]
  return desks.some((desk) => desk === post) ? [{ ...entry, order: 800 }] : []
}

export const help: WebRoom = {
  name: 'help',
  menu,
  routes: [
    { path: '/help', title: 'help.title', guard: desks, lazy: () => import('./questions-page.tsx') },
    { path: '/help/mine', title: 'help.mine.title', lazy: () => import('./mine-page.tsx') },
    { path: '/why', title: 'help.why.title', lazy: () => import('./why-page.tsx') },
  ],
  header: { whyPath: '/why' },
  // Loaded when somebody is refused: the dialogs that show it are drawn with it.
  Help: lazy(() => import('./help.tsx')),
  Whom: lazy(() => import('./whom.tsx')),
}
