import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { pino } from 'pino'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../checks/database.ts'
import { newId } from '../../kernel/ids.ts'
import { translator } from '../../kernel/words.ts'
import { transact } from '../db/transaction.ts'
import { makeMetrics } from '../metrics.ts'
import { makeKeyring } from '../seal/keyring.ts'
import { demoMailbox } from './demo.ts'
import { mailBySmtp } from './mail-smtp.ts'
import { notify, type Notice } from './notify.ts'
import { backlog, claim, forgetSent, markSent, mostAttempts, revive } from './queue.ts'
import type { Senders } from './senders.ts'
import { smsByGateway } from './sms-gateway.ts'
import { smsToLog } from './sms-log.ts'
import { makeOutbox, type Outbox } from './worker.ts'

const database = await testDatabase()
const { db } = database
const keyring = makeKeyring([{ id: 'test', secret: Buffer.alloc(32, 7) }], 'aes')
const words = {
  zh: translator({
    'units.returned.subject': '{unit}的注册申请被退回', 'units.returned.body': '您好：{unit}的注册申请被退回，请查看 {link}',
    'units.returned.sms': '【科汇】{unit}的注册申请被退回',
  }, 'zh'),
  en: translator({
    'units.returned.subject': 'Returned: {unit}', 'units.returned.body': 'Please see {link}', 'units.returned.sms': 'Returned',
  }, 'en'),
}
const lines: string[] = []
const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
const account = newId()

const notice = (more: Partial<Notice> = {}): Notice => ({
  room: 'units', subject: newId(), seq: 2, template: 'units.returned', lang: 'zh',
  params: { unit: '天津示例研究所', link: '/app/units/1' },
  to: [{ channel: 'mail', address: 'lin@unit.example' }], ...more,
})
const say = (more?: Partial<Notice>) => transact(db, {}, (tx) => notify(tx, keyring, notice(more)))
const outboxWith = (senders: Partial<Senders>, more: object = {}): Outbox => makeOutbox({
  db, keyring, log, metrics: makeMetrics(), translate: (lang) => words[lang], publicUrl: 'https://kehui.example',
  senders: { mail: null, sms: null, ...senders }, ...more,
})
/** Waiting notices are due now, whatever was tried before. */
const timePasses = () => sql`update outbox set due_at = now(), leased_until = null where state = 'waiting'`.execute(db)
const rows = async () => {
  const all = await sql<Record<string, unknown>>`select * from outbox order by created_at, id`.execute(db)
  return all.rows
}

interface Mail { to: string[]; raw: string }
/** A mail server that keeps what it gets; `answer` may refuse a mail. */
async function mailServer(answer: (mail: Mail) => Error | null = () => null) {
  const mails: Mail[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'], logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const mail = { to: session.envelope.rcptTo.map((one) => one.address), raw: Buffer.concat(chunks).toString() }
        const refused = answer(mail)
        if (!refused) mails.push(mail)
        done(refused)
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const sender = mailBySmtp({ smtpUrl: `smtp://127.0.0.1:${port}`, from: '科汇 <no-reply@kehui.example>' })
  return {
    mails, port, sender,
    async close() {
      await sender.close?.()
      await new Promise<void>((resolve) => server.close(resolve))
    },
  }
}
const header = (raw: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(raw.slice(0, raw.indexOf('\r\n\r\n') + 2))?.[1]?.replace(/\r\n[ \t]+/g, ' ')
const decoded = (text: string | undefined) =>
  (text ?? '').replace(/\?= =\?/g, '?==?').replace(/=\?UTF-8\?B\?(.*?)\?=/gi, (_, b: string) => Buffer.from(b, 'base64').toString())

beforeEach(async () => {
  lines.length = 0
  await sql`truncate outbox, inbox, demo_message`.execute(db)
})

describe('I18: the notice stands or falls with the deed', () => {
  test('a deed that is refused leaves no notice', async () => {
    await expect(transact(db, {}, async (tx) => {
      await notify(tx, keyring, notice())
      throw new Error('broken')
    })).rejects.toThrow('broken')
    expect(await rows()).toEqual([])
  })

  test('said twice for one event and recipient, it is there once; another recipient, channel or event is another', async () => {
    const subject = newId()
    for (let i = 0; i < 2; i++) await say({ subject })
    expect(await rows()).toHaveLength(1)
    await say({ subject, to: [{ channel: 'mail', address: 'other@unit.example' }, { channel: 'inbox', accountId: account }] })
    await say({ subject, seq: 3 })
    expect(await rows()).toHaveLength(4)
  })

  test('no address and no value of a sentence lies in the open', async () => {
    await say({ to: [{ channel: 'mail', address: 'lin@unit.example' }, { channel: 'sms', address: '+8613900000000' }] })
    const stored = JSON.stringify(await rows())
    for (const open of ['lin@', 'unit.example', '13900000000', '示例研究所']) expect(stored).not.toContain(open)
  })
})

describe('mail by SMTP', () => {
  let server: Awaited<ReturnType<typeof mailServer>>
  beforeEach(async () => {
    server = await mailServer()
  })
  afterEach(() => server.close())

  test('arrives in words, with a whole link, a stable Message-ID and nothing else for others to read', async () => {
    await say()
    await outboxWith({ mail: server.sender }).drain()
    const [mail, ...more] = server.mails
    expect(more).toEqual([])
    expect(mail?.to).toEqual(['lin@unit.example'])
    const [row] = await rows()
    expect(header(mail!.raw, 'Message-ID')).toBe(`<${String(row?.id)}@kehui.example>`)
    expect(decoded(header(mail!.raw, 'Subject'))).toBe('天津示例研究所的注册申请被退回')
    expect(header(mail!.raw, 'Auto-Submitted')).toBe('auto-generated')
    const body = Buffer.from(mail!.raw.slice(mail!.raw.indexOf('\r\n\r\n')), 'base64').toString()
    expect(body).toBe('您好：天津示例研究所的注册申请被退回，请查看 https://kehui.example/app/units/1')
    expect(row).toMatchObject({ state: 'sent', attempts: 1, leased_until: null, last_error: null })
    expect(row?.provider_id).toBe(`<${String(row?.id)}@kehui.example>`)
  })

  test('a line break in a name does not become a header, a comma in an address no second address', async () => {
    await say({ params: { unit: '甲\r\nBcc: thief@evil.example', link: '/x' } })
    await say({ to: [{ channel: 'mail', address: 'a@unit.example, thief@evil.example' }] })
    await outboxWith({ mail: server.sender }).drain()
    for (const mail of server.mails) {
      expect(mail.to).not.toContain('thief@evil.example')
      expect(header(mail.raw, 'Bcc')).toBeUndefined()
    }
    expect(server.mails.length).toBeGreaterThan(0)
  })

  test('a worker that died between the sending and its mark sends again, recognisably', async () => {
    await say()
    const [held] = await claim(db, 'mail', 4, 300)
    await server.sender.send({
      id: held!.id, channel: 'mail', address: 'lin@unit.example', lang: 'zh', subject: 's', body: 'b', link: null,
    })
    // Here it dies: the row is leased and stays so for five minutes.
    await outboxWith({ mail: server.sender }).drain()
    expect(server.mails).toHaveLength(1)
    await sql`update outbox set leased_until = now() - interval '1 second'`.execute(db)
    await outboxWith({ mail: server.sender }).drain()
    expect(server.mails).toHaveLength(2)
    const ids = server.mails.map((mail) => header(mail.raw, 'Message-ID'))
    expect(ids[0]).toBe(ids[1])
    expect(await markSent(db, held!, 'late')).toBe(false)
    expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 2 })
  })
})

describe('a mail server that is away', () => {
  test('loses nothing, costs no attempts and does not hold up the inboxes; once it is back everything arrives', async () => {
    const away = await mailServer()
    await away.close()
    const sender = mailBySmtp({ smtpUrl: `smtp://127.0.0.1:${away.port}`, from: 'a@kehui.example' })
    const outbox = outboxWith({ mail: sender })
    for (let i = 0; i < 9; i++) await say({ to: [{ channel: 'mail', address: `p${i}@unit.example` }, { channel: 'inbox', accountId: account }] })
    for (let i = 0; i < 20; i++) {
      await outbox.drain()
      await timePasses()
    }
    expect(await backlog(db)).toMatchObject({ waiting: 9, dead: 0 })
    const mails = (await rows()).filter((row) => row.channel === 'mail')
    expect(mails.every((row) => row.attempts === 0)).toBe(true)
    expect(mails.some((row) => String(row.last_error).startsWith('Unreachable: '))).toBe(true)
    expect((await sql`select 1 from inbox`.execute(db)).rows).toHaveLength(9)

    const back = await mailServer()
    await timePasses()
    await outboxWith({ mail: back.sender }).drain()
    expect(back.mails.map((mail) => mail.to[0]).sort()).toEqual(Array.from({ length: 9 }, (_, i) => `p${i}@unit.example`))
    await back.close()
  })

  test('makes no deed wait: with one that never answers, deeds go on while the worker is stuck', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    // A plain HTTP server says nothing until it is asked: to SMTP that is a greeting that does not come.
    await new Promise((resolve) => silent.once('listening', resolve))
    const { port } = silent.address() as AddressInfo
    const outbox = outboxWith({ mail: mailBySmtp({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'a@kehui.example' }) })
    await say()
    let isStuck = true
    const stuck = outbox.drain().finally(() => (isStuck = false))
    for (let i = 0; i < 5; i++) await say()
    expect(isStuck).toBe(true)
    expect((await rows())).toHaveLength(6)
    silent.closeAllConnections()
    await new Promise((resolve) => silent.close(resolve))
    await stuck
    expect(await backlog(db)).toMatchObject({ waiting: 6, dead: 0 })
  })
})

test('what the mail server refuses is tried twelve times, later each time, then it is dead and can be revived', async () => {
  let refuses = true
  const server = await mailServer(() => (refuses ? Object.assign(new Error('no such mailbox lin@unit.example'), { responseCode: 550 }) : null))
  await say()
  const outbox = outboxWith({ mail: server.sender })
  const waits: number[] = []
  for (let i = 0; i < mostAttempts + 3; i++) {
    await outbox.drain()
    const { rows: [row] } = await sql<{ wait: number; state: string }>`
      select extract(epoch from due_at - now())::float8 as wait, state from outbox`.execute(db)
    if (row?.state === 'waiting') waits.push(row.wait)
    await timePasses()
  }
  expect(waits).toHaveLength(mostAttempts - 1)
  expect(waits[0]).toBeLessThan(40)
  expect(waits[4]! / waits[0]!).toBeGreaterThan(8)
  expect(Math.max(...waits)).toBeLessThanOrEqual(3600 * 1.2)
  expect((await rows())[0]).toMatchObject({ state: 'dead', attempts: mostAttempts })
  expect(JSON.stringify(await rows()) + lines.join('')).not.toContain('lin@unit.example')

  refuses = false
  expect(await revive(db)).toBe(1)
  await outbox.drain()
  expect(server.mails).toHaveLength(1)
  await server.close()
})

test('a notice without words, or that does not open, fails alone', async () => {
  await say({ template: 'units.unheard_of', to: [{ channel: 'inbox', accountId: account }] })
  await say({ to: [{ channel: 'inbox', accountId: account }] })
  await transact(db, {}, (tx) => notify(tx, makeKeyring([{ id: 'lost', secret: Buffer.alloc(32) }], 'aes'), notice()))
  await say({ to: [{ channel: 'mail', address: 'b@unit.example' }] })
  const server = await mailServer()
  await outboxWith({ mail: server.sender }).drain()
  expect((await rows()).map((row) => row.state).sort()).toEqual(['sent', 'sent', 'waiting', 'waiting'])
  expect(server.mails.map((mail) => mail.to)).toEqual([['b@unit.example']])
  await server.close()
})

test('the inbox gets it once, in the language of the recipient, with a path as its link', async () => {
  await say({ to: [{ channel: 'inbox', accountId: account, lang: 'en' }] })
  await Promise.all([outboxWith({}).drain(), outboxWith({}).drain()])
  await sql`update outbox set state = 'waiting'`.execute(db)
  await outboxWith({}).drain()
  const { rows: inbox } = await sql`select account_id, title, body, link, read_at from inbox`.execute(db)
  expect(inbox).toEqual([
    { account_id: account, title: 'Returned: 天津示例研究所', body: 'Please see /app/units/1', link: '/app/units/1', read_at: null },
  ])
})

test('a channel without a sender waits for one', async () => {
  await say()
  await outboxWith({}).drain()
  expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 0 })
})

test('D26: mail and SMS of the demo are read on the demo page, each once', async () => {
  await say({ to: [{ channel: 'mail', address: 'a@unit.example' }, { channel: 'sms', address: '+8613900000000' }] })
  const demo = demoMailbox(db)
  await outboxWith({ mail: demo, sms: demo }).drain()
  await sql`update outbox set state = 'waiting'`.execute(db)
  await outboxWith({ mail: demo, sms: demo }).drain()
  const { rows: shown } = await sql`select channel, address, subject, body from demo_message order by channel`.execute(db)
  expect(shown).toEqual([
    { channel: 'mail', address: 'a@unit.example', subject: '天津示例研究所的注册申请被退回', body: '您好：天津示例研究所的注册申请被退回，请查看 https://kehui.example/app/units/1' },
    { channel: 'sms', address: '+8613900000000', subject: null, body: '【科汇】天津示例研究所的注册申请被退回' },
  ])
})

describe('SMS', () => {
  let gateway: Server
  let status = 200
  const asked: { headers: Record<string, unknown>; body: unknown }[] = []
  beforeEach(async () => {
    asked.length = 0
    gateway = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += String(chunk)))
      request.on('end', () => {
        asked.push({ headers: request.headers, body: JSON.parse(body) })
        response.writeHead(status).end(JSON.stringify({ id: 'gw-1' }))
      })
    })
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => new Promise((resolve) => gateway.close(resolve)))
  const sender = () => smsByGateway({ url: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`, token: 'secret-token' })
  const to = [{ channel: 'sms', address: '+8613900000000' }] as const

  test('goes to the gateway with its token and the id of the row, and keeps the id it got', async () => {
    status = 200
    await say({ to })
    await outboxWith({ sms: sender() }).drain()
    const [row] = await rows()
    expect(asked).toHaveLength(1)
    expect(asked[0]?.body).toEqual({ to: '+8613900000000', text: '【科汇】天津示例研究所的注册申请被退回' })
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer secret-token', 'idempotency-key': row?.id })
    expect(row).toMatchObject({ state: 'sent', provider_id: 'gw-1' })
  })

  test.each([[503, 0], [401, 0], [422, 1]])('an answer %i costs %i attempts and loses nothing', async (answer, attempts) => {
    status = answer
    await say({ to })
    await outboxWith({ sms: sender() }).drain()
    expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts })
    status = 200
    await timePasses()
    await outboxWith({ sms: sender() }).drain()
    expect((await rows())[0]).toMatchObject({ state: 'sent' })
  })

  test('without a gateway, by the operator\'s word, is noted without number and text', async () => {
    await say({ to })
    await outboxWith({ sms: smsToLog(log) }).drain()
    expect((await rows())[0]).toMatchObject({ state: 'sent' })
    expect(lines.join('')).toContain(String((await rows())[0]?.id))
    for (const open of ['13900000000', '研究所', '科汇']) expect(lines.join('')).not.toContain(open)
  })
})

test('started, it sends by itself; stopped, it lets what is on its way arrive', async () => {
  const server = await mailServer()
  const outbox = outboxWith({ mail: server.sender }, { everyMs: 20 })
  outbox.start()
  await say({ to: [{ channel: 'mail', address: 'a@unit.example' }, { channel: 'inbox', accountId: account }] })
  await expect.poll(async () => (await rows()).filter((row) => row.state === 'sent').length, { timeout: 5000 }).toBe(2)
  await outbox.stop()
  await say()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(server.mails).toHaveLength(1)
  await server.close()
})

test('the monitoring sees what waits and what is dead; what was sent long ago is forgotten', async () => {
  await say()
  await say()
  await sql`update outbox set state = 'dead' where id = (select id from outbox limit 1)`.execute(db)
  const metrics = makeMetrics()
  outboxWith({}, { metrics })
  const text = await metrics.text()
  expect(text).toMatch(/^kehui_outbox_waiting 1$/m)
  expect(text).toMatch(/^kehui_outbox_dead 1$/m)
  await sql`update outbox set state = 'sent', sent_at = now() - interval '40 days' where state = 'waiting'`.execute(db)
  expect(await forgetSent(db, 60)).toBe(0)
  expect(await forgetSent(db, 30)).toBe(1)
})
