import { createContext, use } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import type { draftsContract } from '../contract.ts'

export type DraftOpened = OutputOf<typeof draftsContract.open>

/** The draft of this page, for the parts that write beside its values: members and files. */
export const DraftContext = createContext<DraftOpened | null>(null)

export function useDraft(): DraftOpened {
  const draft = use(DraftContext)
  if (!draft) throw new Error('outside of a draft')
  return draft
}
