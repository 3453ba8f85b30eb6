import type { Answer, Problem } from '../../../web/problem.ts'
import { isUnanswered } from '../../../web/problem.ts'
import type { Field, FieldValue, Values } from '../../calls/form/definition.ts'
import { readValue } from '../../calls/form/value.ts'
import { answered, chosen, hasUnsent, heldOf, isUnsent, recovered, reread, typed, unsent, type FieldHeld, type FieldsHeld, type FindField, type SaveAnswer, type Standing } from './fields-held.ts'

/** What became of what was typed; always in view. */
export type Keeping =
  | { state: 'untouched' }
  | { state: 'saved'; at: string }
  | { state: 'typing' | 'saving' }
  /** No answer: kept in this browser, or not even there. */
  | { state: 'offline'; isKept: boolean }
  /** The server said no to all of it (under way meanwhile, frozen). */
  | { state: 'refused'; why: Problem }

export interface KeeperState {
  held: FieldsHeld
  /** As they stand in this window. */
  values: Values
  keeping: Keeping
}

type Saving = SaveAnswer & { at: string }

export interface KeeperParts {
  held: FieldsHeld
  find: FindField
  save: (fields: { field: string; base: number; value: FieldValue }[]) => Promise<Answer<Saving>>
  /** Keeps these unsent fields in the browser; false where it cannot. */
  keep: (fields: Readonly<Record<string, FieldHeld>>) => boolean
  /** Something was saved: other windows of this browser read again. */
  told?: () => void
}

export interface Keeper {
  state: () => KeeperState
  listen: (listener: () => void) => () => void
  type: (field: string, value: FieldValue) => void
  /** Sends what is unsent now; true once the server has everything. */
  flush: () => Promise<boolean>
  /** What stands on the server, read again. */
  reread: (values: Readonly<Record<string, Standing>>) => void
  recover: (kept: Readonly<Record<string, FieldHeld>>) => void
  choose: (field: string, which: 'mine' | 'theirs') => void
  /** Leaves: what is unsent is kept and sent. */
  leave: () => void
}

/** A moment after the last key, and while somebody goes on typing at the latest every few seconds. */
export const pause = 1_000
export const longest = 4_000
const keepAfter = 400
const again = [3_000, 6_000, 12_000, 30_000] as const
/** Characters that nobody sees and no field can hold: they come along with what is pasted out of Word, a PDF or a path of Windows. */
const unseen = /[\u0000-\u0008\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g
/** Without them, since otherwise the whole text would be refused for one; trees have been cleaned by their editor. */
function seen(value: FieldValue, isOneLine: boolean): FieldValue {
  const clean = (text: string) => text.replaceAll('\u000B', isOneLine ? ' ' : '\n').replaceAll(unseen, '')
  if (typeof value === 'string') return clean(value)
  if (!Array.isArray(value)) return value
  return value.map((one) => (typeof one === 'string' ? one
    : { ...one, cells: Object.fromEntries(Object.entries(one.cells).map(([id, cell]) => [id, typeof cell === 'string' ? clean(cell) : cell])) })) as FieldValue
}

/** The most fields of one request (contract: 40). */
const most = 40

const isOneLine = (field: Field | undefined) => field?.kind === 'text' && field.lines === 1

const valuesOf = (held: FieldsHeld, before: Values): Values => {
  const next: Record<string, FieldValue> = {}
  let isSame = Object.keys(before).length === Object.keys(held.fields).length
  for (const [id, { mine }] of Object.entries(held.fields)) {
    next[id] = mine
    if (before[id] !== mine) isSame = false
  }
  return isSame ? before : next
}

/** Keeps a draft on the server while it is written: changed fields only, one request after the other, nothing overwritten unseen. */
export function makeKeeper({ held: first, find, save, keep, told }: KeeperParts): Keeper {
  let state: KeeperState = { held: first, values: valuesOf(first, {}), keeping: { state: 'untouched' } }
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let keepTimer: ReturnType<typeof setTimeout> | null = null
  let typedSince = 0
  let tries = 0
  let under: Promise<boolean> | null = null
  let isKept = true
  /** What was said last of what the server has: said again when what was typed turned out to be the same. */
  let rested: Keeping = { state: 'untouched' }

  const put = (held: FieldsHeld, keeping: Keeping = state.keeping) => {
    state = { held, values: valuesOf(held, state.values), keeping }
    for (const listener of listeners) listener()
  }
  const keepNow = () => {
    if (keepTimer) clearTimeout(keepTimer)
    keepTimer = null
    isKept = keep(Object.fromEntries(Object.entries(state.held.fields).filter(([, one]) => isUnsent(one))))
  }
  const keepSoon = () => {
    keepTimer ??= setTimeout(keepNow, keepAfter)
  }
  const sendIn = (ms: number) => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  const round = async (): Promise<boolean> => {
    const waiting = unsent(state.held).slice(0, most)
    // What the grammar cannot hold is not sent, and the field says why.
    const sending: typeof waiting = []
    const asKept: typeof waiting = []
    let held = state.held
    for (const one of waiting) {
      const field = find(one.field)
      const read = field && readValue(field, one.value)
      if (read?.ok) {
        sending.push(one)
        asKept.push({ ...one, value: read.value })
      } else held = answered(held, [one], { saved: [], conflicts: [], refused: [{ field: one.field, code: read ? read.code : 'drafts.field_unknown', params: read ? read.params : {} }] }, find)
    }
    if (held !== state.held) put(held)
    if (sending.length === 0) {
      if (!hasUnsent(state.held) && state.keeping.state === 'typing') put(state.held, rested)
      return !hasUnsent(state.held)
    }
    typedSince = 0
    put(state.held, { state: 'saving' })
    const answer = await save(asKept)
    if (!answer.ok) {
      keepNow()
      if (isUnanswered(answer.refusal) || answer.refusal.status === 401 || answer.refusal.status === 429) {
        put(state.held, { state: 'offline', isKept })
        sendIn(again[Math.min(tries++, again.length - 1)] ?? 30_000)
      } else put(state.held, { state: 'refused', why: answer.refusal })
      return false
    }
    tries = 0
    // By what was typed, not by how it is kept ('' is kept as nothing): else it would differ for ever, and be sent without end.
    put(answered(state.held, sending, answer.value, find))
    keepNow()
    if (answer.value.saved.length > 0) told?.()
    if (unsent(state.held).length > 0) {
      put(state.held, { state: 'typing' })
      return round()
    }
    rested = { state: 'saved', at: answer.value.at }
    put(state.held, rested)
    return !hasUnsent(state.held)
  }
  const flush = (): Promise<boolean> => {
    if (timer) clearTimeout(timer)
    timer = null
    under ??= round().finally(() => {
      under = null
      // Typed while the last answer was on its way.
      if (unsent(state.held).length > 0 && !timer && state.keeping.state !== 'offline' && state.keeping.state !== 'refused') sendIn(pause)
    })
    return under
  }
  return {
    state: () => state,
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    type: (id, value) => {
      const now = Date.now()
      put(typed(state.held, id, seen(value, isOneLine(find(id)))), state.keeping.state === 'offline' ? state.keeping : { state: 'typing' })
      keepSoon()
      if (state.keeping.state === 'offline') return
      if (typedSince === 0) typedSince = now
      sendIn(Math.max(0, Math.min(pause, typedSince + longest - now)))
    },
    flush: async () => (under ? (await under, await flush()) : flush()),
    reread: (values) => put(reread(state.held, values, find)),
    recover: (kept) => {
      put(recovered(state.held, kept, find))
      keepNow()
      if (unsent(state.held).length > 0) sendIn(pause)
    },
    choose: (id, which) => {
      const conflict = state.held.conflicts[id]
      if (!conflict) return
      put(chosen(state.held, id, which === 'mine' ? heldOf(state.held, id).mine : conflict.theirs), { state: 'typing' })
      keepSoon()
      sendIn(0)
    },
    leave: () => {
      if (!hasUnsent(state.held)) return
      keepNow()
      void flush()
    },
  }
}

