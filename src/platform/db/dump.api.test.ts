import { Readable, Writable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { openEmptyDatabase, testDatabase } from '../../../checks/database.ts'
import type { Database } from './database.ts'
import { dump } from './dump.ts'
import { load } from './load.ts'

const source = await testDatabase()
const open: Database[] = []
afterAll(() => Promise.all(open.map((database) => database.close())))

async function emptyDatabase(): Promise<Database> {
  const database = await openEmptyDatabase()
  open.push(database)
  return database
}

async function dumped(database: Database): Promise<string> {
  const chunks: Buffer[] = []
  await dump(database, new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  }))
  return Buffer.concat(chunks).toString()
}

await source.pool.query(`
  insert into setting (key, value) values ('dump.null', 'null'), ('dump.text', '"科\\n\\"汇\\""') on conflict do nothing;
  insert into journal (room, subject, seq, event, at)
    select 'dump', '0190a000-0000-7000-8000-000000000000', g, 'written', timestamptz '2026-01-01 00:00:00.123456Z' + g * interval '1 s'
    from generate_series(1, 1203) g`)

test('a dump loads into an empty database, and its dump is the same to the letter', async () => {
  const first = await dumped(source)
  const target = await emptyDatabase()
  expect(await load(target, Readable.from(first))).toBeGreaterThan(1203)
  expect(await dumped(target)).toBe(first)
})

test('constraints and triggers are in force after loading', async () => {
  const target = await emptyDatabase()
  await load(target, Readable.from(await dumped(source)))
  const state = (database: Database) => database.pool.query(`
    select conname, contype, pg_get_constraintdef(oid) as definition from pg_constraint
    where connamespace = 'public'::regnamespace order by conrelid::regclass::text, conname`)
  expect((await state(target)).rows).toEqual((await state(source)).rows)
  const { rows } = await target.pool.query(`select tgname from pg_trigger where not tgisinternal and tgenabled = 'D'`)
  expect(rows).toEqual([])
  await expect(target.pool.query('delete from journal')).rejects.toThrow()
})

test('a dump that was cut short leaves nothing behind', async () => {
  const whole = await dumped(source)
  const target = await emptyDatabase()
  await expect(load(target, Readable.from(whole.slice(0, whole.lastIndexOf('\n', whole.length - 2))))).rejects.toThrow('cut short')
  expect((await target.pool.query('select count(*) as n from journal')).rows).toEqual([{ n: 0 }])
})

test('a database with tables is refused', async () => {
  await expect(load(source, Readable.from(await dumped(source)))).rejects.toThrow('not empty')
})

test('anything else is not a dump', async () => {
  await expect(load(await emptyDatabase(), Readable.from('PK\u0003\u0004'))).rejects.toThrow('not a dump')
  await expect(load(await emptyDatabase(), Readable.from(''))).rejects.toThrow('not a dump')
})

test('a dump of a program that had other migrations is refused', async () => {
  const head = JSON.stringify({ kehui_dump: 1, migrations: [{ name: '9999_future.sql', checksum: 'x' }], sequences: [] })
  await expect(load(await emptyDatabase(), Readable.from(head))).rejects.toThrow('9999_future.sql')
})
