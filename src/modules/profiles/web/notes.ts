import type { Refusing } from './reason-picks.tsx'
import type { Review } from './shown.ts'

export type Note = Review['notes'][number]

/** What a note says already stands in the text: there is nothing to go on with. */
export const isTaken = (note: Refusing, { codes, text }: Refusing): boolean =>
  text.includes(note.text.trim()) && note.codes.every((code) => codes.includes(code))

/** Goes on with what another wrote (E19): behind one's own words, none of which is lost. */
export const joined = (all: readonly Refusing['codes'][number][], own: Refusing, other: Refusing): Refusing => ({
  codes: all.filter((code) => own.codes.includes(code) || other.codes.includes(code)),
  text: own.text.includes(other.text.trim()) ? own.text : [own.text.trimEnd(), other.text].filter(Boolean).join('\n'),
})
