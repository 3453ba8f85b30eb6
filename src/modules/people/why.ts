import type { Actor } from '../../kernel/actor.ts'
import { minuteOf } from '../../kernel/clock.ts'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { personProcedure, personRolesOf, type Person } from './person.ts'

/** What somebody who acts for a unit does to one of its people. */
export const unitDeeds = ['enable', 'disable', 'refuse', 'release', 'resetPassword'] as const
export type UnitDeed = (typeof unitDeeds)[number]

type Facts = Pick<Person, 'state' | 'since' | 'accountId' | 'unitId'>

/** The rule that a state stands for, where the table of steps knows no way on from it. */
const ofState = { new: 'people.why.new', enabled: 'people.why.enabled', disabled: 'people.why.disabled' } as const

/** I11: nobody decides on his own record; an authorised person is one of the unit's people as well (D16, S2-61). */
export const ownRecord = (actor: Actor, p: Pick<Person, 'accountId'>): Refusal | null =>
  actor.accountId === p.accountId ? refuse('people.own_record', { status: 403 }) : null

/**
 * Why whoever acts for the unit may not do this to one of its people now (N11); null where he may.
 */
export function whyNot(deed: UnitDeed, p: Facts, actor: Actor): Refusal | null {
  const own = ownRecord(actor, p)
  if (own) return own
  const roles = personRolesOf(actor, p)
  if (!roles.includes('unit')) return refuse('not_yours', { status: 403 })
  const { state, since } = p
  if (deed === 'resetPassword' || !isRefusal(personProcedure.step(deed, state, roles))) return null
  // In every other state the person is none of this unit's, and not seen.
  return state in ofState ? refuse(ofState[state as keyof typeof ofState], { status: 409, params: { time: minuteOf(since) } }) : refuse('not_yours', { status: 403 })
}
