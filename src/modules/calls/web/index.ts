import type { MenuItem, WebRoom } from '../../../web/room.ts'
import './days/days.css'
import { DaysGate } from './days/gate.tsx'
import { CallsGate } from './editor/gate.tsx'

const desk = ['authority_officer'] as const
const keepers = ['authority_officer', 'platform_admin'] as const

/** D28: for the bureau beside its calls, for the administrators among the settings. */
const days = (group: string, order: number): MenuItem => ({ path: '/projects/working-days', label: 'calls.days.menu', group, order, Gate: DaysGate })

export const callsWeb: WebRoom = {
  name: 'calls',
  menu: (actor) => (actor.mandate?.post === 'authority_officer' ? [{ path: '/projects/calls', label: 'calls.editor.title', group: 'projects.title', order: 60, Gate: CallsGate }, days('projects.title', 65)]
    : actor.mandate?.post === 'platform_admin' ? [days('settings.menu.group', 345)] : []),
  routes: [
    { path: '/projects/working-days', title: 'calls.days.title', guard: keepers, frame: 'side', lazy: () => import('./working-days-page.tsx') },
    { path: '/projects/calls', title: 'calls.editor.title', guard: desk, frame: 'side', lazy: () => import('./editor/calls-page.tsx') },
    { path: '/projects/calls/$id', title: 'calls.editor.edit', guard: desk, frame: 'side', parent: '/projects/calls', lazy: () => import('./editor/call-page.tsx') },
  ],
}
