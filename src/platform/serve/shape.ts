/** Limits on what JSON may look like, before any schema reads it (guards.md, section 5). */
const maxDepth = 32
const maxKeys = 2_000

/** Whether a parsed body is within depth and number of keys; iterative, so that depth cannot hurt the check itself. */
export function isWithinShape(body: unknown): boolean {
  let keys = 0
  const open: [unknown, number][] = [[body, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next
    if (typeof value !== 'object' || value === null) continue
    if (depth >= maxDepth) return false
    const inner: unknown[] = Object.values(value)
    keys += inner.length
    if (keys > maxKeys) return false
    for (const item of inner) open.push([item, depth + 1])
  }
  return true
}
