import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { claim, claimInput, resting, supportOfficer, townUnit } from '../../../checks/claims.ts'
import { person } from '../../../checks/people.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { browserOf } from '../../../world/browser.ts'
import { townPassword } from '../../../world/cast.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { demoLicence } from '../../../world/licence.ts'
import { buildTown } from '../../../world/town.ts'
import { demoMail } from '../../codes/demo-numbers.ts'
import { accountsContract } from '../accounts/contract.ts'
import { settingsContract } from '../settings/contract.ts'
import { replayCase } from './case-journal.ts'
import { caseById } from './case-store.ts'
import { recoveryContract as verbs } from './contract.ts'
import { dropStrayEvidence, eraseCases } from './erasure.ts'

const server = await testServer({ config: { demo: true } })
const town = await buildTown(server.tools, server.app, { units: ['shili_keji3', 'haihe_yanjiu', 'jingu_ligong'] })
const unit = townUnit('shili_keji3')
const other = townUnit('haihe_yanjiu')
const tang = await supportOfficer(server, '汤支持')
const yuan = await supportOfficer(server, '袁支持')
const keeperBrowser = town.units.shili_keji3
const { haihe_wang: wang, jiaowei_li: li, pingtai_zhou: admin } = town.staff
if (!keeperBrowser || !wang || !li || !admin) throw new Error('the town is not whole')
const as = tang.visitor
const second = yuan.visitor
await admin.ask(settingsContract.change, { changes: [{ key: 'recovery.keep_days', version: 0, value: 30 }] })
const allChecks = ['name', 'code', 'representative', 'seal'] as const
const versionOf = async (id: string) => (await server.tools.db.selectFrom('recovery_case').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
const on = async (id: string) => ({ id, version: await versionOf(id) })
const looks = async () => (await server.tools.db.selectFrom('journal').select(['event', 'body', 'actor_name']).where('room', '=', 'recovery.look').orderBy('at').execute())
const lettersOf = (address: string) => lettersTo(server.tools, address)

describe('S1-10 a claim by evidence, from somebody who has no account', () => {
  test('S1-10 is received with a number and a link, and all who have to know are told', async () => {
    const c = await claim(server, other)
    expect(c.number).toMatch(/^\d{9}$/)
    const seen = await c.browser.ask(verbs.follow, { token: c.token })
    expect(seen).toMatchObject({ number: c.number, state: 'submitted', unit: other.name, waiting: { with: 'support' }, can: ['withdraw'] })
    // E12: the present keeper by inbox, mail and SMS; support in the inbox.
    const told = (await server.sent()).filter(({ template }) => template === 'recovery.notice.keeper_claimed' || template === 'recovery.notice.desk_opened')
    expect([...new Set(told.map(({ channel, template }) => `${template} ${channel}`))].sort()).toEqual([
      'recovery.notice.desk_opened inbox',
      'recovery.notice.keeper_claimed inbox', 'recovery.notice.keeper_claimed mail', 'recovery.notice.keeper_claimed sms',
    ])
    const done = await c.browser.ask(verbs.withdraw, { token: c.token, version: seen.version })
    expect(done).toMatchObject({ state: 'withdrawn', can: [], waiting: null })
  })

  test('S1-10 the secret of the link stands in no log and no address: behind the #, and only its digest finds the case', async () => {
    const c = await claim(server, other)
    const letter = (await lettersOf(c.mail)).find(({ template }) => template === 'recovery.notice.claimant_opened')
    expect(String(letter?.params.link)).toMatch(/^\/app\/recovery\/case#[\w-]{43}$/)
    const { rows } = await sql<{ whole: string }>`select c::text as whole from recovery_case c where id = ${c.id}`.execute(server.tools.db)
    for (const secret of [c.token, c.mail, c.phone]) expect(rows[0]?.whole).not.toContain(secret)
    expect((await c.browser.refused(verbs.follow, { token: 'x'.repeat(43) })).code).toBe('recovery.link_unknown')
    await c.browser.ask(verbs.withdraw, { token: c.token, version: 1 })
  })

  test('S1-10 without both codes, the licence, or an active unit there is no case', async () => {
    const { browser, input } = await claimInput(server, other, { evidence: false })
    expect((await browser.refused(verbs.open, input)).fields).toHaveProperty('evidence')
    expect((await browser.refused(verbs.open, { ...input, unitId: '00000000-0000-7000-8000-000000000000' })).fields).toHaveProperty('unitId')
    const with2 = await claimInput(server, other)
    expect((await with2.browser.refused(verbs.open, { ...with2.input, phoneProofId: with2.input.mailProofId })).fields).toHaveProperty('phoneProofId')
    expect((await with2.browser.refused(verbs.open, { ...with2.input, cause: 'other' })).fields).toHaveProperty('explanation')
    const stranger = browserOf(server.app, '198.18.90.1')
    await expect(stranger.upload(verbs.uploadEvidence, { proofId: '00000000-0000-7000-8000-000000000000' }, { name: 'a.png', bytes: Buffer.from('x') })).rejects.toThrow(/proof.not_proven/)
    await expect(with2.browser.upload(verbs.uploadEvidence, { proofId: with2.input.mailProofId }, { name: 'a.pdf', bytes: Buffer.from('MZ not a pdf') })).rejects.toThrow(/file\./)
  })

  test('S1-10 one open case per unit and mailbox; another mailbox may claim as well, and the desk sees both', async () => {
    const first = await claim(server, other, { mail: demoMail('liangci') })
    server.clock.advance({ minutes: 2 })
    const again = await claimInput(server, other, { mail: demoMail('liangci') })
    const refused = await again.browser.refused(verbs.open, again.input)
    expect(refused.fields.mailProofId?.code).toBe('recovery.already_open')
    const rival = await claim(server, other)
    const { body } = await server.ask(verbs.case, { id: rival.id }, as)
    expect(body.others.map(({ id }) => id)).toContain(first.id)
    for (const c of [first, rival]) await c.browser.ask(verbs.withdraw, { token: c.token, version: 1 })
  })

  test('D14 nothing is told of accounts before the codes came back, and then only what is taken', async () => {
    const taken = await claimInput(server, other, { userName: 'shili_keji3' })
    expect((await taken.browser.refused(verbs.open, taken.input)).fields.userName?.code).toBe('account.user_name_taken')
    // Unproven: the same refusal, whether the name is taken or free.
    const free = { ...taken.input, userName: 'meiren_yong', phoneProofId: taken.input.mailProofId }
    const one = await taken.browser.refused(verbs.open, { ...taken.input, phoneProofId: taken.input.mailProofId })
    const two = await taken.browser.refused(verbs.open, free)
    expect({ code: one.code, fields: one.fields }).toEqual({ code: two.code, fields: two.fields })
  })
})

describe('S1-58 the desk of technical support', () => {
  test('S1-58 oldest first, filtered by state, unit and number; nobody else gets in', async () => {
    const a = await claim(server, unit)
    server.clock.advance({ minutes: 1 })
    const b = await claim(server, other)
    const list = await server.ask(verbs.cases, { state: 'open' }, as)
    expect(list.body.rows.map(({ id }) => id)).toEqual([a.id, b.id])
    expect(list.body.counts).toMatchObject({ open: 2, submitted: 2 })
    expect((await server.ask(verbs.cases, { unit: '第三科技' }, as)).body.rows.map(({ id }) => id)).toEqual([a.id])
    expect((await server.ask(verbs.cases, { state: 'open', unit: other.creditCode }, as)).body.rows.map(({ id }) => id)).toEqual([b.id])
    expect((await server.ask(verbs.cases, { number: ` ${b.number.slice(0, 4)} ${b.number.slice(4)}` }, as)).body.rows.map(({ id }) => id)).toEqual([b.id])
    // Least privilege: a case that waits for support is nobody else's; the claimant appears masked.
    expect(list.body.rows[0]?.claimant).toBe('刘**')
    expect((await wang.ask(verbs.cases, {})).rows).toEqual([])
    expect((await wang.refused(verbs.case, { id: a.id })).status).toBe(404)
    for (const stranger of [admin, keeperBrowser]) expect((await stranger.refused(verbs.case, { id: a.id })).status).toBe(403)
    expect((await server.ask(verbs.case, { id: a.id }, new Visitor('198.18.91.1'))).status).toBe(401)
    for (const c of [a, b]) await c.browser.ask(verbs.withdraw, { token: c.token, version: 1 })
  })

  test('S1-58 accounts are looked at masked, in clear only with a reason, and every look is written down', async () => {
    const c = await claim(server, unit)
    const shown = (await server.ask(verbs.case, { id: c.id }, as)).body
    expect(shown.claimant).toMatchObject({ name: '刘接任', userName: c.userName })
    expect(JSON.stringify(shown)).not.toContain(c.phone)
    const before = (await looks()).length
    const kept = (await server.ask(verbs.keeper, { id: c.id }, as)).body.account
    expect(kept).toMatchObject({ userName: 'shili_keji3', state: 'active', mail: 's***@example.com' })
    expect(kept?.phone).toMatch(/^164\*{4}\d{4}$/)
    const found = (await server.ask(verbs.lookUp, { text: unit.creditCode }, as)).body.accounts
    expect(found.map(({ userName }) => userName)).toEqual(['shili_keji3'])
    expect((await server.ask(verbs.lookUp, { text: unit.mail }, as)).body.accounts.map(({ userName }) => userName)).toEqual(['shili_keji3'])
    expect((await server.ask(verbs.lookUp, { text: 'shili_keji' }, as)).body.accounts).toEqual([])
    expect((await server.ask(verbs.revealAccount, { id: kept?.accountId ?? '', reason: '' }, as)).status).toBe(422)
    const clear = await server.ask(verbs.revealAccount, { id: kept?.accountId ?? '', reason: '电话核实' }, as)
    expect(clear.body).toMatchObject({ mail: unit.mail, phone: unit.phone })
    expect((await server.ask(verbs.revealClaimant, { id: c.id, reason: '电话核实' }, as)).body).toMatchObject({ mail: c.mail, phone: c.phone })
    const written = (await looks()).slice(before)
    expect(written.map(({ event }) => event)).toEqual(['account_looked_at', 'account_looked_for', 'account_looked_for', 'account_looked_for', 'contact_revealed', 'contact_revealed'])
    expect(written.every(({ actor_name }) => actor_name === '汤支持')).toBe(true)
    // What was typed is personal: it lies sealed beside the journal.
    expect(JSON.stringify(written)).not.toContain(unit.mail)
    expect((await wang.refused(verbs.lookUp, { text: unit.mail })).status).toBe(403)
    await c.browser.ask(verbs.withdraw, { token: c.token, version: 1 })
  })

  test('S1-10 核实无误后告知: the user name to the proven mailbox, the link to the registered one alone', async () => {
    const c = await claim(server, unit, { cause: 'forgotten' })
    const compared = { checks: ['name', 'code', 'seal'] as const, reason: '与登记信息一致，电话核实本人在职' }
    // To tell a name is to have compared, as for a hand-over.
    expect((await server.ask(verbs.answer, { ...(await on(c.id)), checks: ['name'], reason: '一致' }, as)).problem.code).toBe('recovery.compare_first')
    expect((await server.ask(verbs.answer, { ...(await on(c.id)), checks: [...compared.checks], reason: ' ' }, as)).problem.fields).toHaveProperty('reason')
    const done = await server.ask(verbs.answer, { ...(await on(c.id)), ...compared, checks: [...compared.checks] }, as)
    expect(done.body.state).toBe('answered')
    expect((await server.ask(verbs.case, { id: c.id }, second)).body.verification).toMatchObject({ by: '汤支持', checks: ['name', 'code', 'seal'], note: compared.reason })
    expect(JSON.stringify(await c.browser.ask(verbs.follow, { token: c.token }))).not.toContain(compared.reason)
    expect(await caseById(server.tools.db, server.tools.keyring, c.id)).toEqual(await replayCase(server.tools, c.id))
    const toClaimant = (await lettersOf(c.mail)).find(({ template }) => template === 'recovery.notice.claimant_answered')
    expect(toClaimant?.params.userName).toBe('shili_keji3')
    expect(String(toClaimant?.params.link)).toMatch(/^\/app\/recovery\/case#/)
    const reset = (await lettersOf(unit.mail)).find(({ template }) => template === 'account.reset')
    expect(String(reset?.params.link)).toMatch(/^\/set-password\?token=/)
    expect((await lettersOf(c.mail)).some(({ params }) => String(params.link ?? '').startsWith('/set-password'))).toBe(false)
  })

  test('S1-10 不通过: with a coded reason and its text, and how to begin anew', async () => {
    const c = await claim(server, unit)
    expect((await server.ask(verbs.refuse, { ...(await on(c.id)), reasonCode: 'no_seal', reason: ' ' }, as)).problem.fields).toHaveProperty('reason')
    await server.ask(verbs.refuse, { ...(await on(c.id)), reasonCode: 'no_seal', reason: '请上传加盖公章的复印件。' }, as)
    const letter = (await server.sent('mail')).findLast(({ address }) => address === c.mail)
    expect(letter?.body).toContain('不是彩色原件扫描件')
    expect(letter?.body).toContain('请上传加盖公章的复印件。')
    expect(letter?.body).toContain('重新申请')
    expect(await c.browser.ask(verbs.follow, { token: c.token })).toMatchObject({ state: 'refused', reasonCode: 'no_seal', note: '请上传加盖公章的复印件。' })
    // The same mailbox may claim anew at once.
    server.clock.advance({ minutes: 2 })
    const anew = await claim(server, unit, { mail: c.mail, phone: c.phone })
    await anew.browser.ask(verbs.withdraw, { token: anew.token, version: 1 })
  })
})

describe('E12 the hand-over takes two officers', () => {
  test('E12 an objection bars it until support has decided with reason', async () => {
    const c = await claim(server, unit)
    const [mine] = (await keeperBrowser.ask(verbs.claims, {})).filter(({ id }) => id === c.id)
    expect(mine).toMatchObject({ claimant: '刘**', can: ['object'] })
    expect((await town.units.haihe_yanjiu?.refused(verbs.object, { ...(await on(c.id)), reason: '不属实' }))?.status).toBe(404)
    await server.ask(verbs.verify, { ...(await on(c.id)), checks: [...allChecks], reason: '逐项一致' }, as)
    await keeperBrowser.ask(verbs.object, { ...(await on(c.id)), reason: '本人仍在职，未委托他人' })
    expect((await server.ask(verbs.confirm, await on(c.id), second)).problem.code).toBe('overtaken')
    expect((await server.ask(verbs.verify, { ...(await on(c.id)), checks: [...allChecks], reason: '逐项一致' }, as)).problem.code).toBe('overtaken')
    expect((await server.ask(verbs.case, { id: c.id }, as)).body).toMatchObject({ state: 'objected', objection: '本人仍在职，未委托他人', can: expect.arrayContaining(['overrule', 'refuse']) as unknown })
    await server.ask(verbs.overrule, { ...(await on(c.id)), reason: '经单位来函确认，该员工已离职。' }, as)
    // Overruled once, it is not raised again.
    expect((await keeperBrowser.ask(verbs.claims, {})).find(({ id }) => id === c.id)).toMatchObject({ state: 'submitted', isOverruled: true, can: [], note: '经单位来函确认，该员工已离职。' })
    expect((await keeperBrowser.refused(verbs.object, { ...(await on(c.id)), reason: '再次异议' })).status).toBe(403)
    // Nor does he read what one officer writes to the other.
    await server.ask(verbs.verify, { ...(await on(c.id)), checks: [...allChecks], reason: '仅供复核人员' }, as)
    expect((await keeperBrowser.ask(verbs.claims, {})).find(({ id }) => id === c.id)?.note).toBe('经单位来函确认，该员工已离职。')
    await c.browser.ask(verbs.withdraw, { token: c.token, version: await versionOf(c.id) })
  })

  test('E12 name, code and seal must have been compared; the second officer may send back with a reason', async () => {
    const c = await claim(server, unit)
    const bare = await server.ask(verbs.verify, { ...(await on(c.id)), checks: ['name', 'code'], reason: '印章不清' }, as)
    expect(bare.problem.code).toBe('recovery.compare_first')
    await server.ask(verbs.verify, { ...(await on(c.id)), checks: ['name', 'code', 'seal'], reason: '法定代表人已变更，证照为新' }, as)
    // Nobody confirms what he himself verified, and says so himself.
    const own = (await server.ask(verbs.case, { id: c.id }, as)).body
    expect(own).toMatchObject({ bar: 'verified_by_you', can: [] })
    expect((await server.ask(verbs.confirm, await on(c.id), as)).problem.code).toBe('recovery.two_officers')
    // The unit's authority sees it now, another authority does not.
    expect((await wang.ask(verbs.case, { id: c.id })).can.sort()).toEqual(['confirm', 'sendBack'])
    expect((await wang.ask(verbs.cases, { state: 'open' })).rows.map(({ id }) => id)).toEqual([c.id])
    expect((await li.refused(verbs.case, { id: c.id })).status).toBe(404)
    expect((await li.refused(verbs.confirm, await on(c.id))).status).toBe(404)
    await wang.ask(verbs.sendBack, { ...(await on(c.id)), reason: '请核对法定代表人变更通知书' })
    expect((await server.ask(verbs.case, { id: c.id }, as)).body).toMatchObject({ state: 'submitted', note: '请核对法定代表人变更通知书' })
    expect(await caseById(server.tools.db, server.tools.keyring, c.id)).toEqual(await replayCase(server.tools, c.id))
    await c.browser.ask(verbs.withdraw, { token: c.token, version: await versionOf(c.id) })
  })

  test('E12 no one decides on his own case: by his mailbox or phone an officer is known', async () => {
    const { who, visitor } = await supportOfficer(server, '自己人')
    server.clock.advance({ minutes: 2 })
    const c = await claim(server, unit, { cause: 'forgotten', mail: who.mail })
    expect((await server.ask(verbs.case, { id: c.id }, visitor)).body).toMatchObject({ bar: 'own', can: [] })
    expect((await server.ask(verbs.answer, { ...(await on(c.id)), checks: [...allChecks], reason: '一致' }, visitor)).status).toBe(403)
    await c.browser.ask(verbs.withdraw, { token: c.token, version: 1 })
  })

  test('E12 N12 from "nobody can sign in" to working: the old keeper is out at once, the new one is in', async () => {
    await resting(server, unit)
    const c = await claim(server, unit)
    const rival = await claim(server, unit)
    await server.ask(verbs.verify, { ...(await on(c.id)), checks: [...allChecks], reason: '逐项一致' }, as)
    // Somebody takes the wished name meanwhile: the officer is told beside the fact, and nothing has happened.
    const squatter = await person(server, { userName: c.userName })
    expect((await server.ask(verbs.case, { id: c.id }, second)).body.taken).toEqual(['userName'])
    const stopped = await server.ask(verbs.confirm, await on(c.id), second)
    expect(stopped.problem).toMatchObject({ code: 'recovery.taken', fields: { userName: { code: 'account.user_name_taken' } } })
    expect((await keeperBrowser.ask(accountsContract.me, {})).mandate?.post).toBe('unit_account')
    await server.tools.db.updateTable('account').set({ user_name: 'rangchu_mingzi' }).where('id', '=', squatter.accountId).execute()

    const done = await server.ask(verbs.confirm, await on(c.id), second)
    expect(done.body.state).toBe('handed_over')
    expect((await keeperBrowser.refused(accountsContract.me, {})).status).toBe(401)
    const old = new Visitor('198.18.92.1')
    await server.ask(accountsContract.signIn, { userName: 'shili_keji3', password: townPassword }, old)
    expect((await server.ask(accountsContract.me, {}, old)).body.mandate).toBeNull()

    const letter = (await lettersOf(c.mail)).find(({ template }) => template === 'recovery.notice.claimant_handed_over')
    const link = new URL(String(letter?.params.link), 'http://town').searchParams.get('token') ?? ''
    const successor = new Visitor('198.18.92.2')
    await server.visit('/set-password', successor, { token: link, password: townPassword, passwordAgain: townPassword })
    const signed = await server.ask(accountsContract.signIn, { userName: c.userName, password: townPassword }, successor)
    expect(signed.body.stage).toBe('full')
    expect((await server.ask(accountsContract.me, {}, successor)).body).toMatchObject({ displayName: '刘接任', mandate: { post: 'unit_account', scopeName: unit.name } })
    // Whoever else claims it now claims it from the new keeper, who is told and may object.
    expect((await lettersOf(c.mail)).some(({ template, params }) => template === 'recovery.notice.keeper_claimed' && params.number === rival.number)).toBe(true)
    expect((await server.ask(verbs.claims, {}, successor)).body.find(({ id }) => id === rival.id)?.can).toEqual(['object'])
    expect(await caseById(server.tools.db, server.tools.keyring, c.id)).toEqual(await replayCase(server.tools, c.id))
    await rival.browser.ask(verbs.withdraw, { token: rival.token, version: 1 })
  })

  test('E12 a unit that nobody keeps gets a keeper all the same; one verified before another hand-over goes back', async () => {
    const lone = townUnit('jingu_ligong')
    const a = await claim(server, lone)
    const b = await claim(server, lone)
    for (const c of [a, b]) await server.ask(verbs.verify, { ...(await on(c.id)), checks: [...allChecks], reason: '逐项一致' }, as)
    await sql`update mandate set during = tstzrange(lower(during), ${server.clock.now()}) where post = 'unit_account' and scope_id in (select id from unit where name = ${lone.name})`.execute(server.tools.db)
    // Whoever keeps it now is not whom the first officer knew of.
    expect((await server.ask(verbs.confirm, await on(a.id), second)).problem.code).toBe('recovery.keeper_changed')
    await server.ask(verbs.sendBack, { ...(await on(a.id)), reason: '管理员已变化，请重新核验' }, second)
    await server.ask(verbs.verify, { ...(await on(a.id)), checks: [...allChecks], reason: '已无管理员' }, as)
    expect((await server.ask(verbs.answer, { ...(await on(b.id)), checks: [...allChecks], reason: '一致' }, as)).problem.code).toBe('overtaken')
    expect((await li.ask(verbs.confirm, await on(a.id))).state).toBe('handed_over')
    expect((await server.ask(verbs.confirm, await on(b.id), second)).problem.code).toBe('recovery.keeper_changed')
    await b.browser.ask(verbs.withdraw, { token: b.token, version: await versionOf(b.id) })
  })
})

test('S1-10 a network address cannot send without end, and what no case was opened for is gone after two hours', async () => {
  const { browser, input } = await claimInput(server, other, { evidence: false })
  const bytes = await demoLicence(other)
  const send = () => browser.upload(verbs.uploadEvidence, { proofId: input.mailProofId }, { name: 'a.png', bytes }).then(() => 'sent', (e: Error) => e.message)
  for (let i = 0; i < 6; i++) expect(await send()).toBe('sent')
  expect(await send()).toMatch(/recovery.too_many/)
  const kept = () => server.tools.db.selectFrom('recovery_evidence').select('file_key').where('proof_id', '=', input.mailProofId).execute()
  const [first] = await kept()
  server.clock.advance({ minutes: 25 })
  await dropStrayEvidence(server.tools)
  expect(await kept()).toHaveLength(6)
  server.clock.advance({ minutes: 100 })
  await dropStrayEvidence(server.tools)
  expect(await kept()).toEqual([])
  await expect(server.tools.files.open(first?.file_key ?? '')).rejects.toThrow()
})

test('I24 S1-10 personal data and evidence of a closed case go after the set number of days; what was decided stays', async () => {
  const c = await claim(server, other)
  const { visitor } = await supportOfficer(server, '先来人')
  await server.ask(verbs.refuse, { ...(await on(c.id)), reasonCode: 'unreadable', reason: '申请人刘接任的材料请重新扫描。' }, visitor)
  const scan = await server.tools.db.selectFrom('recovery_evidence').select(['file_key']).where('case_id', '=', c.id).executeTakeFirstOrThrow()
  server.clock.advance({ days: 29 })
  await eraseCases(server.tools)
  expect((await server.ask(verbs.follow, { token: c.token }, new Visitor('198.18.93.1'))).status).toBe(200)
  server.clock.advance({ days: 2 })
  expect(await eraseCases(server.tools)).toBeGreaterThan(0)
  expect((await server.ask(verbs.follow, { token: c.token }, new Visitor('198.18.93.1'))).problem.code).toBe('recovery.link_unknown')
  await expect(server.tools.files.open(scan.file_key)).rejects.toThrow()
  expect(await server.tools.db.selectFrom('journal_private').select('id').where('room', '=', 'recovery.case').where('subject', '=', c.id).execute()).toEqual([])
  // Nor what officers wrote, who may have named him.
  const { rows } = await sql<{ whole: string }>`
    select c::text || coalesce((select string_agg(j.body::text, ' ') from journal j where j.room = 'recovery.case' and j.subject = c.id), '') as whole
    from recovery_case c where c.id = ${c.id}`.execute(server.tools.db)
  expect(rows[0]?.whole).not.toContain('刘接任')
  const officer = await supportOfficer(server, '后来人')
  expect((await server.ask(verbs.case, { id: c.id }, officer.visitor)).body).toMatchObject({ state: 'refused', claimant: null, evidence: null, reasonCode: 'unreadable' })
  expect(await caseById(server.tools.db, server.tools.keyring, c.id)).toEqual(await replayCase(server.tools, c.id))
})
