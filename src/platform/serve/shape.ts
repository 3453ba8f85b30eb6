/** Limits on what JSON may look like, before any schema reads it (guards.md, section 5). */
const usually = { depth: 32, keys: 2_000 }
/** Lists within lists within a table: what is too deep for the document is the reader's to say, beside its field. */
const documentDepth = 64

/** Texts that no column can hold: a null character, half of a character. */
const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** Whether parsed input is within depth and number of keys, and made of real text; iterative, so that depth cannot hurt the check itself. */
export function isWithinShape(body: unknown, mostKeys?: number): boolean {
  const [maxDepth, maxKeys] = mostKeys ? [documentDepth, mostKeys] : [usually.depth, usually.keys]
  let keys = 0
  const open: [unknown, number][] = [[body, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next
    if (typeof value === 'string' && !isText(value)) return false
    if (typeof value !== 'object' || value === null) continue
    if (depth >= maxDepth) return false
    const [names, inner]: [string[], unknown[]] = [Object.keys(value), Object.values(value)]
    keys += inner.length
    if (keys > maxKeys || !names.every(isText)) return false
    for (const item of inner) open.push([item, depth + 1])
  }
  return true
}
