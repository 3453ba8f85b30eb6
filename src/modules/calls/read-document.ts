import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { bilingual } from './form/definition.ts'
import type { Bilingual } from './form/definition.ts'
import { callDocument, levels, type CallDocument, type CallDraft, type Level } from './document.ts'
import { documentProblems, type Problem } from './form/problems.ts'
import type { WindowInForce } from './windows.ts'

const maxDepth = 60
const maxParts = 60_000

/** Depth and number of parts of what was typed, and real text only: it goes into a column and back to browsers. */
function isWithinBounds(value: unknown): boolean {
  let parts = 0
  const open: [unknown, number][] = [[value, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [one, depth] = next
    if (typeof one === 'string' && (!one.isWellFormed() || one.includes('\0'))) return false
    if (typeof one !== 'object' || one === null) continue
    const entries = Object.entries(one)
    parts += entries.length
    if (depth >= maxDepth || parts > maxParts) return false
    for (const [name, inner] of entries) {
      if (!name.isWellFormed() || name.includes('\0')) return false
      open.push([inner, depth + 1])
    }
  }
  return true
}

/** What the editor sends, complete or not: an object that can be kept. Refuses with `calls.not_a_document`. */
export function readDraft(text: string): CallDraft | Refusal {
  const refused = refuse('input.invalid', { fields: { document: { code: 'calls.not_a_document' } } })
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) && isWithinBounds(value) ? (value as CallDraft) : refused
  } catch {
    return refused
  }
}

/** A sentence as it stands in a draft, however far it has come. */
export function bilingualIn(raw: unknown): Bilingual {
  const read = bilingual.safeParse(raw)
  return read.success ? read.data : { zh: '', en: '' }
}

/**
 * The document as it would be published, or what is broken in it and where. `inForce`: the windows of a call that was published
 * before: they move by a deed of their own with its reason, so whatever the draft says of them does not count.
 */
export function readDocument(draft: CallDraft, inForce: ReadonlyMap<Level, WindowInForce>): { document: CallDocument; problems: [] } | { document: null; problems: Problem[] } {
  const raw = inForce.size === 0 ? draft : { ...draft, windows: windowsOver(draft.windows, inForce) }
  const problems = documentProblems(raw)
  if (problems.length > 0) return { document: null, problems }
  return { document: callDocument.parse(raw), problems: [] }
}

function windowsOver(said: unknown, inForce: ReadonlyMap<Level, WindowInForce>): Record<string, unknown> {
  const windows: Record<string, unknown> = typeof said === 'object' && said !== null ? { ...said } : {}
  for (const level of levels) {
    const window = inForce.get(level)
    if (window) windows[level] = { opensAt: window.opensAt.toISOString(), closesAt: window.closesAt.toISOString() }
  }
  return windows
}
