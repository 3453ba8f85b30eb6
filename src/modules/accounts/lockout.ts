import { setTimeout as sleep } from 'node:timers/promises'
import { addMinutes } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Tools } from '../../platform/tools.ts'
import { countFailure, failuresOf, forgetFailures, giveBack, inFlight, takeSlots, type Window } from './store/lockouts.ts'

/** One thing guesses are counted for: a name, an address. */
export interface Subject {
  /** Blind index, so that the table tells nobody which names were tried. */
  subject: string
  /** So many failures, and nothing is checked until the window has passed. */
  limit: number
  /** A right answer wipes the failures out. Not for addresses: a guesser may own an account himself. */
  forgives: boolean
}

export const windowMinutes = 15
const slotSeconds = 60

export const windowAt = (now: Date): Window => ({
  now, since: addMinutes(now, -windowMinutes), staleSince: new Date(now.getTime() - slotSeconds * 1000),
})

type Slots = { id: string; subject: string }[]

/** A slot for each subject, `full` while others are in flight, or `locked`. All or none, in one short transaction. */
async function reserve(tools: Tools, subjects: readonly Subject[]): Promise<Slots | 'full' | 'locked'> {
  const window = windowAt(tools.clock.now())
  const names = subjects.map((one) => one.subject)
  const reserved = await transact(tools.db, {}, async (tx) => {
    const failures = await failuresOf(tx, names, window)
    const failed = (one: Subject) => failures.get(one.subject) ?? 0
    if (subjects.some((one) => failed(one) >= one.limit)) return 'locked'
    const flying = await inFlight(tx, names, window)
    if (subjects.some((one) => failed(one) + (flying.get(one.subject) ?? 0) >= one.limit)) return 'full'
    const slots = subjects.map(({ subject }) => ({ id: newId(), subject }))
    await takeSlots(tx, slots, window.now)
    return slots
  })
  if (isRefusal(reserved)) throw new Error(`reserving refused: ${reserved.code}`)
  return reserved
}

async function settle(tools: Tools, subjects: readonly Subject[], slots: Slots, right: boolean): Promise<void> {
  const now = tools.clock.now()
  await transact(tools.db, {}, async (tx) => {
    await giveBack(tx, slots)
    for (const one of [...subjects].sort((a, b) => (a.subject < b.subject ? -1 : 1))) {
      if (!right) await countFailure(tx, one.subject, one.limit, now)
      else if (one.forgives) await forgetFailures(tx, one.subject)
    }
  })
}

/**
 * I17: an attempt is counted when it begins. It takes a slot before anything is hashed, as long as failures and
 * attempts in flight stay below the limit; otherwise it waits a little (`patienceMs`), and is refused unchecked. Of 60
 * wrong guesses at once five are checked; of 20 right ones all pass. A check that could not be done (busy) counts nothing.
 */
export async function attempt(
  tools: Tools, subjects: readonly Subject[], check: () => Promise<boolean | Refusal>,
): Promise<'right' | 'wrong' | 'locked' | Refusal> {
  const until = performance.now() + tools.config.signIn.patienceMs
  let slots = await reserve(tools, subjects)
  while (slots === 'full' && performance.now() < until) {
    await sleep(15 + Math.random() * 45)
    slots = await reserve(tools, subjects)
  }
  if (typeof slots === 'string') return 'locked'
  let right: boolean | Refusal
  try {
    right = await check()
  } catch (error) {
    await giveBack(tools.db, slots)
    throw error
  }
  if (isRefusal(right)) {
    await giveBack(tools.db, slots)
    return right
  }
  await settle(tools, subjects, slots, right)
  return right ? 'right' : 'wrong'
}
