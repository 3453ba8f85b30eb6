import type { Cause } from './recovery-case.ts'

/**
 * How the unit comes to a working account, by whom the proven mailbox and phone belong to already (S1-10, S2-61).
 *
 * - `new`: nobody has them, or the keeper who goes has; then they leave his account, for who proved them uses them now.
 * - `restored`: the keeper himself claims (he forgot everything, but his mobile is still his): his own account gets the
 *   proven mailbox and phone and a link to set a password. It keeps its name, and what else its owner is here.
 * - `granted`: both belong to one account of somebody else, as a 填报用户 has: it keeps the unit beside what it is.
 */
export const courses = ['new', 'restored', 'granted'] as const
export type Course = (typeof courses)[number]

export const addresses = ['mail', 'phone'] as const
export type Address = (typeof addresses)[number]

/** Account that one of the proven addresses belongs to. */
export interface Holder {
  accountId: string
  has: readonly Address[]
  isActive: boolean
  isStaff: boolean
  keepsThisUnit: boolean
  keepsAnotherUnit: boolean
}

export type Plan =
  | { course: 'new'; freed: readonly Address[] }
  | { course: 'restored'; accountId: string }
  | { course: 'granted'; accountId: string }
  | { course: null; taken: readonly Address[] }

/**
 * What a hand-over would do. Staff have their own mailboxes for their post, and who keeps another unit keeps that one;
 * an address of theirs is taken, as is one of two that belong to different people. Pure.
 */
export function planOf(cause: Cause, holders: readonly Holder[]): Plan {
  const taken = holders.filter((one) => !one.keepsThisUnit).flatMap(({ has }) => has)
  const keeper = holders.find((one) => one.keepsThisUnit)
  if (keeper && taken.length === 0) return cause === 'forgotten' && keeper.isActive ? { course: 'restored', accountId: keeper.accountId } : { course: 'new', freed: keeper.has }
  const [one] = holders
  if (!one) return { course: 'new', freed: [] }
  const isOwn = addresses.every((name) => one.has.includes(name)) && one.isActive && !one.isStaff && !one.keepsAnotherUnit
  return isOwn && !keeper ? { course: 'granted', accountId: one.accountId } : { course: null, taken: addresses.filter((name) => taken.includes(name)) }
}
