import { expect, test } from 'vitest'
import { testServer } from '../../../checks/server.ts'
import { buildTown } from '../../../world/town.ts'
import { addressesOf } from '../../../world/sample-subsystem/client.ts'
import { subsystemsContract as verbs } from './contract.ts'
import { subsystemRestarted } from './restarted.ts'

const server = await testServer({ config: { demo: true } })
const town = await buildTown(server.tools, server.app, { units: ['jingu_ligong'], persons: ['jg_tianbao1'] })
const admin = town.staff.pingtai_zhou

const registered = async (code: string) => (await admin?.ask(verbs.registry, {}))?.subsystems.find((one) => one.code === code)

test('S1-50 a subsystem that was started elsewhere is found there, keeps its secret, and stays as the desk made it', async () => {
  const before = await registered('kjbg')
  const first = await subsystemRestarted(server.tools, 'kjbg', addressesOf('http://127.0.0.1:9191', 'kjbg'), null)
  const moved = await registered('kjbg')
  expect(moved).toMatchObject({ entryUrl: 'http://127.0.0.1:9191/kjbg/sign-in', name: before?.name, isOpen: true, version: (before?.version ?? 0) + 2 })
  expect(await subsystemRestarted(server.tools, 'kjbg', addressesOf('http://127.0.0.1:9191', 'kjbg'), first)).toBe(first)
  expect(await registered('kjbg')).toEqual(moved)
  // Renewed by hand in the meantime: what it holds is worthless, and it gets another one.
  await admin?.ask(verbs.renewSecret, { id: moved?.id ?? '', version: moved?.version ?? 0 })
  expect(await subsystemRestarted(server.tools, 'kjbg', addressesOf('http://127.0.0.1:9191', 'kjbg'), first)).not.toBe(first)
  expect(await subsystemRestarted(server.tools, 'unknown', addressesOf('http://127.0.0.1:9191', 'unknown'), null)).toBeNull()
})

test('S1-50 the town: two of four are open to the first person, one is asked for', async () => {
  const mine = await town.persons.jg_tianbao1?.ask(verbs.mine, {})
  expect(mine?.subsystems.map(({ code, refusal, request }) => [code, refusal, request !== null])).toEqual([
    ['kjbg', null, false], ['zjk', null, false], ['cgdj', 'subsystems.access.not_granted', false], ['jfgl', 'subsystems.access.not_granted', true],
  ])
})
