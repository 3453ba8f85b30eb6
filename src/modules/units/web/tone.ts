import type { Tone } from '../../../web/ui/state-tag.tsx'
import type { RegistrationState } from '../registration.ts'

const tones: Readonly<Record<RegistrationState, Tone>> = {
  draft: 'still', submitted: 'plain', returned: 'warn', approved: 'good', refused: 'bad', expired: 'still',
}

/** How a state feels; the word beside it says it. */
export const toneOf = (state: RegistrationState): Tone => tones[state]
