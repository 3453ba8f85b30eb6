import { createContext, useContext } from 'react'
import type { Actor } from '../kernel/actor.ts'
import type { Boot, Mode, Site } from './boot.ts'

/** What the server wrote into the page. */
export function readBoot(): Boot {
  const text = document.getElementById('boot')?.textContent ?? ''
  return JSON.parse(text) as Boot
}

export interface Shell {
  boot: Boot
  mode: Mode
  setMode: (mode: Mode) => void
}

export const ShellContext = createContext<Shell | null>(null)

export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('outside of the shell')
  return shell
}

/** Who is signed in; null on pages for anyone. */
export const useActor = (): Actor | null => useShell().boot.actor
export const useSite = (): Site => useShell().boot.site

/** The sign-in page, with the way back to here. */
export const signInLink = (back = location.pathname + location.search): string => `/sign-in?back=${encodeURIComponent(back)}`
