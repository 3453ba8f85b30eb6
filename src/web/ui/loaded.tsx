import type { ReactNode } from 'react'
import type { Asked } from '../ask.ts'
import { NotFound } from './not-found.tsx'
import { Refused } from './refused.tsx'
import { Skeleton } from './skeleton.tsx'

/** What was asked for, or why it is not there (yet): `<Loaded of={registration}>{(r) => ...}</Loaded>`. */
export function Loaded<T>({ of, children }: { of: Asked<T>; children: (value: T) => ReactNode }) {
  if (of.value !== undefined) return <>{children(of.value)}</>
  // A cut or mistyped address: nothing on the page could be corrected, as an ordinary refusal of what was sent would say.
  if (of.refusal?.status === 404 || (of.refusal?.code === 'input.invalid' && Object.keys(of.refusal.fields).every((name) => /id$/i.test(name)))) return <NotFound />
  if (of.refusal) return <Refused refusal={of.refusal} again={of.again} />
  return <Skeleton />
}
