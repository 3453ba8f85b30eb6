import type { Tone } from '../../../platform/page/parts.ts'
import type { Phase } from '../fields.ts'

const tones: Record<Phase, Tone> = { draft: 'still', coming: '', open: 'good', closed: 'still', withdrawn: 'bad' }
export const toneOf = (phase: Phase): Tone => tones[phase]
