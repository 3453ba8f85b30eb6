import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

interface Open {
  open: boolean
}
const current = new AsyncLocalStorage<Open>()

const nested =
  'the database was asked beside the open transaction of the same deed: use the transaction (`tx`) that the work was given'

/** Throws while the transaction of this async context is open: a deed would wait for itself, or half of it would escape. */
export function assertOutsideTransaction(): void {
  if (current.getStore()?.open) throw new Error(nested)
}

/** Runs the work of one transaction so that `assertOutsideTransaction` knows about it. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark = { open: true }
  try {
    return await current.run(mark, work)
  } finally {
    // What the work left running behind (a log line, a metric) is outside again.
    mark.open = false
  }
}

/**
 * A pool that refuses to hand out a second connection within a transaction. On the embedded database, whose pool holds
 * one connection, the deed would wait for itself; on a server it would silently leave its own transaction.
 */
export class GuardedPool extends pg.Pool {
  override connect: pg.Pool['connect'] = ((done?: unknown) => {
    assertOutsideTransaction()
    return (super.connect as (done?: unknown) => unknown)(done)
  }) as pg.Pool['connect']
}
