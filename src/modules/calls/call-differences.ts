import type { CallDocument } from './document.ts'
import { canonicalJson } from './form/canonical.ts'

/**
 * What is different between two versions of a call, as the public page tells it. `place` is the path in the document;
 * things with an id (tabs, fields, columns, rules, options) are named by it, so that moving one does not change all that
 * follow. `before` and `after` are the values at that place.
 */
export interface CallDifference {
  place: (string | number)[]
  what: 'added' | 'removed' | 'changed' | 'moved'
  before?: unknown
  after?: unknown
}

type Keyed = { key: string; item: unknown }
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** How the items of a list are told apart: by `id`, or by the `value` of an option; else by their place. */
function keysOf(list: readonly unknown[]): Keyed[] | null {
  const keyed = list.flatMap((item): Keyed[] => {
    const key = isObject(item) ? (item['id'] ?? item['value']) : undefined
    return typeof key === 'string' ? [{ key, item }] : []
  })
  return keyed.length === list.length && new Set(keyed.map(({ key }) => key)).size === list.length ? keyed : null
}

/** Values that are read as one: a sentence in two languages, a condition, a window. */
const asOne = (value: Record<string, unknown>, place: readonly (string | number)[]) =>
  'zh' in value || 'opensAt' in value || ['when', 'holds', 'value'].includes(String(place.at(-1)))

/** A window is its two times, however they are written. */
const timesOf = (value: unknown): string | null =>
  isObject(value) && typeof value['opensAt'] === 'string' && typeof value['closesAt'] === 'string' ? `${Date.parse(value['opensAt'])} ${Date.parse(value['closesAt'])}` : null

const isSame = (before: unknown, after: unknown): boolean => canonicalJson(before) === canonicalJson(after) || (timesOf(before) !== null && timesOf(before) === timesOf(after))

function compare(before: unknown, after: unknown, place: (string | number)[]): CallDifference[] {
  if (before === undefined && after === undefined) return []
  if (before === undefined || before === null) return after === undefined || after === null ? [] : [{ place, what: 'added', after }]
  if (after === undefined || after === null) return [{ place, what: 'removed', before }]
  if (isSame(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, place)
  if (isObject(before) && isObject(after) && !asOne(before, place)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => compare(before[name], after[name], [...place, name]))
  }
  return [{ place, what: 'changed', before, after }]
}

function compareLists(before: unknown[], after: unknown[], place: (string | number)[]): CallDifference[] {
  const [left, right] = [keysOf(before), keysOf(after)]
  if (!left || !right || before.length === 0 || after.length === 0) return byContent(before, after, place)
  const [was, is] = [new Map(left.map(({ key, item }) => [key, item])), new Map(right.map(({ key, item }) => [key, item]))]
  const order = (list: Keyed[]) => list.map(({ key }) => key).filter((key) => was.has(key) && is.has(key))
  const [old, now] = [order(left), order(right)]
  return [
    ...right.flatMap(({ key, item }) => compare(was.get(key), item, [...place, key])),
    ...left.filter(({ key }) => !is.has(key)).map(({ key, item }): CallDifference => ({ place: [...place, key], what: 'removed', before: item })),
    ...(canonicalJson(old) === canonicalJson(now) ? [] : [{ place, what: 'moved' as const, before: old, after: now }]),
  ]
}

/** Paragraphs, limits and the like: those that are in only one of the two. */
function byContent(before: unknown[], after: unknown[], place: (string | number)[]): CallDifference[] {
  const texts = (list: unknown[]) => new Set(list.map(canonicalJson))
  const [was, is] = [texts(before), texts(after)]
  const changes = [
    ...after.flatMap((item, index): CallDifference[] => (was.has(canonicalJson(item)) ? [] : [{ place: [...place, index], what: 'added', after: item }])),
    ...before.flatMap((item, index): CallDifference[] => (is.has(canonicalJson(item)) ? [] : [{ place: [...place, index], what: 'removed', before: item }])),
  ]
  return changes.length > 0 ? changes : [{ place, what: 'moved', before, after }]
}

/** Every difference between two versions, in the order of the later document; what was taken out follows its list. */
export const callDifferences = (before: CallDocument, after: CallDocument): CallDifference[] => compare(before, after, [])
