import type { ReactNode } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { callsContract } from '../../contract.ts'

/** Drawn only where the calls are the reader's to write: officers of the bureau. */
export function CallsGate({ children }: { children: ReactNode }) {
  const rights = useAsk(callsContract.rights, {})
  return rights.value?.mayWrite ? <>{children}</> : null
}
