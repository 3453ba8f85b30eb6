import { Navigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { landingOf } from '../menu.ts'
import { menuOf } from '../own-menu.ts'
import { signInLink, useActor, useSite } from '../session.ts'
import { NotFound } from './not-found.tsx'
import { Skeleton } from './skeleton.tsx'

/** `/app/` itself: where this person begins. */
export function HomeRedirect() {
  const actor = useActor()
  const first = landingOf(menuOf(actor), useSite().profile)
  useEffect(() => {
    if (!actor) location.assign(signInLink())
  }, [actor])
  if (!actor) return <Skeleton />
  return first ? <Navigate to={first} replace /> : <NotFound />
}
