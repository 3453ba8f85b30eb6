import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serverDatabase } from '../database.ts'
import { proveSubmit } from '../durability/prove-submit.ts'

// `npm run proof:kill` does the same for longer.
test('D19 I9 killed at any moment of a submission: the same key gives one submission and the same receipt, on PostgreSQL', { timeout: 120_000 }, async () => {
  const { url, drop } = await serverDatabase()
  const { nothing, unanswered, answered } = await proveSubmit({ url }, 3)
  expect(nothing + unanswered + answered).toBe(3)
  await drop()
})

test('D19 I9 the same on the embedded database', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kehui-kill-'))
  const { nothing, unanswered, answered } = await proveSubmit({ dataDir: join(folder, 'db') }, 1)
  expect(nothing + unanswered + answered).toBe(1)
  await rm(folder, { recursive: true, force: true })
})
