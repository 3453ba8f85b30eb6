interface Waiting {
  id: string
}

/**
 * What waited when a flood desk was opened (N4), in the order of the list. What is decided keeps its place, so that one can
 * look back; the end of what was read asks for the next page. `O`: what may become of one here, or elsewhere meanwhile.
 */
export interface Queue<R extends Waiting, O extends string = string> {
  rows: readonly R[]
  /** Index of what is on the screen. */
  at: number
  done: Readonly<Record<string, O>>
  /** Of the page that comes after these rows; null where there is none. */
  next: string | null
  /** How many waited when the desk was opened. */
  total: number
}

export const queueOf = <R extends Waiting, O extends string = string>(rows: readonly R[], next: string | null, total: number, startId?: string): Queue<R, O> =>
  ({ rows, at: Math.max(0, rows.findIndex((row) => row.id === startId)), done: {}, next, total: Math.max(total, rows.length) })

/** One more page; whatever stands in it already (the list moved meanwhile) is not taken twice. */
export function grown<R extends Waiting, O extends string>(queue: Queue<R, O>, rows: readonly R[], next: string | null): Queue<R, O> {
  const known = new Set(queue.rows.map((row) => row.id))
  const all = [...queue.rows, ...rows.filter((row) => !known.has(row.id))]
  return { ...queue, rows: all, next, total: Math.max(queue.total, all.length) }
}

export const moved = <R extends Waiting, O extends string>(queue: Queue<R, O>, by: 1 | -1): Queue<R, O> =>
  ({ ...queue, at: Math.min(Math.max(queue.at + by, 0), Math.max(queue.rows.length - 1, 0)) })

export const shownAt = <R extends Waiting, O extends string>(queue: Queue<R, O>, id: string): Queue<R, O> => {
  const at = queue.rows.findIndex((row) => row.id === id)
  return at < 0 ? queue : { ...queue, at }
}

const nextWaiting = <R extends Waiting, O extends string>({ rows, at, done }: Queue<R, O>): number => {
  const open = (row: R) => done[row.id] === undefined
  const after = rows.findIndex((row, i) => i > at && open(row))
  return after >= 0 ? after : rows.findIndex(open)
}

/** Notes what became of one and goes on to the next that waits; stays where none does. */
export function settled<R extends Waiting, O extends string>(queue: Queue<R, O>, id: string, outcome: O): Queue<R, O> {
  const now = { ...queue, done: { ...queue.done, [id]: outcome } }
  if (queue.rows[queue.at]?.id !== id) return now
  const next = nextWaiting(now)
  return next < 0 ? now : { ...now, at: next }
}

/** It was undone (E51): it waits again, and is the one on the screen. */
export function reopened<R extends Waiting, O extends string>(queue: Queue<R, O>, id: string): Queue<R, O> {
  const { [id]: _gone, ...done } = queue.done
  return shownAt({ ...queue, done }, id)
}

/** Those behind the one on the screen, to be fetched before they are asked for. */
export const ahead = <R extends Waiting, O extends string>(queue: Queue<R, O>, n = 2): readonly R[] =>
  queue.rows.slice(queue.at + 1).filter((row) => queue.done[row.id] === undefined).slice(0, n)

/** Whether the next page should be read by now. */
export const runsOut = <R extends Waiting, O extends string>({ rows, at, next }: Queue<R, O>): boolean => next !== null && rows.length - at <= 5

/** Whether all that waited is decided. */
export const isEmptied = <R extends Waiting, O extends string>(queue: Queue<R, O>): boolean =>
  queue.next === null && queue.rows.every((row) => queue.done[row.id] !== undefined)

/** "12 / 320": the place of what is on the screen, and how many are decided; "40+" where nobody knows how many follow. */
export const progressOf = <R extends Waiting, O extends string>(queue: Queue<R, O>): { n: number; of: number; more: boolean; decided: number } => ({
  n: queue.rows.length === 0 ? 0 : queue.at + 1, of: queue.total, more: queue.next !== null && queue.total <= queue.rows.length, decided: Object.keys(queue.done).length,
})
