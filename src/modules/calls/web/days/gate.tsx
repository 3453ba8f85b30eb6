import type { ReactNode } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { callsContract } from '../../contract.ts'

/** Drawn only where the calendar is the reader's to keep. */
export function DaysGate({ children }: { children: ReactNode }) {
  const rights = useAsk(callsContract.rights, {})
  return rights.value?.mayKeepDays ? children : null
}
