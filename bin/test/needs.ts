import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { postgresBinaries } from '../../checks/harness/binaries.ts'
import { installPackages } from './debian.ts'
import type { Need } from './part.ts'

const onPath = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

interface Supply {
  isThere(): boolean
  packages: readonly string[]
  /** What to say where it cannot be had. */
  missing: string
}

const supplies: Readonly<Record<Need, Supply>> = {
  server: {
    isThere: () => postgresBinaries() !== null,
    packages: ['postgresql-15'],
    missing:
      '没有 PostgreSQL（15 或更高版本），也无权安装。 There is no PostgreSQL 15 or newer, and this account may not install one: ' +
      'as root, `apt-get install postgresql-15`; or set KEHUI_POSTGRES_BIN; or KEHUI_SKIP=server to leave these parts out.',
  },
  browser: {
    isThere: () => (Boolean(process.env.KEHUI_CHROMIUM) || onPath('chromium')) && hasChineseFont(),
    packages: ['chromium', 'fonts-noto-cjk'],
    missing:
      '没有 Chromium 或中文字体，也无权安装。 There is no Chromium with Chinese fonts, and this account may not install it: ' +
      'as root, `apt-get install chromium fonts-noto-cjk`; or KEHUI_SKIP=stories to leave the stories out.',
  },
}

function hasChineseFont(): boolean {
  if (!onPath('fc-list')) return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

/** Brings what the chosen parts need; gives a sentence for each need that stays open. */
export async function supply(needs: ReadonlySet<Need>, signal: AbortSignal): Promise<ReadonlyMap<Need, string>> {
  const open = () => [...needs].filter((need) => !supplies[need].isThere())
  const packages = open().flatMap((need) => supplies[need].packages)
  if (packages.length > 0) await installPackages(packages, signal)
  return new Map(open().map((need) => [need, supplies[need].missing]))
}

const skips: Readonly<Record<string, Need>> = { server: 'server', stories: 'browser' }

/** `KEHUI_SKIP=server,stories`: what may be left out without failing; null, and a sentence, for any other word. */
export function skipped(): ReadonlySet<Need> | null {
  const words = (process.env.KEHUI_SKIP ?? '').split(/[\s,]+/).filter(Boolean)
  const unknown = words.find((word) => !Object.hasOwn(skips, word))
  if (unknown === undefined) return new Set(words.flatMap((word) => skips[word] ?? []))
  console.error(`KEHUI_SKIP 只认识 server 和 stories，不认识 ${unknown}。\nKEHUI_SKIP knows server and stories, not ${unknown}.`)
  return null
}
