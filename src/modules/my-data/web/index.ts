import { personalPosts, type Actor } from '../../../kernel/actor.ts'
import type { WebRoom } from '../../../web/room.ts'
import './my-data.css'

const hasPersonalInformation = (actor: Actor): boolean => personalPosts.some((post) => post === actor.mandate?.post)

/** Units and staff come here from 账号安全, beside which it would be one tab too many for them. */
export const myDataWeb: WebRoom = {
  name: 'myData',
  menu: (actor) => (hasPersonalInformation(actor) ? [{ path: '/me/data', label: 'myData.title', order: 890 }] : []),
  routes: [
    { path: '/me/data', title: 'myData.title', lazy: () => import('./my-data-page.tsx') },
    { path: '/me/data/looks', title: 'myData.looks.title', parent: '/me/data', lazy: () => import('./looks-page.tsx') },
  ],
}
