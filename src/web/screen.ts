import { useSyncExternalStore } from 'react'
import { phone } from './tokens.ts'

const narrow = matchMedia(`(max-width: ${phone}px)`)

/** Whether rows become cards and filters fold. */
export const useIsPhone = (): boolean => useSyncExternalStore((listen) => {
  narrow.addEventListener('change', listen)
  return () => narrow.removeEventListener('change', listen)
}, () => narrow.matches)
