import { unitPosts, type Actor } from '../../../kernel/actor.ts'
import type { MenuItem, WebRoom } from '../../../web/room.ts'
import { MyPosts } from './my-posts.tsx'
import './structure.css'

const list = '/center/secondary-units'

/** S2-08, S2-43: 账号授权 is the unit account's alone, 二级单位 is for all who act as the unit. */
function menu(actor: Actor): readonly MenuItem[] {
  const post = actor.mandate?.post
  return [
    ...(post === 'unit_account' ? [{ path: '/center/authorisation', label: 'structure.title.authorisation', order: 30 }] : []),
    ...(unitPosts.some((one) => one === post) ? [{ path: list, label: 'structure.title', order: 40 }] : []),
  ]
}

export const structureWeb: WebRoom = {
  name: 'structure',
  menu,
  Banner: MyPosts,
  routes: [
    { path: '/center/authorisation', title: 'structure.title.authorisation', guard: ['unit_account'], lazy: () => import('./authorisation-page.tsx') },
    { path: list, title: 'structure.title', guard: unitPosts, lazy: () => import('./secondary-units-page.tsx') },
    { path: `${list}/new`, title: 'structure.title.new', parent: list, guard: unitPosts, lazy: () => import('./new-page.tsx') },
    { path: `${list}/direct`, title: 'structure.page.direct', parent: list, guard: unitPosts, lazy: () => import('./direct-page.tsx') },
    { path: `${list}/$id`, title: 'structure.title.one', parent: list, guard: unitPosts, lazy: () => import('./secondary-unit-page.tsx') },
    { path: `${list}/$id/edit`, title: 'structure.title.edit', parent: list, guard: unitPosts, lazy: () => import('./edit-page.tsx') },
    { path: `${list}/$id/remove`, title: 'structure.title.remove', parent: list, guard: unitPosts, lazy: () => import('./remove-page.tsx') },
  ],
}
