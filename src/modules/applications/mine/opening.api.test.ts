import { expect, test } from 'vitest'
import { applicationStage, decided, isReplayed, smallForm, submits, submitted, versionOf, writes } from '../../../../checks/applications.ts'
import { testServer } from '../../../../checks/server.ts'
import { draftsContract } from '../../drafts/contract.ts'
import { applicationsContract as verbs } from '../contract.ts'

const server = await testServer()
const [basic, budget] = smallForm.tabs
if (!basic || !budget) throw new Error('the small form has two tabs')
/** Whoever makes a survey says how many he asks. */
const form = {
  ...smallForm, tabs: [{
    ...basic, fields: [
      ...basic.fields,
      { kind: 'choice' as const, id: 'kind', label: { zh: '研究类别', en: 'Kind' }, required: true, options: [{ value: 'theory', label: { zh: '理论', en: 'Theory' } }, { value: 'survey', label: { zh: '调查', en: 'Survey' } }] },
      { kind: 'text' as const, id: 'sample', label: { zh: '样本量', en: 'Sample' }, required: true, min: 0, max: 50, lines: 1, when: { field: 'kind', is: 'survey' } },
    ],
  }, budget],
}
const stage = await applicationStage(server, { form })
const { leader, unit, manager, call } = stage

/** Returned by the unit with one field marked. */
async function returned(): Promise<string> {
  const { id } = await submitted(server, leader, call.id, { kind: 'theory' })
  await decided(server, manager, 'pass', id)
  await decided(server, unit.account, 'return', id, { marks: [{ field: 'kind', codes: ['unclear'], note: '' }] })
  return id
}
const tries = async (id: string, field: string, value: unknown) => (await leader.gets(draftsContract.save, { id, fields: [{ field, base: 0, value }] })).refused.map(({ code }) => code)
const opens = async (id: string) => leader.ask(verbs.openFields, { id, version: (await versionOf(server, id)).version })

test('D18 N15 a marked field corrected makes another one necessary: it can be opened, and the whole chain reads it', async () => {
  const id = await returned()
  expect((await opens(id)).body).toMatchObject({ code: 'applications.open_fields.none' })
  await writes(leader, id, { kind: 'survey' })
  expect(await tries(id, 'sample', '500 人')).toEqual(['drafts.not_marked'])
  expect(await submits(server, leader, id)).toMatchObject({ status: 422, body: { code: 'applications.incomplete', fields: { sample: {} } } })

  expect((await opens(id)).body).toMatchObject({ state: 'returned', fields: ['sample'] })
  expect((await leader.gets(draftsContract.open, { id })).marks).toEqual(['kind', 'sample'])
  expect(await tries(id, 'funds', 31)).toEqual(['drafts.not_marked'])
  await writes(leader, id, { sample: '500 人' })
  expect((await opens(id)).body).toMatchObject({ code: 'applications.open_fields.none' })
  expect((await leader.gets(verbs.check, { id })).next).toMatchObject({ level: 'department', isFast: false })
  expect((await submits(server, leader, id)).body).toMatchObject({ state: 'department', isFast: false, revision: 2 })
  await decided(server, manager, 'pass', id)
  const read = await unit.account.gets(verbs.open, { id })
  expect(read.differences).toMatchObject({ marked: ['kind'], changes: [{ field: 'kind' }, { field: 'sample' }] })
  expect(read.timeline.map(({ event }) => event)).toContain('opened')
  await isReplayed(server, id)
})

test('whoever saw another version, or whose application is under way, opens nothing; others find nothing', async () => {
  const id = await returned()
  await writes(leader, id, { kind: 'survey' })
  const { version } = await versionOf(server, id)
  expect((await leader.ask(verbs.openFields, { id, version: version - 1 })).body).toMatchObject({ code: 'applications.stale' })
  expect(await manager.ask(verbs.openFields, { id, version })).toMatchObject({ status: 404 })
  await writes(leader, id, { kind: 'theory' })
  await submits(server, leader, id)
  expect((await opens(id)).body).toMatchObject({ code: 'applications.state.unit' })
})

test('D18 withdrawn, or given up, what was opened stays open', async () => {
  const id = await returned()
  await writes(leader, id, { kind: 'survey' })
  await opens(id)
  await writes(leader, id, { sample: '500 人' })
  await submits(server, leader, id)
  await leader.gets(verbs.withdraw, { id, version: (await versionOf(server, id)).version })
  expect((await leader.gets(draftsContract.open, { id })).marks).toEqual(['kind', 'sample'])
  await writes(leader, id, { sample: '800 人' })
  expect((await submits(server, leader, id)).body).toMatchObject({ revision: 3, isFast: false })

  const other = await returned()
  await writes(leader, other, { kind: 'survey' })
  await opens(other)
  await writes(leader, other, { sample: '500 人' })
  await leader.gets(verbs.withdraw, { id: other, version: (await versionOf(server, other)).version })
  expect((await leader.gets(draftsContract.open, { id: other })).marks).toEqual(['kind', 'sample'])
})
