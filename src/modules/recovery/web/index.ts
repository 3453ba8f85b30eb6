import type { Actor } from '../../../kernel/actor.ts'
import type { MenuItem, WebRoom } from '../../../web/room.ts'
import { HandoverBanner } from './handover-banner.tsx'
import { CaseCount, PieceCount } from './counts.tsx'
import './recovery.css'

const officers = ['support_officer', 'authority_officer'] as const
const unit = ['unit_account'] as const

/** Support lives here; an authority comes when a second officer is needed; a unit when it hands over (N12). */
function menu(actor: Actor): readonly MenuItem[] {
  switch (actor.mandate?.post) {
    case 'support_officer': return [
      { path: '/recovery/cases', label: 'recovery.menu.cases', order: 100, Count: CaseCount },
      { path: '/recovery/accounts', label: 'recovery.menu.accounts', order: 110 },
    ]
    case 'authority_officer': return [{ path: '/recovery/cases', label: 'recovery.menu.second', order: 300, Count: CaseCount }]
    case 'unit_account': return [{ path: '/handover', label: 'recovery.menu.handover', order: 400, Count: PieceCount }]
    default: return []
  }
}

export const recovery: WebRoom = {
  name: 'recovery',
  menu,
  Banner: HandoverBanner,
  routes: [
    { path: '/recovery/begin', title: 'recovery.title.begin', guard: 'anyone', frame: 'bare', lazy: () => import('./begin-page.tsx') },
    { path: '/recovery/case', title: 'recovery.title.follow', guard: 'anyone', frame: 'bare', lazy: () => import('./follow-page.tsx') },
    { path: '/recovery/cases', title: 'recovery.title.cases', guard: officers, lazy: () => import('./cases-page.tsx') },
    { path: '/recovery/cases/$id', title: 'recovery.title.case', parent: '/recovery/cases', guard: officers, lazy: () => import('./case-page.tsx') },
    { path: '/recovery/accounts', title: 'recovery.title.accounts', guard: ['support_officer'], lazy: () => import('./accounts-page.tsx') },
    { path: '/handover', title: 'recovery.title.handover', guard: unit, lazy: () => import('./handover-page.tsx') },
    { path: '/handover/claims', title: 'recovery.title.claims', parent: '/handover', guard: unit, lazy: () => import('./claims-page.tsx') },
  ],
}
