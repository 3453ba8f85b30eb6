import { addDays, addMinutes } from '../kernel/clock.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Tx } from './db/database.ts'
import { transact } from './db/transaction.ts'
import type { Job } from './jobs.ts'

/** E20: without a sign for so long, somebody has gone. */
const hereSeconds = 75

/** Whose last sign came before this is not looking any more. */
export const goneBefore = (now: Date): Date => new Date(now.getTime() - hereSeconds * 1000)

const noteDays = 30

/** E19, E20: signs of an hour ago tell nothing; a half-written note that nobody went on with for a month is nobody's. */
export const tidyDesks = (name: string, { dropPresenceBefore, dropNotesBefore }: Record<'dropPresenceBefore' | 'dropNotesBefore', (tx: Tx, before: Date) => Promise<unknown>>): Job => ({
  name, everySeconds: 3600,
  async run({ db, clock }) {
    const now = clock.now()
    const done = await transact(db, {}, async (tx) => {
      await dropPresenceBefore(tx, addMinutes(now, -60))
      await dropNotesBefore(tx, addDays(now, -noteDays))
    })
    if (isRefusal(done)) throw new Error(`tidying was refused: ${done.code}`)
  },
})
