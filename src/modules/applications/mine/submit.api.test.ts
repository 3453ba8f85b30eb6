import { beforeAll, describe, expect, test } from 'vitest'
import { applicationStage, begun, decided, submits, submitted, versionOf, writes, sound, type Stage } from '../../../../checks/applications.ts'
import { testServer } from '../../../../checks/server.ts'
import { applicationsContract as verbs } from '../contract.ts'
import { readReceipt } from './receipt.ts'
import { receiptKeys } from '../store/receipt-keys.ts'
import { versionOf as frozenVersion } from '../version.ts'

const server = await testServer()
let stage: Stage

beforeAll(async () => {
  stage = await applicationStage(server)
})

describe('D19 N1 提交', () => {
  test('S2-78 the receipt says who, what, hash, time and number; anybody can verify it', async () => {
    const { leader, call, unit, department } = stage
    const handed = await submitted(server, leader, call.id)
    expect(handed).toMatchObject({ revision: 1, version: 2, state: 'department', desk: { id: department.id, name: department.name }, isFast: false })
    expect(handed.number).toMatch(new RegExp(`^${call.code}-\\d{6}$`))
    expect(readReceipt(handed.receipt, await receiptKeys(server.tools.db))).toMatchObject({
      applicationId: handed.id, number: handed.number, revision: 1, callCode: call.code, callVersion: 1, hash: handed.hash, receivedAt: handed.receivedAt, unit: unit.name, leaderId: leader.personId,
    })
    const frozen = await frozenVersion(server.tools.db, handed.id)
    expect(frozen).toMatchObject({ number: handed.number, hash: handed.hash, title: sound.title, isLatest: true, content: { values: { title: sound.title, funds: 30 } } })
  })

  test('what is not complete is refused beside its field, and nothing is frozen', async () => {
    const { leader, call } = stage
    const id = await begun(leader, call.id)
    await writes(leader, id, { title: '长江' })
    const answer = await submits(server, leader, id)
    expect(answer).toMatchObject({ status: 422, body: { code: 'applications.incomplete' } })
    expect(answer.body).toMatchObject({ fields: { aims: { code: 'calls.check.required' } } })
    expect(await versionOf(server, id)).toMatchObject({ state: 'draft', version: 1, revision: 0 })
  })

  test('walk through the whole chain', async () => {
    const { leader, manager, unit, bureau, call } = stage
    const { id } = await submitted(server, leader, call.id)
    expect(await decided(server, manager, 'pass', id)).toMatchObject({ state: 'unit' })
    expect(await decided(server, unit.account, 'pass', id)).toMatchObject({ state: 'bureau' })
    expect((await bureau.gets(verbs.open, { id })).can).toEqual(['accept', 'correct', 'refuse'])
    expect(await decided(server, bureau, 'accept', id)).toMatchObject({ state: 'accepted', desk: null })
    const shown = await leader.gets(verbs.show, { id })
    expect(shown.timeline.map(({ event }) => event)).toEqual(['begun', 'submitted', 'passed', 'passed', 'accepted'])
  })
})
