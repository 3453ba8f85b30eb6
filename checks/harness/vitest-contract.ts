import { embeddedTemplate } from './template.ts'
import { setup as setupServer } from './vitest-server.ts'

/** Vitest's set-up of the contract tests: the engine of `KEHUI_TEST_DB` is ready before the first file asks for it. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.KEHUI_TEST_DB === 'server') return setupServer()
  await embeddedTemplate('migrated')
  return undefined
}
