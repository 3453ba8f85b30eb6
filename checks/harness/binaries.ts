import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Folder with `initdb` and `postgres`: the oldest that is new enough, as production may run it; null if there is none. */
export function postgresBinaries(): string | null {
  const told = process.env.KEHUI_POSTGRES_BIN
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).filter((v) => Number(v) >= 15) : []
  const folders = [
    ...(told ? [told] : []),
    ...versions.sort((a, b) => Number(a) - Number(b)).map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
}
