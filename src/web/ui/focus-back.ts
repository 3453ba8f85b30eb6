import { useEffect, useState } from 'react'

/** A dialog that is taken off the page at once gives the focus back to whoever opened it, as antd does after one that closes. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(() => () => {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    })
  }, [opener])
}
