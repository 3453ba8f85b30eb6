import { structureContract as verbs } from '../../src/modules/structure/contract.ts'
import type { TestServer } from '../server.ts'
import { human, placeOf, secondaryUnit, stands, stranger, unitAtDesk, type UnitAtDesk } from '../structure-of-unit.ts'
import type { Asking } from './inputs.ts'

/** Inputs of 账号授权 and 二级单位 that would do: units of their own, so that nobody uses up what another names. */
export async function askingsOfStructure(server: TestServer): Promise<Record<string, Asking>> {
  const [authorising, naming, changing, removing, moving] = [
    await unitAtDesk(server), await unitAtDesk(server), await unitAtDesk(server), await unitAtDesk(server), await unitAtDesk(server),
  ]
  let n = 0
  const present = async (unit: UnitAtDesk) => (await server.ask(verbs.authorisation, {}, unit.visitor)).body.present
  /** Nobody is authorised, or somebody is: whichever the deed needs. */
  const vacant = async () => {
    const held = await present(authorising)
    if (held) await server.ask(verbs.revokeAuthorised, { grantId: held.id, reason: '腾出位置' }, authorising.visitor)
    return stranger()
  }
  const held = async () => {
    if (!(await present(changing))) await server.ask(verbs.authorise, stranger(), changing.visitor)
    return (await present(changing))?.id ?? ''
  }
  const rowsOf = async (unit: UnitAtDesk) => (await server.ask(verbs.secondaryUnits, {}, unit.visitor)).body.rows
  /** A secondary unit with a manager, as it is now. */
  const staffed = async (unit: UnitAtDesk) => {
    const found = (await rowsOf(unit)).find((row) => row.manager)
    const id = found?.id ?? (await secondaryUnit(server, unit, `坏输入${++n}系`))
    return { id, version: found?.version ?? 1 }
  }
  const at = await staffed(moving)
  const walker = await human(server, moving.id)
  const review = await stands(server, moving.id, walker)
  /** To wherever he is not. */
  const walks = async () => {
    const { secondaryUnitId: from } = await placeOf(server, review)
    return { from, to: from ? null : at.id, people: { personIds: [walker.personId] } }
  }
  const by = (unit: UnitAtDesk, input: () => Promise<Record<string, unknown>> | Record<string, unknown>): Asking => ({ visitor: () => unit.visitor, input })
  return {
    'structure.authorise': by(authorising, vacant),
    'structure.replaceAuthorised': by(changing, async () => ({ grantId: await held(), ...stranger() })),
    'structure.revokeAuthorised': by(changing, async () => ({ grantId: await held(), reason: '已调离' })),
    'structure.revealGrant': by(changing, async () => ({ id: await held(), what: 'phone', reason: '核对' })),
    'structure.addSecondaryUnit': by(naming, () => ({ name: `坏输入第${++n}学院`, manager: stranger() })),
    'structure.changeSecondaryUnit': by(changing, async () => ({ ...(await staffed(changing)), name: `坏输入改${++n}系`, manager: stranger() })),
    'structure.revokeManager': by(removing, async () => ({ ...(await staffed(removing)), reason: '已退休' })),
    'structure.removeSecondaryUnit': by(removing, async () => ({ ...(await staffed(removing)), moveTo: 'unit' })),
    'structure.movePeople': by(moving, walks),
    'structure.referrers': by(moving, () => ({ place: at.id, name: '演示', position: '主任', specialty: '软件', state: 'pending' })),
    'structure.simulate': by(moving, () => ({ change: { kind: 'add', name: `坏输入模拟${++n}`, manager: stranger() } })),
  }
}
