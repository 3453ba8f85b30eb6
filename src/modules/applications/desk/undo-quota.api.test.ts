import { describe, expect, test } from 'vitest'
import { applicationStage, authorityOver, decided, decides, isReplayed, submits, submitted, versionOf } from '../../../../checks/applications.ts'
import { testServer } from '../../../../checks/server.ts'
import { applicationsContract as verbs } from '../contract.ts'
import { releaseLate } from '../mine/limit-jobs.ts'

const server = await testServer()

/** A call with these many places for the unit; `a` went up to the bureau and came back to be corrected, `b` waits at the unit. */
async function corrected(quotaPerUnit = 1) {
  const { unit, manager, leader, call, bureau } = await applicationStage(server, { quotaPerUnit })
  const [a, b] = [await submitted(server, leader, call.id), await submitted(server, leader, call.id)].map(({ id }) => id) as [string, string]
  for (const id of [a, b]) await decided(server, manager, 'pass', id)
  await decided(server, unit.account, 'pass', a)
  await decided(server, bureau, 'correct', a)
  const of = async (id: string) => ({ id, version: (await versionOf(server, id)).version })
  return {
    a, b, unit: unit.account, leader, bureau, of,
    /** 提交 and the department's pass: at the unit. */
    climbs: async () => {
      expect((await submits(server, leader, a)).status).toBe(200)
      await decided(server, manager, 'pass', a)
      expect((await versionOf(server, a)).state).toBe('unit')
    },
    undo: async (id: string) => unit.account.ask(verbs.undo, await of(id)),
    withdraw: async () => leader.gets(verbs.withdraw, await of(a)),
    passes: async (id: string) => (await decides(server, unit.account, 'pass', id)).status,
    taken: async () => (await unit.account.gets(verbs.open, { id: b })).quota?.taken,
    areReplayed: async () => {
      for (const id of [a, b]) await isReplayed(server, id)
    },
  }
}

describe('E51 E57 an undo leaves the place in the quota as it was before the decision', () => {
  test('the unit returns a correction, and takes that back: its place is there again', async () => {
    const { a, b, unit, climbs, undo, passes, taken, areReplayed } = await corrected()
    await climbs()
    expect(await taken()).toBe(1)
    await decided(server, unit, 'return', a)
    expect(await taken()).toBe(0)
    expect(await undo(a)).toMatchObject({ status: 200, body: { state: 'unit' } })
    expect([await taken(), await passes(b), await passes(a)]).toEqual([1, 409, 200])
    await areReplayed()
  })

  test('another has the place meanwhile: the return stands, and says why', async () => {
    const { a, b, unit, climbs, undo, passes, taken } = await corrected()
    await climbs()
    await decided(server, unit, 'return', a)
    expect(await passes(b)).toBe(200)
    const refused = await undo(a)
    expect(refused).toMatchObject({ status: 409, body: { code: 'applications.quota' } })
    expect(refused.text).toContain('1/1')
    expect([(await versionOf(server, a)).state, await taken()]).toEqual(['returned', 1])
    // The unit takes back its pass of the other one: now there is a place.
    expect((await undo(b)).status).toBe(200)
    expect([(await undo(a)).status, await taken()]).toEqual([200, 1])
  })

  const ways: [string, (stage: Awaited<ReturnType<typeof corrected>>) => Promise<unknown>][] = [
    ['the unit’s return', async ({ a, unit, climbs }) => {
      await climbs()
      await decided(server, unit, 'return', a)
    }],
    ['放弃申报', ({ withdraw }) => withdraw()],
    ['its window, which was over and moved', async () => {
      server.clock.advance({ days: 60 })
      await releaseLate(server.tools)
      server.clock.advance({ days: -60 })
    }],
  ]
  test.each(ways)('the place was freed by %s: the pass takes a new one, and the undo of the pass frees it', async (_, frees) => {
    const stage = await corrected()
    const { a, b, climbs, undo, passes, taken, areReplayed } = stage
    await frees(stage)
    expect(await taken()).toBe(0)
    await climbs()
    expect([await taken(), await passes(a), await taken()]).toEqual([0, 200, 1])
    expect(await undo(a)).toMatchObject({ status: 200, body: { state: 'unit' } })
    expect([await taken(), await passes(b)]).toEqual([0, 200])
    await areReplayed()
  })

  test('of a batch each as it was: the correction keeps its place, the other one gives it back', async () => {
    const { a, b, unit, climbs, of, taken } = await corrected(2)
    await climbs()
    const { batchId } = await unit.gets(verbs.preflightBatch, { verb: 'pass', of: { items: [await of(a), await of(b)] } })
    expect([(await unit.gets(verbs.runBatch, { batchId })).done, await taken()]).toEqual([2, 2])
    await unit.gets(verbs.undoBatch, { batchId })
    expect([(await versionOf(server, a)).state, (await versionOf(server, b)).state, await taken()]).toEqual(['unit', 'unit', 1])
  })

  test('the return of an authority, and 不予受理: taken back, the place is there again', async () => {
    const { unit, manager, leader, call, bureau } = await applicationStage(server, { quotaPerUnit: 1, chain: { department: true, authority: true } })
    const { officer } = await authorityOver(server, unit.id)
    const { id } = await submitted(server, leader, call.id)
    const taken = async () => (await unit.account.gets(verbs.open, { id })).quota?.taken
    const undone = async (desk: typeof bureau) => (await desk.gets(verbs.undo, { id, version: (await versionOf(server, id)).version })).state
    for (const desk of [manager, unit.account]) await decided(server, desk, 'pass', id)
    await decided(server, officer, 'return', id)
    expect([await taken(), await undone(officer), await taken()]).toEqual([0, 'authority', 1])
    // Their pass has nothing to do with it.
    await decided(server, officer, 'pass', id)
    expect([await undone(officer), await taken()]).toEqual(['authority', 1])
    await decided(server, officer, 'pass', id)
    await decided(server, bureau, 'refuse', id)
    expect([await taken(), await undone(bureau), await taken()]).toEqual([0, 'bureau', 1])
  })
})
