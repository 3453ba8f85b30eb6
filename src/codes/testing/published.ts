import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'vitest'

/** Beside the project, not in it: values that other suites publish, and the lists as they were handed over. */
const folder = resolve(import.meta.dirname, '../../../../shared')

/**
 * A test with a published file. In a clone without the folder it is skipped, visibly; the properties and the codes typed
 * by hand in the same file still stand.
 */
export function published<T>(file: `${'vectors' | 'codes'}/${string}.json`, title: string, run: (data: T) => void): void {
  const path = resolve(folder, file)
  if (existsSync(path)) return test(`${title} (${file})`, () => run(JSON.parse(readFileSync(path, 'utf8'))))
  console.warn(`not run, ${file} is not beside this checkout: ${title}`)
  test.skip(`${title} (${file} is absent)`, () => {})
}
