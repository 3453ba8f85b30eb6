import type { WebRoom } from '../../../web/room.ts'
import { projectPosts } from '../contract.ts'
import './projects.css'
import { ProjectsGate } from './projects-gate.tsx'

export const projectsWeb: WebRoom = {
  name: 'projects',
  menu: (actor) => (actor.mandate && projectPosts.includes(actor.mandate.post)
    ? [{ path: '/projects', label: 'projects.title', inside: 'projects.calls', group: 'projects.title', about: 'projects.about', icon: 'projects', order: 30, Gate: ProjectsGate }] : []),
  routes: [{ path: '/projects', title: 'projects.title', guard: projectPosts, frame: 'side', lazy: () => import('./projects-page.tsx') }],
}
