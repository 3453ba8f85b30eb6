import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { constraintWordsOf, rooms } from '../../src/modules.ts'
import { closeMandate, insertMandate } from '../../src/modules/accounts/store/mandates.ts'
import { replaceAnswers } from '../../src/modules/accounts/store/accounts.ts'
import { record, thePlatform } from '../../src/platform/journal.ts'
import { transact } from '../../src/platform/db/transaction.ts'
import { makeKeyring } from '../../src/platform/seal/keyring.ts'
import { testDatabase } from '../database.ts'
import { eight, through } from './eight.ts'

/**
 * Rules that the program also keeps by asking first or by locking. Here nobody asks: whatever a later verb forgets, the
 * database holds it, under the name of the rule. `npm run proof:constraints` drops each and wants one of these to miss it.
 */
const { db } = await testDatabase()
const keyring = makeKeyring([{ id: 'test', secret: Buffer.alloc(32, 7) }], 'aes')
const words = constraintWordsOf(rooms)
const at = new Date('2026-01-05T01:00:00Z')

async function account(): Promise<string> {
  const id = newId()
  await sql`insert into account (id, user_name, display_name, password_hash) values (${id}, ${`zuihou_${id}`}, '周衡', 'x')`.execute(db)
  return id
}

describe('the journal', () => {
  test('I5 eight events of one step at once: one stands, the others are overtaken', async () => {
    const subject = newId()
    const said = await Promise.all(Array.from({ length: 8 }, (_, i) => transact(db, words, async (tx) => {
      await record(tx, keyring, thePlatform, { room: 'race', subject, seq: 1, event: `event_${i}`, private: { i } })
      return 'done'
    })))
    expect(said.filter((one) => one === 'done')).toHaveLength(1)
    for (const one of said) if (isRefusal(one)) expect(one).toMatchObject({ code: 'overtaken', status: 409 })
    expect(await db.selectFrom('journal').select('event').where('subject', '=', subject).execute()).toHaveLength(1)
  })

  test('I24 an event has one private part', async () => {
    const subject = newId()
    await transact(db, words, (tx) => record(tx, keyring, thePlatform, { room: 'race', subject, seq: 1, event: 'begun' }))
    const part = () => sql`insert into journal_private (id, room, subject, seq, sealed) values (${newId()}, 'race', ${subject}, 1, 'x')`.execute(db)
    expect(through(await eight(part), 'one_private_part_per_event')).toBe(1)
  })

  test('I19 is not rewritten, shortened or emptied, not even by the owner of the table', async () => {
    const subject = newId()
    await transact(db, words, (tx) => record(tx, keyring, thePlatform, { room: 'race', subject, seq: 1, event: 'begun' }))
    for (const attempt of [sql`update journal set event = 'x'`, sql`delete from journal where subject = ${subject}`, sql`truncate journal cascade`]) {
      await expect(attempt.execute(db)).rejects.toMatchObject({ code: 'KH001' })
    }
    expect(await db.selectFrom('journal').select('event').where('subject', '=', subject).execute()).toEqual([{ event: 'begun' }])
  })
})

describe('accounts', () => {
  test('I21 eight administrators end at once, without asking for the others: one stays', async () => {
    const admins = await Promise.all(Array.from({ length: 8 }, account))
    for (const accountId of admins) await insertMandate(db, { id: newId(), accountId, post: 'platform_admin', scopeId: null, grantedBy: null, from: at })
    const end = (i: number): Promise<unknown> => db.transaction().execute((tx): Promise<unknown> =>
      i % 2 ? closeMandate(tx, { accountId: admins[i] ?? '', post: 'platform_admin', scopeId: null, endedBy: null, at: new Date() })
        : sql`delete from mandate where account_id = ${admins[i]}`.execute(tx))
    expect(through(await eight(end), 'a_platform_keeps_an_administrator')).toBe(7)
    const { rows } = await sql`select from mandate where post = 'platform_admin' and upper_inf(during)`.execute(db)
    expect(rows).toHaveLength(1)
  })

  test('S1-42 the three questions of an account differ', async () => {
    const id = await account()
    await replaceAnswers(db, id, [{ question: 'a', answerHash: 'x' }], new Date())
    const ask = (i: number) => sql`insert into security_answer (account_id, place, question, answer_hash) values (${id}, ${2 + (i % 2)}, 'b', 'x')`.execute(db)
    const outcomes = await eight(ask)
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  })

  test('a token opens one session', async () => {
    const id = await account()
    const begin = () => sql`insert into session (id, token_digest, account_id, stage, expires_at) values (${newId()}, 'one digest', ${id}, 'full', now())`.execute(db)
    expect(through(await eight(begin), 'session_token_digest_key')).toBe(1)
  })
})

describe('portal', () => {
  test('S1-16 eight agreements come into force at once: one does; a number is given once', async () => {
    const put = (number: number, state: string) => sql`
      insert into agreement (id, number, title, title_en, body, body_en, state) values (${newId()}, ${number}, '协议', 'Agreement', '正文', 'Text', ${state})`.execute(db)
    expect(through(await eight((i) => put(900 + i, 'in_force')), 'one_agreement_in_force')).toBe(1)
    expect(through(await eight(() => put(950, 'draft')), 'agreement_number_key')).toBe(1)
  })
})

describe('units', () => {
  const register = async (accountId: string, desk: string | null = null): Promise<string> => {
    const id = newId()
    await sql`
      insert into unit_registration (id, account_id, desk_id, state, contact_name, contact_mail, contact_phone, contact_phone_blind, contact_phone_last4_blind, expires_at)
      values (${id}, ${accountId}, ${desk}, 'draft', '周衡', 'x', 'x', 'x', 'x', now())`.execute(db)
    return id
  }
  const authority = async (): Promise<string> => {
    const id = newId()
    await sql`insert into authority (id, kind, name) values (${id}, 'bureau', '末言科技局（演示）') on conflict do nothing`.execute(db)
    const { rows } = await sql<{ id: string }>`select id from authority where kind = 'bureau'`.execute(db)
    return rows[0]?.id ?? id
  }

  test('S1-33 an account registers one unit at a time', async () => {
    const id = await account()
    expect(through(await eight(() => register(id)), 'one_open_registration_per_account')).toBe(1)
  })

  test('S1-43 a registration shows its own licence, never the scan of another one', async () => {
    const [own, other] = [await register(await account()), await register(await account())]
    const scan = newId()
    await sql`insert into licence_scan (id, registration_id, kind, bytes, sha256, file_key, name) values (${scan}, ${own}, 'pdf', 1, 'x', 'x', '执照.pdf')`.execute(db)
    await sql`update unit_registration set licence_id = ${scan} where id = ${own}`.execute(db)
    await expect(sql`update unit_registration set licence_id = ${scan} where id = ${other}`.execute(db)).rejects.toMatchObject({ constraint: 'the_licence_is_its_own' })
  })

  test('D22 eight rows that come to a desk at once are counted, whoever writes them', async () => {
    const desk = await authority()
    const people = await Promise.all(Array.from({ length: 8 }, account))
    await Promise.all(people.map((accountId) => register(accountId, desk)))
    expect(await db.selectFrom('unit_registration_total').select('n').where('desk_id', '=', desk).execute()).toEqual([{ n: 8 }])
  })

  test('E03 a unit has one name at a time, also in the past', async () => {
    const unit = newId()
    await sql`
      insert into unit (id, status, name, name_key, name_skeleton, credit_code, credit_code_by_hand, legal_nature, legal_type, legal_representative,
        authority_id, registered_district, registered_address, located_district, located_address)
      values (${unit}, 'active', '甲', '甲', '甲', 'x', true, '1', '11', '周衡', ${await authority()}, '120101', '1', '120101', '1')`.execute(db)
    const called = (from: string, to: string | null) => sql`
      insert into unit_name (id, unit_id, name, during) values (${newId()}, ${unit}, '甲', tstzrange(${from}, ${to}))`.execute(db)
    const past = await eight((i) => called(`2020-0${i + 1}-01`, '2021-01-01'))
    expect(through(past, 'one_name_of_a_unit_at_a_time')).toBe(1)
    const present = await eight((i) => called(`2022-0${i + 1}-01`, null))
    expect(present.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  })
})
