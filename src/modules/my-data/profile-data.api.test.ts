import { beforeAll, expect, test } from 'vitest'
import { filler, manager, reviewedUnit, secondaryUnit, submitted, type Actor, type Filler, type ReviewedUnit } from '../../../checks/profile-stage.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { maskDocument, maskMessenger } from '../../codes/mask.ts'
import { profilesContract } from '../profiles/contract.ts'
import { exportJobs } from '../profiles/export-work.ts'
import { myDataContract as verbs } from './contract.ts'

let server: TestServer
let unit: ReviewedUnit
let software: string
let luo: Filler
let su: Filler

beforeAll(async () => {
  server = await testServer()
  unit = await reviewedUnit(server, '重庆示例大学')
  software = await secondaryUnit(server, unit.id, '软件学院')
  luo = await manager(server, unit, software)
  su = await filler(server, unit.id, { name: '苏映雪' })
})

const sectionOf = async (one: Actor, name: string) => (await one.gets(verbs.mine, {})).sections.find(({ title }) => title === `myData.section.${name}`)
const factsIn = (section: Awaited<ReturnType<typeof sectionOf>>, n = 0) =>
  Object.fromEntries((section?.items[n]?.facts ?? []).map(({ label, value }) => [label.split('.').at(-1), value.text]))

test('PI-6 personal information in force, as it was handed in, and with what the desk said', async () => {
  const line = await submitted(su, server, unit.id, { plain: { qq: '123456789', officePhone: '023-61234567' }, reviewed: { secondaryUnitId: software } })
  await luo.gets(profilesContract.refuse, { id: line.id, revision: line.revision, reason: '职务与任命文件不一致' })
  expect(factsIn(await sectionOf(su, 'profile'))).toMatchObject({
    nationality: '中国', specialty: '计算机科学与技术', qq: maskMessenger('123456789'), officePhone: '023-****4567',
  })
  expect(factsIn(await sectionOf(su, 'versions'))).toMatchObject({
    unit: '重庆示例大学', secondaryUnit: '软件学院', education: '博士研究生', position: '技术工程师', document: maskDocument(su.document),
    state: '审核不通过', reason: '职务与任命文件不一致', by: '罗清扬',
  })
  const section = await sectionOf(su, 'versions')
  const at = { section: section?.title ?? '', item: section?.items[0]?.id ?? '' }
  expect(await su.gets(verbs.reveal, { ...at, fact: 'myData.field.document' })).toEqual({ value: su.document })
  expect(await su.gets(verbs.reveal, { section: 'myData.section.profile', item: su.personId, fact: 'myData.field.qq' })).toEqual({ value: '123456789' })
})

test('PI-6 a draft is shown to whoever typed it', async () => {
  await su.gets(profilesContract.saveDraft, { fields: { position: '教授', education: '14', wechat: 'suyingxue_1' } })
  expect(factsIn(await sectionOf(su, 'draft'))).toMatchObject({ position: '教授', wechat: maskMessenger('suyingxue_1') })
})

test('PI-6 posts that a unit gave, to the one who holds them alone', async () => {
  expect(factsIn(await sectionOf(luo, 'roles'))).toMatchObject({ post: '二级单位管理人员', unit: '重庆示例大学', secondaryUnit: '软件学院', state: '生效中', phone: luo.who.phone })
  expect(await sectionOf(su, 'roles')).toBe(undefined)
})

test('PI-6 E45 who revealed a number and who took out a list with me in it stand among the looks, with the purpose', async () => {
  const { rows: [row] } = await unit.account.gets(profilesContract.reviews, { desk: 'all', name: '苏映雪' })
  await unit.account.gets(profilesContract.revealDocument, { id: row?.id ?? '', reason: '核对学位证书' })
  const other = await filler(server, unit.id, { name: '顾长风' })
  await submitted(other, server, unit.id)
  await unit.account.gets(profilesContract.exportReviews, { filters: { desk: 'all', name: '苏映雪' }, purpose: '年度人员核对' })
  await exportJobs.find(({ name }) => name === 'profiles.export')?.run(server.tools)
  const looks = (await su.gets(verbs.lookers, {})).rows.map(({ what, by, mandate, reason }) => ({ what, by, mandate, reason }))
  const who = { by: '周衡', mandate: '重庆示例大学（单位管理用户）' }
  expect(looks).toEqual([{ what: '导出了含本人的审核名单', ...who, reason: '年度人员核对' }, { what: '查看了证件号码', ...who, reason: '核对学位证书' }])
  expect((await other.gets(verbs.lookers, {})).rows).toEqual([])
  expect(factsIn(await sectionOf(unit.account, 'exports'))).toMatchObject({ purpose: '年度人员核对', rows: '1' })
})
