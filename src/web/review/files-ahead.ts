import type { Answer } from '../client.ts'

const kept = new Map<string, Promise<Answer<Blob>>>()
const mostKept = 12

/**
 * A file that is fetched once, also before it is asked for (N4: the next one's signature page). In memory only, and only
 * the last few; one that could not be fetched is tried again.
 */
export function fetchedOnce(key: string, load: () => Promise<Answer<Blob>>): Promise<Answer<Blob>> {
  const known = kept.get(key)
  if (known) return known
  const coming = load().then((answer) => {
    if (!answer.ok) kept.delete(key)
    return answer
  })
  kept.set(key, coming)
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  return coming
}
