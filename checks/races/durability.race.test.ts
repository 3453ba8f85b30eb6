import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { serverDatabase } from '../database.ts'
import { proveKill } from '../durability/prove.ts'
import { startPostgres } from '../harness/postgres.ts'

const folder = await mkdtemp(join(tmpdir(), 'kehui-kill-'))
afterAll(() => rm(folder, { recursive: true }))

// `npm run proof:kill` does the same for longer.
test('kill -9 in the middle of writes loses no acknowledged row: embedded database', { timeout: 120_000 }, async () => {
  expect((await proveKill({ dataDir: join(folder, 'db') }, 5)).acknowledged).toBeGreaterThan(0)
})

test('kill -9 in the middle of writes loses no acknowledged row: PostgreSQL', async () => {
  const { url, drop } = await serverDatabase()
  expect((await proveKill({ url }, 3)).acknowledged).toBeGreaterThan(0)
  await drop()
})

test('the death of a server process loses no acknowledged row', async () => {
  const server = await startPostgres({ durable: true })
  try {
    expect((await proveKill({ url: server.url }, 2, 'backend')).acknowledged).toBeGreaterThan(0)
  } finally {
    await server.stop()
  }
})
