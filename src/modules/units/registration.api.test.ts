import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { replayed, unitsComing } from '../../../checks/units-coming.ts'
import { browserOf } from '../../../world/browser.ts'
import { townPassword } from '../../../world/cast.ts'
import { demoLicence } from '../../../world/licence.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { townAnswers, unitForm } from '../../../world/register.ts'
import { demoMail } from '../../codes/demo-numbers.ts'
import { accountsContract } from '../accounts/contract.ts'
import { inboxContract } from '../inbox/contract.ts'
import { unitsContract as verbs } from './contract.ts'
import { expireDrafts, warnOfExpiry } from './expiry.ts'

const { server, town, aUnit, comes, officer, mineOf, begun, countOf, another } = await unitsComing()

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
    const [before, asked] = [await countOf('account'), await browser.ask(accountsContract.requestCode, { purpose: 'register', channel: 'mail', address: demoMail(`unproven${another()}`) })]
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

describe('the journal', () => {
  it('replaying it gives every row', async () => {
    const { registrations, units } = await replayed(server)
    expect(registrations).toBeGreaterThan(10)
    expect(units).toBeGreaterThan(0)
  })

  it('S1-N4 holds no mailbox, phone or contact name of an applicant in the clear', async () => {
    const { rows } = await sql<{ text: string }>`select body::text as text from journal where room = 'units.registration'`.execute(server.tools.db)
    for (const { text } of rows) expect(text).not.toMatch(/@example\.|(?<![\da-f-])164\d{8}(?!\d)/)
  })

  it('I19 cannot be changed, deleted or emptied', async () => {
    for (const attempt of [sql`update journal set event = 'x'`, sql`delete from journal`, sql`truncate journal cascade`]) {
      await expect(attempt.execute(server.tools.db)).rejects.toThrow(/append-only/)
    }
  })
})
