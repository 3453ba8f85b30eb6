import type { Lang } from '../kernel/words.ts'
import type { Mode } from './boot.ts'

/** Tells the server (and its cookie) which language or mode is wanted; the page itself has already changed. */
export const prefer = (choice: { lang?: Lang; mode?: Mode }): Promise<void> =>
  fetch(`/preferences?${new URLSearchParams({ ...choice, back: '/healthz' })}`, { redirect: 'manual' }).then(() => {}, () => {})
