import { describe, expect, test } from 'vitest'
import { person, platformCall, signedIn, well, within } from '../../../checks/people.ts'
import { openTestServer, shapeOf, testServer, Visitor } from '../../../checks/server.ts'
import { totpCode } from '../../platform/totp.ts'
import { accountsContract as verbs } from './contract.ts'
import { createStaffAccount, endSessionsUnder, grantMandate, resetSecondFactor } from './index.ts'
import { accountsJobs } from './jobs.ts'

const server = await testServer()
const { db } = server.tools
const ask = (userName: string, password: string, visitor = new Visitor()) => server.ask(verbs.signIn, { userName, password }, visitor)

describe('S1-03 signing in', () => {
  test('by user name in any width and case; the cookie is bound to this host and out of reach of scripts', async () => {
    const who = await person(server, { userName: 'qinmoran' })
    for (const typed of ['qinmoran', ' QinMoran ', 'ｑｉｎｍｏｒａｎ']) {
      const visitor = new Visitor()
      const done = await ask(typed, who.password, visitor)
      expect(done.body).toEqual({ stage: 'full', next: '/app/' })
      expect(done.setCookies).toHaveLength(1)
      const [name, ...flags] = done.setCookies[0]!.split('; ')
      expect(name).toMatch(/^__Host-kehui=[\w-]{43}$/)
      expect(flags.map((flag) => flag.split('=')[0]).sort()).toEqual(['Expires', 'HttpOnly', 'Path', 'SameSite', 'Secure'])
      expect(done.setCookies[0]).toContain('SameSite=Lax')
      expect((await server.ask(verbs.me, {}, visitor)).body.userName).toBe('qinmoran')
    }
  })

  test('the token stands nowhere in the database, and each sign-in has a new one', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    const first = visitor.cookies.get('__Host-kehui')!
    expect(JSON.stringify(await db.selectFrom('session').selectAll().execute())).not.toContain(first)
    await ask(who.userName, who.password, visitor)
    expect(visitor.cookies.get('__Host-kehui')).not.toBe(first)
    const old = new Visitor()
    old.cookies.set('__Host-kehui', first)
    expect((await server.ask(verbs.me, {}, old)).status).toBe(401)
  })

  test('D14 one answer for every cause: wrong, unknown, disabled, locked; same status, body and headers', async () => {
    const who = await person(server)
    const disabled = await person(server)
    await db.updateTable('account').set({ state: 'disabled' }).where('id', '=', disabled.accountId).execute()
    const wrong = await ask(who.userName, 'not this one', new Visitor('192.0.2.20'))
    expect([wrong.status, wrong.problem.detail]).toEqual([422, '用户名或密码错误'])
    const unknown = await ask('nobody_here', 'not this one', new Visitor('192.0.2.21'))
    const off = await ask(disabled.userName, disabled.password, new Visitor('192.0.2.22'))
    for (let i = 0; i < 5; i++) await ask(who.userName, 'not this one', new Visitor('192.0.2.23'))
    const locked = await ask(who.userName, who.password, new Visitor('192.0.2.24'))
    for (const other of [unknown, off, locked]) expect(shapeOf(other)).toEqual(shapeOf(wrong))
    for (const one of [wrong, unknown, off, locked]) expect(one.setCookies).toEqual([])
  })

  test('D14 the page says the same for every cause too, and tells everybody the rule', async () => {
    const who = await person(server)
    const typed = (userName: string, password: string) => server.visit('/sign-in', new Visitor('192.0.2.30'), { userName, password })
    const wrong = await typed(who.userName, 'not this one')
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('用户名或密码错误')
    expect(wrong.text).toContain('连续输错5次后须等待15分钟')
    expect(wrong.text).not.toContain('not this one')
    const unknown = await typed('nobody_here2', 'not this one')
    const same = (text: string, name: string) => text.replaceAll(name, 'name')
    expect(same(shapeOf(unknown).text, 'nobody_here2')).toBe(same(shapeOf(wrong).text, who.userName))
    expect({ ...shapeOf(unknown), text: '' }).toMatchObject({ ...shapeOf(wrong), text: '', headers: { ...shapeOf(wrong).headers, 'content-length': expect.anything() as string } })
  })

  test('the page leads back to where one wanted to go, and only to our own', async () => {
    const who = await person(server)
    const leads = async (back: string) => (await server.visit('/sign-in', new Visitor(), { userName: who.userName, password: who.password, back })).headers.location
    expect(await leads('/app/units?state=submitted')).toBe('/app/units?state=submitted')
    for (const foreign of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) expect(await leads(foreign)).toBe('/app/')
    const form = await server.visit('/sign-in?back=%2Fapp%2Fhome')
    expect(form.text).toContain('name="back" value="/app/home"')
    const empty = await server.visit('/sign-in', new Visitor(), { userName: '', password: '' })
    expect(empty.text).toContain('href="#f-userName"')
    expect((await server.visit('/sign-in?back=/app/home', await signedIn(server, who))).headers.location).toBe('/app/home')
  })
})

describe('I17 five failures lock for fifteen minutes', () => {
  test('known and unknown names alike; nothing is checked meanwhile, afterwards the right one opens', async () => {
    const who = await person(server)
    for (let i = 0; i < 5; i++) expect((await ask(who.userName, `wrong ${i}`)).status).toBe(422)
    expect((await ask(who.userName, who.password)).problem.code).toBe('account.wrong')
    server.clock.advance({ minutes: 14, seconds: 59 })
    expect((await ask(who.userName, who.password)).status).toBe(422)
    server.clock.advance({ seconds: 1 })
    expect((await ask(who.userName, who.password)).status).toBe(200)
  })

  test('a right one wipes four failures out', async () => {
    const who = await person(server)
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await ask(who.userName, 'wrong')
      expect((await ask(who.userName, who.password)).status).toBe(200)
    }
  })

  test('fifty failures from one address stop that address, not the others', async () => {
    const who = await person(server)
    const guesser = () => new Visitor('192.0.2.66')
    for (let i = 0; i < 50; i++) await ask(`guess_${i}`, 'wrong', guesser())
    expect((await ask(who.userName, who.password, guesser())).status).toBe(422)
    expect((await ask(who.userName, who.password)).status).toBe(200)
    server.clock.advance({ minutes: 15 })
    expect((await ask(who.userName, who.password, guesser())).status).toBe(200)
  })

  test('the change of the password counts as well: a stolen session guesses five times', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    const change = (password: string) => server.ask(verbs.changePassword, { password, newPassword: 'luo9-Ye-feng', newPasswordAgain: 'luo9-Ye-feng' }, visitor)
    for (let i = 0; i < 5; i++) expect((await change('wrong')).problem.fields.password?.code).toBe('password.wrong')
    expect((await change(who.password)).problem.fields.password?.code).toBe('password.wrong')
    expect((await ask(who.userName, who.password)).status).toBe(422)
  })
})

describe('sessions', () => {
  test('end after thirty minutes without a request, and after twelve hours in any case', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    const alive = async () => (await server.ask(verbs.me, {}, visitor)).status === 200
    server.clock.advance({ minutes: 29 })
    expect(await alive()).toBe(true)
    server.clock.advance({ minutes: 29 })
    expect(await alive()).toBe(true)
    server.clock.advance({ minutes: 30 })
    expect(await alive()).toBe(false)

    await signedIn(server, who, visitor)
    for (let i = 0; i < 12 * 3 - 1; i++) {
      server.clock.advance({ minutes: 20 })
      expect(await alive()).toBe(true)
    }
    server.clock.advance({ minutes: 20 })
    expect(await alive()).toBe(false)
  })

  test('are written to at most once a minute', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    const seen = async () => (await db.selectFrom('session').select('seen_at').where('account_id', '=', who.accountId).executeTakeFirstOrThrow()).seen_at.getTime()
    const first = await seen()
    server.clock.advance({ seconds: 59 })
    await server.ask(verbs.me, {}, visitor)
    expect(await seen()).toBe(first)
    server.clock.advance({ seconds: 1 })
    await server.ask(verbs.me, {}, visitor)
    expect(await seen()).toBe(first + 60_000)
  })

  test('are listed for their owner, who ends any of them; nobody else can', async () => {
    const who = await person(server)
    const phone = new Visitor('192.0.2.40')
    phone.userAgent = 'Mozilla/5.0 (Phone)'
    await signedIn(server, who, phone)
    server.clock.advance({ minutes: 1 })
    const desk = await signedIn(server, who)
    const { body } = await server.ask(verbs.sessions, {}, desk)
    expect(body.map((s) => [s.current, s.address, s.userAgent])).toEqual([[true, '203.0.113.1', 'Mozilla/5.0 (test)'], [false, '192.0.2.40', 'Mozilla/5.0 (Phone)']])
    const stranger = await signedIn(server, await person(server))
    expect((await server.ask(verbs.endSession, { id: body[1]!.id }, stranger)).status).toBe(404)
    expect((await server.ask(verbs.me, {}, phone)).status).toBe(200)
    expect((await server.ask(verbs.endSession, { id: body[1]!.id }, desk)).status).toBe(200)
    expect((await server.ask(verbs.me, {}, phone)).status).toBe(401)
    await signedIn(server, who, phone)
    expect((await server.ask(verbs.endOtherSessions, {}, desk)).status).toBe(200)
    expect((await server.ask(verbs.me, {}, phone)).status).toBe(401)
    expect((await server.ask(verbs.me, {}, desk)).status).toBe(200)
  })

  test('S1-52 退出系统 ends the session on the server and clears the browser; a link to it only asks', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    const stolen = visitor.copy()
    expect((await server.visit('/sign-out', visitor)).text).toContain('确定退出系统吗')
    expect((await server.ask(verbs.me, {}, stolen)).status).toBe(200)
    const out = await server.visit('/sign-out', visitor, {})
    expect([out.status, out.headers.location, out.headers['clear-site-data']]).toEqual([303, '/', '"cache", "storage"'])
    expect(visitor.cookies.has('__Host-kehui')).toBe(false)
    expect((await server.ask(verbs.me, {}, stolen)).status).toBe(401)
    const again = await signedIn(server, who)
    expect((await server.ask(verbs.signOut, {}, again.copy())).status).toBe(200)
    expect((await server.ask(verbs.me, {}, again)).status).toBe(401)
  })

  test('of everybody under a scope end together, and a forged cookie is none', async () => {
    const scopeId = '0190aaaa-0000-7000-8000-000000000001'
    const who = await person(server, { post: 'unit_account', scopeId })
    const visitor = await signedIn(server, who)
    await within(server, async (tx) => endSessionsUnder(tx, scopeId))
    expect((await server.ask(verbs.me, {}, visitor)).status).toBe(401)
    for (const token of ['a'.repeat(43), "' or 1=1", '']) {
      const forged = new Visitor()
      forged.cookies.set('__Host-kehui', token)
      expect((await server.ask(verbs.me, {}, forged)).status).toBe(401)
    }
  })

  test('what has run out is removed', async () => {
    const who = await person(server)
    await signedIn(server, who)
    await ask(who.userName, 'wrong')
    server.clock.advance({ hours: 25 })
    for (const job of accountsJobs) await job.run(server.tools)
    for (const table of ['session', 'lockout', 'lockout_slot', 'proof_code'] as const) {
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([])
    }
  })
})

describe('S1-14, S1-52 修改密码', () => {
  test('ends all other sessions and gives this one a new id', async () => {
    const who = await person(server)
    const other = await signedIn(server, who)
    const visitor = await signedIn(server, who)
    const before = visitor.copy()
    const change = (input: Partial<{ password: string; newPassword: string; newPasswordAgain: string }>) =>
      server.ask(verbs.changePassword, { password: who.password, newPassword: 'luo9-Ye-feng', newPasswordAgain: 'luo9-Ye-feng', ...input }, visitor)
    expect((await change({ newPasswordAgain: 'luo9-Ye-fengg' })).problem.fields.newPasswordAgain?.code).toBe('password.again')
    expect((await change({ newPassword: who.password, newPasswordAgain: who.password })).problem.fields.newPassword?.code).toBe('password.same')
    for (const [weak, code] of [['abc', 'password.weak'], ['Welcome123!', 'password.common'], [`${who.userName}-X9`, 'password.context'], [`Xk7-${who.phone}`, 'password.context']] as const) {
      expect((await change({ newPassword: weak, newPasswordAgain: weak })).problem.fields.newPassword?.code).toBe(code)
    }
    expect((await change({})).status).toBe(200)
    expect((await server.ask(verbs.me, {}, visitor)).status).toBe(200)
    expect((await server.ask(verbs.me, {}, before)).status).toBe(401)
    expect((await server.ask(verbs.me, {}, other)).status).toBe(401)
    expect((await ask(who.userName, who.password)).status).toBe(422)
    expect((await ask(who.userName, 'luo9-Ye-feng')).status).toBe(200)
  })

  test('a password older than the setting is changed before anything else', async () => {
    const strict = await openTestServer({ config: { signIn: { ...server.tools.config.signIn, passwordMaxAgeDays: 90 } } })
    try {
      const who = await person(strict)
      strict.clock.advance({ days: 89 })
      expect((await strict.ask(verbs.signIn, who)).body.stage).toBe('full')
      strict.clock.advance({ days: 1 })
      const visitor = new Visitor()
      const old = await strict.ask(verbs.signIn, who, visitor)
      expect([old.body.stage, old.setCookies]).toEqual(['change_password', []])
      const done = await strict.visit('/set-password', visitor, { token: new URL(old.body.next, 'http://x').searchParams.get('token')!, password: 'luo9-Ye-feng', passwordAgain: 'luo9-Ye-feng' })
      expect(done.headers.location).toBe('/sign-in?set=1')
      expect((await strict.ask(verbs.signIn, { ...who, password: 'luo9-Ye-feng' })).body.stage).toBe('full')
    } finally {
      await strict.close()
    }
  })
})

describe('the second factor', () => {
  test('is set up by staff before anything else, by QR code or by hand, and asked for from then on', async () => {
    const who = await person(server, { post: 'platform_admin' })
    const visitor = new Visitor()
    const first = await server.visit('/sign-in', visitor, { userName: who.userName, password: who.password, back: '/app/desk' })
    expect(first.headers.location).toBe('/sign-in/second-factor/setup?back=%2Fapp%2Fdesk')
    const half = visitor.cookies.get('__Host-kehui')
    expect((await server.ask(verbs.me, {}, visitor)).problem.code).toBe('second_factor_first')
    const page = await server.visit('/sign-in/second-factor/setup?back=%2Fapp%2Fdesk', visitor)
    expect(page.text).toContain('src="data:image/png;base64,')
    const setup = /name="setup" value="([^"]+)"/.exec(page.text)![1]!
    const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.text)![1]!.replaceAll(' ', '')
    expect(setup).not.toContain(secret)
    const wrong = await server.visit('/sign-in/second-factor/setup', visitor, { setup, code: '000000', back: '/app/desk' })
    expect(wrong.text).toContain('验证码不正确')
    expect(wrong.text).toContain(secret.slice(0, 4))
    const done = await server.visit('/sign-in/second-factor/setup', visitor, { setup, code: totpCode(secret, server.clock.now()), back: '/app/desk' })
    expect(done.headers.location).toBe('/app/desk')
    expect(visitor.cookies.get('__Host-kehui')).not.toBe(half)
    expect((await server.ask(verbs.me, {}, visitor)).body.secondFactor).toMatchObject({ on: true, required: true })
    expect(JSON.stringify(await db.selectFrom('account').selectAll().execute())).not.toContain(secret)

    const next = new Visitor()
    expect((await server.visit('/sign-in', next, { userName: who.userName, password: who.password })).headers.location).toBe('/sign-in/second-factor')
    expect((await server.visit('/sign-in/second-factor', next)).status).toBe(200)
    const replay = await server.visit('/sign-in/second-factor', next, { code: totpCode(secret, server.clock.now()) })
    expect(replay.text).toContain('已使用')
    server.clock.advance({ seconds: 30 })
    const right = await server.visit('/sign-in/second-factor', next, { code: totpCode(secret, server.clock.now()) })
    expect(right.headers.location).toBe('/app/')
    expect((await server.ask(verbs.me, {}, next)).status).toBe(200)
  })

  test('cannot be slipped past: half a session sets up nothing, changes nothing and is nobody', async () => {
    const who = await person(server, { post: 'platform_admin' })
    await signedIn(server, who)
    const half = new Visitor()
    expect((await ask(who.userName, who.password, half)).body.stage).toBe('second_factor')
    expect((await server.ask(verbs.beginSecondFactor, {}, half)).problem.code).toBe('second_factor_first')
    expect((await server.visit('/sign-in/second-factor/setup', half)).headers.location).toBe('/sign-in/second-factor')
    for (const verb of [verbs.sessions, verbs.me] as const) expect((await server.ask(verb, {}, half)).status).toBe(401)
    expect((await server.ask(verbs.requestCode, { purpose: 'change', channel: 'mail', address: 'x@example.org' }, half)).status).toBe(401)
    expect((await server.ask(verbs.removeSecondFactor, { password: who.password }, half)).status).toBe(401)
  })

  test('an abandoned set-up of another tab does not replace the first device', async () => {
    const who = await person(server, { post: 'platform_admin' })
    const [one, two] = [new Visitor(), new Visitor()]
    for (const visitor of [one, two]) expect((await ask(who.userName, who.password, visitor)).body.stage).toBe('second_factor_setup')
    const [a, b] = [await server.ask(verbs.beginSecondFactor, {}, one), await server.ask(verbs.beginSecondFactor, {}, two)]
    const confirm = (visitor: Visitor, begun: typeof a) => server.ask(verbs.confirmSecondFactor, { setup: begun.body.setup, code: totpCode(begun.body.secret, server.clock.now()) }, visitor)
    expect((await confirm(one, a)).status).toBe(200)
    expect([401, 403]).toContain((await confirm(two, b)).status)
    const stranger = await person(server, { post: 'platform_admin' })
    const third = new Visitor()
    await ask(stranger.userName, stranger.password, third)
    expect((await confirm(third, b)).problem.code).toBe('second_factor.setup_expired')
  })

  test('five wrong codes lock it, apart from the password', async () => {
    const who = await person(server, { post: 'platform_admin' })
    await signedIn(server, who)
    const half = new Visitor()
    await ask(who.userName, who.password, half)
    for (let i = 0; i < 5; i++) expect((await server.ask(verbs.verifySecondFactor, { code: '000000' }, half)).problem.fields.code?.code).toBe('second_factor.wrong')
    server.clock.advance({ seconds: 30 })
    expect((await server.ask(verbs.verifySecondFactor, { code: totpCode(who.totpSecret!, server.clock.now()) }, half)).status).toBe(422)
    expect((await ask(who.userName, who.password)).status).toBe(200)
  })

  test('is offered to all, with the password; staff cannot switch it off', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    const begun = (await server.ask(verbs.beginSecondFactor, {}, visitor)).body
    const confirm = (password?: string) => server.ask(verbs.confirmSecondFactor, { setup: begun.setup, code: totpCode(begun.secret, server.clock.now()), password }, visitor)
    expect((await confirm()).problem.fields.password?.code).toBe('password.wrong')
    expect((await confirm(who.password)).status).toBe(200)
    expect((await ask(who.userName, who.password)).body.stage).toBe('second_factor')
    expect((await server.ask(verbs.removeSecondFactor, { password: 'wrong' }, visitor)).status).toBe(422)
    expect((await server.ask(verbs.removeSecondFactor, { password: who.password }, visitor)).status).toBe(200)
    expect((await ask(who.userName, who.password)).body.stage).toBe('full')
    const admin = await person(server, { post: 'platform_admin' })
    const desk = await signedIn(server, admin)
    expect((await server.ask(verbs.removeSecondFactor, { password: admin.password }, desk)).problem.code).toBe('second_factor.required')
  })

  test('is asked for in the middle of a session when somebody becomes staff', async () => {
    const who = await person(server)
    const visitor = await signedIn(server, who)
    well(await within(server, (tx) => grantMandate(tx, platformCall(server), { accountId: who.accountId, post: 'platform_admin', scopeId: null })))
    expect((await server.ask(verbs.me, {}, visitor)).problem.code).toBe('second_factor_first')
    expect((await server.visit('/sign-in/second-factor', visitor)).headers.location).toBe('/sign-in/second-factor/setup')
  })

  test('is reset by the desk when the phone is lost: sessions end, the next sign-in sets up another', async () => {
    const who = await person(server, { post: 'platform_admin' })
    const visitor = await signedIn(server, who)
    well(await within(server, (tx) => resetSecondFactor(tx, platformCall(server), who.accountId)))
    expect((await server.ask(verbs.me, {}, visitor)).status).toBe(401)
    expect((await ask(who.userName, who.password)).body.stage).toBe('second_factor_setup')
  })
})

describe('D8 accounts that the desk makes', () => {
  test('nobody knows a password; a link in the mail sets one, once, within thirty minutes', async () => {
    const made = well(await within(server, (tx) => createStaffAccount(tx, platformCall(server), { userName: 'chenyuguan', displayName: '陈雨观', mail: 'chen@example.org', lang: 'zh' })))
    well(await within(server, (tx) => grantMandate(tx, platformCall(server), { accountId: made.accountId, post: 'platform_admin', scopeId: null })))
    const mail = (await server.sent('mail')).filter((one) => one.address === 'chen@example.org').at(-1)!
    expect(mail.body).toContain(`https://kehui.example.org${made.link}`)
    expect(mail.body).toContain('chenyuguan')
    expect((await ask('chenyuguan', '')).status).toBe(422)
    const page = await server.visit(made.link)
    expect(page.text).toContain('chenyuguan')
    const token = new URL(made.link, 'http://x').searchParams.get('token')!
    const set = (password: string, passwordAgain = password) => server.visit('/set-password', new Visitor(), { token, password, passwordAgain })
    expect((await set('abc')).text).toContain('密码至少10位')
    expect((await set('Chenyuguan-9')).text).toContain('chenyuguan”')
    expect((await set('mei-Gui7hua', 'mei-Gui7hu')).text).toContain('两次输入的密码不一致')
    expect((await set('mei-Gui7hua')).headers.location).toBe('/sign-in?set=1')
    expect((await set('luo9-Ye-feng')).status).toBe(410)
    expect((await server.visit(made.link)).status).toBe(410)
    expect((await ask('chenyuguan', 'mei-Gui7hua')).body.stage).toBe('second_factor_setup')
  })

  test('after thirty minutes the link is worth nothing; a newer one ends the older', async () => {
    const made = well(await within(server, (tx) => createStaffAccount(tx, platformCall(server), { userName: 'luming_1', displayName: '陆鸣', mail: 'lu@example.org', lang: 'en' })))
    server.clock.advance({ minutes: 30 })
    expect((await server.visit(made.link)).status).toBe(410)
    expect((await server.sent('mail')).at(-1)?.subject).toBe('Your account is ready')
  })
})

test('S1-03 the page for who forgot name or password says what to do and whom to ask', async () => {
  const page = await server.visit('/forgotten')
  expect(page.status).toBe(200)
  expect(page.text).toContain('忘记用户名、密码')
  const english = await server.visit('/forgotten?lang=en')
  expect(english.text).toContain('Forgotten user name or password')
})

describe('the first administrator', () => {
  test('is made with the token printed at the first start, once; there is no default account', async () => {
    const { setupTokenIfEmpty } = await import('./index.ts')
    const empty = await openTestServer()
    try {
      expect(await empty.tools.db.selectFrom('account').select('id').execute()).toEqual([])
      const stale = (await setupTokenIfEmpty(empty.tools))!
      const token = (await setupTokenIfEmpty(empty.tools))!
      expect((await empty.visit(`/setup?token=${token}`)).text).toContain(token)
      const form = { token, userName: 'gaoshanyue', displayName: '高山月', mail: 'gao@example.org', password: 'mei-Gui7hua', passwordAgain: 'mei-Gui7hua' }
      const set = (more: Partial<typeof form>, visitor = new Visitor()) => empty.visit('/setup', visitor, { ...form, ...more })
      for (const wrong of [stale, 'x'.repeat(43), '']) expect((await set({ token: wrong })).status).toBe(422)
      const many = await set({ userName: 'admin', mail: 'no', password: 'abc', passwordAgain: 'abd' })
      for (const name of ['userName', 'mail', 'passwordAgain']) expect(many.text).toContain(`href="#f-${name}"`)
      expect((await set({ password: 'Welcome123!', passwordAgain: 'Welcome123!' })).text).toContain('密码过于常见')
      const visitor = new Visitor()
      expect((await set({}, visitor)).headers.location).toBe('/sign-in/second-factor/setup')
      expect((await set({ userName: 'another_1', mail: 'b@example.org' })).status).toBe(404)
      expect((await empty.visit('/setup')).text).toContain('平台已有管理员')
      expect(await setupTokenIfEmpty(empty.tools)).toBeNull()
      expect((await empty.visit('/sign-in/second-factor/setup', visitor)).status).toBe(200)
      expect((await empty.ask(verbs.me, {}, visitor)).problem.code).toBe('second_factor_first')
    } finally {
      await empty.close()
    }
  })

  test('the token is good for a day', async () => {
    const { setupTokenIfEmpty } = await import('./index.ts')
    const empty = await openTestServer()
    try {
      const token = (await setupTokenIfEmpty(empty.tools))!
      empty.clock.advance({ hours: 24 })
      const set = await empty.visit('/setup', new Visitor(), { token, userName: 'gaoshanyue', displayName: '高山月', mail: 'gao@example.org', password: 'mei-Gui7hua', passwordAgain: 'mei-Gui7hua' })
      expect(set.text).toContain('设置码不正确')
    } finally {
      await empty.close()
    }
  })
})
