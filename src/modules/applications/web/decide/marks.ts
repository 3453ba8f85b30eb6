import { speaking, textAfter, toggled } from '../../../../web/review/reason-text.ts'
import { returnReasons, type ReturnReason } from '../../desk/reasons.ts'

/** One field to be corrected, and why (D18). */
export interface Mark {
  field: string
  codes: readonly ReturnReason[]
  note: string
}

/** A return that is being written. Without marks it is one of the whole application. */
export interface Returning {
  marks: readonly Mark[]
  codes: readonly ReturnReason[]
  comment: string
  /** The field whose reasons the keys 1 to 9 pick; null: those of the whole. */
  at: string | null
}

export const nothingMarked: Returning = { marks: [], codes: [], comment: '', at: null }

/** Marks a field and turns to it; pressed again where it is turned to, takes the mark away. */
export function markPressed(r: Returning, field: string): Returning {
  const known = r.marks.some((mark) => mark.field === field)
  if (!known) return { ...r, marks: [...r.marks, { field, codes: [], note: '' }], at: field }
  return r.at === field ? unmarked(r, field) : { ...r, at: field }
}

export function unmarked(r: Returning, field: string): Returning {
  const marks = r.marks.filter((mark) => mark.field !== field)
  return { ...r, marks, at: r.at === field ? (marks.at(-1)?.field ?? null) : r.at }
}

/** A coded reason for the field that is turned to, or for the whole. `said`: the words of codes, written into the comment where nothing else stands there. */
export function reasonPressed(r: Returning, code: ReturnReason, said: (codes: readonly ReturnReason[]) => string[]): Returning {
  if (r.at === null) {
    const codes = toggled(returnReasons, r.codes, code)
    return { ...r, codes, comment: textAfter(r.comment, said(r.codes), said(codes)) }
  }
  return { ...r, marks: r.marks.map((mark) => (mark.field === r.at ? { ...mark, codes: toggled(returnReasons, mark.codes, code) } : mark)) }
}

export const noted = (r: Returning, field: string, note: string): Returning =>
  ({ ...r, marks: r.marks.map((mark) => (mark.field === field ? { ...mark, note } : mark)) })

const leastSaid = 2
export const isSaid = (text: string): boolean => text.trim().length >= leastSaid
const hasCode = (codes: readonly ReturnReason[]): boolean => speaking(codes).length > 0
export const isMarkSaid = (mark: Mark): boolean => hasCode(mark.codes) || isSaid(mark.note)

/** What keeps a return from going: the first mark without a reason, or nothing said at all. */
export function missingIn(r: Returning): { mark: string } | { whole: true } | null {
  const silent = r.marks.find((mark) => !isMarkSaid(mark))
  if (silent) return { mark: silent.field }
  return r.marks.length === 0 && !hasCode(r.codes) && !isSaid(r.comment) ? { whole: true } : null
}

/** As it is sent: in the order of the form, texts trimmed. */
export function sentOf(r: Returning, order: readonly string[]): { marks: Mark[]; codes: ReturnReason[]; comment: string } {
  const place = (mark: Mark) => order.indexOf(mark.field)
  return {
    marks: r.marks.toSorted((a, b) => place(a) - place(b)).map((mark) => ({ ...mark, note: mark.note.trim() })),
    codes: [...r.codes], comment: r.comment.trim(),
  }
}

const isNothing = ({ marks, codes, comment }: Pick<Returning, 'marks' | 'codes' | 'comment'>): boolean => marks.length === 0 && codes.length === 0 && comment.trim() === ''
export const hasBegun = (r: Pick<Returning, 'marks' | 'codes' | 'comment'>): boolean => !isNothing(r)

/** What somebody began (E19), to go on with: reasons are picked for the whole first. */
export type Half = Pick<Returning, 'marks' | 'codes' | 'comment'>
export const goneOnWith = ({ marks, codes, comment }: Half): Returning => ({ marks, codes, comment, at: null })

/** What a note says stands in the return already: there is nothing to go on with. */
export const isTaken = (note: Half, own: Half): boolean =>
  own.comment.includes(note.comment.trim()) && note.codes.every((code) => own.codes.includes(code))
    && note.marks.every((mark) => own.marks.some((one) => one.field === mark.field && one.note.includes(mark.note) && mark.codes.every((code) => one.codes.includes(code))))

const both = (own: string, other: string, between: string, most: number): string =>
  (own.includes(other.trim()) ? own : [own.trimEnd(), other.trim()].filter(Boolean).join(between)).slice(0, most)
const ordered = (own: readonly ReturnReason[], other: readonly ReturnReason[]): ReturnReason[] => returnReasons.filter((code) => own.includes(code) || other.includes(code))

/** Goes on with what another wrote: behind one's own words, none of which is lost. */
export function joined(own: Returning, other: Half): Returning {
  const marks = [
    ...own.marks.map((mark): Mark => {
      const his = other.marks.find((one) => one.field === mark.field)
      return his ? { ...mark, codes: ordered(mark.codes, his.codes), note: both(mark.note, his.note, '；', 500) } : mark
    }),
    ...other.marks.filter((mark) => !own.marks.some((one) => one.field === mark.field)),
  ]
  return { marks, codes: ordered(own.codes, other.codes), comment: both(own.comment, other.comment, '\n', 1000), at: own.at }
}
