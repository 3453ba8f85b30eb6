import { expect, test } from 'vitest'
import { applicationStage, decided, submits, submitted, writes } from '../../../../checks/applications.ts'
import type { Actor } from '../../../../checks/profile-stage.ts'
import { testServer } from '../../../../checks/server.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { applicationsContract as verbs } from '../contract.ts'

const server = await testServer()

test('1.3.2 E53 while a corrected version climbs, the bureau’s line and page are of the version that it had judged; then of the new one', async () => {
  const { leader, manager, unit, bureau, call } = await applicationStage(server)
  const { id } = await submitted(server, leader, call.id, { title: '长江上游水质监测' })
  await decided(server, manager, 'pass', id)
  await decided(server, unit.account, 'pass', id)
  const line = async (who: Actor) => (await who.gets(verbs.unitProjects, { callId: call.id, size: 100 })).rows.find((row) => row.id === id)
  const shown = (of: Awaited<ReturnType<typeof line>>) => of && [of.title, of.revision, of.warnings, of.submittedAt]
  const page = async (who: Actor) => {
    const { title, revision, warnings, submittedAt } = await who.gets(verbs.open, { id })
    return [title, revision, warnings, submittedAt]
  }
  // A filter finds what the line shows, and tells nothing of the version that climbs.
  const found = async (who: Actor) => Promise.all([{ title: '预警' }, { warned: true }, { title: '水质监测', leader: '知远' }, { from: dayOf(server.clock.now()) }, { to: dayOf(server.clock.now()) }]
    .map(async (asked) => (await who.gets(verbs.unitProjects, { callId: call.id, size: 100, ...asked })).rows.some((row) => row.id === id)))
  const first = shown(await line(bureau))
  await decided(server, bureau, 'correct', id)
  server.clock.advance({ days: 1 })
  await writes(leader, id, { title: '长江上游水质监测与预警', funds: 150 })
  expect([shown(await line(bureau)), await page(bureau)]).toEqual([first, first])

  expect((await submits(server, leader, id)).status).toBe(200)
  const second = shown(await line(unit.account))
  expect(second).toEqual(['长江上游水质监测与预警', 2, 1, server.clock.now().toISOString()])
  expect([shown(await line(bureau)), await page(bureau)]).toEqual([first, first])
  expect([await page(unit.account), await page(manager)]).toEqual([second, second])
  expect([await found(unit.account), await found(bureau)]).toEqual([[true, true, true, true, true], [false, false, true, false, true]])

  await decided(server, manager, 'pass', id)
  expect(shown(await line(bureau))).toEqual(first)
  await decided(server, unit.account, 'pass', id)
  expect([shown(await line(bureau)), await page(bureau)]).toEqual([second, second])
  expect(await found(bureau)).toEqual([true, true, true, true, true])
})
