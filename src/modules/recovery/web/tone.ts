import type { Tone } from '../../../web/ui/state-tag.tsx'
import type { CaseState } from '../recovery-case.ts'

const tones: Readonly<Record<CaseState, Tone>> = {
  submitted: 'plain', objected: 'bad', verified: 'warn', answered: 'good', refused: 'bad', handed_over: 'good', withdrawn: 'still',
}

/** How a state feels; the word beside it says it. */
export const toneOf = (state: CaseState): Tone => tones[state]
