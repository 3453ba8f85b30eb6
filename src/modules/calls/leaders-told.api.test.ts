import { beforeAll, describe, expect, test } from 'vitest'
import { applicationStage, begun, leaderIn, publishedSmallCall, submitted, type Stage } from '../../../checks/applications.ts'
import { testServer } from '../../../checks/server.ts'
import { endOf } from '../../kernel/clock.ts'
import { accountsContract } from '../accounts/contract.ts'
import { projectsContract } from '../projects/contract.ts'
import { callsContract as verbs } from './contract.ts'

const server = await testServer()
let stage: Stage
beforeAll(async () => {
  stage = await applicationStage(server)
})

const allLevels = ['leader', 'department', 'unit', 'authority', 'bureau'] as const
/** These levels so many days later, for all or for those who began before. */
async function move(reason: string, begunBefore: string | null = null, moved: readonly (typeof allLevels)[number][] = allLevels, days = 1) {
  const { bureau, call } = stage
  const { version, current, openDrafts } = await bureau.gets(verbs.windows, { id: call.id })
  const levels = moved.flatMap((level) => {
    const window = current[level]
    return window && (level !== 'authority' || call.document.chain.authority) ? [{ level, opensAt: window.opensAt, closesAt: new Date(Date.parse(window.closesAt) + days * 86_400_000).toISOString() }] : []
  })
  return { openDrafts, answer: await bureau.gets(verbs.moveWindows, { id: call.id, version, levels, begunBefore, reason }) }
}
const toldOf = async (template: string) => (await server.sent()).filter((one) => one.template === template)

describe('E55 I18 whoever writes on an application hears of a moved window', () => {
  test('in the inbox, by mail and by SMS; who has handed in is left in peace', async () => {
    const { unit, leader, call } = stage
    const other = await leaderIn(server, unit.id, { name: '高明远' })
    await submitted(server, leader, call.id)
    await begun(other, call.id)
    const { openDrafts, answer } = await move('系统维护，申报时间顺延一天')
    expect([openDrafts, answer.told]).toEqual([1, 1])
    const told = await toldOf('calls.notice.moved')
    expect(told.map(({ channel }) => channel).toSorted()).toEqual(['inbox', 'mail', 'sms'])
    expect(told.every(({ body }) => body.includes('系统维护，申报时间顺延一天'))).toBe(true)
    expect(told.find(({ channel }) => channel === 'mail')?.body).toContain(`/calls/${call.code}#windows`)
  })

  test('I12 of a move for some only those hear; each hears of his own window, in his language, and nobody of what changes nothing for him', async () => {
    const { bureau, unit, call } = stage
    const closing = async (days: number) => endOf(new Date(Date.parse((await bureau.gets(verbs.windows, { id: call.id })).current.leader?.closesAt ?? '') + days * 86_400_000))
    server.clock.advance({ minutes: 5 })
    const before = server.clock.now().toISOString()
    server.clock.advance({ minutes: 5 })
    const late = await leaderIn(server, unit.id, { name: '江晚来' })
    await late.gets(accountsContract.setLanguage, { lang: 'en' })
    await begun(late, call.id)
    expect((await move('仅限已开始填写的申报书', before)).answer.told).toBe(1)
    // Whoever began before has this window already.
    expect((await move('全体顺延一天')).answer.told).toBe(1)
    const mails = (await toldOf('calls.notice.moved')).filter(({ channel }) => channel === 'mail')
    const [first, second] = mails.slice(-2)
    expect([first?.body, second?.address]).toEqual([expect.stringContaining(`须在 ${await closing(0)}`), late.who.mail])
    expect(second?.subject).toContain('Soft science 2027')
    expect(second?.body).toContain(await closing(0))
    expect(`${second?.subject}${second?.body}`).not.toContain(call.document.title.zh)

    expect((await move('仅限已开始填写的申报书', before)).answer.told).toBe(1)
    expect((await move('审核延长两天', null, ['bureau'], 2)).answer.told).toBe(2)
    const [his, hers] = [await closing(1), await closing(0)]
    const desks = (await toldOf('calls.notice.desks_moved')).filter(({ channel }) => channel === 'mail')
    expect(desks.map(({ address, body }) => [address === late.who.mail, body.includes(his), body.includes(hers)]).toSorted()).toEqual([[false, true, false], [true, false, true]])
  })
})

describe('withdrawing', () => {
  test('whoever has begun hears of it, of the call by its title in his language', async () => {
    const { bureau, unit } = stage
    const call = await publishedSmallCall(server)
    const [chinese, english] = [await leaderIn(server, unit.id, { name: '沈一' }), await leaderIn(server, unit.id, { name: '沈二' })]
    await english.gets(accountsContract.setLanguage, { lang: 'en' })
    for (const one of [chinese, english]) await begun(one, call.id)
    await bureau.gets(verbs.withdraw, { id: call.id, version: (await bureau.gets(verbs.windows, { id: call.id })).version, reason: '计划调整' })
    const mails = (await toldOf('calls.notice.withdrawn')).filter(({ channel }) => channel === 'mail')
    expect(mails.map(({ address, subject, body }) => [address === english.who.mail, `${subject}${body}`.includes('Soft science 2027'), `${subject}${body}`.includes(call.document.title.zh)]).toSorted())
      .toEqual([[false, false, true], [true, true, false]])
  })

  test('is refused once somebody has applied', async () => {
    const { bureau, call } = stage
    const { version } = await bureau.gets(verbs.windows, { id: call.id })
    expect(await bureau.ask(verbs.withdraw, { id: call.id, version, reason: '计划调整' })).toMatchObject({ status: 409, body: { code: 'calls.has_applications', detail: expect.stringContaining('1 份') } })
    const row = (await bureau.gets(verbs.list, {})).rows.find(({ id }) => id === call.id)
    expect([row?.begun, row?.submitted, row?.closed.map(({ verb }) => verb)]).toEqual([3, 1, ['withdraw']])
  })
})

describe('项目管理 knows what is open', () => {
  test('E14 D4 under review is enough where an open call counts who handed his information in in time', async () => {
    const { unit } = stage
    const waiting = await leaderIn(server, unit.id, { name: '沈思齐', state: 'pending' })
    const closed = async () => (await waiting.gets(projectsContract.entry, {})).closed.map(({ code }) => code)
    expect(await closed()).toEqual(['projects.profile_pending'])
    await applicationStage(server, { profileHandedInBefore: new Date(server.clock.now().getTime() + 60_000).toISOString() })
    expect(await closed()).toEqual([])
  })
})
