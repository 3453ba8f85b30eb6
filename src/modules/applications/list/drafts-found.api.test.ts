import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { applicationStage, begun, decided, leaderIn, sound, submits, submitted, versionOf, writes } from '../../../../checks/applications.ts'
import type { Actor } from '../../../../checks/profile-stage.ts'
import { testServer } from '../../../../checks/server.ts'
import { applicationsContract as verbs } from '../contract.ts'

const server = await testServer()
const found = async (who: Actor, title: string) => (await who.gets(verbs.unitProjects, { title, size: 100 })).rows.map(({ id }) => id)

test('D21 S2-79 a draft is found by what its leader writes, by whoever sees drafts; once submitted by what was submitted', async () => {
  const { leader, unit, manager, bureau, call } = await applicationStage(server)
  const id = await begun(leader, call.id)
  expect(await found(unit.account, '高寒')).toEqual([])
  await writes(leader, id, { title: 'Ａ 高寒 地区混凝土' })
  for (const who of [unit.account, manager]) {
    expect(await found(who, '高寒地区')).toEqual([id])
    expect(await found(who, 'a高寒')).toEqual([id])
    expect(await found(who, '寒')).toEqual([id])
  }
  expect(await found(bureau, '高寒地区')).toEqual([])
  const { unit: other } = await applicationStage(server)
  expect(await found(other.account, '高寒地区')).toEqual([])

  const { version } = await versionOf(server, id)
  expect((await unit.account.gets(verbs.preflightBatch, { verb: 'pass', of: { items: [{ id, version }] } })).skipped).toMatchObject([{ code: 'applications.state.draft', examples: [{ title: 'Ａ 高寒 地区混凝土' }] }])

  await writes(leader, id, { title: '高原冻土' })
  expect([await found(unit.account, '高寒'), await found(unit.account, '高原冻')]).toEqual([[], [id]])
  // Whatever else changes of it, the name by which it is found stays.
  await sql`update application set leader_name = '林知远二' where id = ${id}`.execute(server.tools.db)
  expect(await found(unit.account, '冻土')).toEqual([id])
  await writes(leader, id, { title: '' })
  expect(await found(unit.account, '冻土')).toEqual([])

  await writes(leader, id, { ...sound, title: '冻土路基监测' })
  expect((await submits(server, leader, id)).status).toBe(200)
  await decided(server, manager, 'return', id)
  await writes(leader, id, { title: '冻土桥梁监测' })
  // The list shows what was submitted: so it is found by that.
  expect([await found(unit.account, '路基'), await found(unit.account, '桥梁')]).toEqual([[id], []])
  const one = await submitted(server, await leaderIn(server, unit.id, { name: '白露' }), call.id, { title: '桥梁健康监测' })
  expect(await found(unit.account, '桥梁')).toEqual([one.id])
})
