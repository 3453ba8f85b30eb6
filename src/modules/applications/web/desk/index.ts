import { unitPosts, type Actor, type Post } from '../../../../kernel/actor.ts'
import type { MenuItem, WebRoute } from '../../../../web/room.ts'
import '../../../../web/review/review.css'
import { Counted } from './counted.tsx'
import './desk.css'

const ofUnits = [...unitPosts, 'secondary_unit_manager'] as const satisfies readonly Post[]
const officers = ['authority_officer'] as const satisfies readonly Post[]

/** S2-76: left menu 项目管理, 本单位的项目; 项目申报审核 for authorities and the bureau. */
export function deskMenu({ mandate }: Actor): MenuItem[] {
  const isOne = (posts: readonly Post[]) => mandate !== null && posts.includes(mandate.post)
  return [
    ...(isOne(ofUnits) ? [{ path: '/projects/unit', label: 'applications.desk.title.unit', group: 'projects.title', order: 320, Count: Counted }] : []),
    ...(isOne(officers) ? [{ path: '/projects/review', label: 'applications.desk.title.review', group: 'projects.title', order: 320, Count: Counted }] : []),
  ]
}

const side = { frame: 'side' } as const

export const deskRoutes: WebRoute[] = [
  { path: '/projects/unit', title: 'applications.desk.title.unit', guard: ofUnits, ...side, lazy: () => import('../list/page.tsx') },
  { path: '/projects/review', title: 'applications.desk.title.review', guard: officers, ...side, lazy: () => import('../list/page.tsx') },
  // Without the left menu: three panes need the width.
  { path: '/projects/desk', title: 'applications.desk.title.desk', guard: [...ofUnits, ...officers], lazy: () => import('./flood-page.tsx') },
  { path: '/projects/unit/$id', title: 'applications.desk.title.item', parent: '/projects/unit', guard: ofUnits, ...side, lazy: () => import('./item-page.tsx') },
  { path: '/projects/review/$id', title: 'applications.desk.title.item', parent: '/projects/review', guard: officers, ...side, lazy: () => import('./item-page.tsx') },
  { path: '/projects/unit/batches', title: 'applications.desk.title.batches', parent: '/projects/unit', guard: ofUnits, ...side, lazy: () => import('../batch/batches-page.tsx') },
  { path: '/projects/review/batches', title: 'applications.desk.title.batches', parent: '/projects/review', guard: officers, ...side, lazy: () => import('../batch/batches-page.tsx') },
  { path: '/projects/unit/batches/$batchId', title: 'applications.desk.title.batch', parent: '/projects/unit/batches', guard: ofUnits, ...side, lazy: () => import('../batch/page.tsx') },
  { path: '/projects/review/batches/$batchId', title: 'applications.desk.title.batch', parent: '/projects/review/batches', guard: officers, ...side, lazy: () => import('../batch/page.tsx') },
]
