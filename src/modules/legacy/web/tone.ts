import type { Tone } from '../../../web/ui/state-tag.tsx'
import type { ImportState } from '../import.ts'
import type { Outcome } from '../plan.ts'

const states: Record<ImportState, Tone> = { checking: 'plain', checked: 'warn', unreadable: 'bad', importing: 'plain', imported: 'good', discarded: 'still' }
export const toneOf = (state: ImportState): Tone => states[state]

const tones: Record<Outcome, Tone> = { ok_new: 'good', already_there: 'still', conflict: 'warn', defect: 'bad' }
export const outcomeTone = (outcome: Outcome): Tone => tones[outcome]

/** Of what happened to an import, in its timeline. */
export const eventTone: Readonly<Record<string, Tone>> = { imported: 'good', unreadable: 'bad', fell_back: 'bad', discarded: 'still', expired: 'still' }
