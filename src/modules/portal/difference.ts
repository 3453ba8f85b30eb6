/** A piece of text that stayed, went or came. */
export interface Piece {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** One paragraph of the comparison; its pieces joined are the paragraph. */
export interface Passage {
  kind: 'same' | 'gone' | 'new' | 'changed'
  pieces: Piece[]
}

/** Beyond this many comparisons a passage counts as rewritten: nobody reads such a comparison word by word. */
const mostWork = 4_000_000

/**
 * The longest common subsequence as pairs of indices; null where that would be too much work. Equal beginnings and ends
 * are taken off first.
 */
function common(before: readonly string[], after: readonly string[]): [number, number][] | null {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const [n, m] = [before.length - head - tail, after.length - head - tail]
  if (n * m > mostWork) return null
  const width = m + 1
  const length = new Uint32Array((n + 1) * width)
  const at = (i: number, j: number) => length[i * width + j] ?? 0
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      length[i * width + j] = before[head + i] === after[head + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = Array.from({ length: head }, (_, i) => [i, i])
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (before[head + i] === after[head + j]) pairs.push([head + i++, head + j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  for (let k = tail; k > 0; k--) pairs.push([before.length - k, after.length - k])
  return pairs
}

/** Runs of what stayed, went and came, in reading order; what went stands before what came in its place. */
function runs(before: readonly string[], after: readonly string[]): { kind: Piece['kind']; items: string[] }[] {
  const found: { kind: Piece['kind']; items: string[] }[] = []
  const add = (kind: Piece['kind'], items: readonly string[]) => {
    if (items.length === 0) return
    const last = found.at(-1)
    if (last?.kind === kind) last.items.push(...items)
    else found.push({ kind, items: [...items] })
  }
  let [i, j] = [0, 0]
  for (const [x, y] of [...(common(before, after) ?? []), [before.length, after.length] as const]) {
    add('gone', before.slice(i, x))
    add('new', after.slice(j, y))
    add('same', before.slice(x, x + 1))
    ;[i, j] = [x + 1, y + 1]
  }
  return found
}

/** Hanzi one by one, other scripts by the word. */
const words = (text: string): string[] => text.match(/[A-Za-z0-9]+|\s+|[^]/gu) ?? []

const pieces = (before: string, after: string): Piece[] =>
  runs(words(before), words(after)).map(({ kind, items }) => ({ kind, text: items.join('') }))

/** Two versions of one paragraph share at least a third of the longer one; otherwise one went and another came. */
const isSameParagraph = (before: string, after: string, parts: readonly Piece[]): boolean =>
  3 * parts.filter((part) => part.kind === 'same').reduce((n, part) => n + part.text.length, 0) >= Math.max(before.length, after.length)

/** What changed between two texts: by paragraph, and within a paragraph by character or word. */
export function difference(before: string, after: string): Passage[] {
  const paragraphs = (text: string) => text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean)
  const passages: Passage[] = []
  const found = runs(paragraphs(before), paragraphs(after))
  for (let at = 0; at < found.length; at++) {
    const run = found[at]
    if (!run) continue
    const next = found[at + 1]
    if (run.kind !== 'gone' || next?.kind !== 'new') {
      passages.push(...run.items.map((text): Passage => ({ kind: run.kind, pieces: [{ kind: run.kind, text }] })))
      continue
    }
    passages.push(...paired(run.items, next.items))
    at++
  }
  return passages
}

/** Paragraphs that went and those that came in their place, side by side as far as they are alike. */
function paired(gone: readonly string[], came: readonly string[]): Passage[] {
  return Array.from({ length: Math.max(gone.length, came.length) }, (_, i): Passage[] => {
    const [before, after] = [gone[i], came[i]]
    if (before !== undefined && after !== undefined) {
      const parts = pieces(before, after)
      if (isSameParagraph(before, after, parts)) return [{ kind: 'changed', pieces: parts }]
    }
    return [
      ...(before === undefined ? [] : [{ kind: 'gone', pieces: [{ kind: 'gone', text: before }] } as Passage]),
      ...(after === undefined ? [] : [{ kind: 'new', pieces: [{ kind: 'new', text: after }] } as Passage]),
    ]
  }).flat()
}
