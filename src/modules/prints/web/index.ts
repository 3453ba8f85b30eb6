import type { WebRoom } from '../../../web/room.ts'
import { readers } from '../readers.ts'

/** One page per version, or of the draft (`.../draft`); the pages of the applications lead here. */
export const printsWeb: WebRoom = {
  name: 'prints',
  menu: () => [],
  routes: [{ path: '/projects/prints/$id/$revision', title: 'prints.page.title', guard: readers, frame: 'side', lazy: () => import('./print-page.tsx') }],
}
