import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { replayed, unitsComing } from '../../../checks/units-coming.ts'
import { browserOf } from '../../../world/browser.ts'
import { townPassword } from '../../../world/cast.ts'
import { demoLicence } from '../../../world/licence.ts'
import { codeSentTo, lettersTo } from '../../../world/mailbox.ts'
import { unitForm } from '../../../world/register.ts'
import { demoCreditCode, demoMail } from '../../codes/demo-numbers.ts'
import { accountsContract } from '../accounts/contract.ts'
import { unitsContract as verbs } from './contract.ts'

const { server, town, aUnit, comes, officer, mineOf, another } = await unitsComing()

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
    const corrected = demoCreditCode('tianjin', another())
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
    const fresh = demoMail(`neu${another()}`)
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
    const code = demoCreditCode('tianjin', another())
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
})

describe('the journal', () => {
  it('replaying it gives every row', async () => {
    const { registrations, units } = await replayed(server)
    expect(registrations).toBeGreaterThan(15)
    expect(units).toBeGreaterThan(2)
  })

  it('S1-N4 holds no mailbox, phone or contact name of an applicant in the clear', async () => {
    const { rows } = await sql<{ text: string }>`select body::text as text from journal where room = 'units.registration'`.execute(server.tools.db)
    for (const { text } of rows) expect(text).not.toMatch(/@example\.|(?<![\da-f-])164\d{8}(?!\d)/)
  })
})
