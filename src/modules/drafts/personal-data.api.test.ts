import { expect, it } from 'vitest'
import { draftOf, openCall, uploads } from '../../../checks/draft-stage.ts'
import { filler, reviewedUnit } from '../../../checks/profile-stage.ts'
import { testServer } from '../../../checks/server.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { OwnCall } from '../../platform/personal-data.ts'
import { draftsContract as verbs } from './contract.ts'
import { draftsPersonalData } from './personal-data.ts'

it('PI-6 whoever writes an application reads all of it, whoever was invited what is kept of him, and nobody else anything', async () => {
  const server = await testServer()
  const unit = await reviewedUnit(server, '渝江示范大学')
  const [leader, member, other] = [await filler(server, unit.id, { name: '林知远' }), await filler(server, unit.id, { name: '宋知行' }), await filler(server, unit.id, { name: '白露' })]
  const id = await draftOf(server, leader, await openCall(server))
  const text = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '研究内容一' }] }] }
  const budget = [{ id: 'r1', cells: { item: '设备费', amount: 3.5 } }]
  await leader.gets(verbs.save, { id, fields: [{ field: 'title', base: 0, value: '城市内涝预警' }, { field: 'aims', base: 0, value: text }, { field: 'budget', base: 0, value: budget }, { field: 'funds', base: 0, value: null }] })
  await uploads(server, leader, verbs.attach, { id, field: 'proof' }, { name: '证明.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Page >>\nendobj\n%%EOF\n') })
  await leader.gets(verbs.invite, { id, name: '宋知行', phone: member.who.phone, task: '建模' })
  await member.gets(verbs.answer, { memberId: (await member.gets(verbs.myInvitations, {})).invitations[0]?.id ?? '', answer: 'confirm' })

  const of = async (accountId: string) => draftsPersonalData.of(server.tools.db, { tools: server.tools, actor: { accountId } as Actor } satisfies OwnCall, 20)
  const [drafts, ...more] = await of(leader.who.accountId)
  expect(more).toEqual([])
  expect(drafts).toMatchObject({ title: 'drafts.data.drafts', items: [{ id }] })
  const said = drafts?.items[0]?.facts.map(({ value }) => (value && typeof value === 'object' && 'zh' in value ? value.zh : value))
  expect(said).toEqual(expect.arrayContaining(['2027年度软科学研究', '项目名称：城市内涝预警', '研究内容：研究内容一', '预算：设备费, 3.5', '证明.pdf', { word: 'drafts.data.state.open' }]))
  expect(said?.some((one) => typeof one === 'string' && one.startsWith('申请经费'))).toBe(false)

  const [invitations] = await of(member.who.accountId)
  expect(invitations?.items[0]?.facts).toEqual(expect.arrayContaining([
    { label: 'drafts.data.leader', value: '林知远' }, { label: 'drafts.data.task', value: '建模' }, { label: 'myData.field.unit', value: '渝江示范大学' },
    { label: 'myData.field.phone', value: { whole: member.who.phone, masked: expect.stringMatching(/^164\*{4}\d{4}$/) } }, { label: 'myData.field.state', value: { word: 'drafts.data.state.confirmed' } },
  ]))
  expect(await of(other.who.accountId)).toEqual([])
})
