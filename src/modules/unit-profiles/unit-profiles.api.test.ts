import { describe, expect, test } from 'vitest'
import { authorisedIn, filledForm, unitWithAccount } from '../../../checks/unit-information.ts'
import { person, signedIn } from '../../../checks/people.ts'
import { testServer } from '../../../checks/server.ts'
import { newId } from '../../kernel/ids.ts'
import { demoLandline, demoMail, demoMobile } from '../../codes/demo-numbers.ts'
import { unitProfilesContract as verbs } from './contract.ts'
import { unitProfileOf } from './index.ts'
import { replayProfile } from './unit-profile-journal.ts'

const server = await testServer()
const { db, keyring } = server.tools

/** A unit that has kept everything once. */
async function kept() {
  const unit = await unitWithAccount(server)
  const saved = await server.ask(verbs.changeUnitProfile, filledForm(unit.unitId), unit.visitor)
  expect(saved.status, saved.text).toBe(200)
  return { ...unit, saved: saved.body, view: async () => (await server.ask(verbs.unitProfile, {}, unit.visitor)).body }
}

describe('S2-12 基本信息', () => {
  test('a unit that kept nothing sees what its registration holds, and what is its own to fill in', async () => {
    const { visitor, unitId } = await unitWithAccount(server)
    const { body } = await server.ask(verbs.unitProfile, {}, visitor)
    expect(body).toMatchObject({ version: 0, updatedAt: null, bank: null, pendingBank: null, missing: [], warnings: [], keywords: [], phone: null, can: ['changeUnitProfile', 'proposeBank'] })
    expect(body.unit).toMatchObject({ id: unitId, name: unitId, legalRepresentative: '周衡' })
  })

  test('S2-13 S2-14 单位所在省市, 单位所在区县 and 单位地域 come from the place of the unit, and nobody types them', async () => {
    const { view } = await kept()
    const { unit } = await view()
    expect(unit).toMatchObject({ province: { code: '120000', name: '天津市' }, district: { code: '120101', name: '和平区' }, isHome: true, homeName: '天津市' })
  })

  test('S2-13 a unit of another province lies outside', async () => {
    const { visitor, unitId } = await unitWithAccount(server)
    await db.updateTable('unit').set({ located_district: '500103' }).where('id', '=', unitId).execute()
    const { unit } = (await server.ask(verbs.unitProfile, {}, visitor)).body
    expect(unit).toMatchObject({ province: { code: '500000' }, isHome: false })
  })

  test('S2-14 S2-15 S2-16 S2-18 S2-19 S2-20 every field is kept in its canonical form and shown with its names', async () => {
    const { view } = await kept()
    expect(await view()).toMatchObject({
      version: 1, postalAddress: '天津市和平区示例路18号', postCode: '300041', registeredOn: '2009-05-18', registeredCapital: '500', paidInCapital: '0',
      registrationType: { code: '150', name: '有限责任公司' }, unitNature: { code: '12', name: '民营企业' }, functionalZone: { code: 'TJ-TEDA', name: '天津经济技术开发区' },
      industry: { code: '73', name: '研究和试验发展（科学研究和技术服务业，第三产业）' },
      contactName: '周雨桐', phone: demoMobile(7), officePhone: demoLandline('tianjin', 7), mail: demoMail('keyan'), keywords: ['精密仪器', '光谱分析', '海洋传感器'],
    })
  })

  test('S2-15 0 万元 is a sum like any other, and is no empty field', async () => {
    const { view } = await kept()
    expect((await view()).paidInCapital).toBe('0')
  })

  test('S2-17 the number of the legal representative is masked, and revealed with a reason that is recorded', async () => {
    const { view, visitor, unitId } = await kept()
    const typed = filledForm(unitId).legalDocument ?? ''
    const { legalDocument, legalDocumentType } = await view()
    expect(legalDocumentType?.name).toBe('中华人民共和国居民身份证')
    expect(legalDocument).toMatch(/^1\*{15}..$/)
    expect((await server.ask(verbs.revealLegalDocument, { reason: '' }, visitor)).problem.fields.reason).toBeDefined()
    const shown = await server.ask(verbs.revealLegalDocument, { reason: '与证照核对' }, visitor)
    expect(shown.body.number).toBe(typed)
    const looks = await db.selectFrom('journal').select(['event', 'body', 'actor_name']).where('room', '=', 'unitProfiles.reveal').orderBy('at', 'desc').limit(1).execute()
    expect(looks).toEqual([{ event: 'legal_document_revealed', body: { unitId }, actor_name: '陈维' }])
  })

  test('S2-17 an empty number keeps the one that is known, another kind asks for another number', async () => {
    const { visitor, unitId } = await kept()
    const form = filledForm(unitId, { version: 1, legalDocument: '', bank: null })
    expect((await server.ask(verbs.changeUnitProfile, form, visitor)).body).toEqual({ version: 1, bank: 'unchanged' })
    const other = await server.ask(verbs.changeUnitProfile, { ...form, legalDocumentType: 'PASSPORT' }, visitor)
    expect(other.problem.fields.legalDocument?.code).toBe('field.required')
    const none = await server.ask(verbs.changeUnitProfile, { ...form, legalDocumentType: '' }, visitor)
    expect(none.body.version).toBe(2)
    expect((await unitProfileOf(db, keyring, unitId))?.legalDocument).toBeNull()
  })

  test('S2-19 P1 and P2 are sealed at rest', async () => {
    const { unitId } = await kept()
    const row = await db.selectFrom('unit_profile').selectAll().where('unit_id', '=', unitId).executeTakeFirstOrThrow()
    const plain = JSON.stringify(row)
    for (const value of [demoMobile(7), demoMail('keyan'), demoLandline('tianjin', 7), filledForm('').legalDocument ?? '-']) expect(plain).not.toContain(value)
  })
})

describe('S2-23 维护单位信息', () => {
  test('保存 stores at once, is told who did it, and replaying the journal gives the row', async () => {
    const { unitId, visitor } = await kept()
    await server.ask(verbs.changeUnitProfile, filledForm(unitId, { version: 1, bank: null, postalAddress: '天津市和平区示例路20号', keywords: '光谱分析,海洋传感器,水声' }), visitor)
    const replayed = await replayProfile(server.tools, unitId)
    expect(await unitProfileOf(db, keyring, unitId)).toEqual(replayed)
    const { entries } = (await server.ask(verbs.unitProfileHistory, {}, visitor)).body
    expect(entries[0]).toMatchObject({ event: 'changed', by: '陈维', post: 'unit_account', changes: [
      { field: 'postalAddress', from: '天津市和平区示例路18号', to: '天津市和平区示例路20号' },
      { field: 'keywords', from: '精密仪器、光谱分析、海洋传感器', to: '光谱分析、海洋传感器、水声' },
    ] })
  })

  test('the history names codes and masks what is personal, in the journal it is sealed', async () => {
    const { visitor, unitId } = await kept()
    const { entries } = (await server.ask(verbs.unitProfileHistory, {}, visitor)).body
    const first = entries.find(({ event }) => event === 'changed')
    const to = Object.fromEntries((first?.changes ?? []).map((change) => [change.field, change.to]))
    expect(to).toMatchObject({ registrationType: '有限责任公司', contactName: '周**', phone: '164****0007', officePhone: '022-****0007', mail: 'k***@example.com' })
    expect(to.legalDocument).toMatch(/^中华人民共和国居民身份证 1\*+/)
    const { body } = await db.selectFrom('journal').select('body').where('room', '=', 'unitProfiles.profile').where('subject', '=', unitId).executeTakeFirstOrThrow()
    expect(JSON.stringify(body)).not.toMatch(/周雨桐|164|example\.com/)
  })

  test('two windows: what was typed on an older state is not written over the newer one (I8)', async () => {
    const { visitor, unitId } = await kept()
    const first = filledForm(unitId, { version: 1, bank: null, contactName: '何遥' })
    expect((await server.ask(verbs.changeUnitProfile, first, visitor)).status).toBe(200)
    const second = await server.ask(verbs.changeUnitProfile, { ...first, contactName: '沈一鸣' }, visitor)
    expect([second.status, second.problem.code]).toEqual([409, 'overtaken'])
    expect((await unitProfileOf(db, keyring, unitId))?.contactName).toBe('何遥')
  })

  test('nothing changed: nothing is written', async () => {
    const { visitor, unitId } = await kept()
    const again = await server.ask(verbs.changeUnitProfile, filledForm(unitId, { version: 1 }), visitor)
    expect(again.body).toEqual({ version: 1, bank: 'unchanged' })
  })

  test('a double click is one change (I9)', async () => {
    const { visitor, unitId } = await unitWithAccount(server)
    const key = newId()
    const once = await server.ask(verbs.changeUnitProfile, filledForm(unitId), visitor, { key })
    const twice = await server.ask(verbs.changeUnitProfile, filledForm(unitId), visitor, { key })
    expect([once.status, once.body]).toEqual([200, { version: 1, bank: 'entered' }])
    expect(twice.body).toEqual(once.body)
  })
})

describe('S2-25 fields with a red star', () => {
  test.each(['phone', 'officePhone', 'mail'] as const)('%s is mandatory', async (name) => {
    const { visitor, unitId } = await unitWithAccount(server)
    const { status, problem } = await server.ask(verbs.changeUnitProfile, filledForm(unitId, { [name]: '' }), visitor)
    expect([status, Object.keys(problem.fields)]).toEqual([422, [name]])
  })

  test('S2-21 S2-22 开户银行, 银行账号 and 银行行号 are mandatory, at the first time', async () => {
    const { visitor, unitId } = await unitWithAccount(server)
    const { problem } = await server.ask(verbs.changeUnitProfile, filledForm(unitId, { bank: null }), visitor)
    expect(Object.keys(problem.fields)).toEqual(['bank.accountName', 'bank.bankName', 'bank.bankAccount', 'bank.bankCode'])
    expect((await server.ask(verbs.unitProfile, {}, visitor)).body.version).toBe(0)
  })

  test.each([
    ['postCode', '3000', 'post_code.format'], ['registeredOn', '2999-01-01', 'registered_on.future'], ['registeredCapital', '-1', 'capital.format'],
    ['postalAddress', '路', 'address.length'], ['phone', '12345', 'mobile.format'], ['officePhone', '电话', 'landline.format'], ['mail', 'x', 'mail.format'],
    ['keywords', '光谱', 'keywords.count'], ['keywords', '光谱,光谱,水声', 'keywords.duplicate'], ['registrationType', '999', 'field.choose'], ['unitNature', 'x', 'field.choose'],
    ['industry', '00', 'field.choose'], ['functionalZone', 'CQ-LJ', 'field.choose'], ['legalDocument', '110101199003072', 'document.length'], ['contactName', '张3', 'person_name.characters'],
  ] as const)('%s %s is refused beside its field', async (name, value, code) => {
    const { visitor, unitId } = await unitWithAccount(server)
    const { status, problem } = await server.ask(verbs.changeUnitProfile, filledForm(unitId, { [name]: value }), visitor)
    expect([status, problem.fields[name]?.code]).toEqual([422, code])
  })

  test('what looks odd is said and does not block: postcode, paid-in capital, prefix', async () => {
    const { visitor, unitId } = await unitWithAccount(server)
    const saved = await server.ask(verbs.changeUnitProfile, filledForm(unitId, { postCode: '400010', paidInCapital: '600' }), visitor)
    expect(saved.status).toBe(200)
    const { warnings } = (await server.ask(verbs.unitProfile, {}, visitor)).body
    expect(warnings.map(({ field, code }) => [field, code])).toEqual([
      ['postCode', 'post_code.region'], ['paidInCapital', 'capital.paid_in'], ['legalDocument', 'document.county'], ['phone', 'mobile.prefix'],
    ])
  })
})

describe('S2-26 who maintains', () => {
  test('the authorised person as well as the unit account; the history tells them apart', async () => {
    const { unitId, visitor } = await kept()
    const { visitor: other } = await authorisedIn(server, unitId)
    const saved = await server.ask(verbs.changeUnitProfile, filledForm(unitId, { version: 1, bank: null, contactName: '何遥' }), other)
    expect(saved.status).toBe(200)
    const { entries } = (await server.ask(verbs.unitProfileHistory, {}, visitor)).body
    expect(entries[0]).toMatchObject({ by: '罗清扬', post: 'authorised_person', changes: [{ field: 'contactName', from: '周**', to: '何**' }] })
  })

  test('nobody else, and no other unit', async () => {
    const { unitId } = await kept()
    const filler = await signedIn(server, await person(server, { post: 'person' }))
    expect((await server.ask(verbs.unitProfile, {}, filler)).status).toBe(403)
    expect((await server.ask(verbs.changeUnitProfile, filledForm(unitId), filler)).status).toBe(403)
    const elsewhere = await unitWithAccount(server)
    expect((await server.ask(verbs.unitProfile, {}, elsewhere.visitor)).body.unit.id).not.toBe(unitId)
    expect((await server.ask(verbs.revealLegalDocument, { reason: '好奇看看' }, elsewhere.visitor)).status).toBe(404)
  })
})
