import { isCurrent, type CodeList } from '../../codes/code-list.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Entry } from './merge.ts'

/** What the desk may do with an entry. Pure. */
export type EntryVerb = 'rename' | 'end' | 'succeed' | 'revive'
export type EntryState = 'current' | 'future' | 'ended'

export function stateOf(entry: Entry, day: string): EntryState {
  if (isCurrent(entry, day)) return 'current'
  return entry.to && entry.to < day ? 'ended' : 'future'
}

/** An entry that another one of the same code followed is history: only the last one can be changed. */
export const isLast = (list: CodeList<Entry>, entry: Entry): boolean => list.items.findLast((one) => one.code === entry.code) === entry

export function canOf(list: CodeList<Entry>, entry: Entry, day: string): EntryVerb[] {
  if (!isLast(list, entry)) return []
  return stateOf(entry, day) === 'ended' ? ['rename', 'succeed', 'revive'] : ['rename', 'end']
}

const beside = (name: string, code: string, params?: Record<string, string>): Refusal => refuse('input.invalid', { fields: { [name]: { code, params } } })

/** Whether an entry may end on that day with that one after it. */
export function mayEnd(list: CodeList<Entry>, entry: Entry, to: string, successor: string | null): Refusal | null {
  if (entry.from && to < entry.from) return beside('to', 'lists.ends_before_it_begins', { from: entry.from })
  if (successor === entry.code) return beside('successor', 'lists.successor_itself')
  if (successor && !list.items.some((one) => one.code === successor)) return beside('successor', 'lists.successor_unknown', { code: successor })
  return null
}

/** Whether a new entry may join the list, below that parent of `parents`. */
export function mayAdd(list: CodeList<Entry>, parents: CodeList | null, code: string, parent: string | null): Refusal | null {
  if (list.items.some((one) => one.code === code)) return beside('code', 'lists.code_taken', { code })
  const known = parents?.items.some((one) => one.code === parent) ?? false
  return parent && !known ? beside('parent', 'lists.parent_unknown', { code: parent }) : null
}
