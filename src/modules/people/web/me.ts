import type { OutputOf } from '../../../kernel/contract.ts'
import type { Tone } from '../../../web/ui/state-tag.tsx'
import type { peopleContract } from '../contract.ts'
import type { PersonState, PersonStatus } from '../person.ts'

/** The person himself, as `people.me` shows him. */
export type Me = OutputOf<typeof peopleContract.me>

/** One person of the unit, as the unit sees it. */
export type ShownPerson = OutputOf<typeof peopleContract.person>
export type PersonRow = OutputOf<typeof peopleContract.people>['rows'][number]

/** The word of a state to whom it concerns: everything that waits or ended says so, the manual's two words are for the list (S1-48). */
export const toneOfState = (state: PersonState): Tone =>
  state === 'enabled' ? 'good' : state === 'new' || state === 'unbound' ? 'warn' : state === 'disabled' ? 'still' : 'bad'

/** Who never had a unit does not choose another one. */
export const chooseVerb = (state: PersonState) => (state === 'unbound' ? 'people.verb.choose.first' : 'people.verb.choose')

export const toneOfStatus = (status: PersonStatus): Tone => (status === 'enabled' ? 'good' : 'still')

/** Whether and when the unit can be reminded: now, later, or not at all (S1-30). */
export type Reminding = { when: 'now' } | { when: 'later'; at: string } | { when: 'never' }

/** By the server's clock, which says whether it can be done now. */
export function remindingOf({ can, waiting }: Pick<Me, 'can' | 'waiting'>): Reminding {
  if (waiting && can.includes('remind')) return { when: 'now' }
  return waiting?.remindAgainAt ? { when: 'later', at: waiting.remindAgainAt } : { when: 'never' }
}
