import { beforeAll, describe, expect, test } from 'vitest'
import { answerOf } from '../../platform/secrets.ts'
import { codeSentTo, person, platformCall, signedIn, well, within, type Person } from '../../../checks/people.ts'
import { shapeOf, testServer, Visitor, type Answered } from '../../../checks/server.ts'
import { accountsContract as verbs } from './contract.ts'
import { disableAccount, keepSecurityAnswers } from './index.ts'

const server = await testServer()
const { secrets } = server.tools
const right = ['海河小学', 'Water Margin', '乌鲁木齐'] as const
let hashed: { question: string; answerHash: string }[] = []
let asked = 0

beforeAll(async () => {
  const questions = ['primary_school', 'book', 'first_flight']
  hashed = await Promise.all(right.map(async (answer, i) => ({ question: questions[i] ?? '', answerHash: well(await secrets.hash(answerOf(answer))) })))
})

async function unit(): Promise<Person> {
  const who = await person(server)
  well(await within(server, (tx) => keepSecurityAnswers(tx, platformCall(server), who.accountId, hashed)))
  // The codes of the registration are a minute old.
  server.clock.advance({ seconds: 61 })
  return who
}

const hidden = (page: Answered, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? ''

/** As far as the page after the right code, in a browser of its own. */
async function proves(channel: 'mail' | 'phone', address: string): Promise<Answered> {
  const visitor = new Visitor(`198.19.1.${++asked}`)
  const sent = await server.visit('/forgotten/questions', visitor, { channel, address })
  expect(sent.status).toBe(303)
  const codePage = await server.visit(String(sent.headers.location), visitor)
  return server.visit('/forgotten/questions/code', visitor, { id: hidden(codePage, 'id'), code: await codeSentTo(server, address) })
}

const answers = (ticket: string, given: readonly string[]) =>
  server.visit('/forgotten/questions/answers', new Visitor('192.0.2.220'), { ticket, answer1: given[0] ?? '', answer2: given[1] ?? '', answer3: given[2] ?? '' })

describe('S1-13 a code and three questions', () => {
  test('all three right: the user name is told, a new password is set at once, sessions end, mailbox and phone hear of it', async () => {
    const who = await unit()
    const visitor = await signedIn(server, who)
    const page = await proves('phone', who.phone)
    expect(page.text).toContain('您就读的小学全称是？')
    expect(page.text).not.toContain(who.userName)
    const done = await answers(hidden(page, 'ticket'), [' 海河 小学', 'WATER　margin', '乌鲁木齐'])
    expect(done.status).toBe(303)
    const link = String(done.headers.location)
    expect((await server.visit(link)).text).toContain(who.userName)
    const token = new URL(link, 'http://x').searchParams.get('token') ?? ''
    expect((await server.visit('/set-password', new Visitor(), { token, password: 'luo9-Ye-feng', passwordAgain: 'luo9-Ye-feng' })).status).toBe(303)
    expect((await server.ask(verbs.me, {}, visitor)).status).toBe(401)
    expect((await server.ask(verbs.signIn, { userName: who.userName, password: 'luo9-Ye-feng' })).body.stage).toBe('full')
    const told = (await server.sent()).filter((message) => message.template === 'account.recovered')
    expect(told.map((message) => [message.channel, message.address]).sort()).toEqual([['mail', who.mail], ['sms', who.phone]])
    // The ticket is spent with the right answers.
    const again = await answers(hidden(page, 'ticket'), right)
    expect([again.status, again.text.includes('验证已过期或已使用')]).toEqual([410, true])
  })

  test('one wrong: one sentence that does not tell which, nothing typed stays in the page; five wrong lock the right ones out', async () => {
    const who = await unit()
    const ticket = hidden(await proves('mail', who.mail), 'ticket')
    const texts = new Set<string>()
    for (const wrong of [0, 1, 2, 0, 1]) {
      const page = await answers(ticket, right.map((answer, i) => (i === wrong ? '不对' : answer)))
      expect(page.status).toBe(422)
      expect(page.text).toContain('答案不正确。连续答错5次后须等待15分钟。')
      for (const typed of [...right, '不对']) expect(page.text).not.toContain(typed)
      texts.add(shapeOf(page).text)
    }
    expect(texts.size).toBe(1)
    const locked = await answers(ticket, right)
    expect(locked.status).toBe(422)
    expect([...texts]).toEqual([shapeOf(locked).text])
    server.clock.advance({ minutes: 15 })
    expect((await answers(ticket, right)).status).toBe(303)
  })

  test('wrong answers do not lock the password, and the other way round', async () => {
    const who = await unit()
    const ticket = hidden(await proves('mail', who.mail), 'ticket')
    for (let i = 0; i < 5; i++) await answers(ticket, ['甲', '乙', '丙'])
    expect((await server.ask(verbs.signIn, who)).status).toBe(200)
  })

  test('a missing answer is no try', async () => {
    const who = await unit()
    const ticket = hidden(await proves('mail', who.mail), 'ticket')
    for (let i = 0; i < 6; i++) {
      const page = await answers(ticket, [right[0], '', ''])
      expect(page.text).toContain('href="#f-answer2"')
    }
    expect((await answers(ticket, right)).status).toBe(303)
  })

  test('D14 asking for the code is the same for a registered address and any other', async () => {
    const who = await unit()
    const send = (address: string) => server.visit('/forgotten/questions', new Visitor(`198.19.2.${++asked}`), { channel: 'mail', address })
    const [known, unknown] = [await send(who.mail), await send('stranger@example.org')]
    const shape = (one: Answered) => shapeOf({ ...one, headers: { ...one.headers, location: String(one.headers.location).replace(/id=.*/, 'id') } })
    expect(shape(known)).toEqual(shape(unknown))
    const pages = await Promise.all([known, unknown].map((one) => server.visit(String(one.headers.location))))
    expect(pages.map((page) => page.text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')))
      .toEqual(Array(2).fill(pages[0]?.text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')))
  })

  test('the owner of a proven address is told where there is nothing to ask', async () => {
    expect((await proves('mail', 'fresh.owner@example.org')).text).toContain('没有账号登记该邮箱或手机号码')
    const plain = await person(server)
    const gone = await unit()
    well(await within(server, (tx) => disableAccount(tx, platformCall(server), gone.accountId)))
    server.clock.advance({ seconds: 61 })
    const led = await proves('mail', plain.mail)
    expect(led.text).toContain('没有设置密码问题')
    expect(led.text).toContain('href="/forgotten#mail"')
    expect((await proves('mail', gone.mail)).text).toContain('该账号已停用')
  })

  test('a code for something else opens no questions, and a ticket is good for half an hour', async () => {
    const who = await unit()
    const visitor = new Visitor('198.19.3.1')
    const other = await server.ask(verbs.requestCode, { purpose: 'register', channel: 'mail', address: who.mail }, visitor)
    const page = await server.visit('/forgotten/questions/code', visitor, { id: other.body.id, code: await codeSentTo(server, who.mail) })
    expect(page.status).toBe(410)
    server.clock.advance({ seconds: 61 })
    const ticket = hidden(await proves('mail', who.mail), 'ticket')
    server.clock.advance({ minutes: 30 })
    expect((await answers(ticket, right)).status).toBe(410)
  })

  test.each([
    ['/forgotten/questions', { channel: 'pigeon', address: 'a@example.org' }, 422],
    ['/forgotten/questions', { channel: 'mail', address: '' }, 422],
    ['/forgotten/questions', { channel: 'phone', address: '12345678900' }, 422],
    ['/forgotten/questions/code', { id: 'x', code: '123456' }, 303],
    ['/forgotten/questions/code', { id: '00000000-0000-7000-8000-000000000000', code: '' }, 422],
    ['/forgotten/questions/code', { id: '00000000-0000-7000-8000-000000000000', code: '一二三四五六' }, 422],
    ['/forgotten/questions/answers', { ticket: 'v1.aes.x.y', answer1: '甲', answer2: '乙', answer3: '丙' }, 410],
    ['/forgotten/questions/answers', { answer1: '甲'.repeat(9000) }, 410],
  ])('bad input to %s: %o', async (path, form, status) => {
    expect((await server.visit(path, new Visitor('198.19.4.1'), form as unknown as Record<string, string>)).status).toBe(status)
  })

  test('a page without its form leads to the beginning', async () => {
    for (const path of ['/forgotten/questions/code', '/forgotten/questions/code?id=x', '/forgotten/questions/answers']) {
      expect((await server.visit(path)).headers.location).toBe('/forgotten/questions')
    }
  })
})
