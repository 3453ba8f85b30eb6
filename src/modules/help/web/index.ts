import { lazy } from 'react'
import type { Actor } from '../../../kernel/actor.ts'
import type { MenuItem, WebRoom } from '../../../web/room.ts'
import './help.css'
import { QuestionCount } from './question-count.tsx'

const desks = ['unit_account', 'authority_officer', 'platform_admin', 'support_officer'] as const

const menu = (actor: Actor): readonly MenuItem[] =>
  desks.some((post) => post === actor.mandate?.post) ? [{ path: '/help', label: 'help.menu', order: 800, Count: QuestionCount }] : []

export const help: WebRoom = {
  name: 'help',
  menu,
  routes: [
    { path: '/help', title: 'help.title', guard: desks, lazy: () => import('./questions-page.tsx') },
    { path: '/help/mine', title: 'help.mine.title', lazy: () => import('./mine-page.tsx') },
  ],
  // Loaded when somebody is refused: the dialogs that show it are drawn with it.
  Help: lazy(() => import('./help.tsx')),
}
