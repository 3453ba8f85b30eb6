/** What became of somebody at the flood desk: decided here, or no longer to be decided (withdrawn, moved, decided by others). */
export type Outcome = 'approved' | 'refused' | 'gone'

interface Waiting {
  id: string
}

/**
 * The people who waited when the desk was opened, in the order of the list. Who is decided keeps his place, so that one can
 * look back; the end of what was read asks for the next page.
 */
export interface Queue<R extends Waiting> {
  rows: readonly R[]
  /** Index of who is on the screen. */
  at: number
  done: Readonly<Record<string, Outcome>>
  /** Of the page that comes after these rows; null where there is none. */
  next: string | null
  /** How many waited when the desk was opened. */
  total: number
}

export const queueOf = <R extends Waiting>(rows: readonly R[], next: string | null, total: number, startId?: string): Queue<R> =>
  ({ rows, at: Math.max(0, rows.findIndex((row) => row.id === startId)), done: {}, next, total: Math.max(total, rows.length) })

/** One more page; whoever stands in it already (the list moved meanwhile) is not taken twice. */
export function grown<R extends Waiting>(queue: Queue<R>, rows: readonly R[], next: string | null): Queue<R> {
  const known = new Set(queue.rows.map((row) => row.id))
  const all = [...queue.rows, ...rows.filter((row) => !known.has(row.id))]
  return { ...queue, rows: all, next, total: Math.max(queue.total, all.length) }
}

export const moved = <R extends Waiting>(queue: Queue<R>, by: 1 | -1): Queue<R> =>
  ({ ...queue, at: Math.min(Math.max(queue.at + by, 0), Math.max(queue.rows.length - 1, 0)) })

export const shownAt = <R extends Waiting>(queue: Queue<R>, id: string): Queue<R> => {
  const at = queue.rows.findIndex((row) => row.id === id)
  return at < 0 ? queue : { ...queue, at }
}

const nextWaiting = <R extends Waiting>({ rows, at, done }: Queue<R>): number => {
  const open = (row: R) => done[row.id] === undefined
  const after = rows.findIndex((row, i) => i > at && open(row))
  return after >= 0 ? after : rows.findIndex(open)
}

/** Notes what became of somebody and goes on to the next who waits; stays where nobody does. */
export function settled<R extends Waiting>(queue: Queue<R>, id: string, outcome: Outcome): Queue<R> {
  const now = { ...queue, done: { ...queue.done, [id]: outcome } }
  if (queue.rows[queue.at]?.id !== id) return now
  const next = nextWaiting(now)
  return next < 0 ? now : { ...now, at: next }
}

/** The one on the screen and those behind him, to be fetched before they are asked for. */
export const ahead = <R extends Waiting>(queue: Queue<R>, n = 2): readonly R[] =>
  queue.rows.slice(queue.at + 1).filter((row) => queue.done[row.id] === undefined).slice(0, n)

/** Whether the next page should be read by now. */
export const runsOut = <R extends Waiting>({ rows, at, next }: Queue<R>): boolean => next !== null && rows.length - at <= 5

/** Whether everybody who waited is decided. */
export const isEmptied = <R extends Waiting>(queue: Queue<R>): boolean =>
  queue.next === null && queue.rows.every((row) => queue.done[row.id] !== undefined)

/** "12 / 320": the place of who is on the screen, and how many of them are decided; "40+" where nobody knows how many follow. */
export const progressOf = <R extends Waiting>(queue: Queue<R>): { n: number; of: number; more: boolean; decided: number } => ({
  n: queue.rows.length === 0 ? 0 : queue.at + 1, of: queue.total, more: queue.next !== null && queue.total <= queue.rows.length, decided: Object.keys(queue.done).length,
})
