import { startPostgres } from './postgres.ts'

/** Vitest's set-up of the projects that need a server: the runner's one, or one of our own while the tests run. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.KEHUI_TEST_PG_URL) return undefined
  const server = await startPostgres()
  process.env.KEHUI_TEST_PG_URL = server.url
  return async () => {
    delete process.env.KEHUI_TEST_PG_URL
    await server.stop()
  }
}
