import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { eventsOf } from '../../platform/journal.ts'
import { answerOf } from '../../platform/secrets.ts'
import { person, platformCall, signedIn, well, within, type Person } from '../../../checks/people.ts'
import { shapeOf, testServer, Visitor } from '../../../checks/server.ts'
import { accountsContract as verbs } from './contract.ts'
import { answerRequests, disableAccount, keepSecurityAnswers, resetPassword } from './index.ts'

const server = await testServer()
const { db, keyring, secrets, config } = server.tools
const setsPassword = (link: string, password: string) => {
  const token = new URL(link, config.publicUrl).searchParams.get('token') ?? ''
  return server.visit('/set-password', new Visitor(), { token, password, passwordAgain: password })
}
const signsIn = (who: Person, password: string) => server.ask(verbs.signIn, { userName: who.userName, password }, new Visitor('192.0.2.200'))
const mailsTo = async (address: string) => (await server.sent('mail')).filter((mail) => mail.address === address)
const newestTo = async (address: string) => (await mailsTo(address)).at(-1)
let asked = 0
const ask = (mail: string, visitor = new Visitor(`198.19.0.${++asked}`)) => server.visit('/forgotten', visitor, { mail })

/** All that wait, also where the server answers one of them at this moment by itself, a second after it was asked. */
async function answerAll(): Promise<void> {
  do await answerRequests(server.tools)
  while ((await db.selectFrom('recovery_request').select('id').where('answered_at', 'is', null).execute()).length > 0)
}

const answers = [
  { question: 'primary_school', answer: '海河小学' }, { question: 'book', answer: 'Water Margin' }, { question: 'first_flight', answer: '乌鲁木齐' },
] as const

async function withQuestions(who: Person): Promise<Person> {
  const hashed = await Promise.all(answers.map(async ({ question, answer }) => ({ question, answerHash: well(await secrets.hash(answerOf(answer))) })))
  well(await within(server, (tx) => keepSecurityAnswers(tx, platformCall(server), who.accountId, hashed)))
  return who
}

describe('S1-12 a link to the registered mailbox', () => {
  test('the mail tells the user name and holds a link that sets a password once; all sessions end', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    const sent = await ask(` ${who.mail.toUpperCase()} `)
    expect([sent.status, sent.headers.location]).toEqual([303, '/forgotten/sent'])
    await answerAll()
    const mail = await newestTo(who.mail)
    expect(mail?.template).toBe('account.reset')
    expect(mail?.body).toContain(who.userName)
    expect((await setsPassword(String(mail?.params.link), 'luo9-Ye-feng')).headers.location).toBe('/sign-in?set=1')
    expect((await server.ask(verbs.me, {}, visitor)).status).toBe(401)
    expect((await signsIn(who, who.password)).status).toBe(422)
    expect((await signsIn(who, 'luo9-Ye-feng')).body.stage).toBe('full')
    expect((await setsPassword(String(mail?.params.link), 'hong6-Shan-cha')).status).toBe(410)
  })

  test('after thirty minutes the link is worth nothing', async () => {
    const who = await person(server)
    await ask(who.mail)
    await answerAll()
    server.clock.advance({ minutes: 30 })
    expect((await setsPassword(String((await newestTo(who.mail))?.params.link), 'luo9-Ye-feng')).status).toBe(410)
  })

  test('who has mistyped it five times gets in with the new one at once', async () => {
    const who = await person(server)
    for (let i = 0; i < 5; i++) await signsIn(who, `wrong ${i}`)
    expect((await signsIn(who, who.password)).status).toBe(422)
    await ask(who.mail)
    await answerAll()
    await setsPassword(String((await newestTo(who.mail))?.params.link), 'luo9-Ye-feng')
    expect((await signsIn(who, 'luo9-Ye-feng')).status).toBe(200)
  })

  test('D8 an account with questions gets no link but the way to them; a disabled one is told so', async () => {
    const unit = await withQuestions(await person(server))
    const gone = await person(server)
    well(await within(server, (tx) => disableAccount(tx, platformCall(server), gone.accountId)))
    await ask(unit.mail)
    await ask(gone.mail)
    await answerAll()
    const [told, disabled] = [await newestTo(unit.mail), await newestTo(gone.mail)]
    expect([told?.template, disabled?.template]).toEqual(['account.recovery_questions', 'account.recovery_disabled'])
    expect(told?.body).toContain(`${config.publicUrl}/forgotten/questions`)
    expect(told?.body).toContain(unit.userName)
    expect(await db.selectFrom('password_link').select('digest').where('account_id', 'in', [unit.accountId, gone.accountId]).execute()).toEqual([])
    expect((await eventsOf(db, keyring, 'accounts', unit.accountId)).at(-1)?.event).toBe('recovery_told')
  })

  test('D14 known and unknown mailboxes: the same answer, the same row, the same page; only the owner hears of it', async () => {
    const who = await person(server)
    const before = (await server.sent()).length
    const [known, unknown] = [await ask(who.mail), await ask('nobody.here@example.org')]
    expect(shapeOf(known)).toEqual(shapeOf(unknown))
    // Answered already or not: the server does that by itself within a second.
    const rows = (await db.selectFrom('recovery_request').selectAll().orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(2).execute())
      .map(({ answered_at: _, ...row }) => row)
    expect(rows).toHaveLength(2)
    expect(new Set(rows.map((row) => JSON.stringify(Object.keys(row)))).size).toBe(1)
    expect(JSON.stringify(rows)).not.toMatch(/example\.org/)
    const page = (await server.visit('/forgotten/sent')).text
    expect(page).not.toContain(who.mail)
    await answerAll()
    const later = (await server.sent()).slice(before)
    expect(later.map((message) => message.address)).toEqual([who.mail])
    expect(await db.selectFrom('recovery_request').select('id').where('answered_at', 'is', null).execute()).toEqual([])
  })

  test('one account that does not open stops nobody else; it is given up, and the log says so', async () => {
    const [broken, sound] = [await person(server), await person(server)]
    await db.updateTable('account').set({ mail: 'no ciphertext' }).where('id', '=', broken.accountId).execute()
    for (const who of [broken, sound]) {
      await ask(who.mail)
      server.clock.advance({ seconds: 1 })
    }
    const { log } = server.tools
    const said: unknown[] = []
    const errors = log.error.bind(log)
    log.error = (...one: unknown[]) => void said.push(one[1])
    try {
      await answerAll()
    } finally {
      log.error = errors
    }
    expect((await newestTo(sound.mail))?.template).toBe('account.reset')
    expect(said).toEqual(['a request for a link could not be answered'])
    expect(await db.selectFrom('recovery_request').select('id').where('answered_at', 'is', null).execute()).toEqual([])
    // Nothing half done: no link that nobody got.
    expect(await db.selectFrom('password_link').select('digest').where('account_id', '=', broken.accountId).execute()).toEqual([])
  })

  test('D14 limits do not tell either: a minute between, five an hour, for known and unknown alike', async () => {
    const who = await person(server)
    for (const mail of [who.mail, 'nobody.there@example.org']) {
      expect((await ask(mail)).status).toBe(303)
      const soon = await ask(mail)
      expect(soon.status).toBe(429)
      expect(soon.text).toContain('发送过于频繁，请60秒后再试')
      // Nothing typed is lost.
      expect(soon.text).toContain(`value="${mail}"`)
      for (let i = 0; i < 4; i++) {
        server.clock.advance({ seconds: 61 })
        expect((await ask(mail)).status).toBe(303)
      }
      server.clock.advance({ seconds: 61 })
      expect((await ask(mail)).status).toBe(429)
      server.clock.advance({ hours: 1 })
    }
  })

  test('one address asks for so many as the operator allows', async () => {
    const few = await testServer({ config: { signIn: { ...config.signIn, codesPerAddressPerHour: 3 } } })
    const statuses = []
    for (let i = 0; i < 4; i++) statuses.push((await few.visit('/forgotten', new Visitor('192.0.2.250'), { mail: `many${i}@example.org` })).status)
    expect(statuses).toEqual([303, 303, 303, 429])
  })

  test.each([['', '必填'], ['张三', '邮箱'], ['x'.repeat(5000), '邮箱']])('bad input %# stays on the page with a sentence', async (mail, sentence) => {
    const page = await ask(mail)
    expect(page.status).toBe(422)
    expect(page.text).toContain('href="#f-mail"')
    expect(page.text).toContain(sentence)
  })
})

describe('S1-11, S1-12 密码重置 by the administrator of a unit', () => {
  const reset = (accountId: string) => within(server, (tx) => resetPassword(tx, platformCall(server), accountId, { unit: '海河仪器有限公司（演示）' }))

  test('the old password and all sessions end with it; the link in the mail sets a new one', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    well(await reset(who.accountId))
    expect((await server.ask(verbs.me, {}, visitor)).status).toBe(401)
    expect((await signsIn(who, who.password)).problem.code).toBe('account.wrong')
    const mail = await newestTo(who.mail)
    expect(mail?.subject).toBe('您的密码已重置')
    expect(mail?.body).toContain('海河仪器有限公司（演示）的单位管理用户')
    expect((await setsPassword(String(mail?.params.link), 'luo9-Ye-feng')).status).toBe(303)
    expect((await signsIn(who, 'luo9-Ye-feng')).body.stage).toBe('full')
    const events = (await eventsOf(db, keyring, 'accounts', who.accountId)).map((one) => one.event)
    expect(events.slice(-3)).toEqual(['password_reset', 'link_sent', 'password_set_by_link'])
  })

  test('where nothing can be sent, nothing is reset', async () => {
    const who = await person(server)
    well(await within(server, (tx) => disableAccount(tx, platformCall(server), who.accountId)))
    const refused = await reset(who.accountId)
    expect(isRefusal(refused) && [refused.code, refused.status]).toEqual(['account.disabled', 409])
    const unseen = await reset('00000000-0000-7000-8000-000000000000')
    expect(isRefusal(unseen) && unseen.status).toBe(404)
  })
})
