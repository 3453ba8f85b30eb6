import { describe, expect, test } from 'vitest'
import { activeUnit } from '../../../checks/active-unit.ts'
import { codeSentTo, person, platformCall, proof, signedIn, well, within, type Person } from '../../../checks/people.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { answerOf } from '../../platform/secrets.ts'
import { totpCode } from '../../platform/totp.ts'
import { accountsContract as verbs } from './contract.ts'
import { keepSecurityAnswers, resetPassword, sendPasswordLink } from './index.ts'

const server = await testServer()
const { db, secrets, keyring } = server.tools

/** Does something after the next secret was compared, and before what was asked for with it is done. */
async function betweenCheckAndDeed<T>(meanwhile: () => Promise<unknown>, deed: () => Promise<T>): Promise<T> {
  const verify = secrets.verify
  let first = true
  secrets.verify = async (...given) => {
    const right = await verify(...given)
    if (first) {
      first = false
      await meanwhile()
    }
    return right
  }
  try {
    return await deed()
  } finally {
    secrets.verify = verify
  }
}

const hashed = async (words: readonly string[]) => {
  const all = []
  for (const [i, word] of words.entries()) all.push({ question: ['primary_school', 'book', 'first_flight'][i] ?? '', answerHash: well(await secrets.hash(answerOf(word))) })
  return all
}
const keep = async (who: Person, words: readonly string[]) => {
  const answers = await hashed(words)
  well(await within(server, (tx) => keepSecurityAnswers(tx, platformCall(server), who.accountId, answers)))
}
const kept = async (who: Person) => ({
  account: await db.selectFrom('account').select(['mail_blind', 'phone_blind', 'totp_confirmed_at', 'totp_secret', 'password_hash']).where('id', '=', who.accountId).executeTakeFirstOrThrow(),
  answers: await db.selectFrom('security_answer').select('answer_hash').where('account_id', '=', who.accountId).orderBy('place').execute(),
})
const words = ['海河小学', '水浒传', '乌鲁木齐']
const questions = words.map((answer, i) => ({ question: ['primary_school', 'book', 'first_flight'][i] ?? '', answer }))

interface StepUp { who: Person; visitor: Visitor; act: () => Promise<{ status: number; problem: { code: string; fields: Record<string, { code: string }> } }> }

const deeds: readonly (readonly [string, () => Promise<StepUp>])[] = [
  ['another mailbox', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    const proofId = await proof(server, 'mail', `thief_${who.userName}@example.org`, 'change', visitor)
    return { who, visitor, act: () => server.ask(verbs.changeContact, { proofId, password: who.password }, visitor) }
  }],
  ['other questions', async () => {
    const who = await person(server, { post: 'unit_account', scopeId: await activeUnit(db) })
    const visitor = await signedIn(server, who)
    return { who, visitor, act: () => server.ask(verbs.changeSecurityQuestions, { questions, password: who.password }, visitor) }
  }],
  ['another second factor', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    const { secret, setup } = (await server.ask(verbs.beginSecondFactor, {}, visitor)).body
    const code = totpCode(secret, server.clock.now())
    return { who, visitor, act: () => server.ask(verbs.confirmSecondFactor, { setup, code, password: who.password }, visitor) }
  }],
  ['no second factor', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    const { secret, setup } = (await server.ask(verbs.beginSecondFactor, {}, visitor)).body
    await server.ask(verbs.confirmSecondFactor, { setup, code: totpCode(secret, server.clock.now()), password: who.password }, visitor)
    return { who, visitor, act: () => server.ask(verbs.removeSecondFactor, { password: who.password }, visitor) }
  }],
  ['another password', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    return { who, visitor, act: () => server.ask(verbs.changePassword, { password: who.password, newPassword: 'luo9-Ye-feng', newPasswordAgain: 'luo9-Ye-feng' }, visitor) }
  }],
]

describe('what an old password still does must not outlive it', () => {
  test.each(deeds)('S1-12 the unit resets the password between the check and the deed: %s is refused', async (_, begin) => {
    server.clock.advance({ minutes: 2 })
    const { who, act } = await begin()
    let before: unknown
    const answer = await betweenCheckAndDeed(async () => {
      well(await within(server, (tx) => resetPassword(tx, platformCall(server), who.accountId, { unit: '海河仪器有限公司（演示）' })))
      before = await kept(who)
    }, act)
    expect([answer.status, answer.problem.code]).toEqual([401, 'sign_in_first'])
    expect(await kept(who)).toEqual(before)
  })

  test.each(deeds)('the password is another one by then, the session goes on: %s is refused beside the password', async (_, begin) => {
    server.clock.advance({ minutes: 2 })
    const { who, act } = await begin()
    const password_hash = well(await secrets.hash('hong6-Shan-cha'))
    let before: unknown
    const answer = await betweenCheckAndDeed(async () => {
      await db.updateTable('account').set({ password_hash }).where('id', '=', who.accountId).execute()
      before = await kept(who)
    }, act)
    expect([answer.status, answer.problem.fields.password?.code]).toEqual([422, 'password.wrong'])
    expect(await kept(who)).toEqual(before)
  })

  test.each(deeds)('nothing happens meanwhile: %s is done', async (_, begin) => {
    server.clock.advance({ minutes: 2 })
    const { who, act } = await begin()
    const before = await kept(who)
    expect((await act()).status).toBe(200)
    expect(await kept(who)).not.toEqual(before)
  })
})

describe('S1-13 right answers of before open nothing once the account has changed', () => {
  const hidden = (page: { text: string }, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? ''
  let asked = 0
  /** Somebody with questions whose mailbox was proven, and who gives the right answers. */
  async function answering() {
    server.clock.advance({ minutes: 2 })
    const who = await person(server)
    await keep(who, words)
    server.clock.advance({ seconds: 61 })
    const visitor = new Visitor(`198.19.7.${++asked}`)
    const sent = await server.visit('/forgotten/questions', visitor, { channel: 'mail', address: who.mail })
    const codePage = await server.visit(String(sent.headers.location), visitor)
    const page = await server.visit('/forgotten/questions/code', visitor, { id: hidden(codePage, 'id'), code: await codeSentTo(server, who.mail) })
    const [answer1 = '', answer2 = '', answer3 = ''] = words
    return { who, act: () => server.visit('/forgotten/questions/answers', visitor, { ticket: hidden(page, 'ticket'), answer1, answer2, answer3 }) }
  }
  const linksOf = (who: Person) => db.selectFrom('password_link').select('digest').where('account_id', '=', who.accountId).execute()

  test('other answers are set between the check and the link', async () => {
    const { who, act } = await answering()
    const page = await betweenCheckAndDeed(() => keep(who, ['滨海小学', '红楼梦', '昆明']), act)
    expect(page.status).toBe(422)
    expect(page.text).toContain('答案不正确')
    expect(await linksOf(who)).toEqual([])
  })

  test('the mailbox is another one by then', async () => {
    const { who, act } = await answering()
    const mail = `moved_${who.userName}@example.org`
    const page = await betweenCheckAndDeed(() => db.updateTable('account').set({ mail: keyring.seal(mail, 'account.mail'), mail_blind: keyring.blind(mail, 'mail') })
      .where('id', '=', who.accountId).execute(), act)
    expect(page.status).not.toBe(303)
    expect(await linksOf(who)).toEqual([])
  })

  test('nothing happens meanwhile: a link', async () => {
    const { who, act } = await answering()
    expect((await act()).status).toBe(303)
    expect(await linksOf(who)).toHaveLength(1)
  })
})

describe('S1-17 the mailbox and phone of before are told of a change', () => {
  test.each([
    ['mail', 'zhao_qi@example.org', 'z***@example.org', '电子邮箱'], ['phone', '16466660011', '164****0011', '手机号码'],
  ] as const)('%s: what, when and what to do, in one transaction; links sent before open nothing', async (channel, address, masked, noun) => {
    server.clock.advance({ minutes: 2 })
    const who = await person(server)
    const visitor = await signedIn(server, who)
    const { link } = well(await within(server, (tx) => sendPasswordLink(tx, platformCall(server), who.accountId, 'account.reset')))
    const proofId = await proof(server, channel, address, 'change', visitor)
    const before = (await server.sent()).length
    expect((await server.ask(verbs.changeContact, { proofId, password: who.password }, visitor)).status).toBe(200)
    const told = (await server.sent()).slice(before)
    expect(told.map((one) => [one.channel, one.address]).sort()).toEqual([['mail', who.mail], ['sms', who.phone]])
    for (const { body } of told) {
      for (const said of [who.userName, masked, noun, '本人操作', '修改密码', '技术支持']) expect(body).toContain(said)
      expect(body).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/)
      expect(body).not.toContain(address)
    }
    const token = new URL(link, 'http://x').searchParams.get('token') ?? ''
    expect((await server.visit('/set-password', new Visitor(), { token, password: 'luo9-Ye-feng', passwordAgain: 'luo9-Ye-feng' })).status).toBe(410)
  })
})
