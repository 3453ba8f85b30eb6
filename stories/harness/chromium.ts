import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/** Quiet and the same everywhere: nothing is asked of the network, nothing is drawn by a graphics card. */
const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--font-render-hinting=none',
]

/** The system's Chromium; `KEHUI_CHROMIUM` names another one. */
function executable(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const found = process.env.KEHUI_CHROMIUM ?? (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync)
  if (!found) throw new Error('there is no Chromium on this machine: `npm test` installs one, or set KEHUI_CHROMIUM')
  return found
}

export const openChromium = (): Promise<Browser> => chromium.launch({ executablePath: executable(), args: flags })
