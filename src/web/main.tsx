import { z } from 'zod'
import { createRoot } from 'react-dom/client'
import 'virtual:tokens.css'
import './app.css'
import { watchActivity } from './activity.ts'
import { App } from './app.tsx'
import { readBoot } from './session.ts'
import { giveStylesTheirNonce, styleNonce } from './style-nonce.ts'
import { speak } from './words.ts'

// The compiled parsers of zod need `new Function`, which our Content-Security-Policy forbids (stack.md).
z.config({ jitless: true })

giveStylesTheirNonce(styleNonce())
watchActivity()
const boot = readBoot()
document.documentElement.dataset.mode = boot.mode
const root = document.getElementById('root')
if (root) void speak(boot.lang).finally(() => createRoot(root).render(<App boot={boot} />))

// A page kept open over an update asks for chunks that are gone: load it anew, once.
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('reloaded') ?? 0)
  if (Date.now() - last < 60_000) return
  event.preventDefault()
  sessionStorage.setItem('reloaded', String(Date.now()))
  location.reload()
})
