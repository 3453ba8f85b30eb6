import type pg from 'pg'

/** What the measured database was asked, after pg_stat_statements (part of Debian's server package). */
export interface Counters {
  /** Statements; not among them the frames of transactions (begin, commit), and the looks of jobs and outbox whether something is due. */
  queries: number
  /** Pages of 8 kB found in shared buffers, and those that had to be read. */
  hit: number
  read: number
}

export const resetCounters = (control: pg.Client) => control.query('select pg_stat_statements_reset()')

export async function readCounters(control: pg.Client, database: string): Promise<Counters> {
  const { rows } = await control.query<{ queries: string; hit: string; read: string }>(`
    select coalesce(sum(calls) filter (where query !~* '^(begin|start transaction|commit|rollback|insert into job_lease|with due as materialized)'), 0) as queries,
      coalesce(sum(shared_blks_hit), 0) as hit, coalesce(sum(shared_blks_read), 0) as read
    from pg_stat_statements where dbid = (select oid from pg_database where datname = $1)`, [database])
  const [row] = rows
  return { queries: Number(row?.queries), hit: Number(row?.hit), read: Number(row?.read) }
}
