import { Suspense } from 'react'
import { webRooms } from '../../modules.web.ts'
import type { Problem } from '../problem.ts'
import { useActor } from '../session.ts'

/** Who can change what was refused, with a way to ask: drawn by the room that keeps the questions. Strangers have the support line instead. */
export function WhoCanHelp({ refusal }: { refusal: Problem }) {
  const actor = useActor()
  const Help = webRooms.find((room) => room.Help)?.Help
  return actor && refusal.helper && Help ? <Suspense fallback={null}><Help refusal={refusal} /></Suspense> : null
}
