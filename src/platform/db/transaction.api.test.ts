import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../checks/database.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from './database.ts'
import { transact } from './transaction.ts'

const { db } = await testDatabase()

beforeEach(async () => {
  await sql`create table shelf (id int constraint one_book_per_place primary key)`.execute(db)
  await sql`create table book (
    place int constraint place_exists references shelf (id) deferrable initially deferred,
    pages int constraint books_have_pages check (pages > 0), during int4range,
    constraint one_reader_at_a_time exclude using gist (place with =, during with &&))`.execute(db)
})
afterEach(() => sql`drop table book, shelf`.execute(db))

const put = (tx: Tx, id: number) => sql`insert into shelf values (${id})`.execute(tx)
const onShelf = async () => (await sql<{ n: number }>`select count(*) as n from shelf`.execute(db)).rows[0]?.n

describe('a transaction', () => {
  test('keeps the work and gives its answer', async () => {
    expect(await transact(db, {}, async (tx) => (await put(tx, 1), 'done'))).toBe('done')
    expect(await onShelf()).toBe(1)
  })

  test('is rolled back by a refusal, which is given on', async () => {
    const refusal = refuse('full')
    expect(await transact(db, {}, async (tx) => (await put(tx, 1), refusal))).toBe(refusal)
    expect(await onShelf()).toBe(0)
  })

  test('is rolled back by an exception, which is thrown on', async () => {
    const broken = new Error('broken')
    await expect(transact(db, {}, async (tx) => {
      await put(tx, 1)
      throw broken
    })).rejects.toBe(broken)
    expect(await onShelf()).toBe(0)
  })
})

describe('a constraint', () => {
  const words = {
    one_book_per_place: { code: 'shelf.taken', field: 'id' },
    place_exists: { code: 'shelf.unknown' },
    books_have_pages: { code: 'book.empty', field: 'pages', status: 400 },
    one_reader_at_a_time: { code: 'book.read' },
  }
  const attempt = (statement: string) => transact(db, words, async (tx) => {
    await put(tx, 1)
    await sql.raw(statement).execute(tx)
  })

  test('of uniqueness stands beside its field, 409', async () => {
    expect(await attempt('insert into shelf values (1)')).toMatchObject({
      code: 'input.invalid', status: 409, fields: { id: { code: 'shelf.taken' } },
    })
  })

  test('that the commit finds is a refusal as well, 422', async () => {
    expect(await attempt('insert into book values (7, 1)')).toMatchObject({ code: 'shelf.unknown', status: 422, fields: {} })
  })

  test('of a check has the status that its words give', async () => {
    expect(await attempt('insert into book values (1, 0)')).toMatchObject({ status: 400, fields: { pages: { code: 'book.empty' } } })
  })

  test('of exclusion is a refusal, 409', async () => {
    const overlapping = `insert into book values (1, 1, '[1,5)'), (1, 1, '[4,9)')`
    expect(await attempt(overlapping)).toMatchObject({ code: 'book.read', status: 409 })
  })

  test('without words is broken, and its name goes no further than the exception', async () => {
    await expect(transact(db, {}, (tx) => sql`insert into shelf values (1), (1)`.execute(tx))).rejects.toMatchObject({
      constraint: 'one_book_per_place',
    })
  })

  test('called like a property of every object is not taken for a word', async () => {
    await sql`alter table shelf add constraint "toString" check (id < 100)`.execute(db)
    await expect(transact(db, words, (tx) => put(tx, 200))).rejects.toMatchObject({ constraint: 'toString' })
  })
})

describe('deeds that met', () => {
  const fail = (tx: Tx, code: string) => sql.raw(`do $$ begin raise exception 'met' using errcode = '${code}'; end $$`).execute(tx)

  test.each(['40001', '40P01'])('are tried again (%s), and the answer is that of the last try', async (code) => {
    let tries = 0
    const answer = await transact(db, {}, async (tx) => {
      await put(tx, ++tries)
      if (tries < 3) await fail(tx, code)
      return tries
    })
    expect(answer).toBe(3)
    expect(await onShelf()).toBe(1)
  })

  test('are given up after three more tries', async () => {
    let tries = 0
    await expect(transact(db, {}, (tx) => (tries++, fail(tx, '40001')))).rejects.toMatchObject({ code: '40001' })
    expect(tries).toBe(4)
  })
})

describe('the database beside an open transaction', () => {
  const beside = 'beside the open transaction'

  test('refuses a query', async () => {
    await expect(transact(db, {}, () => put(db, 1))).rejects.toThrow(beside)
  })

  test('refuses a second transaction', async () => {
    await expect(transact(db, {}, () => transact(db, {}, (tx) => put(tx, 1)))).rejects.toThrow(beside)
  })

  test('may be asked by what the work left running, once it is over', async () => {
    let later: Promise<unknown> = Promise.resolve()
    let release = () => {}
    const over = new Promise<void>((resolve) => (release = resolve))
    await transact(db, {}, async () => void (later = over.then(() => put(db, 1))))
    release()
    await later
    expect(await onShelf()).toBe(1)
  })

  test('is open to others meanwhile, who wait for their turn', async () => {
    const both = await Promise.all([1, 2, 3, 4].map((id) => transact(db, {}, async (tx) => (await put(tx, id), id))))
    expect(both).toEqual([1, 2, 3, 4])
  })
})

test('a plan that a migration made stale is made anew, and the deed is done', async () => {
  const read = (tx: Tx) => sql`select * from shelf where id < ${9}`.execute(tx)
  for (const id of [1, 2, 3]) await transact(db, {}, async (tx) => (await put(tx, id), read(tx)))
  await sql`alter table shelf add column label text`.execute(db)
  const { rows } = (await transact(db, {}, read)) as Awaited<ReturnType<typeof read>>
  expect(rows).toContainEqual({ id: 1, label: null })
})
