import type pg from 'pg'

const everyMinutes = 5
const vacuumEveryHours = 12

/**
 * What a server's background processes do and the embedded engine has not: without a checkpoint its log grows for ever
 * and a start after a crash takes as long; without vacuum and analyze its plans go stale. The returned function ends it.
 */
export function keepUp(pool: pg.Pool): () => Promise<void> {
  let lastLog = ''
  let lastVacuum = Date.now()
  let running: Promise<void> = Promise.resolve()

  async function round(): Promise<void> {
    const { rows } = await pool.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at')
    if (rows[0]?.at === lastLog) return
    await pool.query('checkpoint')
    if (Date.now() - lastVacuum > vacuumEveryHours * 3_600_000) {
      await pool.query('vacuum analyze')
      lastVacuum = Date.now()
    }
    lastLog = (await pool.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at')).rows[0]?.at ?? ''
  }

  const timer = setInterval(() => {
    // A round that fails (the pool was busy for a minute) is made up for by the next one.
    running = running.then(round).catch(() => undefined)
  }, everyMinutes * 60_000)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
