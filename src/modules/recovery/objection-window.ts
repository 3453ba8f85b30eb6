import { addDays, addMinutes } from '../../kernel/clock.ts'
import type { RecoveryCase } from './recovery-case.ts'

/** An account that nobody has signed in to for so long has nobody who would object in time. */
export const restDays = 90

/** Whoever keeps the account of a unit now. */
export interface Keeper {
  accountId: string
  isActive: boolean
  lastSignedInAt: Date | null
  /** Since when he keeps it. */
  since: Date
}

/**
 * E12: the right to object is worth nothing without the time for it. Where the keeper uses his account, nothing is handed
 * over until so many hours after he was told: when the claim was made, or when he came to keep what was claimed already.
 * null where nobody keeps the account or it has rested for 90 days (N12: then a quarter of an hour is enough), and once
 * the time is over. Pure.
 */
export function objectionUntil(c: Pick<RecoveryCase, 'openedAt'>, keeper: Keeper | null, hours: number, now: Date): Date | null {
  if (!keeper?.isActive || !keeper.lastSignedInAt || keeper.lastSignedInAt < addDays(now, -restDays)) return null
  const told = keeper.since > c.openedAt ? keeper.since : c.openedAt
  const until = addMinutes(told, hours * 60)
  return until > now ? until : null
}
