import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs, { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { CannotOpen } from '../../src/platform/db/cannot-open.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { dump } from '../../src/platform/db/dump.ts'
import { embeddedMajor } from '../../src/platform/db/engine.ts'
import { load } from '../../src/platform/db/load.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { serverDatabase } from '../database.ts'

const folder = await mkdtemp(join(tmpdir(), 'kehui-embedded-'))
afterAll(() => rm(folder, { recursive: true }))
const fresh = (name: string) => join(folder, name)

test('every commit is flushed to the disk before it is acknowledged', async () => {
  const database = await openDatabase({ dataDir: fresh('flushed') })
  await database.pool.query('create table t (n int)')
  const real = fs.fsyncSync
  let flushes = 0
  fs.fsyncSync = (file) => {
    flushes++
    real(file)
  }
  syncBuiltinESMExports()
  try {
    for (let n = 1; n <= 50; n++) {
      await database.pool.query('insert into t values ($1)', [n])
      expect(flushes).toBeGreaterThanOrEqual(n)
    }
  } finally {
    fs.fsyncSync = real
    syncBuiltinESMExports()
    await database.close()
  }
})

test('a data folder in use is refused with a sentence, by whatever path it is called', async () => {
  const dataDir = fresh('used')
  const database = await openDatabase({ dataDir })
  await symlink(dataDir, fresh('alias'))
  for (const path of [dataDir, fresh('alias')]) {
    const second = openDatabase({ dataDir: path })
    await expect(second).rejects.toBeInstanceOf(CannotOpen)
    await expect(second).rejects.toThrow(`The data folder ${dataDir} is in use by another process`)
  }
  await database.close()
  await (await openDatabase({ dataDir: fresh('alias') })).close()
})

test('of many processes that open one folder at once, one gets it and the others a sentence', async () => {
  const program = `
    const { openDatabase } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/platform/db/database.ts'))})
    try { await openDatabase({ dataDir: process.argv[1] }); console.log('open'); setInterval(() => {}, 1000) }
    catch (error) { console.log(error.name); process.exit(0) }`
  const processes = [1, 2, 3, 4].map(() =>
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program, fresh('wanted')], { stdio: ['ignore', 'pipe', 'inherit'] }))
  const answers = await Promise.all(processes.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()))
  expect(answers.sort()).toEqual(['CannotOpen', 'CannotOpen', 'CannotOpen', 'open'])
  // The one that holds it is killed: nothing of its lock stays.
  await Promise.all(processes.map(async (one) => {
    if (one.exitCode !== null) return
    const ended = once(one, 'exit')
    one.kill('SIGKILL')
    await ended
  }))
  await (await openDatabase({ dataDir: fresh('wanted') })).close()
})

test('a first start that was broken off is begun anew', async () => {
  const dataDir = fresh('broken-off')
  await mkdir(`${dataDir}.half/base`, { recursive: true })
  await writeFile(`${dataDir}.half/base/rubbish`, '')
  await mkdir(dataDir)
  await (await openDatabase({ dataDir })).close()
  expect(existsSync(join(dataDir, 'PG_VERSION'))).toBe(true)
  expect(existsSync(`${dataDir}.half`)).toBe(false)
  expect(await readdir(join(dataDir, 'base'))).not.toContain('rubbish')
})

test('a folder with files that are not a database is left alone, with a sentence', async () => {
  const dataDir = fresh('strange')
  await mkdir(dataDir)
  await writeFile(join(dataDir, 'thesis.docx'), 'years of work')
  await expect(openDatabase({ dataDir })).rejects.toThrow('is not a data folder')
  expect(await readFile(join(dataDir, 'thesis.docx'), 'utf8')).toBe('years of work')
})

test('a folder of another major version is refused, with the way out', async () => {
  const dataDir = fresh('other-version')
  await (await openDatabase({ dataDir })).close()
  expect((await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim()).toBe(embeddedMajor)
  await writeFile(join(dataDir, 'PG_VERSION'), '17\n')
  await expect(openDatabase({ dataDir })).rejects.toThrow(`was written by PostgreSQL 17, this program embeds ${embeddedMajor}`)
})

test('what was written is there after closing and opening', async () => {
  const dataDir = fresh('again')
  const first = await openDatabase({ dataDir })
  await first.pool.query(`create table t as select g from generate_series(1, 1000) g`)
  await first.close()
  const second = await openDatabase({ dataDir })
  expect((await second.pool.query('select count(*) as n from t')).rows).toEqual([{ n: 1000 }])
  await second.close()
})

test('what began on the embedded database moves to a server', async () => {
  const embedded = await openDatabase({ dataDir: fresh('moving') })
  const { url, drop } = await serverDatabase('template0')
  const server = await openDatabase({ url })
  try {
    await migrate(embedded)
    await embedded.pool.query(`insert into setting (key, value) values ('portal.moved', '{"zh": "迁移", "of": [1, null]}')`)
    const between = new PassThrough()
    const [sent, arrived] = await Promise.all([dump(embedded, between), load(server, between)])
    expect(arrived).toBe(sent)
    const { rows } = await server.pool.query(`select value from setting where key = 'portal.moved'`)
    expect(rows).toEqual([{ value: { zh: '迁移', of: [1, null] } }])
  } finally {
    await Promise.all([embedded.close(), server.close()])
    await drop()
  }
})
