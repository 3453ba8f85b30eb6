import { sql } from 'kysely'
import { applicationStage, begun, decided, leaderIn, sound, submitted, versionOf, writes } from '../applications.ts'
import { secondaryUnit, type Actor } from '../profile-stage.ts'
import type { TestServer } from '../server.ts'
import type { Asking } from './inputs.ts'

/** Inputs of leader and desks that would do: an application of its own for each deed, so that none uses up the other's. */
export async function askingsOfApplications(server: TestServer): Promise<Record<string, Asking>> {
  const stage = await applicationStage(server)
  const { leader, manager, unit, bureau, call, department } = stage
  const of = (one: Actor) => ({ visitor: () => one.visitor })
  const draft = await begun(leader, call.id)
  await writes(leader, draft, sound)
  const handedIn = await submitted(server, leader, call.id)
  const elsewhere = await secondaryUnit(server, unit.id, '示例坏输入学院')
  const at = async (id: string) => {
    const { version, revision } = await versionOf(server, id)
    return { id, version, revision }
  }
  const belongs = (secondaryUnitId: string) => sql`
    update profile_review set secondary_unit_id = ${secondaryUnitId}, desk_id = ${secondaryUnitId} where person_id = ${leader.personId}`.execute(server.tools.db)
  const atDepartment = async () => {
    await belongs(department.id)
    return at((await submitted(server, leader, call.id)).id)
  }
  const atUnit = async () => {
    const { id } = await atDepartment()
    await decided(server, manager, 'pass', id)
    return at(id)
  }
  const atBureau = async () => {
    const { id } = await atUnit()
    await decided(server, unit.account, 'pass', id)
    return at(id)
  }
  const onDraft = async (fill: boolean) => {
    const id = await begun(leader, call.id)
    if (fill) await writes(leader, id, sound)
    const { version } = await versionOf(server, id)
    return { id, version }
  }
  /** Returned with one field marked, and another is missing by now. */
  const wrongBeside = async () => {
    const { id } = await atDepartment()
    await decided(server, manager, 'return', id, { marks })
    await sql`delete from draft_field where draft_id = ${id} and field = 'funds'`.execute(server.tools.db)
    const { version } = await versionOf(server, id)
    return { id, version }
  }
  /** One who leaves and one who goes on; signing in costs more than anything that is tried with them. */
  const twoLeaders = async () => ({ gone: await leaderIn(server, unit.id, { name: '顾长风' }), next: await leaderIn(server, unit.id, { name: '谢思齐' }) })
  let pair: ReturnType<typeof twoLeaders> | undefined
  const marks = [{ field: 'aims', codes: ['unclear'], note: '请写明指标' }]
  const returned = { codes: ['incomplete'], reason: '请补充研究目标', marks }
  return {
    'applications.start': { ...of(leader), input: () => ({ callId: call.id }) },
    'applications.begin': { ...of(leader), input: () => ({ callId: call.id }) },
    'applications.show': { ...of(leader), input: () => ({ id: handedIn.id }) },
    'applications.versionOf': { ...of(leader), input: () => ({ id: handedIn.id, revision: 1 }) },
    'applications.check': { ...of(leader), input: () => ({ id: draft }) },
    'applications.submit': { ...of(leader), input: () => onDraft(true) },
    'applications.withdraw': { ...of(leader), input: async () => { const { id, version } = await atDepartment(); return { id, version } } },
    'applications.openFields': { ...of(leader), input: wrongBeside },
    'applications.drop': { ...of(leader), input: () => onDraft(false) },
    'applications.open': { ...of(manager), input: () => ({ id: handedIn.id }) },
    'applications.versionAt': { ...of(manager), input: () => ({ id: handedIn.id, revision: 1 }) },
    'applications.here': { ...of(manager), input: () => ({ id: handedIn.id }) },
    'applications.saveNote': { ...of(manager), input: () => ({ id: handedIn.id, revision: 1, codes: ['incomplete'], comment: '请补充研究目标', marks }) },
    'applications.pass': { ...of(manager), input: async () => ({ ...(await atDepartment()), comment: '同意', actForReason: '代为审核' }) },
    'applications.return': { ...of(manager), input: async () => ({ ...(await atDepartment()), ...returned, actForReason: '代为审核' }) },
    'applications.accept': { ...of(bureau), input: async () => ({ ...(await atBureau()), comment: '材料齐全' }) },
    'applications.correct': { ...of(bureau), input: async () => ({ ...(await atBureau()), ...returned }) },
    'applications.refuse': { ...of(bureau), input: async () => ({ ...(await atBureau()), codes: ['scope'], reason: '不属于支持范围' }) },
    'applications.undo': { ...of(manager), input: async () => {
      const { id } = await atUnit()
      const { version } = await at(id)
      return { id, version }
    } },
    'applications.successors': { ...of(unit.account), input: () => ({ id: draft, name: '林' }) },
    'applications.reassign': { ...of(unit.account), input: async () => {
      const { gone, next } = await (pair ??= twoLeaders())
      const isThere = (state: 'enabled' | 'disabled') => sql`update person set state = ${state} where id = ${gone.personId}`.execute(server.tools.db)
      await isThere('enabled')
      const left = await begun(gone, call.id)
      await isThere('disabled')
      const { version } = await versionOf(server, left)
      return { id: left, version, personId: next.personId, reason: '原负责人已调离' }
    } },
    'applications.reroute': { ...of(unit.account), input: async () => {
      const { id, version } = await atDepartment()
      await belongs(elsewhere)
      return { id, version, secondaryUnitId: elsewhere, reason: '学院合并' }
    } },
  }
}
