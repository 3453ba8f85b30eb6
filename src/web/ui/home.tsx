import { Navigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { signInLink, useActor } from '../session.ts'
import { menuOf } from './app-layout.tsx'
import { NotFound } from './not-found.tsx'
import { Skeleton } from './skeleton.tsx'

/** `/app/` itself: the first thing on this person's menu. */
export function HomeRedirect() {
  const actor = useActor()
  const first = menuOf(actor)[0]
  useEffect(() => {
    if (!actor) location.assign(signInLink())
  }, [actor])
  if (!actor) return <Skeleton />
  return first ? <Navigate to={first.path} replace /> : <NotFound />
}
