import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer } from '../../../checks/server.ts'
import { transact } from '../db/transaction.ts'
import { makeServer } from './server.ts'

const { tools } = await testServer()
const app = await makeServer({ rooms: [], tools, signedOf: async () => null, siteOf: () => Promise.reject(new Error('not asked here')), health: async () => ({}) })
const shelved = (n: string) => sql`insert into a_shelf (place) values (${n})`

beforeAll(async () => {
  await sql`create table a_shelf (place int)`.execute(tools.db)
  const config = { guard: 'anyone' as const }
  app.get<{ Params: { n: string } }>('/read/:n', { config }, async ({ params }) => (await sql`select 1 from a_shelf where place = ${params.n}`.execute(tools.db)).rows)
  app.get<{ Params: { n: string } }>('/write/:n', { config }, ({ params }) => transact(tools.db, {}, async (tx) => {
    await shelved('1').execute(tx)
    await shelved(params.n).execute(tx)
    return { done: true }
  }))
})
afterAll(() => app.close())

const broken = () => app.inject({ url: '/read/one' })

test.each(['read', 'write'])('a number that no column holds is refused with a sentence: %s', async (deed) => {
  for (const n of ['2147483648', '-2147483649', '1000000000000000']) {
    const answer = await app.inject({ url: `/${deed}/${n}`, headers: { cookie: 'lang=en' } })
    expect([answer.statusCode, answer.json()], n).toMatchObject([422, { code: 'number_out_of_range', detail: 'A number that was sent is too large or too small. Please check it and send it again.' }])
  }
  expect((await sql`select 1 from a_shelf`.execute(tools.db)).rows).toEqual([])
  expect((await app.inject({ url: `/${deed}/2147483647` })).statusCode).toBe(200)
  await sql`delete from a_shelf`.execute(tools.db)
})

test('what is no number at all was let through by a program that is broken', async () => expect((await broken()).statusCode).toBe(500))
