import type { OutputOf } from '../../../kernel/contract.ts'
import type { Tone } from '../../../web/ui/state-tag.tsx'
import type { profilesContract } from '../contract.ts'
import type { ReviewState } from '../state.ts'

/** One's own personal information, as `profiles.mine` shows it. */
export type Mine = OutputOf<typeof profilesContract.mine>
export type EmployerAnswer = OutputOf<typeof profilesContract.employer>
export type Employer = NonNullable<Mine['employer']>
/** One line of the review list, and the whole of one person under review. */
export type ReviewRow = OutputOf<typeof profilesContract.reviews>['rows'][number]
export type Review = OutputOf<typeof profilesContract.review>
/** The six reviewed fields of a submitted version. */
export type ShownRevision = Review['submitted']
export type ShownPlain = Review['plain']
export type ShownDecision = NonNullable<Review['decision']>

export const toneOf = (state: ReviewState | Mine['badge']): Tone =>
  state === 'approved' ? 'good' : state === 'refused' ? 'bad' : state === 'pending' ? 'warn' : 'still'
