import { lazy, Suspense, useEffect, useState } from 'react'
import { useRefresh } from '../ask.ts'
import { onSignedOut } from '../client.ts'
import { signInLink, useActor } from '../session.ts'

const SignedOutDialog = lazy(() => import('./signed-out-dialog.tsx').then((m) => ({ default: m.SignedOutDialog })))

/** The session ended in the middle of something: nothing typed is thrown away for it. */
export function SignedOut() {
  const actor = useActor()
  const refresh = useRefresh()
  const [open, setOpen] = useState(false)
  useEffect(() => onSignedOut(() => {
    if (actor) setOpen(true)
    else location.assign(signInLink())
  }), [actor])
  const goOn = () => {
    setOpen(false)
    refresh()
  }
  return open ? <Suspense><SignedOutDialog goOn={goOn} /></Suspense> : null
}
