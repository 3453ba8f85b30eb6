import { lazy, Suspense } from 'react'

const WaitingCount = lazy(() => import('./waiting-count.tsx'))

/** The count comes after the page: the contract is no part of what everybody loads first. */
export const Counted = () => <Suspense fallback={null}><WaitingCount /></Suspense>
