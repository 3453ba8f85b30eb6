import { subsystemsContract as verbs } from '../../src/modules/subsystems/contract.ts'
import type { TestServer, Visitor } from '../server.ts'
import { arrivals } from './inputs-of-people.ts'
import type { Asking } from './inputs.ts'

/** For the verbs of subsystems: three of them, and people of the unit who have, get or ask for one. */
export async function askingsOfSubsystems(server: TestServer, owner: Visitor, desk: Visitor): Promise<Record<string, Asking>> {
  const { db } = server.tools
  const { comes } = await arrivals(server, owner, 'huai_mokuai', 100)
  let n = 0
  const words = () => ({
    name: `坏输入${++n}号系统（演示）`, nameEn: 'Demo', about: '演示', aboutEn: 'Demo', entryUrl: 'https://demo.example.org/', redirectUris: ['https://demo.example.org/back'],
    logoutUris: ['https://demo.example.org/'], backchannelLogoutUri: 'https://demo.example.org/out', openTo: 'granted' as const, sort: 1,
  })
  const facts = () => ({ code: `huai-${n + 1}`, ...words() })
  const added = async () => (await server.ask(verbs.add, facts(), desk)).body.id
  const [changed, doored, wanted] = [await added(), await added(), await added()]
  const [asker, holder] = [await comes(true), await comes(true)]

  const versionOf = async (table: 'subsystem' | 'person' | 'subsystem_request', id: string) =>
    (await db.selectFrom(table).select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
  const onDesk = (input: Asking['input']): Asking => ({ visitor: () => desk, input })
  const ofUnit = (input: Asking['input']): Asking => ({ visitor: () => owner, input })
  const on = async (id: string) => ({ id, version: await versionOf('subsystem', id) })
  /** What was done is undone by the verb beside it; refused where there is nothing to undo. */
  const withDoor = (verb: typeof verbs.open | typeof verbs.close) => async () => {
    await server.ask(verb, await on(doored), desk)
    return on(doored)
  }
  /** As if nobody had ever asked: limits in time are not what is tested here. */
  const forget = () => db.deleteFrom('subsystem_request').where('subsystem_id', '=', wanted).execute()
  const unasked = async () => {
    await forget()
    return { id: wanted, note: '项目申报需要' }
  }
  const asked = async () => {
    await forget()
    await server.ask(verbs.ask, { id: wanted, note: '' }, asker.visitor)
    return { id: wanted }
  }
  const request = async () => {
    await asked()
    const { id } = await db.selectFrom('subsystem_request').select('id').where('subsystem_id', '=', wanted).where('state', '=', 'open').executeTakeFirstOrThrow()
    return { id, version: await versionOf('subsystem_request', id), grant: false, enable: false, answer: '暂不需要' }
  }
  const seen = async () => (await server.ask(verbs.modules, { personId: holder.id }, owner)).body.modules.filter(({ granted }) => granted).map(({ id }) => id)
  return {
    'subsystems.add': onDesk(facts),
    'subsystems.change': onDesk(async () => ({ ...words(), ...(await on(changed)) })),
    'subsystems.renewSecret': onDesk(() => on(changed)),
    'subsystems.close': onDesk(withDoor(verbs.open)),
    'subsystems.open': onDesk(withDoor(verbs.close)),
    'subsystems.modules': ofUnit(() => ({ personId: holder.id })),
    'subsystems.configure': ofUnit(async () => ({ personId: holder.id, version: await versionOf('person', holder.id), granted: [wanted], seen: await seen(), enable: false })),
    'subsystems.configureMany': ofUnit(async () => ({ people: [{ id: holder.id, version: await versionOf('person', holder.id) }], add: [wanted], enable: false })),
    'subsystems.requests': ofUnit(() => ({ after: '', before: '' })),
    'subsystems.answer': ofUnit(request),
    'subsystems.ask': { visitor: () => asker.visitor, input: unasked },
    'subsystems.withdraw': { visitor: () => asker.visitor, input: asked },
  }
}
