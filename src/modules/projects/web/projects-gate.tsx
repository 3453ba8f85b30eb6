import type { ReactNode } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useSite } from '../../../web/session.ts'
import { projectsContract } from '../contract.ts'

/** D25: in the profile of Tianjin the entry is drawn for whom the unit opened it to; elsewhere for everybody, and nothing is asked. */
export function ProjectsGate({ children }: { children: ReactNode }) {
  const isGranted = useSite().profile === 'tianjin'
  const entry = useAsk(projectsContract.entry, {}, { when: isGranted })
  return !isGranted || entry.value?.can.includes('enter') ? children : null
}
