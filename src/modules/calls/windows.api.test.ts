import { beforeAll, describe, expect, test } from 'vitest'
import { testServer } from '../../../checks/server.ts'
import type { Browser } from '../../../world/browser.ts'
import { buildTown, type Town } from '../../../world/town.ts'
import { callById } from './call-store.ts'
import { replayCall } from './call-journal.ts'
import { callsContract as verbs } from './contract.ts'
import { endOfCorrection, openCalls } from './index.ts'
import { windowFor } from './windows.ts'
import { windowsOf } from './window-store.ts'

const server = await testServer({ config: { demo: true }, start: new Date('2026-11-22T02:00:00Z') })
const { db } = server.tools
let town: Town
let sun: Browser
let id: string

beforeAll(async () => {
  town = await buildTown(server.tools, server.app, { units: [], calls: true })
  if (!town.staff.kejiju_sun) throw new Error('the bureau is empty')
  sun = town.staff.kejiju_sun
  id = (await sun.ask(verbs.list, {})).rows.find(({ code }) => code === 'ZDYF26')?.id ?? ''
})

const standing = () => sun.ask(verbs.windows, { id })
const later = (text: string, days: number) => new Date(Date.parse(text) + days * 86_400_000).toISOString()
type Level = 'leader' | 'department' | 'unit' | 'authority' | 'bureau'
async function move(levels: Level[], days: number, more: { begunBefore?: string; reason?: string } = {}) {
  const { version, current } = await standing()
  const wanted = levels.map((level) => ({ level, opensAt: current[level]?.opensAt ?? '', closesAt: later(current[level]?.closesAt ?? '', days) }))
  return { id, version, levels: wanted, begunBefore: more.begunBefore ?? null, reason: more.reason ?? '申报系统升级，申报时间顺延' }
}

describe('E55 I12 windows move with a reason', () => {
  test('the rows of before stay; the move stands in the journal and on the public page', async () => {
    const before = await windowsOf(db, id)
    const moved = await sun.ask(verbs.moveWindows, await move(['leader', 'department', 'unit', 'authority', 'bureau'], 1))
    expect(moved.told).toBe(0)
    const after = await windowsOf(db, id)
    expect(after).toEqual(expect.arrayContaining(before))
    expect(after.filter(({ nth }) => nth === 2).map(({ level, reason }) => [level, reason])).toHaveLength(before.length)
    expect((await standing()).windows.find(({ nth }) => nth === 2)).toMatchObject({ movedBy: '孙科局', begunBefore: null })
    expect(await callById(db, id)).toMatchObject(await replayCall(server.tools, id) ?? {})
    expect((await sun.look('/calls/ZDYF26')).body).toContain('原因：<span lang="zh-CN">申报系统升级，申报时间顺延')
  })

  test('rows are added and never changed: the database refuses', async () => {
    await expect(db.updateTable('call_window').set({ reason: '改过' }).where('call_id', '=', id).execute()).rejects.toThrow(/never change/)
  })

  test('for drafts begun before a time, it is theirs alone', async () => {
    const begunBefore = '2026-11-22T00:00:00.000Z'
    await sun.ask(verbs.moveWindows, await move(['leader', 'department', 'unit', 'authority', 'bureau'], 2, { begunBefore }))
    const windows = await windowsOf(db, id)
    const closing = (begun: string) => windowFor(windows, 'leader', new Date(begun))?.closesAt.getTime() ?? 0
    expect(closing('2026-11-21T23:59:59Z') - closing('2026-11-22T00:00:00Z')).toBe(2 * 86_400_000)
    expect((await sun.look('/calls/ZDYF26')).body).toContain('仅限 2026-11-22 08:00:00 前开始填写的申报书')
  })

  test('whoever saw an older call is overtaken; a reason is asked for', async () => {
    const wanted = await move(['bureau'], 9)
    expect((await sun.refused(verbs.moveWindows, { ...wanted, version: wanted.version - 1 })).code).toBe('overtaken')
    expect((await sun.refused(verbs.moveWindows, { ...wanted, reason: ' ' })).fields.reason).toBeDefined()
    expect((await sun.refused(verbs.moveWindows, { ...wanted, levels: [] })).fields.levels?.code).toBe('calls.choose_level')
    const late = await sun.refused(verbs.moveWindows, await move(['leader'], 300))
    expect([late.status, late.code]).toEqual([409, 'calls.closes_after.department'])
  })

  test('a window is closed at once, and the last second still counts', async () => {
    const { version, current } = await standing()
    const levels = [{ level: 'leader' as const, opensAt: current.leader?.opensAt ?? '', closesAt: '2026-11-22T02:30:00Z' }]
    await sun.ask(verbs.moveWindows, { id, version, levels, begunBefore: null, reason: '名额已满，提前截止' })
    const isThere = async (at: string) => (await openCalls(db, new Date(at))).some((call) => call.id === id)
    expect([await isThere('2026-11-22T02:30:00.999Z'), await isThere('2026-11-22T02:30:01.000Z')]).toEqual([true, false])
  })
})

describe('D28 the calendar of working days', () => {
  test('is kept by the bureau and the administrators, and counts at once', async () => {
    const from = new Date('2026-11-23T02:00:00Z')
    expect((await endOfCorrection(db, from, 3)).toISOString()).toBe('2026-11-26T16:00:00.000Z')
    const zhou = town.staff.pingtai_zhou
    await zhou?.ask(verbs.setWorkingDay, { day: '2026-11-25', isWorking: false, note: '全市停工', seen: null })
    expect((await endOfCorrection(db, from, 3)).toISOString()).toBe('2026-11-27T16:00:00.000Z')
    expect((await sun.ask(verbs.correctionEnd, { from: '2026-11-23', days: 3 })).until).toBe('2026-11-27T16:00:00.000Z')
    expect((await sun.refused(verbs.setWorkingDay, { day: '2026-11-25', isWorking: null, note: null, seen: null })).code).toBe('calls.day_kept')
    expect((await sun.refused(verbs.setWorkingDay, { day: '2026-11-25', isWorking: null, note: null, seen: true })).code).toBe('overtaken')
    expect(await sun.ask(verbs.setWorkingDay, { day: '2026-11-25', isWorking: null, note: null, seen: false })).toEqual({ days: [{ day: '2026-11-25', isWorking: true }] })
    expect((await endOfCorrection(db, from, 3)).toISOString()).toBe('2026-11-26T16:00:00.000Z')
    expect(await town.staff.haihe_wang?.refused(verbs.workingDays, {})).toMatchObject({ status: 403, code: 'calls.bureau_only' })
  })

  test('a holiday is set with all of its days, or not at all', async () => {
    const year = { day: '2027-01-01', to: '2027-01-03', isWorking: false, note: '元旦', seen: null }
    const set = await sun.ask(verbs.setWorkingDay, year)
    expect(set.days.map(({ day }) => day)).toEqual(['2027-01-01', '2027-01-02', '2027-01-03'])
    expect((await sun.refused(verbs.setWorkingDay, { ...year, day: '2026-12-31' })).code).toBe('calls.day_kept')
    const { days } = await sun.ask(verbs.workingDays, { year: 2027 })
    expect(days.map(({ day, note, isShipped }) => [day, note, isShipped])).toEqual(set.days.map(({ day }) => [day, '元旦', false]))
    expect((await sun.refused(verbs.setWorkingDay, { ...year, to: '2026-12-31' })).fields.to?.code).toBe('calls.days_order')
    expect((await sun.refused(verbs.setWorkingDay, { ...year, day: '2027-03-01', to: '2027-04-01' })).fields.to?.code).toBe('calls.days_many')
    await sun.ask(verbs.setWorkingDay, { ...year, isWorking: null, seen: false })
    expect((await sun.ask(verbs.workingDays, { year: 2027 })).days).toEqual([])
  })

  test('comes with the days that the State Council announced', async () => {
    const { years, days } = await sun.ask(verbs.workingDays, { year: 2026 })
    expect(years).toEqual([2024, 2025, 2026])
    expect(days.filter(({ day }) => day.startsWith('2026-10')).map(({ day, isWorking }) => [day, isWorking])).toEqual([
      ...Array.from({ length: 7 }, (_, i) => [`2026-10-0${i + 1}`, false]), ['2026-10-10', true],
    ])
    expect(days.every(({ isShipped }) => isShipped)).toBe(true)
  })
})
