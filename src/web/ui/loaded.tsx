import type { ReactNode } from 'react'
import type { Asked } from '../ask.ts'
import type { Problem } from '../client.ts'
import { NotFound } from './not-found.tsx'
import { Refused } from './refused.tsx'
import { Skeleton } from './skeleton.tsx'

/** A cut or mistyped address: nothing on the page could be corrected, as an ordinary refusal of what was sent would say. */
function isCutAddress(refusal: Problem | null | undefined): boolean {
  const wrong = refusal?.code === 'input.invalid' ? Object.keys(refusal.fields) : []
  return wrong.length > 0 && wrong.every((name) => /id$/i.test(name))
}

/** What was asked for, or why it is not there (yet): `<Loaded of={registration}>{(r) => ...}</Loaded>`. */
export function Loaded<T>({ of, children }: { of: Asked<T>; children: (value: T) => ReactNode }) {
  if (of.value !== undefined) return <>{children(of.value)}</>
  if (of.refusal?.status === 404 || isCutAddress(of.refusal)) return <NotFound />
  if (of.refusal) return <Refused refusal={of.refusal} again={of.again} />
  return <Skeleton />
}
