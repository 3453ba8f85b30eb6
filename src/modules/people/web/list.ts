import type { PersonRow } from './me.ts'

/** Rows of a page. */
export const pageSize = 20

export const tabs = ['all', 'new', 'enabled', 'disabled'] as const
export type Tab = (typeof tabs)[number]

/** The tab that a link names; a made-up one is all of them. */
export const tabOf = (text: string | undefined): Tab => tabs.find((tab) => tab === text) ?? 'all'

/** What is asked of the server. 待确认 are those that the unit has not looked at; the manual counts them among 已禁用 (S1-48). */
export const tabToFilter = (tab: Tab): { status?: 'enabled' | 'disabled'; waiting?: true } =>
  tab === 'new' ? { waiting: true } : tab === 'all' ? {} : { status: tab }

/** 序号: the number within the whole list, not on the page (S1-47). */
export const numberOf = (page: number, index: number, size = pageSize): number => (page - 1) * size + index + 1

/** Ticked people by id, each with the version that was seen. */
export type Ticked = Readonly<Record<string, Pick<PersonRow, 'id' | 'version' | 'name' | 'userName' | 'status' | 'state'>>>

/** Those of `keys`, taken from the page on the screen or, where they stand on another page, as they were. */
export function ticked(before: Ticked, keys: readonly string[], rows: readonly PersonRow[]): Ticked {
  return Object.fromEntries(keys.flatMap((key) => {
    const found = rows.find((row) => row.id === key) ?? before[key]
    if (!found) return []
    const { id, version, name, userName, status, state } = found
    return [[key, { id, version, name, userName, status, state }]]
  }))
}
