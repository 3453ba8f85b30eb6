import type { Check } from '../kernel/check.ts'
import { bad, good } from '../kernel/check.ts'
import type { Lang } from '../kernel/words.ts'
import { codeText, onward } from './text.ts'
import { systemDay, type Today } from './day.ts'

/** One entry. A code may return with another name, so an entry is known by its code and its first day. */
export interface CodeItem {
  code: string
  name: string
  en?: string
  /** Code of the entry above it, in this list or in the one that `CodeList.parents` names. */
  parent?: string
  /** First day it may be chosen, ISO; absent: since ever. */
  from?: string
  /** Last day it may be chosen, ISO, inclusive; absent: still current. */
  to?: string
  /** What took its place. */
  successor?: readonly string[]
}

/** The uniform shape in which the platform's desk shows and amends every list. */
export interface CodeList<I extends CodeItem = CodeItem> {
  id: string
  name: string
  en: string
  /** The standard it comes from, or that it is our own. */
  standard: string
  /** Id of the list that `parent` points into; absent: this one. */
  parents?: string
  items: readonly I[]
}

export const isCurrent = (item: CodeItem, day: string): boolean =>
  (!item.from || item.from <= day) && (!item.to || day <= item.to)

/** The entries that may be chosen on that day, below `parent` if one is given. */
export const currentItems = <I extends CodeItem>(list: CodeList<I>, day: string, parent?: string): I[] =>
  list.items.filter((item) => isCurrent(item, day) && (parent === undefined || item.parent === parent))

/** The entry that the code meant on that day; else the last one that ever bore it, so that old records keep a name. */
export function itemAt<I extends CodeItem>(list: CodeList<I>, code: string, day: string): I | null {
  const named = list.items.filter((item) => item.code === code)
  return named.find((item) => isCurrent(item, day)) ?? named.at(-1) ?? null
}

/** The name of an entry in the reader's language; the code itself where the list does not know it. */
export function nameIn(list: CodeList, code: string, lang: Lang, day: string = systemDay()): string {
  const item = itemAt(list, code, day)
  return item ? labelOf(item, lang) : code
}

export const labelOf = (item: CodeItem, lang: Lang): string => (lang === 'en' ? (item.en ?? item.name) : item.name)

/**
 * A check that a value is a code of the list, current today and below `parent` if one is given. `message` is the word
 * for everything else. The list may be a function, since the platform's desk can amend it while the program runs.
 */
export function codeIn(
  list: CodeList | (() => CodeList),
  more: { message?: string; parent?: string; today?: Today } = {},
): Check {
  const { message = 'field.choose', parent, today = systemDay } = more
  return (raw) =>
    onward(codeText(raw, { upper: false }), (code) => {
      const items = currentItems(typeof list === 'function' ? list() : list, today(), parent)
      return items.some((item) => item.code === code) ? good(code) : bad(message)
    })
}
