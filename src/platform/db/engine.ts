import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PGliteOptions } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'

/** PostgreSQL's major version in the embedded engine; a data folder of another one cannot be read. */
export const embeddedMajor = '18'

/** What every embedded database shares; log segments of 1 MB make a fresh folder 15 MB smaller. */
export const engineOptions = {
  extensions: { btree_gist },
  initDbStartParams: ['--wal-segsize=1'],
} satisfies PGliteOptions

/** Version of the installed engine. */
export function engineVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as { version: string }
  return version
}
