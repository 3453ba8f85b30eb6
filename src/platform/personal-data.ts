import type { Actor } from '../kernel/actor.ts'
import type { Db } from './db/database.ts'
import type { Call } from './serve/call.ts'

/** What somebody is asked to show of himself: read in one transaction, for one account. */
export type OwnCall = Pick<Call<unknown, Actor>, 'actor' | 'tools'>

/**
 * How a value is shown: as it is, as a time, by a word of the product, by its name in each language; `masked` stands on
 * the page until the whole is asked for.
 */
export type PersonalValue = string | number | Date | { word: string; params?: Readonly<Record<string, string>> } | { zh: string; en: string } | { whole: string; masked: string }

export interface PersonalFact {
  /** Word key of the field. */
  label: string
  /** What is not there is not shown. */
  value: PersonalValue | null | undefined
}

/** One row of a table, as its owner reads it. */
export interface PersonalItem {
  /** Unique within its section, the same at the next reading. */
  id: string
  facts: readonly PersonalFact[]
}

export interface PersonalSection {
  /** Word key. */
  title: string
  items: readonly PersonalItem[]
  /** There are more than were asked for. */
  more?: boolean
}

/**
 * What a room holds on the account that asks (PIPL 44, 45): every personal column that belongs to somebody, in sections.
 * `most`: the newest so many rows of a section are enough. A section without rows says that there is nothing.
 */
export interface PersonalData {
  /** The classed columns that the sections show, as `table.column`: a check of the house finds one that nobody shows. */
  shows: readonly string[]
  of: (db: Db, call: OwnCall, most: number) => Promise<readonly PersonalSection[]>
}

/** An entry of a code list by its names; a code that the list does not know stays a code. */
export function named(items: readonly { code: string; name: string; en?: string }[], code: string | null): PersonalValue | null {
  const found = items.find((item) => item.code === code)
  return found ? { zh: found.name, en: found.en || found.name } : code
}

/** A section of rows that were read one more than asked for. */
export function sectionOf<R>(title: string, rows: readonly R[], most: number, item: (row: R) => PersonalItem): PersonalSection {
  return { title, items: rows.slice(0, most).map(item), ...(rows.length > most && { more: true }) }
}
