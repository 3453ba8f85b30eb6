/** An error that the database answered with: SQLSTATE, and the constraint if one was broken. */
export interface SqlError extends Error {
  code: string
  severity: string
  constraint?: string
  routine?: string
}

/** By its shape: the embedded engine brings a class of its own, so `instanceof pg.DatabaseError` knows only servers. */
export const isSqlError = (error: unknown): error is SqlError =>
  error instanceof Error && 'severity' in error && 'code' in error && typeof error.code === 'string'

/** A prepared statement whose plan a migration made stale. */
export const isStalePlan = (error: unknown): boolean =>
  isSqlError(error) && error.code === '0A000' && error.routine === 'RevalidateCachedQuery'

/** A number that the column, or the parameter, cannot hold: whoever sent it is told so. Its transaction was rolled back. */
export const isOutOfRange = (error: unknown): boolean => isSqlError(error) && error.code === '22003'
