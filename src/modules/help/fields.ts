import { longTextCheck } from '../../codes/text.ts'
import { field } from '../../kernel/field.ts'

/** What the person needs, in his own words. */
export const note = field(longTextCheck({ min: 2, max: 500 }))
export const answer = field(longTextCheck({ min: 2, max: 1000 }))

/** The sentence of a refusal without the values that filled it: what is sent with a question, and shown before it is. */
export const bareSentence = (sentence: string): string => sentence.replace(/\{\w+(:[^{}]*)?\}/g, '…')
