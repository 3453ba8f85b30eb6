import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { pino } from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../database.ts'
import { newId } from '../../src/kernel/ids.ts'
import { translator } from '../../src/kernel/words.ts'
import { transact } from '../../src/platform/db/transaction.ts'
import { makeMetrics } from '../../src/platform/metrics.ts'
import { notify } from '../../src/platform/outbox/notify.ts'
import type { Sender } from '../../src/platform/outbox/sender.ts'
import { makeOutbox } from '../../src/platform/outbox/worker.ts'
import { makeKeyring } from '../../src/platform/seal/keyring.ts'

const { db } = await testDatabase()
const keyring = makeKeyring([{ id: 'test', secret: Buffer.alloc(32, 7) }], 'aes')
const words = translator({ 'units.approved.subject': '{n}', 'units.approved.body': '{n}' }, 'zh')
const accounts = Array.from({ length: 200 }, () => newId())

/** A mail server that takes its time and counts. */
function counter() {
  const sent = new Map<string, number>()
  const sender: Sender = {
    async send({ id }) {
      await sleep(Math.random() * 8)
      sent.set(id, (sent.get(id) ?? 0) + 1)
      return { providerId: `provider-${id}` }
    },
  }
  return { sent, sender }
}

const worker = (mail: Sender) => makeOutbox({
  db, keyring, translate: () => words, publicUrl: 'https://kehui.example', log: pino({ level: 'silent' }),
  metrics: makeMetrics(), senders: { mail, sms: null },
})

beforeEach(async () => {
  await sql`truncate outbox, inbox`.execute(db)
})

test('I18 eight workers at once: each notice is sent once, and once only', async () => {
  await transact(db, {}, async (tx) => {
    for (const [n, accountId] of accounts.entries()) {
      const to = [{ channel: 'inbox', accountId }, { channel: 'mail', address: `p${n}@unit.example`, accountId }] as const
      await notify(tx, keyring, { room: 'units', subject: newId(), seq: 1, template: 'units.approved', params: { n }, lang: 'zh', to })
    }
  })
  const { sent, sender } = counter()
  await Promise.all(Array.from({ length: 8 }, () => worker(sender).drain()))
  // A worker stops where all that is left is in other hands: whoever holds it has finished by now.
  expect([...sent.values()].filter((times) => times !== 1)).toEqual([])
  expect(sent.size).toBe(200)
  const { rows: [counts] } = await sql`
    select count(*) filter (where state = 'sent') as sent, count(*) filter (where attempts <> 1) as again,
      count(*) filter (where provider_id = 'provider-' || id) as noted,
      (select count(*) from inbox) as inbox, (select count(distinct account_id) from inbox) as accounts
    from outbox`.execute(db)
  expect(counts).toEqual({ sent: 400, again: 0, noted: 200, inbox: 200, accounts: 200 })
})

test('I18 one event told by many at once has one notice for each recipient and channel', async () => {
  const subject = newId()
  const tell = () => transact(db, {}, (tx) => notify(tx, keyring, {
    room: 'units', subject, seq: 1, template: 'units.approved', params: { n: 1 }, lang: 'zh',
    to: accounts.slice(0, 20).map((accountId) => ({ channel: 'inbox', accountId })),
  }))
  await Promise.all(Array.from({ length: 16 }, tell))
  const { rows: [counts] } = await sql`select count(*) as n, count(distinct recipient) as recipients from outbox`.execute(db)
  expect(counts).toEqual({ n: 20, recipients: 20 })
})

test('I18 workers that die after sending leave rows that are sent again after their lease, and then no more', async () => {
  await transact(db, {}, async (tx) => {
    for (const [n, accountId] of accounts.slice(0, 40).entries()) {
      await notify(tx, keyring, {
        room: 'units', subject: newId(), seq: 1, template: 'units.approved', params: { n }, lang: 'zh',
        to: [{ channel: 'mail', address: `p${n}@unit.example`, accountId }],
      })
    }
  })
  const { sent, sender } = counter()
  const dying: Sender = {
    async send(message) {
      await sender.send(message)
      return new Promise(() => undefined)
    },
  }
  // Three workers send four mails each and are never heard of again.
  for (let i = 0; i < 3; i++) void worker(dying).drain()
  await expect.poll(() => sent.size).toBe(12)
  await Promise.all([worker(sender).drain(), worker(sender).drain()])
  expect(sent.size).toBe(40)
  expect(Math.max(...sent.values())).toBe(1)
  await sql`update outbox set leased_until = now() - interval '1 second' where state = 'waiting'`.execute(db)
  await Promise.all([worker(sender).drain(), worker(sender).drain()])
  expect([...sent.values()].filter((times) => times === 2)).toHaveLength(12)
  expect((await sql`select 1 from outbox where state <> 'sent'`.execute(db)).rows).toEqual([])
})
