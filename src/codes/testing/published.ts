import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Beside the project, not in it: values that other suites publish, and the lists as they were handed over. */
const folder = resolve(import.meta.dirname, '../../../../shared')

type PublishedFile = `${'vectors' | 'codes'}/${string}.json`

/**
 * Whether a published file is missing, said aloud: `test.skipIf(absent(file))`. In a clone without the folder these
 * tests are skipped; the properties and the codes typed by hand in the same test file still stand.
 */
export function absent(file: PublishedFile): boolean {
  if (existsSync(resolve(folder, file))) return false
  console.warn(`not run: ${file} does not lie beside this checkout`)
  return true
}

export const published = (file: PublishedFile): unknown => JSON.parse(readFileSync(resolve(folder, file), 'utf8'))
