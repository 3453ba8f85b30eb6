import { sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from './db/database.ts'

/**
 * E64: the database's time is the only clock. Its distance from this machine's is measured at the start and again and
 * again; half of the round trip is the error.
 */
export interface DatabaseClock extends Clock {
  /** Milliseconds that this machine is behind the database; for /healthz. */
  behind(): number
  measure(): Promise<void>
}

export async function databaseClock(db: Db): Promise<DatabaseClock> {
  let behind = 0
  const clock: DatabaseClock = {
    now: () => new Date(Date.now() + behind),
    behind: () => behind,
    async measure() {
      const asked = Date.now()
      const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(db)
      const answered = Date.now()
      const there = rows[0]?.at.getTime() ?? answered
      // Within the round trip nothing can be told; a difference below it is none.
      const distance = there - (asked + answered) / 2
      behind = Math.abs(distance) <= (answered - asked) / 2 + 1 ? 0 : Math.round(distance)
    },
  }
  await clock.measure()
  return clock
}
