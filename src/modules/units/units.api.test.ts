import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { browserOf, type Browser } from '../../../world/browser.ts'
import { townPassword, units as cast, type TownUnit } from '../../../world/cast.ts'
import { demoLicence } from '../../../world/licence.ts'
import { codeSentTo, lettersTo } from '../../../world/mailbox.ts'
import { acceptAgreement, proofOf, registerUnit, townAnswers, unitForm } from '../../../world/register.ts'
import { buildTown, type Town } from '../../../world/town.ts'
import { demoCreditCode, demoMail, demoMobile } from '../../codes/demo-numbers.ts'
import { accountsContract } from '../accounts/contract.ts'
import { inboxContract } from '../inbox/contract.ts'
import { unitsContract as verbs } from './contract.ts'
import { expireDrafts, warnOfExpiry } from './expiry.ts'
import { replay } from './registration-journal.ts'
import { replayUnit } from './unit-journal.ts'
import { unitById } from './unit-store.ts'
import { nameAt } from './unit-history-store.ts'
import { registrationById } from './registration-store.ts'

let server: TestServer
let town: Town
let next = 100

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  town = await buildTown(server.tools, server.app, { units: [] })
})

/** A unit that nobody registered yet, with numbers of its own. */
function aUnit(more: Partial<TownUnit> = {}): TownUnit {
  const n = next++
  const base = cast.find((unit) => unit.userName === 'shili_keji4')
  if (!base) throw new Error('the cast has lost shili_keji4')
  return {
    ...base, userName: `ceshi_danwei${n}`, name: `示例测试${n}有限公司（演示）`, creditCode: demoCreditCode('tianjin', n),
    mail: demoMail(`ceshi${n}`), phone: demoMobile(n), until: 'submitted', ...more,
  }
}

const comes = (unit: TownUnit): Promise<Browser> => registerUnit(server.tools, browserOf(server.app, `192.0.2.${next % 250}`), unit, town)
const officer = (name = 'haihe_wang'): Browser => {
  const browser = town.staff[name]
  if (!browser) throw new Error(`${name} is not signed in`)
  return browser
}
async function mineOf(browser: Browser) {
  const mine = await browser.ask(verbs.mine, {})
  if (!mine) throw new Error('there is no registration')
  return mine
}
async function begun(unit: TownUnit) {
  const browser = browserOf(server.app, `192.0.2.${next % 250}`)
  return {
    browser,
    input: {
      acceptanceId: await acceptAgreement(browser), userName: unit.userName, password: townPassword, passwordAgain: townPassword, contactName: unit.contact,
      mailProofId: await proofOf(server.tools, browser, 'mail', unit.mail), phoneProofId: await proofOf(server.tools, browser, 'phone', unit.phone), questions: townAnswers,
    },
  }
}
const countOf = async (table: 'account' | 'unit_registration' | 'unit') =>
  (await server.tools.db.selectFrom(table).select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n

describe('registration of a unit', () => {
  it('S1-33 S1-08 S1-21 S1-56 D13 a unit registers, waits, is approved, is told, and its account acts as the unit', async () => {
    const unit = aUnit()
    const browser = await comes(unit)
    const waiting = await mineOf(browser)
    expect(waiting).toMatchObject({ state: 'submitted', can: ['withdraw'], waiting: { authority: '海河示范区科学技术局（演示）', phone: '022-00000301' } })
    // S1-21: until then it cannot act for the unit.
    expect((await browser.refused(verbs.home, {})).status).toBe(403)
    await officer().ask(verbs.approve, { id: waiting.id, version: waiting.version })
    expect(await browser.ask(verbs.home, {})).toMatchObject({ name: unit.name, creditCode: unit.creditCode, status: 'active' })
    expect((await lettersTo(server.tools, unit.mail))[0]?.template).toBe('units.notice.approved')
    expect((await lettersTo(server.tools, unit.phone))[0]?.template).toBe('units.notice.approved')
    // S1-52: the header shows the unit, not the person.
    expect((await browser.ask(accountsContract.me, {})).mandate).toMatchObject({ post: 'unit_account', scopeName: unit.name })
    const seen = await browser.ask(inboxContract.list, {})
    await server.outbox.drain()
    expect((await browser.ask(inboxContract.list, {})).rows.length).toBeGreaterThan(seen.rows.length)
  })

  it('S1-19 E08 breaking off after a step and signing in again leads to the same step with what was typed', async () => {
    const unit = aUnit({ until: 'draft' })
    await comes(unit)
    const later = browserOf(server.app, '198.51.100.7')
    await later.ask(accountsContract.signIn, { userName: unit.userName, password: townPassword })
    expect(await mineOf(later)).toMatchObject({ state: 'draft', step: 'licence', form: { name: unit.name, creditCode: unit.creditCode } })
  })

  it('S1-16 without an accepted agreement of today there is no account, and version, time and address are kept', async () => {
    const { browser, input } = await begun(aUnit())
    const before = await countOf('account')
    expect((await browser.refused(verbs.begin, { ...input, acceptanceId: '01900000-0000-7000-8000-000000000000' })).code).toBe('agreement.not_accepted')
    expect(await countOf('account')).toBe(before)
    await browser.ask(verbs.begin, input)
    const kept = await server.tools.db.selectFrom('agreement_acceptance').selectAll().where('id', '=', input.acceptanceId).executeTakeFirstOrThrow()
    expect(kept.account_id).not.toBeNull()
    expect(kept.address).toMatch(/^192\.0\.2\./)
    expect((await browser.refused(verbs.begin, { ...input, userName: `${input.userName}x` })).code).toBe('agreement.not_accepted')
  })

  it('S1-35 S1-42 refusals stand beside their fields: the second password, the same question twice', async () => {
    const { browser, input } = await begun(aUnit())
    const [first, second] = townAnswers
    if (!first || !second) throw new Error('three answers are needed')
    const problem = await browser.refused(verbs.begin, { ...input, passwordAgain: 'Anders-als-7x', questions: [first, second, { ...first, answer: '另一个答案' }] })
    expect(problem.fields).toMatchObject({ passwordAgain: { code: 'password.again' }, 'questions.2.question': { code: 'security_question.different' } })
    expect((await browser.refused(verbs.begin, { ...input, password: 'short1A', passwordAgain: 'short1A' })).fields).toHaveProperty('password')
    // The refused attempts spent nothing: the same proofs still serve.
    await browser.ask(verbs.begin, input)
  })

  it('S1-17 S1-41 both codes must have come back before anything is made', async () => {
    const { browser, input } = await begun(aUnit())
    const [before, asked] = [await countOf('account'), await browser.ask(accountsContract.requestCode, { purpose: 'register', channel: 'mail', address: demoMail(`unproven${next++}`) })]
    const problem = await browser.refused(verbs.begin, { ...input, mailProofId: asked.id })
    expect(problem.fields).toMatchObject({ mailProofId: { code: 'proof.not_proven' } })
    expect(await countOf('account')).toBe(before)
  })

  it('S1-18 E02 a full-width lower-case code is kept in its canonical form', async () => {
    const unit = aUnit()
    const wide = [...unit.creditCode.toLowerCase()].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join('')
    const browser = await comes({ ...unit, creditCode: ` ${wide} ` })
    expect((await mineOf(browser)).form.creditCode).toBe(unit.creditCode)
  })

  it('S1-36 S1-18 a code that fails its check digit is refused with the way out, and approved only by who saw the licence', async () => {
    const right = aUnit()
    const wrong = right.creditCode.slice(0, 17) + (right.creditCode.endsWith('5') ? '6' : '5')
    const { browser, input } = await begun(right)
    const { id } = await browser.ask(verbs.begin, input)
    const form = unitForm({ ...right, creditCode: wrong }, town.authority.haihe ?? '')
    expect((await browser.refused(verbs.save, { id, version: 1, ...form })).fields).toMatchObject({ creditCode: { code: 'uscc.checksum' } })
    await browser.ask(verbs.save, { id, version: 1, ...form, creditCodeByHand: true })
    const scanned = await browser.upload(verbs.uploadLicence, { id }, { name: '证照.png', bytes: await demoLicence(right) })
    const { version } = await browser.ask(verbs.submit, { id, version: scanned.version })
    expect((await officer().ask(verbs.review, { id })).findings.map((f) => f.code)).toContain('units.finding.by_hand')
    expect((await officer().refused(verbs.approve, { id, version })).code).toBe('units.verify_by_hand')
    expect((await officer().ask(verbs.approve, { id, version, codeSeenOnLicence: true })).state).toBe('approved')
  })

  it('S1-37 S1-38 S1-39 S1-40 what no list knows is refused beside its field, with nothing half-written', async () => {
    const unit = aUnit()
    const { browser, input } = await begun(unit)
    const { id } = await browser.ask(verbs.begin, input)
    const problem = await browser.refused(verbs.save, {
      id, version: 1, ...unitForm(unit, town.authority.bureau ?? ''), legalType: '31', registeredDistrict: '110101', locatedDistrict: '999999',
    })
    expect(Object.keys(problem.fields).sort()).toEqual(['authorityId', 'legalType', 'locatedDistrict', 'registeredDistrict'])
    expect(problem.fields.legalType?.sentence).not.toBe('')
    expect((await mineOf(browser)).form.name).toBeNull()
    expect((await browser.refused(verbs.save, { id, version: 1, ...unitForm(unit, town.authority.haihe ?? ''), legalRepresentative: '123' })).fields).toHaveProperty('legalRepresentative')
  })

  it('S1-N2 S1-N3 a name of digits and an impossible phone number are refused', async () => {
    const { browser, input } = await begun(aUnit())
    expect((await browser.refused(verbs.begin, { ...input, contactName: '123' })).fields).toHaveProperty('contactName')
    expect((await browser.refused(accountsContract.requestCode, { purpose: 'register', channel: 'phone', address: '12345678900' })).fields).toHaveProperty('address')
  })

  it('S1-43 nothing is submitted before it is whole', async () => {
    const unit = aUnit({ until: 'draft' })
    const browser = await comes(unit)
    const mine = await mineOf(browser)
    expect((await browser.refused(verbs.submit, { id: mine.id, version: mine.version })).fields).toEqual({ licence: expect.objectContaining({ code: 'field.required' }) })
  })

  it('S1-43 a scan that lies about itself is refused with a sentence and leaves nothing', async () => {
    const browser = await comes(aUnit({ until: 'draft' }))
    const { id } = await mineOf(browser)
    for (const [name, bytes] of [['证照.pdf', Buffer.from('MZ\x90\x00 not a pdf')], ['证照.png', Buffer.alloc(0)], ['证照.jpg', await demoLicence({ name: 'x', creditCode: 'y', representative: 'z' })]] as const) {
      await expect(browser.upload(verbs.uploadLicence, { id }, { name, bytes })).rejects.toThrow(/ 422 file\./)
    }
    expect((await mineOf(browser)).licence).toBeNull()
  })

  it('E13 a submitted registration can be taken back until it is decided, and no desk has it then', async () => {
    const browser = await comes(aUnit())
    const { id, version } = await mineOf(browser)
    const taken = await browser.ask(verbs.withdraw, { id, version })
    expect(await mineOf(browser)).toMatchObject({ state: 'draft', step: 'confirm', waiting: null })
    expect((await officer().refused(verbs.review, { id })).status).toBe(404)
    await browser.ask(verbs.submit, { id, version: taken.version })
    expect((await officer().ask(verbs.review, { id })).state).toBe('submitted')
  })

  it('I9 a submit repeated with the same key has one effect and the same answer; with other content it is refused', async () => {
    const unit = aUnit({ until: 'draft' })
    const browser = await comes(unit)
    const { id } = await mineOf(browser)
    const { version } = await browser.upload(verbs.uploadLicence, { id }, { name: 'a.png', bytes: await demoLicence(unit) })
    const key = '01900000-0000-7000-8000-00000000abcd'
    const first = await browser.ask(verbs.submit, { id, version }, { key })
    expect(await browser.ask(verbs.submit, { id, version }, { key })).toEqual(first)
    expect((await browser.refused(verbs.submit, { id, version: version + 1 }, { key })).code).toBe('key_reused')
    const submits = await server.tools.db.selectFrom('journal').select('seq').where('subject', '=', id).where('event', '=', 'submitted').execute()
    expect(submits).toHaveLength(1)
  })

  it('E07 drafts end after thirty days, are warned three days before, and can be begun anew with what was typed', async () => {
    const unit = aUnit({ until: 'draft' })
    const browser = await comes(unit)
    const before = server.clock.now()
    server.clock.advance({ days: 28 })
    await warnOfExpiry(server.tools)
    await warnOfExpiry(server.tools)
    expect((await lettersTo(server.tools, unit.mail)).filter((l) => l.template === 'units.notice.expiring')).toHaveLength(1)
    server.clock.advance({ days: 3 })
    expect(await expireDrafts(server.tools)).toBeGreaterThan(0)
    await browser.ask(accountsContract.signIn, { userName: unit.userName, password: townPassword })
    const expired = await mineOf(browser)
    expect(expired).toMatchObject({ state: 'expired', can: ['restart'] })
    await browser.ask(verbs.restart, { id: expired.id })
    expect(await mineOf(browser)).toMatchObject({ state: 'draft', form: { name: unit.name }, licence: null })
    server.clock.set(before)
  })
})

describe("the authority's desk", () => {
  it('S1-55 a return marks fields with reasons; they stand there until it is submitted again; the desk sees what changed', async () => {
    const unit = aUnit()
    const browser = await comes(unit)
    const { id, version } = await mineOf(browser)
    expect((await officer().refused(verbs.return, { id, version, marks: [], note: ' ' })).fields.note?.code).toBe('review.reason_required')
    expect((await officer().refused(verbs.return, { id, version, marks: [{ field: 'name', reason: '' }], note: '' })).fields).toHaveProperty('marks.0.reason')
    await officer().ask(verbs.return, { id, version, marks: [{ field: 'creditCode', reason: '与证照上的代码不一致' }], note: '' })
    const returned = await mineOf(browser)
    expect(returned).toMatchObject({ state: 'returned', marks: [{ field: 'creditCode', reason: '与证照上的代码不一致' }] })
    expect(JSON.stringify(await lettersTo(server.tools, unit.mail))).toContain('与证照上的代码不一致')
    const corrected = demoCreditCode('tianjin', next++)
    const saved = await browser.ask(verbs.save, { id, version: returned.version, ...unitForm({ ...unit, creditCode: corrected }, town.authority.haihe ?? '') })
    expect((await mineOf(browser)).marks).toHaveLength(1)
    await browser.ask(verbs.submit, { id, version: saved.version })
    expect(await officer().ask(verbs.review, { id })).toMatchObject({ changed: ['creditCode'], marks: [] })
  })

  it('S1-41 a contact name that the desk marked can be corrected, and the desk sees that it was', async () => {
    const unit = aUnit()
    const browser = await comes(unit)
    const { id, version } = await mineOf(browser)
    await officer().ask(verbs.return, { id, version, marks: [{ field: 'contactName', reason: '请填写真实姓名' }], note: '' })
    const saved = await browser.ask(verbs.save, { id, version: version + 1, ...unitForm(unit, town.authority.haihe ?? ''), contactName: '郑更演' })
    await browser.ask(verbs.submit, { id, version: saved.version })
    expect(await officer().ask(verbs.review, { id })).toMatchObject({ changed: ['contactName'], contact: { name: '郑更演' } })
  })

  it('S1-17 S1-56 decisions reach the mailbox that the applicant has now, in her language, whatever the officer reads', async () => {
    const unit = aUnit()
    const browser = await comes(unit)
    const { id, version } = await mineOf(browser)
    const fresh = demoMail(`neu${next++}`)
    const asked = await browser.ask(accountsContract.requestCode, { purpose: 'change', channel: 'mail', address: fresh })
    await browser.ask(accountsContract.proveCode, { id: asked.id, code: await codeSentTo(server.tools, fresh) })
    await browser.ask(accountsContract.changeContact, { proofId: asked.id, password: townPassword })
    await officer().look('/?lang=en')
    await officer().ask(verbs.return, { id, version, marks: [{ field: 'legalRepresentative', reason: '与证照不一致' }], note: '' })
    await officer().look('/?lang=zh')
    const [letter] = await lettersTo(server.tools, fresh)
    expect(letter?.template).toBe('units.notice.returned')
    expect(letter?.params.note).toBe('法定代表人：与证照不一致')
    expect((await lettersTo(server.tools, unit.mail)).map((l) => l.template)).not.toContain('units.notice.returned')
    await browser.ask(verbs.submit, { id, version: version + 1 })
    expect(await officer().ask(verbs.revealContact, { id })).toMatchObject({ mail: fresh })
  })

  it('S1-55 a refusal is final and may be followed by another registration of the same account', async () => {
    const browser = await comes(aUnit())
    const { id, version } = await mineOf(browser)
    expect((await officer().refused(verbs.refuse, { id, version, reason: '' })).fields.reason?.code).toBe('review.reason_required')
    await officer().ask(verbs.refuse, { id, version, reason: '该单位已经注销' })
    expect(await mineOf(browser)).toMatchObject({ state: 'refused', decisionNote: '该单位已经注销', can: ['restart'] })
    server.clock.advance({ seconds: 1 })
    await browser.ask(verbs.restart, { id })
    expect((await mineOf(browser)).state).toBe('draft')
  })

  it('E05 a registration at the wrong desk is handed over, keeps its place, and leaves the first desk', async () => {
    const browser = await comes(aUnit())
    const { id, version, submittedAt } = await mineOf(browser)
    expect((await officer().refused(verbs.transfer, { id, version, authorityId: town.authority.haihe ?? '', reason: '测试转交' })).code).toBe('units.same_authority')
    await officer().ask(verbs.transfer, { id, version, authorityId: town.authority.education ?? '', reason: '属教育部门主管' })
    expect((await officer().refused(verbs.review, { id })).status).toBe(404)
    expect(await officer('jiaowei_li').ask(verbs.review, { id })).toMatchObject({ submittedAt, can: expect.arrayContaining(['approve']) })
    expect((await mineOf(browser)).waiting?.authority).toBe('示范市教育委员会（演示）')
  })

  it('S1-55 reach: another authority sees nothing, the bureau sees and hands over, a unit and a stranger may not ask', async () => {
    const browser = await comes(aUnit())
    const { id, version } = await mineOf(browser)
    expect((await officer('liangjiang_he').refused(verbs.review, { id })).status).toBe(404)
    expect((await officer('liangjiang_he').refused(verbs.approve, { id, version })).status).toBe(404)
    expect((await officer('kejiju_sun').ask(verbs.review, { id })).can).toEqual(['transfer'])
    expect((await officer('kejiju_sun').refused(verbs.approve, { id, version })).status).toBe(403)
    expect((await browser.refused(verbs.review, { id })).status).toBe(403)
    expect((await browserOf(server.app).refused(verbs.review, { id })).status).toBe(401)
    expect((await town.staff.pingtai_zhou?.refused(verbs.review, { id }))?.status).toBe(403)
  })

  it('E01 D15 the code of an active unit is refused at submission, with its keeper masked; pending ones may share a code', async () => {
    const code = demoCreditCode('tianjin', next++)
    const [one, two] = [await comes(aUnit({ creditCode: code })), await comes(aUnit({ creditCode: code }))]
    const [a, b] = [await mineOf(one), await mineOf(two)]
    const found = await officer().ask(verbs.review, { id: a.id })
    expect(found.findings).toContainEqual(expect.objectContaining({ code: 'units.finding.pending', params: { n: 1 } }))
    await officer().ask(verbs.approve, { id: a.id, version: a.version })
    expect((await officer().ask(verbs.review, { id: b.id })).findings).toContainEqual(expect.objectContaining({ code: 'units.finding.active', weight: 'stop' }))
    expect((await officer().refused(verbs.approve, { id: b.id, version: b.version })).code).toBe('units.credit_code_active.desk')
    const third = await comes(aUnit({ creditCode: code, until: 'draft' }))
    const c = await mineOf(third)
    const scanned = await third.upload(verbs.uploadLicence, { id: c.id }, { name: 'a.png', bytes: await demoLicence({ name: 'x', creditCode: code, representative: 'y' }) })
    const refused = await third.refused(verbs.submit, { id: c.id, version: scanned.version })
    expect(refused.code).toBe('units.credit_code_active')
    expect(refused.detail).toContain('郑*')
    expect(refused.detail).not.toContain('郑演')
  })

  it('S1-55 a name that looks like that of an active unit is pointed out to the desk with its reason', async () => {
    const first = aUnit()
    const a = await mineOf(await comes(first))
    await officer().ask(verbs.approve, { id: a.id, version: a.version })
    const b = await mineOf(await comes(aUnit({ name: first.name.replace('示例测试', '示例 测试').replaceAll('（', '(').replaceAll('）', ')') })))
    const codes = (await officer().ask(verbs.review, { id: b.id })).findings.map((f) => f.code)
    expect(codes.some((code) => ['units.finding.look_alike', 'units.finding.same_name'].includes(code))).toBe(true)
  })

  it('I5 a decision on a version that is no longer the newest is told as overtaken', async () => {
    const browser = await comes(aUnit())
    const { id, version } = await mineOf(browser)
    await officer('haihe_feng').ask(verbs.approve, { id, version })
    expect(await officer().refused(verbs.return, { id, version, marks: [], note: '晚了一步' })).toMatchObject({ status: 409, code: 'overtaken' })
  })

  it('S1-54 S1-N4 contacts are masked until asked for, and that they were asked for is in the journal', async () => {
    const unit = aUnit()
    const { id } = await mineOf(await comes(unit))
    const shown = await officer().ask(verbs.review, { id })
    expect(shown.contact).toMatchObject({ phone: `${unit.phone.slice(0, 3)}****${unit.phone.slice(-4)}`, masked: true })
    expect(JSON.stringify(await officer().ask(verbs.reviews, { state: 'submitted' }))).not.toContain(unit.phone)
    expect(await officer().ask(verbs.revealContact, { id })).toMatchObject({ phone: unit.phone, mail: unit.mail })
    const looked = await server.tools.db.selectFrom('journal').select('actor_name').where('room', '=', 'units.reveal').where(sql`body ->> 'registrationId'`, '=', id).execute()
    expect(looked).toEqual([{ actor_name: '王海河' }])
  })

  it('D21 D22 the list: filters, totals per state, pages by key without a gap or a double', async () => {
    const made: string[] = []
    for (let i = 0; i < 5; i++) made.push((await mineOf(await comes(aUnit()))).id)
    const all: string[] = []
    let after: string | undefined
    const { total, counts } = await officer().ask(verbs.reviews, { state: 'submitted', size: 2 })
    expect(total).toEqual({ n: counts.submitted, exact: true })
    do {
      const page = await officer().ask(verbs.reviews, { state: 'submitted', size: 2, after })
      all.push(...page.rows.map((row) => row.id))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBe(total.n)
    expect(all).toEqual(expect.arrayContaining(made))
    const last = await officer().ask(verbs.review, { id: made[4] ?? '' })
    const { phone } = await officer().ask(verbs.revealContact, { id: last.id })
    expect((await officer().ask(verbs.reviews, { phone })).rows.map((row) => row.id)).toEqual([last.id])
    expect((await officer().ask(verbs.reviews, { phone: phone.slice(-4) })).rows.map((row) => row.id)).toContain(last.id)
    expect((await officer().ask(verbs.reviews, { name: last.form.name?.slice(2, 8), state: 'submitted' })).rows.map((row) => row.id)).toContain(last.id)
    expect((await officer().ask(verbs.reviews, { creditCode: last.form.creditCode?.toLowerCase() })).total).toEqual({ n: 1, exact: true })
    expect((await officer().ask(verbs.reviews, { from: '2000-01-01', to: '2000-01-02' })).rows).toEqual([])
    expect((await officer('kejiju_sun').ask(verbs.reviews, { reach: 'below', state: 'submitted' })).total.n).toBeGreaterThanOrEqual(all.length)
    const previous = await officer().ask(verbs.reviews, { state: 'submitted', size: 2, after: (await officer().ask(verbs.reviews, { state: 'submitted', size: 2 })).next ?? '' })
    expect((await officer().ask(verbs.reviews, { state: 'submitted', size: 2, before: previous.previous ?? '' })).rows.map((r) => r.id)).toEqual(all.slice(0, 2))
  })

  it('S2-51 every page can be jumped to, however the desk looks for it', async () => {
    const sun = officer('kejiju_sun')
    const name = (await officer().ask(verbs.reviews, {})).rows[0]?.name?.slice(0, 2)
    for (const filters of [{}, { state: 'submitted' as const }, { reach: 'below' as const }, { name }, { from: '2000-01-01' }, { name, reach: 'below' as const }]) {
      const pageAt = async (size: number, page?: number) => ('reach' in filters ? sun : officer()).ask(verbs.reviews, { ...filters, size, page })
      const all = (await pageAt(100)).rows.map((row) => row.id)
      const last = Math.max(1, Math.ceil(all.length / 3))
      for (let page = 1; page <= last + 1; page++) {
        const at = Math.min(page, last)
        const { rows, previous, next, ...got } = await pageAt(3, page)
        expect([rows.map((row) => row.id), got.page, got.pages]).toEqual([all.slice(at * 3 - 3, at * 3), at, last])
        expect([previous === null, next === null]).toEqual([at === 1, at === last])
      }
    }
  })

  it('D22 the kept totals are what counting would give', async () => {
    const { rows } = await sql<{ desk_id: string; state: string; n: number }>`
      select desk_id, state, count(*)::int as n from unit_registration where desk_id is not null group by 1, 2 order by 1, 2`.execute(server.tools.db)
    const kept = await server.tools.db.selectFrom('unit_registration_total').select(['desk_id', 'state', 'n']).where('n', '<>', 0).orderBy('desk_id').orderBy('state').execute()
    expect(kept.map((row) => ({ ...row, n: row.n }))).toEqual(rows)
  })

  it('S1-08 a suspended unit is out at the next request and back when resumed', async () => {
    const unit = aUnit()
    const browser = await comes(unit)
    const mine = await mineOf(browser)
    await officer().ask(verbs.approve, { id: mine.id, version: mine.version })
    const { id } = await browser.ask(verbs.home, {})
    const suspended = await officer().ask(verbs.suspend, { id, version: 1, reason: '证照已吊销' })
    expect((await browser.refused(verbs.home, {})).status).toBe(401)
    await browser.ask(accountsContract.signIn, { userName: unit.userName, password: townPassword })
    expect((await browser.refused(verbs.home, {})).status).toBe(403)
    expect((await mineOf(browser)).unit).toMatchObject({ status: 'suspended', reason: '证照已吊销' })
    await officer().ask(verbs.resume, { id, version: suspended.version, reason: '证照已恢复' })
    expect(await browser.ask(verbs.home, {})).toMatchObject({ status: 'active' })
  })
})

describe('a unit after its approval', () => {
  async function active(unit = aUnit()) {
    const browser = await comes(unit)
    const mine = await mineOf(browser)
    await officer().ask(verbs.approve, { id: mine.id, version: mine.version })
    return { browser, unit, ...(await browser.ask(verbs.home, {})) }
  }

  it('E03 a unit changes its name and keeps its code; each time knows the name that was right then', async () => {
    const { id, browser, unit, creditCode } = await active()
    const before = server.clock.now()
    server.clock.advance({ minutes: 5 })
    expect((await officer().refused(verbs.rename, { id, version: 1, name: unit.name, reason: '证照已变更' })).fields).toMatchObject({ name: { code: 'units.same_name' } })
    await officer().ask(verbs.rename, { id, version: 1, name: '示例更名后有限公司（演示）', reason: '证照已变更' })
    const shown = await officer().ask(verbs.unit, { id })
    expect(shown).toMatchObject({ name: '示例更名后有限公司（演示）', creditCode })
    expect(shown.names.map((n) => [n.name, n.to === null])).toEqual([['示例更名后有限公司（演示）', true], [unit.name, false]])
    expect(await nameAt(server.tools.db, id, before)).toBe(unit.name)
    expect(await nameAt(server.tools.db, id, server.clock.now())).toBe('示例更名后有限公司（演示）')
    expect((await lettersTo(server.tools, unit.mail))[0]?.template).toBe('units.notice.renamed')
    await browser.ask(accountsContract.signIn, { userName: unit.userName, password: townPassword })
    expect((await browser.ask(accountsContract.me, {})).mandate?.scopeName).toBe('示例更名后有限公司（演示）')
  })

  it('E04 a merger links to its successor, ends the sessions, frees the code and keeps the history', async () => {
    const [old, next] = [await active(), await active()]
    expect((await officer().refused(verbs.dissolve, { id: old.id, version: 1, ending: 'merged', successors: [], reason: '已合并' })).fields).toMatchObject({ successors: { code: 'units.successors.one' } })
    expect((await officer().refused(verbs.dissolve, { id: old.id, version: 1, ending: 'merged', successors: [old.id], reason: '已合并' })).fields).toHaveProperty('successors')
    const found = await officer().ask(verbs.pick, { text: next.name })
    expect(found.units).toEqual([{ id: next.id, name: next.name, creditCode: next.creditCode }])
    await officer().ask(verbs.dissolve, { id: old.id, version: 1, ending: 'merged', successors: [next.id], reason: '已合并' })
    expect((await old.browser.refused(verbs.home, {})).status).toBe(401)
    const [gone, follows] = [await officer().ask(verbs.unit, { id: old.id }), await officer().ask(verbs.unit, { id: next.id })]
    expect(gone).toMatchObject({ status: 'dissolved', can: [], successors: [{ id: next.id }] })
    expect(follows.predecessors).toMatchObject([{ id: old.id, status: 'dissolved' }])
    expect(gone.timeline.map((e) => e.event)).toEqual(['activated', 'dissolved'])
    expect((await officer().ask(verbs.pick, { text: old.creditCode })).units).toEqual([])
    // The code is free again for whoever rightfully bears it.
    const again = await active(aUnit({ creditCode: old.creditCode }))
    expect(again.status).toBe('active')
    await old.browser.ask(accountsContract.signIn, { userName: old.unit.userName, password: townPassword })
    const rested = await mineOf(old.browser)
    expect(rested).toMatchObject({ unit: { status: 'dissolved', reason: '已合并' }, can: ['restart'] })
    server.clock.advance({ seconds: 1 })
    await old.browser.ask(verbs.restart, { id: rested.id })
    expect((await mineOf(old.browser)).state).toBe('draft')
    expect((await old.browser.refused(verbs.restart, { id: rested.id })).code).toBe('units.already_registering')
  })

  it('E04 nobody is succeeded by a unit that is not active, and another authority keeps its hands off', async () => {
    const [one, two] = [await active(), await active()]
    await officer().ask(verbs.suspend, { id: two.id, version: 1, reason: '测试停用' })
    expect((await officer().refused(verbs.dissolve, { id: one.id, version: 1, ending: 'merged', successors: [two.id], reason: '已合并' })).fields).toMatchObject({ successors: { code: 'units.successors.active' } })
    expect((await officer('liangjiang_he').refused(verbs.unit, { id: one.id })).status).toBe(404)
    expect((await officer('liangjiang_he').refused(verbs.rename, { id: one.id, version: 1, name: '示例他人改名有限公司', reason: '越权测试' })).status).toBe(404)
    expect((await officer('kejiju_sun').ask(verbs.unit, { id: one.id })).can).toContain('rename')
  })

  it('D14 the picker confirms a full name or a whole code, nothing less', async () => {
    const { name, creditCode } = await active()
    expect((await officer().ask(verbs.pick, { text: name.slice(0, -1) })).units).toEqual([])
    expect((await officer().ask(verbs.pick, { text: creditCode.slice(0, 17) })).units).toEqual([])
    expect((await officer().ask(verbs.pick, { text: ` ${creditCode.toLowerCase()} ` })).units).toMatchObject([{ name }])
  })
})

describe('the journal', () => {
  it('replaying it gives every row', async () => {
    const rows = await server.tools.db.selectFrom('unit_registration').select('id').execute()
    expect(rows.length).toBeGreaterThan(20)
    for (const { id } of rows) expect(await replay(server.tools, id)).toEqual(await registrationById(server.tools.db, server.tools.keyring, id))
    const units = await server.tools.db.selectFrom('unit').select('id').execute()
    expect(units.length).toBeGreaterThan(5)
    for (const { id } of units) expect(await replayUnit(server.tools, id)).toEqual(await unitById(server.tools.db, id))
  })

  it('S1-N4 holds no mailbox, phone or contact name of an applicant in the clear', async () => {
    const { rows } = await sql<{ text: string }>`select body::text as text from journal where room = 'units.registration'`.execute(server.tools.db)
    for (const { text } of rows) expect(text).not.toMatch(/@example\.|164\d{8}/)
  })

  it('I19 cannot be changed, deleted or emptied', async () => {
    for (const attempt of [sql`update journal set event = 'x'`, sql`delete from journal`, sql`truncate journal cascade`]) {
      await expect(attempt.execute(server.tools.db)).rejects.toThrow(/append-only/)
    }
  })
})
