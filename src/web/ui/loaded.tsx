import type { ReactNode } from 'react'
import type { Asked } from '../ask.ts'
import { NotFound } from './not-found.tsx'
import { Refused } from './refused.tsx'
import { Skeleton } from './skeleton.tsx'

/** What was asked for, or why it is not there (yet): `<Loaded of={registration}>{(r) => ...}</Loaded>`. */
export function Loaded<T>({ of, children }: { of: Asked<T>; children: (value: T) => ReactNode }) {
  if (of.value !== undefined) return <>{children(of.value)}</>
  if (of.refusal?.status === 404) return <NotFound />
  if (of.refusal) return <Refused refusal={of.refusal} again={of.again} />
  return <Skeleton />
}
