import type { Actor, Post } from '../kernel/actor.ts'
import type { Call } from './serve/call.ts'

/** Things of one kind that wait for whoever asks, under the mandate he asks with. */
export interface WaitingLine {
  /** `units.registrations`, or with what it is about behind it: one line per call. */
  id: string
  /** Word key of what waits; of what comes next. */
  what: string
  next: string
  params?: Readonly<Record<string, string | number>>
  /** Exactly what the list behind `path` shows. */
  n: number
  /** There are more than were counted. */
  isMore?: boolean
  /** Since when the oldest of them. */
  since: Date | null
  /** When it is too late; null where there is no such time. */
  until: Date | null
  /** The page where it is done, below `/app`. */
  path: string
}

/** What a room reports to the to-do list (desk, at the end of the corridor). A line of which nothing waits is left out. */
export interface WaitingSource {
  posts: readonly Post[]
  of: (call: Pick<Call<unknown, Actor>, 'actor' | 'tools' | 'request'>) => Promise<readonly WaitingLine[]>
}

/** One line, or none where nothing waits. */
export const lineOf = (line: WaitingLine): WaitingLine[] => (line.n > 0 ? [line] : [])
