import type { Lang } from '../kernel/words.ts'
import type { Mode } from './boot.ts'

const underWay = new Map<string, AbortController>()

/**
 * Tells the server (and its cookie) which language or mode is wanted; the page itself has already changed. It is told though the page be
 * left at once, and of two choices in one second the later one stays.
 */
export function prefer(choice: { lang: Lang } | { mode: Mode }): Promise<void> {
  const [what] = Object.keys(choice) as [string]
  underWay.get(what)?.abort()
  const asked = new AbortController()
  underWay.set(what, asked)
  return fetch(`/preferences?${new URLSearchParams({ ...choice, back: '/healthz' })}`, { redirect: 'manual', keepalive: true, signal: asked.signal }).then(() => {}, () => {})
}
