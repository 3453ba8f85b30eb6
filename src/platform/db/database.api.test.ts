import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../checks/database.ts'

const { db, pool, kind } = await testDatabase()

test('the engine under test is the one that was asked for', () => {
  expect(kind).toBe(process.env.KEHUI_TEST_DB === 'server' ? 'server' : 'embedded')
})

test('values arrive as the program expects them', async () => {
  const { rows } = await sql`
    select 9007199254740991::int8 as int8, array[1, null]::int8[] as int8s, date '2024-01-30' as date,
      array[date '2024-01-30'] as dates, 1.50::numeric as numeric, timestamptz '2024-01-30 10:13:00+08' as time,
      '{"a": [1]}'::jsonb as jsonb, '\\x01'::bytea as bytes, true as yes, array['科', null] as texts`.execute(db)
  expect(rows[0]).toEqual({
    int8: 9007199254740991, int8s: [1, null], date: '2024-01-30', dates: ['2024-01-30'], numeric: '1.50',
    time: new Date('2024-01-30T02:13:00Z'), jsonb: { a: [1] }, bytes: Buffer.from([1]), yes: true, texts: ['科', null],
  })
})

test('an int8 that a number cannot hold is broken, not rounded', async () => {
  await expect(sql`select 9007199254740993::int8`.execute(db)).rejects.toThrow('cannot hold exactly')
})

test('text is UTF-8 and sorts by code point on both engines', async () => {
  const { rows } = await pool.query<{ s: string }>(`select s from unnest(array['b','A','中','a','丙']) s order by s`)
  expect(rows.map(({ s }) => s)).toEqual(['A', 'a', 'b', '丙', '中'])
})

test('a text that comes twice is prepared once and answers with its own values', async () => {
  const ask = async (n: number) => (await sql<{ n: number }>`select ${n}::int + 1 as n`.execute(db)).rows[0]?.n
  expect([await ask(1), await ask(2), await ask(3)]).toEqual([2, 3, 4])
  const { rows } = await pool.query(`select statement from pg_prepared_statements where statement = 'select $1::int + 1 as n'`)
  expect(rows.length).toBeLessThanOrEqual(1)
})
