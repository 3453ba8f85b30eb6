import { beforeAll, describe, expect, it } from 'vitest'
import { filler, form, reviewedUnit, secondaryUnit, submitted, type ReviewedUnit } from '../../../checks/profile-stage.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { demoResidentId } from '../../codes/demo-numbers.ts'
import { profilesContract as verbs } from './contract.ts'
import { approvedProfile, profileGate } from './index.ts'

let server: TestServer
let unit: ReviewedUnit

beforeAll(async () => {
  server = await testServer()
  unit = await reviewedUnit(server, '重庆示例大学')
})

const approves = async (line: { id: string; revision: number }) => unit.account.gets(verbs.approve, { id: line.id, revision: line.revision })

describe("one's own personal information", () => {
  it('S2-61 S2-67 begins with what the platform holds: name, phone, mailbox, document, employer; nothing of it is asked again', async () => {
    const one = await filler(server, unit.id, { name: '欧阳文静', document: demoResidentId('chongqing', '1988-03-07', 122) })
    expect(await one.gets(verbs.mine, {})).toMatchObject({
      version: 0, account: { name: '欧阳文静', phone: expect.stringMatching(/^164\*{4}\d{4}$/), mail: expect.stringMatching(/^r\*{3}@example.org$/) },
      document: { type: 'ID', number: expect.stringMatching(/^5\*{15}..$/) }, derived: { sex: '2', birthDate: '1988-03-07' },
      employer: { id: unit.id, name: '重庆示例大学' }, badge: 'none', approved: null, latest: null, waiting: null, draft: null, timeline: [], can: ['change', 'submit'],
      closed: [{ verb: 'withdraw', code: 'profiles.not_pending' }],
    })
    expect((await unit.account.ask(verbs.mine, {})).status).toBe(403)
  })

  it('1.4.4 the draft is kept on the server as it was typed, sealed, and forgotten when it is discarded or submitted', async () => {
    const one = await filler(server, unit.id)
    const typed = { title: '1', document: '5001', qq: 'abc' }
    await one.gets(verbs.saveDraft, { fields: typed })
    expect((await one.gets(verbs.mine, {})).draft?.fields).toEqual(typed)
    const row = await server.tools.db.selectFrom('profile').select('draft').where('person_id', '=', one.personId).executeTakeFirstOrThrow()
    expect(row.draft).not.toContain('5001')
    await one.gets(verbs.discardDraft, {})
    expect((await one.gets(verbs.mine, {})).draft).toBeNull()
    await one.gets(verbs.saveDraft, { fields: typed })
    await submitted(one, server, unit.id)
    expect((await one.gets(verbs.mine, {})).draft).toBeNull()
  })

  it('S2-64 S2-68 S2-73 S2-74 what needs no review is in force at once and leaves a trace; a reviewed change is refused there', async () => {
    const one = await filler(server, unit.id)
    const plain = { nationality: 'CN', ethnicGroup: '15', politicalStatus: '01', specialty: '软件工程', officePhone: '023-01234567', qq: '12345678', wechat: 'weixin_hao' }
    await one.gets(verbs.change, { version: 0, plain })
    const { values, version, badge } = await one.gets(verbs.mine, {})
    expect(values).toMatchObject(plain)
    expect([badge, version]).toEqual(['none', 2])
    const stored = await server.tools.db.selectFrom('profile').selectAll().where('person_id', '=', one.personId).executeTakeFirstOrThrow()
    for (const sealed of [stored.ethnic_group, stored.political_status, stored.office_phone, stored.qq, stored.wechat]) expect(sealed).toMatch(/^\w+[.:]/)
    const line = await submitted(one, server, unit.id, { plain })
    await approves(line)
    const refused = await one.ask(verbs.change, { ...form(unit.id, { version: (await one.gets(verbs.mine, {})).version, reviewed: { title: '2' } }), plain })
    expect([refused.status, refused.problem.code, Object.keys(refused.problem.fields ?? {})]).toEqual([422, 'profiles.needs_review', ['title']])
    const again = await one.gets(verbs.change, { ...form(unit.id, { version: (await one.gets(verbs.mine, {})).version }), plain: { ...plain, qq: '87654321' } })
    expect((await one.gets(verbs.mine, {}))).toMatchObject({ version: again.version, badge: 'approved', values: { qq: '87654321' } })
  })

  it('E42 sex and birth date follow from the identity card and are locked; E41 another document carries neither', async () => {
    const one = await filler(server, unit.id, { document: demoResidentId('chongqing', '1990-05-06', 121) })
    const odd = await one.ask(verbs.change, { version: 0, plain: { nationality: 'CN', sex: '2', birthDate: '1990-05-07' } })
    expect(odd.problem.fields).toMatchObject({ sex: { code: 'sex.differs' }, birthDate: { code: 'profiles.birth_date.differs' } })
    await one.gets(verbs.change, { version: 0, plain: { nationality: 'CN' } })
    expect((await one.gets(verbs.mine, {})).values).toMatchObject({ sex: '1', birthDate: '1990-05-06' })
    const other = await filler(server, unit.id, { document: null })
    const asked = form(unit.id, { plain: { nationality: 'DE' }, reviewed: { documentType: 'PASSPORT', document: 'C01X00T47' } })
    expect((await other.ask(verbs.submit, asked)).problem.fields).toMatchObject({ sex: { code: 'field.required' }, birthDate: { code: 'field.required' } })
    await other.gets(verbs.submit, { ...asked, plain: { ...asked.plain, sex: '2', birthDate: '1979-12-31', ethnicGroup: '01' } })
    expect((await other.gets(verbs.mine, {})).values).toMatchObject({ sex: '2', birthDate: '1979-12-31', ethnicGroup: null })
  })

  it('S2-46 S2-69 an invalid number, another nationality, a code that no list has: each stands beside its field', async () => {
    const one = await filler(server, unit.id, { document: null })
    const ask = (more: Parameters<typeof form>[1]) => one.ask(verbs.submit, form(unit.id, more))
    expect((await ask({ reviewed: { documentType: 'ID', document: '500199199005061211' } })).problem.fields).toMatchObject({ document: { code: 'document.check_digit' } })
    expect((await ask({ reviewed: { documentType: '', document: '1' } })).problem.fields).toMatchObject({ documentType: { code: 'document_type.choose' } })
    expect((await ask({})).problem.fields).toMatchObject({ document: { code: 'profiles.document.required' } })
    const odd = await ask({ plain: { nationality: 'DE' }, reviewed: { documentType: 'ID', document: demoResidentId('chongqing', '1990-05-06', 321), education: '99', degree: '7', title: '8' } })
    expect(odd.problem.fields).toMatchObject({ nationality: { code: 'document.nationality' } })
    const codes = await ask({ reviewed: { documentType: 'ID', document: demoResidentId('chongqing', '1990-05-06', 321), education: '99', degree: '7', title: '8' } })
    expect(Object.keys(codes.problem.fields ?? {}).toSorted()).toEqual(['degree', 'education', 'title'])
  })

  it('S2-63 S2-52 badge and what is in force follow the last version: pending, approved, refused, withdrawn', async () => {
    const one = await filler(server, unit.id)
    const badge = async () => (await one.gets(verbs.mine, {})).badge
    const first = await submitted(one, server, unit.id)
    expect(await badge()).toBe('pending')
    await approves(first)
    expect(await badge()).toBe('approved')
    const second = await submitted(one, server, unit.id, { reviewed: { title: '2' } })
    // 1.4.4: the approved version stays in force while a change waits.
    expect(await one.gets(verbs.mine, {})).toMatchObject({ badge: 'pending', approved: { revision: 1, title: '1' }, latest: { revision: 2, title: '2', state: 'pending', changed: ['title'] } })
    expect(await approvedProfile(server.tools.db, server.tools.keyring, one.personId)).toMatchObject({ version: 1, title: '1', unitName: '重庆示例大学' })
    await unit.account.gets(verbs.refuse, { ...second, reasonCodes: ['title_unproven'], reason: '请上传职称证书后再提交' })
    expect(await one.gets(verbs.mine, {})).toMatchObject({
      badge: 'refused', approved: { revision: 1 }, latest: { state: 'refused', decision: { reason: '请上传职称证书后再提交', reasonCodes: ['title_unproven'], by: '重庆示例大学' } },
    })
    const third = await submitted(one, server, unit.id, { reviewed: { title: '3' } })
    expect(third.revision).toBe(3)
    await one.gets(verbs.withdraw, { revision: 3 })
    expect(await one.gets(verbs.mine, {})).toMatchObject({ badge: 'approved', approved: { revision: 1 }, latest: { state: 'withdrawn', revision: 3 }, waiting: null })
    expect((await one.gets(verbs.mine, {})).timeline.map((e) => [e.event, e.revision])).toEqual([
      ['begun', null], ['changed', null], ['submitted', 1], ['approved', 1], ['submitted', 2], ['refused', 2], ['submitted', 3], ['withdrawn', 3],
    ])
  })

  it('S2-64 nothing waits where no reviewed field differs from what is in force: everything is saved', async () => {
    const one = await filler(server, unit.id)
    await approves(await submitted(one, server, unit.id))
    const { version } = await one.gets(verbs.mine, {})
    expect(await one.gets(verbs.submit, form(unit.id, { version, plain: { specialty: '人工智能' } }))).toMatchObject({ revision: null, desk: null })
    expect(await one.gets(verbs.mine, {})).toMatchObject({ badge: 'approved', waiting: null, values: { specialty: '人工智能' } })
  })

  it('E39 what waits is locked: a second submission says where it is and since when, a withdrawal opens it, a decision closes that', async () => {
    const one = await filler(server, unit.id)
    const line = await submitted(one, server, unit.id)
    const { version, waiting, closed } = await one.gets(verbs.mine, {})
    expect(waiting).toMatchObject({ desk: 'unit', deskName: '重庆示例大学', isVacant: false, unitMayActFrom: null })
    expect(closed).toMatchObject([{ verb: 'submit', code: 'profiles.pending', params: { desk: '重庆示例大学' } }])
    const again = await one.ask(verbs.submit, form(unit.id, { version, reviewed: { title: '2' } }))
    expect([again.status, again.problem.code]).toEqual([409, 'profiles.pending'])
    expect((await one.ask(verbs.withdraw, { revision: 7 })).status).toBe(409)
    await one.gets(verbs.withdraw, { revision: line.revision })
    expect((await one.ask(verbs.withdraw, { revision: line.revision })).problem.code).toBe('profiles.not_pending')
    expect((await one.ask(verbs.submit, form(unit.id, { version }))).problem.code).toBe('overtaken')
  })

  it('S2-65 S2-70 S2-71 S2-72 S2-75 the employer is an active unit: its public facts, and the names of its secondary units', async () => {
    const one = await filler(server, unit.id)
    const other = await reviewedUnit(server, '重庆示例研究院')
    const software = await secondaryUnit(server, other.id, '软件学院')
    expect(await one.gets(verbs.employer, { unitId: other.id })).toMatchObject({
      employer: { id: other.id, name: '重庆示例研究院', district: '120101', isHomeProvince: expect.any(Boolean), unitNature: null, postalAddress: null },
      secondaryUnits: [{ id: software, name: '软件学院' }],
    })
    await server.tools.db.updateTable('unit').set({ status: 'suspended' }).where('id', '=', other.id).execute()
    expect((await one.ask(verbs.employer, { unitId: other.id })).status).toBe(404)
    const refused = await one.ask(verbs.submit, form(other.id))
    expect(refused.problem.fields).toMatchObject({ unitId: { code: 'profiles.unit.choose' } })
    const elsewhere = await one.ask(verbs.submit, form(unit.id, { reviewed: { secondaryUnitId: software } }))
    expect(elsewhere.problem.fields).toMatchObject({ secondaryUnitId: { code: 'profiles.secondary_unit.choose' } })
  })

  it('S2-62 E25 E44 nobody is complete before he submitted, and approved before a unit did: knowing people is no approval', async () => {
    const one = await filler(server, unit.id)
    const gate = () => profileGate(server.tools.db, one.who.accountId)
    expect(await gate()).toEqual({ isComplete: false, isApproved: false, state: null, handedInAt: null })
    const line = await submitted(one, server, unit.id)
    expect(await gate()).toEqual({ isComplete: true, isApproved: false, state: 'pending', handedInAt: server.clock.now() })
    await approves(line)
    expect(await gate()).toEqual({ isComplete: true, isApproved: true, state: 'approved', handedInAt: expect.any(Date) })
    expect(await profileGate(server.tools.db, unit.account.who.accountId)).toBeNull()
    expect(await approvedProfile(server.tools.db, server.tools.keyring, (await filler(server, unit.id)).personId)).toBeNull()
  })
})
