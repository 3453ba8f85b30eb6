import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../platform/journal.ts'
import { activeUnit } from '../../../checks/active-unit.ts'
import { codeSentTo, person, signedIn, type Person } from '../../../checks/people.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { accountsContract as verbs } from './contract.ts'

const server = await testServer()
const { db, keyring } = server.tools

const first = [{ question: 'primary_school', answer: '海河小学' }, { question: 'book', answer: '水浒传' }, { question: 'first_flight', answer: '乌鲁木齐' }]
const second = [{ question: 'book', answer: '红楼梦' }, { question: 'primary_school', answer: '滨海小学' }, { question: 'first_flight', answer: '昆明' }]

/** Of a unit that is active: the post of another one rests. */
const unitAccount = async () => person(server, { post: 'unit_account', scopeId: await activeUnit(db) })
const set = (who: Person, visitor: Visitor, questions = first, password = who.password) =>
  server.ask(verbs.changeSecurityQuestions, { questions, password }, visitor)
const rowsOf = (who: Person) => db.selectFrom('security_answer').selectAll().where('account_id', '=', who.accountId).orderBy('place').execute()
const hidden = (page: { text: string }, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? ''

let asked = 0
/** Whether these answers, beside a code to the mailbox, open the way to a new password. */
async function recovers(who: Person, answers: readonly string[]): Promise<boolean> {
  server.clock.advance({ seconds: 61 })
  const visitor = new Visitor(`198.19.5.${++asked}`)
  const sent = await server.visit('/forgotten/questions', visitor, { channel: 'mail', address: who.mail })
  const codePage = await server.visit(String(sent.headers.location), visitor)
  const page = await server.visit('/forgotten/questions/code', visitor, { id: hidden(codePage, 'id'), code: await codeSentTo(server, who.mail) })
  const [answer1 = '', answer2 = '', answer3 = ''] = answers
  return (await server.visit('/forgotten/questions/answers', visitor, { ticket: hidden(page, 'ticket'), answer1, answer2, answer3 })).status === 303
}

describe('S1-13 S1-42 a unit account sets its security questions itself', () => {
  test('without any at first; set after the password; a sentence to the mailbox, a line in the journal, other sessions go on', async () => {
    const who = await unitAccount()
    const [visitor, elsewhere] = [await signedIn(server, who), await signedIn(server, who)]
    expect((await server.ask(verbs.securityQuestions, {}, visitor)).body).toEqual({ since: null })
    const at = server.clock.now().toISOString()
    expect((await set(who, visitor)).body).toEqual({ done: true })
    const shown = await server.ask(verbs.securityQuestions, {}, visitor)
    expect(shown.body).toEqual({ since: at })
    expect((await server.ask(verbs.me, {}, elsewhere)).status).toBe(200)
    const told = (await server.sent()).filter(({ template }) => template === 'account.questions_changed')
    expect(told.map(({ channel, address }) => [channel, address])).toEqual([['mail', who.mail]])
    expect(told[0]?.body).toContain(`账号 ${who.userName} 的密码问题和答案已重新设置`)
    const events = await eventsOf(db, keyring, 'accounts', who.accountId)
    expect(events.filter(({ event }) => event === 'questions_changed')).toMatchObject([{ actorName: who.displayName, body: {} }])
    expect(JSON.stringify([await rowsOf(who), events, told])).not.toMatch(/海河小学|水浒传|乌鲁木齐/)
    expect(await recovers(who, ['海河小学', '水浒传', '乌鲁木齐'])).toBe(true)
  })

  test('replaced as a whole: the old answers open nothing, the new ones do, and the time is the new one', async () => {
    const who = await unitAccount()
    const visitor = await signedIn(server, who)
    await set(who, visitor)
    server.clock.advance({ minutes: 5 })
    const at = server.clock.now().toISOString()
    expect((await set(who, visitor, second)).status).toBe(200)
    expect((await server.ask(verbs.securityQuestions, {}, visitor)).body).toEqual({ since: at })
    expect((await rowsOf(who)).map(({ place, question }) => [place, question])).toEqual([[1, 'book'], [2, 'primary_school'], [3, 'first_flight']])
    expect(await recovers(who, ['海河小学', '水浒传', '乌鲁木齐'])).toBe(false)
    expect(await recovers(who, ['红楼梦', '滨海小学', '昆明'])).toBe(true)
  })

  test('a wrong password changes nothing; five of them lock the right one out', async () => {
    const who = await unitAccount()
    const visitor = await signedIn(server, who)
    await set(who, visitor)
    const before = await rowsOf(who)
    for (let i = 0; i < 5; i++) {
      const refused = await set(who, visitor, second, 'nicht-Mein7s')
      expect([refused.status, refused.problem.fields.password?.code]).toEqual([422, 'password.wrong'])
    }
    expect((await set(who, visitor, second)).problem.fields.password?.code).toBe('password.wrong')
    expect(await rowsOf(who)).toEqual(before)
    server.clock.advance({ minutes: 15 })
    expect((await set(who, visitor, second)).status).toBe(200)
  })

  const [a, b, c] = first
  test.each([
    ['a question twice', [a, b, { ...a, answer: '另一所' }], { 'questions.2.question': 'security_question.different' }],
    ['two questions', [a, b], { questions: 'security_question.three' }],
    ['four questions', [a, b, c, { question: 'mother_birthplace', answer: '天津' }], { questions: 'security_question.three' }],
    ['a question of no list', [a, b, { question: 'shoe_size', answer: '四十二' }], { 'questions.2.question': 'security_question.choose' }],
    ['no question', [a, { question: '', answer: '甲乙' }, c], { 'questions.1.question': 'security_question.choose' }],
    ['a blank answer', [a, { ...b, answer: ' ' }, c], { 'questions.1.answer': 'text.length' }],
    ['a short answer', [a, { ...b, answer: '水' }, c], { 'questions.1.answer': 'text.length' }],
    ['an endless answer', [a, { ...b, answer: '水'.repeat(101) }, c], { 'questions.1.answer': 'text.length' }],
  ])('S1-42 refused beside its field, before the password counts as a try: %s', async (_, questions, fields) => {
    const who = await unitAccount()
    const visitor = await signedIn(server, who)
    const refused = await set(who, visitor, questions as typeof first, 'nicht-Mein7s')
    expect(refused.status).toBe(422)
    expect(Object.fromEntries(Object.entries(refused.problem.fields).map(([name, { code }]) => [name, code]))).toEqual(fields)
    expect(await rowsOf(who)).toEqual([])
  })

  test('only for unit accounts: a person recovers by the mailbox, a stranger has nothing here', async () => {
    const who = await person(server, { post: 'person' })
    const visitor = await signedIn(server, who)
    expect((await set(who, visitor)).status).toBe(403)
    expect((await server.ask(verbs.securityQuestions, {}, visitor)).status).toBe(403)
    expect((await set(who, new Visitor())).status).toBe(401)
    expect(await rowsOf(who)).toEqual([])
  })
})
