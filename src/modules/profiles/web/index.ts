import { personalPosts, unitPosts, type Actor, type Post } from '../../../kernel/actor.ts'
import type { MenuItem, WebRoom } from '../../../web/room.ts'
import { Counted } from './counted.tsx'
import '../../../web/review/review.css'
import './profiles.css'

/** Who reviews: the unit, also by its authorised person, and the managers of its secondary units. */
const desks = [...unitPosts, 'secondary_unit_manager'] as const satisfies readonly Post[]

/** S2-09, S2-10: 个人信息 first, 个人信息审核 last among the tabs of 用户中心. */
function menu({ mandate }: Actor): readonly MenuItem[] {
  const isOne = (posts: readonly Post[]) => mandate !== null && posts.includes(mandate.post)
  return [
    ...(isOne(personalPosts) ? [{ path: '/center/profile', label: 'profiles.title', order: 10 }] : []),
    ...(isOne(desks) ? [{ path: '/center/reviews', label: 'profiles.title.reviews', order: 50, Count: Counted }] : []),
  ]
}

export const profilesWeb: WebRoom = {
  name: 'profiles',
  menu,
  routes: [
    { path: '/center/profile', title: 'profiles.title', guard: personalPosts, lazy: () => import('./profile-page.tsx') },
    { path: '/center/reviews', title: 'profiles.title.reviews', guard: desks, lazy: () => import('./reviews-page.tsx') },
    { path: '/center/reviews/desk', title: 'profiles.title.desk', parent: '/center/reviews', guard: desks, lazy: () => import('./desk-page.tsx') },
    { path: '/center/reviews/$id', title: 'profiles.title.review', parent: '/center/reviews', guard: desks, lazy: () => import('./review-page.tsx') },
  ],
}
