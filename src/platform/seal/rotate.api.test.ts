import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../checks/database.ts'
import { newId } from '../../kernel/ids.ts'
import { makeKeyring, type Key } from './keyring.ts'
import { rotate, staleValues, type SealedColumn } from './rotate.ts'

const { db } = await testDatabase()
const key = (id: string, byte: number): Key => ({ id, secret: Buffer.alloc(32, byte) })
const [first, second] = [key('first', 1), key('second', 2)]
const old = makeKeyring([first], 'aes')
const both = makeKeyring([second, first], 'aes')
const onlyNew = makeKeyring([second], 'aes')

const columns: SealedColumn[] = [
  {
    table: 'sealed_sample', key: 'id', column: 'phone', context: 'sealed_sample.phone',
    blind: [
      { column: 'phone_blind', of: (plain) => plain, context: 'phone' },
      { column: 'phone_last4', of: (plain) => (plain.length < 4 ? null : plain.slice(-4)), context: 'phone.last4' },
    ],
  },
  { table: 'sealed_sample', key: 'id', column: 'account', context: 'sealed_sample.account' },
]

await sql`
  create table sealed_sample (
    id uuid primary key, phone text, phone_blind text constraint one_row_per_phone unique, phone_last4 text, account text)`.execute(db)

const phone = (n: number) => `+86139${String(n).padStart(8, '0')}`
async function fill(count: number, ring = old) {
  await sql`truncate sealed_sample`.execute(db)
  const rows = Array.from({ length: count }, (_, n) => sql`(
    ${newId()}::uuid, ${ring.seal(phone(n), 'sealed_sample.phone')}, ${ring.blind(phone(n), 'phone')},
    ${ring.blind(phone(n).slice(-4), 'phone.last4')}, ${n % 3 ? ring.seal(`account ${n}`, 'sealed_sample.account') : null})`)
  for (let at = 0; at < count; at += 400) {
    await sql`insert into sealed_sample values ${sql.join(rows.slice(at, at + 400))}`.execute(db)
  }
}
const all = async () => {
  const { rows } = await sql<{ phone: string; phone_blind: string; phone_last4: string; account: string | null }>`
    select phone, phone_blind, phone_last4, account from sealed_sample`.execute(db)
  return rows
}

beforeEach(() => fill(1300))

test('after a rotation the new key alone opens and finds everything; the old one may go', async () => {
  expect(await staleValues(db, both, columns)).toEqual({ sealed: 1300 + 866, blind: 2600 })
  const said: string[] = []
  const done = await rotate(db, both, columns, (line) => said.push(line))
  expect(done).toEqual([
    { column: 'sealed_sample.phone', resealed: 1300, reblinded: 2600 },
    { column: 'sealed_sample.account', resealed: 866, reblinded: 0 },
  ])
  expect(said.length).toBeGreaterThan(3)
  expect(await staleValues(db, both, columns)).toEqual({ sealed: 0, blind: 0 })
  const rows = await all()
  const phones = rows.map((row) => onlyNew.open(row.phone, 'sealed_sample.phone'))
  expect(new Set(phones)).toEqual(new Set(Array.from({ length: 1300 }, (_, n) => phone(n))))
  for (const [n, row] of rows.entries()) {
    expect(row.phone_blind).toBe(onlyNew.blind(phones[n]!, 'phone'))
    expect(row.phone_last4).toBe(onlyNew.blind(phones[n]!.slice(-4), 'phone.last4'))
  }
  const accounts = rows.flatMap((row) => row.account ?? []).map((one) => onlyNew.open(one, 'sealed_sample.account'))
  expect(new Set(accounts).size).toBe(866)
})

test('broken off and started again, it goes on where it was, and a second run has nothing to do', async () => {
  let batches = 0
  await expect(rotate(db, both, columns, () => {
    if (++batches === 3) throw new Error('power cut')
  })).rejects.toThrow('power cut')
  const { sealed, blind } = await staleValues(db, both, columns)
  expect(sealed).toBeGreaterThan(0)
  expect(sealed).toBeLessThan(2166)
  expect(blind).toBe(0)
  const [phones, accounts] = await rotate(db, both, columns)
  expect(phones!.resealed + accounts!.resealed).toBe(sealed)
  expect(await rotate(db, both, columns)).toEqual([
    { column: 'sealed_sample.phone', resealed: 0, reblinded: 0 }, { column: 'sealed_sample.account', resealed: 0, reblinded: 0 },
  ])
})

test('a change of the cipher is a rotation as well', async () => {
  const national = makeKeyring([first], 'sm')
  await rotate(db, national, columns)
  expect(await staleValues(db, national, columns)).toEqual({ sealed: 0, blind: 0 })
  for (const row of await all()) {
    expect(row.phone).toMatch(/^v1\.sm\.first\./)
    expect(row.phone_blind).toBe(national.blind(old.open(row.phone, 'sealed_sample.phone'), 'phone'))
  }
})

test('a value that does not open stops it with the row\'s name and leaves what was as it was', async () => {
  await sql`update sealed_sample set phone = overlay(phone placing 'AAAA' from 20) where id = (select id from sealed_sample limit 1)`.execute(db)
  await expect(rotate(db, both, columns)).rejects.toThrow(/sealed_sample\.phone: altered.*\(id [0-9a-f-]{36}\)/)
  await expect(rotate(db, onlyNew, columns)).rejects.toThrow(/key first, which is not in the ring/)
  expect(await staleValues(db, both, columns)).toEqual({ sealed: 2166, blind: 2600 })
})
