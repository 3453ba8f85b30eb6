import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { eventsOf } from '../../platform/journal.ts'
import { codeSentTo, person, platformCall, proof, signedIn, well, within } from '../../../checks/people.ts'
import { shapeOf, testServer, Visitor } from '../../../checks/server.ts'
import { accountsContract as verbs } from './contract.ts'
import { accountsIn, contactOf, createAccount, disableAccount, enableAccount, endMandate, grantMandate } from './index.ts'

const server = await testServer()
const { db, keyring } = server.tools

describe('S1-17 codes to mailbox and phone', () => {
  test('a code goes out by mail or SMS, comes back once, and is a proof then', async () => {
    const visitor = new Visitor('192.0.2.1')
    const asked = await server.ask(verbs.requestCode, { purpose: 'register', channel: 'mail', address: 'Bai.Lu@Example.org' }, visitor)
    expect(asked.status).toBe(200)
    expect(Date.parse(asked.body.expiresAt) - server.clock.now().getTime()).toBe(600_000)
    const [mail] = (await server.sent('mail')).slice(-1)
    expect(mail?.address).toBe('Bai.Lu@example.org')
    expect(mail?.body).toMatch(/验证码是 \d{6}，10分钟内有效/)
    const code = await codeSentTo(server, 'Bai.Lu@example.org')
    const wrong = await server.ask(verbs.proveCode, { id: asked.body.id, code: code === '000000' ? '000001' : '000000' }, visitor)
    expect(wrong.problem.fields.code?.code).toBe('proof.wrong')
    expect((await server.ask(verbs.proveCode, { id: asked.body.id, code: ` ${code.slice(0, 3)} ${code.slice(3)}` }, visitor)).status).toBe(200)
    expect((await server.ask(verbs.proveCode, { id: asked.body.id, code }, visitor)).problem.fields.code?.code).toBe('proof.wrong')
  })

  test('neither address nor code stands in clear in the database', async () => {
    await proof(server, 'phone', '16400009999')
    const rows = JSON.stringify([await db.selectFrom('proof_code').selectAll().execute(), await db.selectFrom('outbox').selectAll().execute()])
    expect(rows).not.toContain('16400009999')
    // By itself: a digest may well hold the same six digits.
    expect(rows).not.toMatch(new RegExp(`(?<![0-9A-Za-z])${await codeSentTo(server, '16400009999')}(?![0-9A-Za-z])`))
  })

  test('after five tries, or ten minutes, the right code is worth nothing', async () => {
    const visitor = new Visitor('192.0.2.2')
    const five = await server.ask(verbs.requestCode, { purpose: 'register', channel: 'mail', address: 'five@example.org' }, visitor)
    const code = await codeSentTo(server, 'five@example.org')
    for (let i = 0; i < 5; i++) await server.ask(verbs.proveCode, { id: five.body.id, code: String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0') }, visitor)
    expect((await server.ask(verbs.proveCode, { id: five.body.id, code }, visitor)).status).toBe(422)

    const late = await server.ask(verbs.requestCode, { purpose: 'register', channel: 'mail', address: 'late@example.org' }, visitor)
    const lateCode = await codeSentTo(server, 'late@example.org')
    server.clock.advance({ minutes: 10 })
    expect((await server.ask(verbs.proveCode, { id: late.body.id, code: lateCode }, visitor)).status).toBe(422)
  })

  test('a minute between two codes, five an hour for an address, whoever asks', async () => {
    const asked = (address = '192.0.2.3') => server.ask(verbs.requestCode, { purpose: 'register', channel: 'phone', address: '164 0000 0001' }, new Visitor(address))
    expect((await asked()).status).toBe(200)
    const soon = await asked('192.0.2.4')
    expect([soon.status, soon.problem.code, soon.problem.detail]).toEqual([429, 'proof.wait', '获取验证码过于频繁，请60秒后再试'])
    for (let i = 0; i < 4; i++) {
      server.clock.advance({ seconds: 61 })
      expect((await asked()).status).toBe(200)
    }
    server.clock.advance({ seconds: 61 })
    const sixth = await asked()
    expect(sixth.problem.detail).toBe(`获取验证码过于频繁，请${3600 - 5 * 61}秒后再试`)
    server.clock.advance({ hours: 1 })
    expect((await asked()).status).toBe(200)
  })

  test('a whole office asks from one address; the operator says how much is too much', async () => {
    const busy = await testServer({ config: { signIn: { ...server.tools.config.signIn, codesPerAddressPerHour: 30 } } })
    const visitor = new Visitor('192.0.2.99')
    const asked = (n: number) => busy.ask(verbs.requestCode, { purpose: 'register', channel: 'mail', address: `many${n}@example.org` }, visitor)
    for (let i = 0; i < 30; i++) expect((await asked(i)).status).toBe(200)
    const more = await asked(30)
    expect([more.status, more.problem.code]).toEqual([429, 'proof.wait'])
    expect(server.tools.config.signIn.codesPerAddressPerHour).toBe(300)
  })

  test('S1-N3 an impossible number gets a sentence and no code', async () => {
    const asked = await server.ask(verbs.requestCode, { purpose: 'register', channel: 'phone', address: '12345678900' }, new Visitor('192.0.2.6'))
    expect([asked.status, asked.problem.fields.address?.sentence]).toEqual([422, '手机号码应为11位数字，以1开头'])
    expect((await server.ask(verbs.requestCode, { purpose: 'register', channel: 'mail', address: '张三' }, new Visitor('192.0.2.6'))).problem.fields.address?.code).toBe('mail.format')
  })

  test('a code for another contact is for somebody who is signed in', async () => {
    const asked = await server.ask(verbs.requestCode, { purpose: 'change', channel: 'mail', address: 'x@example.org' }, new Visitor('192.0.2.7'))
    expect([asked.status, asked.problem.code]).toEqual([401, 'sign_in_first'])
  })
})

describe('S1-35, S1-41 an account', () => {
  test('is made of two proofs, which are spent with it; mailbox and phone are sealed', async () => {
    const lin = await person(server, { userName: 'linzhiyuan', mail: 'Lin@example.org', phone: '16400000101' })
    expect(await contactOf(db, keyring, lin.accountId)).toEqual({ userName: 'linzhiyuan', name: '林知远', mail: 'Lin@example.org', phone: '16400000101', lang: 'zh' })
    const row = JSON.stringify(await db.selectFrom('account').selectAll().where('id', '=', lin.accountId).execute())
    for (const secret of ['Lin@example.org', 'lin@example.org', '16400000101', '"0101"', lin.password]) expect(row).not.toContain(secret)
    const [made] = await eventsOf(db, keyring, 'accounts', lin.accountId)
    expect(made).toMatchObject({ seq: 1, event: 'registered', private: { userName: 'linzhiyuan', mail: 'Lin@example.org' } })
  })

  const made = (asked: { userName: string; mailProofId: string; phoneProofId: string }) =>
    within(server, (tx) => createAccount(tx, platformCall(server), { displayName: '周衡', passwordHash: 'x', lang: 'zh', ...asked }))

  test('D14 what is taken is told beside its field, only after both codes came back; a refused one spends no proof', async () => {
    await person(server, { userName: 'zhouheng', mail: 'zhou@example.org', phone: '16400000102' })
    server.clock.advance({ minutes: 2 })
    const proofs = { mailProofId: await proof(server, 'mail', 'ZHOU@example.org'), phoneProofId: await proof(server, 'phone', '16400000102') }
    const unproven = await made({ userName: 'zhouheng', ...proofs, phoneProofId: newId() })
    expect(isRefusal(unproven) && unproven.fields).toEqual({ phone: { code: 'proof.not_proven' } })
    const taken = await made({ userName: 'ZhouHeng'.toLowerCase(), ...proofs })
    expect(isRefusal(taken) && [taken.status, taken.fields]).toEqual([409, {
      userName: { code: 'account.user_name_taken' }, mail: { code: 'account.mail_bound' }, phone: { code: 'account.phone_bound' },
    }])
    server.clock.advance({ minutes: 2 })
    const fresh = { mailProofId: await proof(server, 'mail', 'zhou2@example.org'), phoneProofId: await proof(server, 'phone', '16400000103') }
    expect(isRefusal(await made({ userName: 'zhouheng', ...fresh }))).toBe(true)
    expect(isRefusal(await made({ userName: 'zhouheng2', ...fresh }))).toBe(false)
    const again = await made({ userName: 'zhouheng3', ...fresh })
    expect(isRefusal(again) && again.fields).toEqual({ mail: { code: 'proof.not_proven' }, phone: { code: 'proof.not_proven' } })
  })

  test('a proof is good for an hour, and for what it was asked for', async () => {
    const proofs = { mailProofId: await proof(server, 'mail', 'old@example.org'), phoneProofId: await proof(server, 'phone', '16400000104') }
    expect(isRefusal(await made({ userName: 'swapped_1', mailProofId: proofs.phoneProofId, phoneProofId: proofs.mailProofId }))).toBe(true)
    server.clock.advance({ minutes: 61 })
    expect(isRefusal(await made({ userName: 'tooold_1', ...proofs }))).toBe(true)
  })

  test('D14 asking for a code tells nothing about an account', async () => {
    await person(server, { mail: 'known@example.org' })
    server.clock.advance({ minutes: 2 })
    const known = await server.ask(verbs.requestCode, { purpose: 'register', channel: 'mail', address: 'known@example.org' }, new Visitor('192.0.2.8'))
    const unknown = await server.ask(verbs.requestCode, { purpose: 'register', channel: 'mail', address: 'unknown@example.org' }, new Visitor('192.0.2.9'))
    expect(shapeOf(known)).toEqual(shapeOf(unknown))
    expect(Object.keys(known.body)).toEqual(Object.keys(unknown.body))
  })
})

describe('mandates', () => {
  const scope = newId()
  test('a post is held once, ends, and is given again; each stands in the journal', async () => {
    const who = await person(server)
    const granted = { accountId: who.accountId, post: 'unit_account' as const, scopeId: scope }
    const grant = () => within(server, (tx) => grantMandate(tx, platformCall(server), granted))
    const end = () => within(server, (tx) => endMandate(tx, platformCall(server), granted))
    well(await grant())
    const twice = await grant()
    expect(isRefusal(twice) && [twice.code, twice.status]).toEqual(['mandate.held', 409])
    expect(await accountsIn(db, keyring, 'unit_account', scope)).toEqual([{ accountId: who.accountId, lang: 'zh', mail: who.mail, phone: who.phone }])
    well(await end())
    const gone = await end()
    expect(isRefusal(gone) && gone.status).toBe(404)
    expect(await accountsIn(db, keyring, 'unit_account', scope)).toEqual([])
    well(await grant())
    const events = await eventsOf(db, keyring, 'accounts', who.accountId)
    expect(events.map((one) => one.event)).toEqual(['registered', 'mandate_granted', 'mandate_ended', 'mandate_granted'])
    expect(events.map((one) => one.seq)).toEqual([1, 2, 3, 4])
  })

  test('a unit has one unit account', async () => {
    const second = await person(server)
    const refused = await within(server, (tx) => grantMandate(tx, platformCall(server), { accountId: second.accountId, post: 'unit_account', scopeId: scope }))
    expect(isRefusal(refused) && refused.code).toBe('mandate.unit_has_account')
  })

  test('I21 the last administrator of the platform stays', async () => {
    const first = await person(server, { post: 'platform_admin' })
    const admin = { accountId: first.accountId, post: 'platform_admin' as const, scopeId: null }
    const refused = await within(server, (tx) => endMandate(tx, platformCall(server), admin))
    expect(isRefusal(refused) && refused.code).toBe('account.last_administrator')
    const disabled = await within(server, (tx) => disableAccount(tx, platformCall(server), first.accountId))
    expect(isRefusal(disabled) && disabled.code).toBe('account.last_administrator')
    const second = await person(server, { post: 'platform_admin' })
    well(await within(server, (tx) => disableAccount(tx, platformCall(server), second.accountId)))
    const alone = await within(server, (tx) => endMandate(tx, platformCall(server), admin))
    expect(isRefusal(alone) && alone.code).toBe('account.last_administrator')
    well(await within(server, (tx) => enableAccount(tx, platformCall(server), second.accountId)))
    well(await within(server, (tx) => endMandate(tx, platformCall(server), admin)))
  })

  test('S1-52 a person with several posts switches between them; a post that ended is gone at the next request', async () => {
    const authority = newId()
    await db.insertInto('authority').values({ id: authority, kind: 'bureau', name: '渝州市科学技术局（演示）', name_en: 'Yuzhou Bureau (demo)' }).execute()
    const who = await person(server, { post: 'authority_officer', scopeId: authority })
    server.clock.advance({ seconds: 1 })
    well(await within(server, (tx) => grantMandate(tx, platformCall(server), { accountId: who.accountId, post: 'platform_admin', scopeId: null })))
    const visitor = await signedIn(server, who)
    const me = (await server.ask(verbs.me, {}, visitor)).body
    expect(me.mandate).toMatchObject({ post: 'authority_officer', scopeName: '渝州市科学技术局（演示）' })
    expect(me.mandates.map((m) => m.post)).toEqual(['authority_officer', 'platform_admin'])
    const other = me.mandates[1]!.id
    expect((await server.ask(verbs.switchMandate, { mandateId: other }, visitor)).body.mandate.scopeName).toBe('平台管理')
    expect((await server.ask(verbs.me, {}, visitor)).body.mandate?.post).toBe('platform_admin')
    visitor.cookies.set('lang', 'en')
    expect((await server.ask(verbs.me, {}, visitor)).body.mandate?.scopeName).toBe('Platform administration')
    well(await within(server, (tx) => endMandate(tx, platformCall(server), { accountId: who.accountId, post: 'platform_admin', scopeId: null })))
    const after = (await server.ask(verbs.me, {}, visitor)).body
    expect([after.mandate?.scopeName, after.mandates.length]).toEqual(['Yuzhou Bureau (demo)', 1])
    expect((await server.ask(verbs.switchMandate, { mandateId: other }, visitor)).status).toBe(404)
  })
})

test('S1-17 another mailbox counts once its code was proven and the password typed', async () => {
  const who = await person(server)
  const taken = await person(server)
  const visitor = await signedIn(server, who)
  server.clock.advance({ minutes: 2 })
  const proofId = await proof(server, 'mail', 'neu@example.org', 'change', visitor)
  const wrong = await server.ask(verbs.changeContact, { proofId, password: 'not this one' }, visitor)
  expect(wrong.problem.fields.password?.code).toBe('password.wrong')
  expect((await server.ask(verbs.changeContact, { proofId, password: who.password }, visitor)).status).toBe(200)
  expect((await contactOf(db, keyring, who.accountId))?.mail).toBe('neu@example.org')
  expect((await server.ask(verbs.changeContact, { proofId, password: who.password }, visitor)).problem.fields.proofId?.code).toBe('proof.not_proven')
  const bound = await proof(server, 'phone', taken.phone, 'change', visitor)
  expect((await server.ask(verbs.changeContact, { proofId: bound, password: who.password }, visitor)).problem.fields.phone?.code).toBe('account.phone_bound')
})

test('E43 another phone needs no review, but its code and the password; the number of before is told', async () => {
  const who = await person(server)
  const visitor = await signedIn(server, who)
  server.clock.advance({ minutes: 2 })
  const fresh = '16400007743'
  const proofId = await proof(server, 'phone', fresh, 'change', visitor)
  expect((await server.ask(verbs.changeContact, { proofId, password: 'not this one' }, visitor)).status).toBe(422)
  expect((await contactOf(db, keyring, who.accountId))?.phone).toBe(who.phone)
  const before = (await server.sent()).length
  expect((await server.ask(verbs.changeContact, { proofId, password: who.password }, visitor)).status).toBe(200)
  expect((await contactOf(db, keyring, who.accountId))?.phone).toBe(fresh)
  expect((await server.sent()).slice(before).map(({ address }) => address)).toContain(who.phone)
})

test('S1-52 who I am: contacts masked, notices counted, nothing secret', async () => {
  const who = await person(server, { mail: 'mingming@example.org', phone: '16412340077' })
  await db.insertInto('inbox').values({ id: newId(), account_id: who.accountId, title: '通知', body: '内容' }).execute()
  const visitor = await signedIn(server, who)
  const { body, text, headers } = await server.ask(verbs.me, {}, visitor)
  expect(body).toMatchObject({ userName: who.userName, mail: 'm***@example.org', phone: '164****0077', unread: 1, mandate: null, secondFactor: { on: false, required: false } })
  expect(text).not.toMatch(/argon2|16412340077|mingming/)
  expect(headers['cache-control']).toBe('no-store')
  expect((await server.ask(verbs.setLanguage, { lang: 'en' }, visitor)).status).toBe(200)
  expect((await server.ask(verbs.me, {}, visitor)).body.lang).toBe('en')
})

test('an account that is disabled cannot sign in, its sessions end at once; enabled it can again', async () => {
  const who = await person(server)
  const visitor = await signedIn(server, who)
  well(await within(server, (tx) => disableAccount(tx, platformCall(server), who.accountId)))
  expect((await server.ask(verbs.me, {}, visitor)).status).toBe(401)
  const refused = await server.ask(verbs.signIn, { userName: who.userName, password: who.password }, new Visitor())
  expect([refused.status, refused.problem.code]).toEqual([422, 'account.wrong'])
  expect(await db.selectFrom('session').select('id').where('account_id', '=', who.accountId).execute()).toEqual([])
  well(await within(server, (tx) => enableAccount(tx, platformCall(server), who.accountId)))
  await signedIn(server, who, new Visitor())
})
