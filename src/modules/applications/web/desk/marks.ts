import { textAfter, toggled } from '../../../../web/review/reason-text.ts'
import { returnReasons, type ReturnReason } from '../../reasons.ts'

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
/** 其他 says nothing by itself: the text must. */
const hasCode = (codes: readonly ReturnReason[]): boolean => codes.some((code) => code !== 'other')
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

const areCodes = (value: unknown): value is ReturnReason[] => Array.isArray(value) && value.every((code) => returnReasons.some((known) => known === code))

/** Whether something that was kept is a return. */
export function isReturning(value: unknown): value is Returning {
  if (typeof value !== 'object' || value === null || !('marks' in value) || !('codes' in value) || !('comment' in value) || !('at' in value)) return false
  const { marks, codes, comment, at } = value
  return areCodes(codes) && typeof comment === 'string' && (at === null || typeof at === 'string') && Array.isArray(marks)
    && marks.every((mark: unknown) => typeof mark === 'object' && mark !== null && 'field' in mark && typeof mark.field === 'string' && 'note' in mark && typeof mark.note === 'string' && 'codes' in mark && areCodes(mark.codes))
}
