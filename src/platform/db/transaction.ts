import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal, isRefusal } from '../../kernel/refusal.ts'
import type { ConstraintWord } from '../room.ts'
import type { Db, Tx } from './database.ts'
import { assertOutsideTransaction, insideTransaction } from './pool.ts'
import { isSqlError, isStalePlan } from './sql-error.ts'

export type ConstraintWords = Readonly<Record<string, ConstraintWord>>

const retries = 3

/**
 * Does the work in one transaction. A refusal rolls it back and is given on, and so does an exception. Where two deeds
 * met (40001, 40P01) it is tried again, up to three times: the work must therefore have no effect outside of `tx`.
 * A constraint with words becomes its refusal; one without is broken and thrown. While the work runs, the database may
 * be reached through `tx` only: anything else throws.
 */
export async function transact<T>(
  db: Db,
  constraintWords: ConstraintWords,
  work: (tx: Tx) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  assertOutsideTransaction()
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(db, work)
    } catch (error) {
      const refusal = refusalOf(error, constraintWords)
      if (refusal) return refusal
      if (attempt >= retries || !isPassing(error)) throw error
      await sleep(2 ** attempt * (5 + Math.random() * 20))
    }
  }
}

const afterwards = new WeakMap<Tx, (() => void)[]>()

/**
 * What must happen once, and only when the deed stands: a cookie in the answer. A transaction that is rolled back or
 * tried again forgets it.
 */
export function afterCommit(tx: Tx, effect: () => void): void {
  const effects = afterwards.get(tx)
  if (!effects) throw new Error('an effect after the commit of a transaction that `transact` did not begin')
  effects.push(effect)
}

/** Carries a refusal out through Kysely's transaction, which rolls back only when something is thrown. */
class RolledBack extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

async function once<T>(db: Db, work: (tx: Tx) => Promise<T | Refusal>): Promise<T> {
  const effects: (() => void)[] = []
  const done = await db.transaction().execute(async (tx) => {
    afterwards.set(tx, effects)
    const result = await insideTransaction(() => work(tx))
    if (isRefusal(result)) throw new RolledBack(result)
    return result
  })
  for (const effect of effects) effect()
  return done
}

/** A constraint that a deed ran into, as a refusal: 409 where somebody was faster, 422 where the input is at fault. */
const statusOf: Partial<Record<string, number>> = { '23505': 409, '23P01': 409, '23503': 422, '23514': 422 }

function refusalOf(error: unknown, words: ConstraintWords): Refusal | undefined {
  if (error instanceof RolledBack) return error.refusal
  if (!isSqlError(error) || !error.constraint || !Object.hasOwn(words, error.constraint)) return undefined
  const status = statusOf[error.code]
  const word = words[error.constraint]
  if (!status || !word) return undefined
  if (!word.field) return new Refusal(word.code, { status: word.status ?? status })
  return new Refusal('input.invalid', { status: word.status ?? status, fields: { [word.field]: { code: word.code } } })
}

/** Passes by itself: a serialization failure, a deadlock, a plan that a migration made stale. */
const isPassing = (error: unknown): boolean =>
  isSqlError(error) && (error.code === '40001' || error.code === '40P01' || isStalePlan(error))
