import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { newId } from '../../src/kernel/ids.ts'
import { accountsContract as verbs } from '../../src/modules/accounts/contract.ts'
import { answerRequests, createAccount, disableAccount, endMandate, grantMandate, keepSecurityAnswers, setupTokenIfEmpty } from '../../src/modules/accounts/index.ts'
import { insertAccount } from '../../src/modules/accounts/store/accounts.ts'
import { answerOf } from '../../src/platform/secrets.ts'
import { totpCode } from '../../src/platform/totp.ts'
import { codeSentTo, person, platformCall, proof, signedIn, well, within } from '../people.ts'
import { openTestServer, testServer, Visitor, type TestServer } from '../server.ts'

const server = await testServer()
const { db, secrets } = server.tools
/** Two passwords are compared at once: how long the last of many waits for its turn is a matter of the machine. */
const patient = await testServer({ config: { signIn: { ...server.tools.config.signIn, patienceMs: 40_000 } } })

const times = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: n }, (_, i) => work(i)))
const count = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length

describe('I17 lockout counts attempts, not completed attempts', () => {
  /** How often the pool was asked to compare. */
  async function checked(work: () => Promise<unknown>): Promise<number> {
    const verify = secrets.verify
    let n = 0
    secrets.verify = (...given) => {
      n++
      return verify(...given)
    }
    try {
      await work()
    } finally {
      secrets.verify = verify
    }
    return n
  }

  test('S1-03 of 60 wrong guesses at once exactly five are checked, for a known name and for an unknown one', async () => {
    const who = await person(server)
    for (const userName of [who.userName, 'nobody_at_all']) {
      const answers: number[] = []
      const n = await checked(async () => {
        answers.push(...(await times(60, (i) => server.ask(verbs.signIn, { userName, password: `wrong ${i}` }, new Visitor(`192.0.2.${i}`)))).map((a) => a.status))
      })
      expect(n, userName).toBe(5)
      expect(answers).toEqual(Array(60).fill(422))
    }
    // Nor does the right one open now.
    expect((await server.ask(verbs.signIn, who)).status).toBe(422)
  })

  test('S1-03 of 20 right ones at once all pass, also from one address', async () => {
    const who = await person(patient)
    const answers = await times(20, () => patient.ask(verbs.signIn, who, new Visitor('192.0.2.99')))
    expect(answers.map((a) => a.status)).toEqual(Array(20).fill(200))
    expect(await patient.tools.db.selectFrom('session').select('id').where('account_id', '=', who.accountId).execute()).toHaveLength(20)
    expect(await patient.tools.db.selectFrom('lockout_slot').selectAll().execute()).toEqual([])
  })

  test('60 guesses at 60 names from one address: fifty are checked', async () => {
    const n = await checked(() => times(60, (i) => server.ask(verbs.signIn, { userName: `spray_${i}`, password: 'Spring2024!' }, new Visitor('192.0.2.77'))))
    expect(n).toBe(50)
  })

  test('the slot of a server that died is free after a minute', async () => {
    const who = await person(server)
    await server.ask(verbs.signIn, { ...who, password: 'wrong' }, new Visitor('192.0.2.101'))
    // Whose row has one failure: this name's, and this address's.
    const subjects = await db.selectFrom('lockout').select('subject').where('failures', '=', 1).where('first_failed_at', '=', server.clock.now()).execute()
    for (const { subject } of subjects) {
      for (let i = 0; i < 4; i++) await db.insertInto('lockout_slot').values({ id: newId(), subject, taken_at: server.clock.now() }).execute()
    }
    expect((await server.ask(verbs.signIn, who, new Visitor('192.0.2.102'))).status).toBe(422)
    server.clock.advance({ seconds: 61 })
    expect((await server.ask(verbs.signIn, who, new Visitor('192.0.2.102'))).status).toBe(200)
  })

  test('of 60 wrong one-time codes at once exactly five are checked', async () => {
    const who = await person(server, { post: 'platform_admin' })
    await signedIn(server, who)
    const half = new Visitor('192.0.2.180')
    await server.ask(verbs.signIn, who, half)
    await times(60, (i) => server.ask(verbs.verifySecondFactor, { code: String(i).padStart(6, '0') }, half.copy()))
    const subject = server.tools.keyring.blind('192.0.2.180', 'lockout.address')
    expect(await db.selectFrom('lockout').select('failures').where('subject', '=', subject).execute()).toEqual([{ failures: 5 }])
    server.clock.advance({ seconds: 30 })
    expect((await server.ask(verbs.verifySecondFactor, { code: totpCode(who.totpSecret!, server.clock.now()) }, half)).status).toBe(422)
  })
})

describe('I14 user names are one after normalisation', () => {
  test('S1-N2 `guanliyuan` and its full-width and capital twins at once: one account', async () => {
    const row = (user_name: string) => insertAccount(db, {
      id: newId(), user_name, display_name: '周衡', password_hash: 'x', password_changed_at: new Date(), mail: null, mail_blind: null,
      phone: null, phone_blind: null, phone_last4_blind: null, lang: 'zh', must_change_password: false, created_at: new Date(),
    })
    const outcomes = await Promise.allSettled(['kanyunqi', 'ｋａｎｙｕｎｑｉ', 'KANYUNQI', 'Kanyunqi', 'ＫＡＮＹＵＮＱＩ', 'kanyunqi'].map(row))
    expect(count(outcomes, (one) => one.status === 'fulfilled')).toBe(1)
    const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { constraint?: string }).constraint] : []))
    expect(new Set(reasons)).toEqual(new Set(['one_account_per_user_name']))
  })
})

describe('one account per name, mailbox and phone', () => {
  const asked = async (more: { userName: string; mail: string; phone: string }) => ({
    displayName: '周衡', passwordHash: 'x', lang: 'zh' as const, userName: more.userName,
    mailProofId: await proof(server, 'mail', more.mail), phoneProofId: await proof(server, 'phone', more.phone),
  })
  const made = (one: Awaited<ReturnType<typeof asked>>) => within(server, (tx) => createAccount(tx, platformCall(server), one))
  const fieldsOf = (answers: readonly unknown[]) => answers.flatMap((one) => (isRefusal(one) ? [one.fields] : []))

  test('S1-N3 five registrations with one mailbox at once: one account, the others are told beside the field', async () => {
    const all = []
    for (let i = 0; i < 5; i++) {
      all.push(await asked({ userName: `mailrace_${i}`, mail: i % 2 ? 'one@example.org' : 'ONE@example.org', phone: `1640111000${i}` }))
      server.clock.advance({ seconds: 61 })
    }
    const answers = await Promise.all(all.map(made))
    expect(count(answers, (one) => !isRefusal(one))).toBe(1)
    for (const fields of fieldsOf(answers)) expect(fields).toEqual({ mail: { code: 'account.mail_bound' } })
  })

  test('S1-N3 five registrations with one phone at once: one account, the others are told beside the field', async () => {
    const all = []
    for (let i = 0; i < 5; i++) {
      all.push(await asked({ userName: `phonerace_${i}`, mail: `phonerace${i}@example.org`, phone: '16401110009' }))
      server.clock.advance({ seconds: 61 })
    }
    const answers = await Promise.all(all.map(made))
    expect(count(answers, (one) => !isRefusal(one))).toBe(1)
    for (const fields of fieldsOf(answers)) expect(fields).toEqual({ phone: { code: 'account.phone_bound' } })
  })

  test('S1-35 eight with one user name: one account', async () => {
    const all = []
    for (let i = 0; i < 8; i++) all.push(await asked({ userName: 'namerace_1', mail: `namerace${i}@example.org`, phone: `1640222000${i}` }))
    const answers = await Promise.all(all.map(made))
    expect(count(answers, (one) => !isRefusal(one))).toBe(1)
    for (const fields of fieldsOf(answers)) expect(fields).toEqual({ userName: { code: 'account.user_name_taken' } })
  })

  test('I16 twenty deeds that spend the same two proofs: one account', async () => {
    const one = await asked({ userName: 'proofrace_1', mail: 'proofrace@example.org', phone: '16403330001' })
    const answers = await times(20, (i) => made({ ...one, userName: `proofrace_${i}` }))
    expect(count(answers, (answer) => !isRefusal(answer))).toBe(1)
  })
})

describe('I16 what is good once, is good once', () => {
  test('S1-17 twenty redemptions of one code: one wins', async () => {
    const request = await server.ask(verbs.requestCode, { purpose: 'register', channel: 'mail', address: 'once@example.org' }, new Visitor('192.0.2.150'))
    const code = await codeSentTo(server, 'once@example.org')
    const answers = await times(20, () => server.ask(verbs.proveCode, { id: request.body.id, code }))
    expect(count(answers, (one) => one.status === 200)).toBe(1)
  })

  test('S1-17 a hundred guesses at one code at once cost five tries', async () => {
    const request = await server.ask(verbs.requestCode, { purpose: 'register', channel: 'mail', address: 'guess@example.org' }, new Visitor('192.0.2.151'))
    const code = Number(await codeSentTo(server, 'guess@example.org'))
    await times(100, (i) => server.ask(verbs.proveCode, { id: request.body.id, code: String((code + 1 + i) % 1_000_000).padStart(6, '0') }))
    const row = await db.selectFrom('proof_code').select(['tries_left', 'proven_at']).where('id', '=', request.body.id).executeTakeFirstOrThrow()
    expect(row).toEqual({ tries_left: 0, proven_at: null })
  })

  test('S1-17 ten requests for one mailbox at once: one code goes out', async () => {
    const answers = await times(10, (i) => server.ask(verbs.requestCode, { purpose: 'register', channel: 'mail', address: 'flood@example.org' }, new Visitor(`198.18.0.${i}`)))
    expect(count(answers, (one) => one.status === 200)).toBe(1)
    expect(count(await server.sent('mail'), (mail) => mail.address === 'flood@example.org')).toBe(1)
  })

  test('four uses of one one-time code at once: one full session', async () => {
    const who = await person(server, { post: 'platform_admin' })
    await signedIn(server, who)
    const halves: Visitor[] = []
    for (let i = 0; i < 4; i++) {
      const half = new Visitor(`192.0.2.${160 + i}`)
      await server.ask(verbs.signIn, who, half)
      halves.push(half)
    }
    server.clock.advance({ seconds: 30 })
    const code = totpCode(who.totpSecret!, server.clock.now())
    const answers = await times(4, (i) => server.ask(verbs.verifySecondFactor, { code }, halves[i]))
    expect(count(answers, (one) => one.status === 200)).toBe(1)
  })

  test('twenty redemptions of the set-up token: one administrator', async () => {
    const empty = await openTestServer()
    try {
      const token = (await setupTokenIfEmpty(empty.tools))!
      const answers = await times(20, (i) => empty.visit('/setup', new Visitor(`192.0.2.${i}`), {
        token, userName: `zhuren_${i}`, displayName: '高山月', mail: `zhuren${i}@example.org`, password: 'mei-Gui7hua', passwordAgain: 'mei-Gui7hua',
      }))
      expect(count(answers, (one) => one.status === 303)).toBe(1)
      expect(await empty.tools.db.selectFrom('account').select('id').execute()).toHaveLength(1)
      expect(await empty.tools.db.selectFrom('mandate').select('post').execute()).toEqual([{ post: 'platform_admin' }])
    } finally {
      await empty.close()
    }
  })

  test('D8 twenty redemptions of a link: one password', async () => {
    const who = await person(server)
    const { sendPasswordLink } = await import('../../src/modules/accounts/index.ts')
    const { link } = well(await within(server, (tx) => sendPasswordLink(tx, platformCall(server), who.accountId, 'account.reset')))
    const token = new URL(link, 'http://x').searchParams.get('token')!
    const answers = await times(20, (i) => server.visit('/set-password', new Visitor(`192.0.2.${i}`), { token, password: `luo9-Ye-feng-${i}`, passwordAgain: `luo9-Ye-feng-${i}` }))
    expect(count(answers, (one) => one.status === 303)).toBe(1)
    expect(count(answers, (one) => one.status === 410)).toBe(19)
  })
})

describe('S1-13 recovery', () => {
  const given = ['海河小学', 'Water Margin', '乌鲁木齐'] as const
  const hidden = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
  const answer = (ticket: string, address: string, [answer1, answer2, answer3]: readonly [string, string, string]) =>
    server.visit('/forgotten/questions/answers', new Visitor(address), { ticket, answer1, answer2, answer3 })

  /** Somebody with three questions, and the ticket that a proven code gave. */
  async function ticketOf() {
    const who = await person(server)
    const hashed = await Promise.all(given.map(async (one, i) => ({ question: ['primary_school', 'book', 'first_flight'][i] ?? '', answerHash: well(await secrets.hash(answerOf(one))) })))
    well(await within(server, (tx) => keepSecurityAnswers(tx, platformCall(server), who.accountId, hashed)))
    server.clock.advance({ seconds: 61 })
    const visitor = new Visitor('198.18.1.1')
    const sent = await server.visit('/forgotten/questions', visitor, { channel: 'mail', address: who.mail })
    const id = new URL(String(sent.headers.location), 'http://x').searchParams.get('id') ?? ''
    const page = await server.visit('/forgotten/questions/code', visitor, { id, code: await codeSentTo(server, who.mail) })
    return { who, ticket: hidden(page.text, 'ticket') }
  }

  test('I17 of 60 wrong answers at once five are checked, and then the right ones do not pass', async () => {
    const { ticket } = await ticketOf()
    const verify = secrets.verify
    let n = 0
    secrets.verify = (...one) => (n++, verify(...one))
    try {
      const pages = await times(60, (i) => answer(ticket, `198.18.2.${i}`, [given[0], given[1], `不对${i}`]))
      expect(pages.map((page) => page.status)).toEqual(Array(60).fill(422))
    } finally {
      secrets.verify = verify
    }
    // Three answers each.
    expect(n).toBe(15)
    expect((await answer(ticket, '198.18.2.99', given)).status).toBe(422)
  })

  test('I16 ten times the right answers at once: one link', async () => {
    const { who, ticket } = await ticketOf()
    const pages = await times(10, (i) => answer(ticket, `198.18.3.${i}`, given))
    expect(count(pages, (page) => page.status === 303)).toBe(1)
    expect(await db.selectFrom('password_link').select('digest').where('account_id', '=', who.accountId).execute()).toHaveLength(1)
  })

  test('S1-12 five workers answer one request: one mail', async () => {
    const who = await person(server)
    await server.visit('/forgotten', new Visitor('198.18.4.1'), { mail: who.mail })
    await times(5, () => answerRequests(server.tools))
    expect(count(await server.sent('mail'), (mail) => mail.address === who.mail && mail.template === 'account.reset')).toBe(1)
  })

  test('S1-12 ten requests for one mailbox at once: one is kept', async () => {
    const pages = await times(10, (i) => server.visit('/forgotten', new Visitor(`198.18.5.${i}`), { mail: 'floodlink@example.org' }))
    expect(count(pages, (page) => page.status === 303)).toBe(1)
  })
})

describe('mandates', () => {
  test('eight grants of one post at once: one mandate', async () => {
    const who = await person(server)
    const scopeId = newId()
    const answers = await times(8, () => within(server, (tx) => grantMandate(tx, platformCall(server), { accountId: who.accountId, post: 'authority_officer', scopeId })))
    expect(count(answers, (one) => !isRefusal(one))).toBe(1)
  })

  test('eight accounts become the unit account of one unit at once: one does', async () => {
    const scopeId = newId()
    const people = []
    for (let i = 0; i < 8; i++) people.push(await person(server))
    const answers = await Promise.all(people.map(({ accountId }) => within(server, (tx) => grantMandate(tx, platformCall(server), { accountId, post: 'unit_account', scopeId }))))
    expect(count(answers, (one) => !isRefusal(one))).toBe(1)
    expect(new Set(answers.flatMap((one) => (isRefusal(one) ? [one.code] : [])))).toEqual(new Set(['mandate.unit_has_account']))
  })

  test('I21 two administrators are removed at once: one stays, whether their post ends or they are disabled', async () => {
    const removals = [
      (server: TestServer, accountId: string) => within(server, (tx) => endMandate(tx, platformCall(server), { accountId, post: 'platform_admin', scopeId: null })),
      (server: TestServer, accountId: string) => within(server, (tx) => disableAccount(tx, platformCall(server), accountId)),
    ]
    for (const remove of removals) {
      const fresh = await openTestServer()
      try {
        const both = [await person(fresh, { post: 'platform_admin' }), await person(fresh, { post: 'platform_admin' })]
        const answers = await Promise.all(both.map(({ accountId }) => remove(fresh, accountId)))
        expect(count(answers, isRefusal)).toBe(1)
      } finally {
        await fresh.close()
      }
    }
  })
})
