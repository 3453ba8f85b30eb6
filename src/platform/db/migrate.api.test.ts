import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../checks/database.ts'
import { CannotOpen } from './cannot-open.ts'
import { migrate } from './migrate.ts'

const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'kehui-migrations-'))
afterAll(() => rm(folder, { recursive: true }))

const write = (name: string, sql: string) => writeFile(join(folder, name), sql)
const ask = async (text: string) => (await database.pool.query(text)).rows

beforeEach(async () => {
  for (const name of await readdir(folder)) await rm(join(folder, name))
  // The real files of the project are there already: these tests play with a table of seen files of their own.
  await ask('drop table if exists schema_migration, one, two')
})

test('files run in the order of their numbers, once', async () => {
  await write('0002_two.sql', 'alter table one add column more int')
  await write('0001_one.sql', 'create table one (id int); comment on table one is $$; and a semicolon$$;')
  await write('notes.txt', 'not a migration')
  expect(await migrate(database, folder)).toEqual(['0001_one.sql', '0002_two.sql'])
  expect(await migrate(database, folder)).toEqual([])
  expect(await ask('select name, length(checksum) as length, applied_at is not null as dated from schema_migration order by name')).toEqual([
    { name: '0001_one.sql', length: 64, dated: true }, { name: '0002_two.sql', length: 64, dated: true },
  ])
})

test('a file that fails leaves nothing behind, and those before it stay', async () => {
  await write('0001_one.sql', 'create table one (id int)')
  await write('0002_two.sql', 'create table two (id int); insert into two values (1 / 0)')
  await expect(migrate(database, folder)).rejects.toThrow('migration 0002_two.sql failed: division by zero')
  expect(await ask(`select to_regclass('one') is not null as one, to_regclass('two') is null as two`)).toEqual([{ one: true, two: true }])
  await write('0002_two.sql', 'create table two (id int)')
  expect(await migrate(database, folder)).toEqual(['0002_two.sql'])
})

test('a file that was changed after it was applied is refused with a sentence', async () => {
  await write('0001_one.sql', 'create table one (id int)')
  await migrate(database, folder)
  await write('0001_one.sql', 'create table one (id bigint)')
  await write('0002_two.sql', 'create table two (id int)')
  const refused = migrate(database, folder)
  await expect(refused).rejects.toBeInstanceOf(CannotOpen)
  await expect(refused).rejects.toThrow('0001_one.sql was changed after it had been applied')
  expect(await ask(`select to_regclass('two') is null as untouched`)).toEqual([{ untouched: true }])
})

test('line ends of another system are no change', async () => {
  await write('0001_one.sql', 'create table one (\n  id int\n)')
  await migrate(database, folder)
  await write('0001_one.sql', (await readFile(join(folder, '0001_one.sql'), 'utf8')).replaceAll('\n', '\r\n'))
  expect(await migrate(database, folder)).toEqual([])
})

test('a database of a newer program is refused with a sentence', async () => {
  await write('0001_one.sql', 'create table one (id int)')
  await migrate(database, folder)
  await rm(join(folder, '0001_one.sql'))
  await expect(migrate(database, folder)).rejects.toThrow('belongs to a newer version of the program')
})

test('two files with one number are refused', async () => {
  await write('0001_one.sql', 'select 1')
  await write('0001_two.sql', 'select 1')
  await expect(migrate(database, folder)).rejects.toThrow('two migrations have the number 0001')
})

test('programs that start at once migrate once', async () => {
  await write('0001_one.sql', 'create table one (id int)')
  const applied = await Promise.all([1, 2, 3].map(() => migrate(database, folder)))
  expect(applied.flat()).toEqual(['0001_one.sql'])
})
