import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildTemplate, removeTemplate, type TownTemplate } from './town.ts'

declare module 'vitest' {
  interface ProvidedContext {
    town: TownTemplate
  }
}

const root = join(import.meta.dirname, '../..')

/** Vitest's set-up of the stories: the browser's part is built if it is not up to date, and the demo town once. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await build()
  const town = await buildTemplate(process.env.KEHUI_TEST_PG_URL)
  project.provide('town', town)
  return () => removeTemplate(town)
}

const build = (): Promise<void> => new Promise((resolve, reject) => {
  spawn(process.execPath, [join(root, 'bin/build-web.cjs')], { cwd: root, stdio: 'inherit' })
    .once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the browser part could not be built: ${code}`))))
})
