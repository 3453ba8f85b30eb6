import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { queryClient } from './ask.ts'
import type { Boot, Mode } from './boot.ts'
import { antLocale } from './locale.ts'
import { prefer } from './preferences.ts'
import { makeRouter } from './router.tsx'
import { ShellContext } from './session.ts'
import { styleNonce } from './style-nonce.ts'
import { themeOf } from './theme.ts'
import { useLang } from './words.ts'

const darkQuery = matchMedia('(prefers-color-scheme: dark)')
const useDark = () => useSyncExternalStore((listen) => {
  darkQuery.addEventListener('change', listen)
  return () => darkQuery.removeEventListener('change', listen)
}, () => darkQuery.matches)

/** The application: theme, language, session, routes. */
export function App({ boot }: { boot: Boot }) {
  const [mode, setMode] = useState<Mode>(boot.mode)
  const lang = useLang()
  const isDark = useDark()
  const router = useMemo(() => makeRouter(boot.actor), [boot])
  useEffect(() => {
    document.documentElement.dataset.mode = mode
  }, [mode])
  const shell = useMemo(() => ({
    boot, mode,
    setMode: (next: Mode) => {
      setMode(next)
      void prefer({ mode: next })
    },
  }), [boot, mode])
  const antTheme = useMemo(() => themeOf(mode, isDark), [mode, isDark])
  const nonce = useMemo(() => styleNonce(), [])
  return (
    // Without `:where`, and without logical properties: older Chromium forks (双核浏览器) know neither.
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider theme={antTheme} locale={antLocale(lang)} csp={{ nonce }} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
          <QueryClientProvider client={queryClient}>
            <ShellContext value={shell}>
              <RouterProvider router={router} />
            </ShellContext>
          </QueryClientProvider>
      </ConfigProvider>
    </StyleProvider>
  )
}
