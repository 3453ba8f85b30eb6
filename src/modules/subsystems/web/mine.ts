import type { OutputOf } from '../../../kernel/contract.ts'
import type { Tone } from '../../../web/ui/state-tag.tsx'
import type { AccessRefusal } from '../access.ts'
import type { subsystemsContract } from '../contract.ts'

export type MySubsystem = OutputOf<typeof subsystemsContract.mine>['subsystems'][number]

/** Reasons that lie in the subsystem or in the grant; every other one lies in the person and holds for all subsystems alike. */
const ofTheSubsystem: readonly AccessRefusal[] = ['subsystems.access.closed', 'subsystems.access.not_granted']

/** A reason that keeps the person out of every subsystem: said once, not on every card. */
export const commonRefusal = (all: readonly MySubsystem[]): MySubsystem | null =>
  all.find(({ refusal }) => refusal !== null && !ofTheSubsystem.includes(refusal)) ?? null

export const isCommon = (one: MySubsystem): boolean => one.refusal !== null && !ofTheSubsystem.includes(one.refusal)

/** The word on the card: where one may be, what was asked, or why not in short. */
export function stateOf(one: MySubsystem): { key: 'open' | 'asked' | 'declined' | 'not_granted' | 'closed' | 'held'; tone: Tone } {
  if (one.refusal === null) return { key: 'open', tone: 'good' }
  if (one.request) return { key: 'asked', tone: 'plain' }
  if (one.refusal === 'subsystems.access.closed') return { key: 'closed', tone: 'still' }
  if (isCommon(one)) return { key: 'held', tone: 'still' }
  return one.declined ? { key: 'declined', tone: 'bad' } : { key: 'not_granted', tone: 'still' }
}
