import type { Ticked } from './list.ts'

/** Somebody who was ticked in the list, with the version that was seen (E48). */
export type BatchPerson = Ticked[string]

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** From 用户管理 to the page of 批量启用并开通; never in the link. */
    people?: readonly BatchPerson[]
  }
}
