import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { applicationStage, begun, decided, movedWindow, submits, submitted, versionOf, writes, sound, type Stage } from '../../../../checks/applications.ts'
import { testServer } from '../../../../checks/server.ts'
import { addDays, endOf } from '../../../kernel/clock.ts'
import { applicationsContract as verbs } from '../contract.ts'
import { readReceipt } from './receipt.ts'
import { receiptKeys } from '../store/receipt-keys.ts'
import { versionOf as frozenVersion } from '../version.ts'
import { tooLate, untilOf } from '../web/mine/shown.ts'

const server = await testServer()
let stage: Stage

beforeAll(async () => {
  stage = await applicationStage(server)
})

describe('E53 E55 what came back', () => {
  test('says until when it can be handed in again, in the mail, the SMS and on the page; once that is over, that it cannot', async () => {
    const { leader, manager, call } = await applicationStage(server)
    const [one, two] = [await submitted(server, leader, call.id), await submitted(server, leader, call.id)]
    const told = async (number: string) => (await server.sent()).filter(({ template, params }) => template.startsWith('applications.notice.returned') && params.number === number)
    const closes = new Date(call.document.windows.leader.closesAt)
    const standing = async (id: string) => {
      const { closed, leaderClosesAt, correctUntil, route } = await leader.gets(verbs.show, { id })
      const row = (await leader.gets(verbs.mine, {})).rows.find((of) => of.id === id)
      expect([row?.leaderClosesAt, row?.correctUntil, row?.closed.map(({ code }) => code)]).toEqual([leaderClosesAt, correctUntil, closed.map(({ code }) => code)])
      return { until: untilOf({ state: 'returned', leaderClosesAt, correctUntil })?.at, steps: route.slice(0, 2).map(({ closesAt }) => closesAt), late: tooLate({ closed })?.code }
    }
    await decided(server, manager, 'return', one.id)
    const messages = await told(one.number)
    expect(messages.map(({ channel, template }) => [channel, template]).toSorted()).toEqual(['inbox', 'mail', 'sms'].map((channel) => [channel, 'applications.notice.returned']))
    for (const { body } of messages) expect(body).toContain(`在${endOf(closes)}前重新提交`)
    // A correction that is over, or will be, before the windows is no deadline.
    const desk = new Date(call.document.windows.department.closesAt).toISOString()
    for (const days of [-1, 1]) {
      await sql`update application set correct_until = ${addDays(server.clock.now(), days)} where id = ${one.id}`.execute(server.tools.db)
      expect(await standing(one.id)).toEqual({ until: closes, steps: [closes.toISOString(), desk], late: undefined })
    }
    expect((await submits(server, leader, one.id)).status).toBe(200)

    const over = new Date(Math.floor(server.clock.now().getTime() / 1000) * 1000 - 5_000)
    await movedWindow(server, call.id, 'leader', 2, { opensAt: addDays(over, -1), closesAt: over })
    await decided(server, manager, 'return', two.id)
    const late = await told(two.number)
    expect(late.map(({ channel, template }) => [channel, template]).toSorted()).toEqual(['inbox', 'mail', 'sms'].map((channel) => [channel, 'applications.notice.returned_late']))
    for (const { body } of late) expect(body).toContain('目前不能重新提交')
    expect(await standing(two.id)).toEqual({ until: over, steps: [over.toISOString(), desk], late: 'applications.window.late' })
  })
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
