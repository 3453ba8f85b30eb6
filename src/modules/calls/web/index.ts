import type { WebRoom } from '../../../web/room.ts'
import { CallsGate } from './editor/gate.tsx'

const desk = ['authority_officer'] as const

export const callsWeb: WebRoom = {
  name: 'calls',
  menu: (actor) => (actor.mandate?.post === 'authority_officer' ? [{ path: '/projects/calls', label: 'calls.editor.title', group: 'projects.title', order: 60, Gate: CallsGate }] : []),
  routes: [
    { path: '/projects/calls', title: 'calls.editor.title', guard: desk, frame: 'side', lazy: () => import('./editor/calls-page.tsx') },
    { path: '/projects/calls/$id', title: 'calls.editor.edit', guard: desk, frame: 'side', parent: '/projects/calls', lazy: () => import('./editor/call-page.tsx') },
  ],
}
