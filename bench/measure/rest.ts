import type pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Jobs of the program (prints, news to the desks, gathering) come round on their own clock. While something is measured the bench has
 * their leases, as a second process at work would: each still asks when its time has come, none of them runs.
 */
export const holdJobs = (client: pg.Client): Promise<unknown> =>
  client.query(`update job_lease set leased_until = 'infinity', last_started_at = clock_timestamp()`)

/** Waits until every notice of the deeds before is in its inbox. */
export async function delivered(client: pg.Client): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt++) {
    const { rows: [row] } = await client.query<{ n: number }>(`select count(*)::int as n from outbox where channel = 'inbox' and state = 'waiting'`)
    if (row?.n === 0) return
    await sleep(100)
  }
  throw new Error('the notices of the deeds before were not delivered within two minutes')
}
