import { unitProfilesContract as verbs } from '../../src/modules/unit-profiles/contract.ts'
import { profileOf } from '../../src/modules/unit-profiles/unit-profile-store.ts'
import type { TestServer, Visitor } from '../server.ts'
import { authorisedIn, bankEntry, filledForm, unitWithAccount, type Keeping } from '../unit-information.ts'
import type { Asking } from './inputs.ts'

/** Inputs of 单位信息 that would do: one unit to change, one that has only its account, one with an authorised person. */
export async function askingsOfUnitProfiles(server: TestServer): Promise<Record<string, Asking>> {
  const { db, keyring } = server.tools
  const [changing, alone, paired] = [await unitWithAccount(server), await unitWithAccount(server), await unitWithAccount(server)]
  for (const { unitId, visitor } of [changing, alone, paired]) await server.ask(verbs.changeUnitProfile, filledForm(unitId), visitor)
  const { visitor: second } = await authorisedIn(server, paired.unitId)

  const formOf = async ({ unitId, visitor }: Keeping, n: number) => {
    const { bank } = (await server.ask(verbs.unitProfile, {}, visitor)).body
    const version = (await profileOf(db, keyring, unitId))?.version ?? 0
    return filledForm(unitId, { version, bank: bankEntry(unitId, n), bankSeen: bank?.id ?? null })
  }
  let n = 1
  /** A change that waits: the one there is, or a new one. */
  const waiting = async (unit: Keeping) => {
    const found = async () => (await server.ask(verbs.unitProfile, {}, unit.visitor)).body.pendingBank
    if (!(await found())) await server.ask(verbs.changeUnitProfile, await formOf(unit, ++n), unit.visitor)
    const { id, version } = (await found()) ?? { id: '', version: 0 }
    return { id, version }
  }
  const on = (unit: Keeping, visitor: Visitor, more: Record<string, unknown> = {}): Asking => ({ visitor: () => visitor, input: async () => ({ ...(await waiting(unit)), ...more }) })
  const live = (await server.ask(verbs.unitProfile, {}, changing.visitor)).body.bank?.id ?? ''
  const own = { visitor: () => changing.visitor }
  // Their phones were proven a moment ago: the next code to one comes a minute later.
  server.clock.advance({ minutes: 2 })
  return {
    'unitProfiles.changeUnitProfile': { ...own, input: async () => ({ ...(await formOf(changing, 1)), bank: { ...bankEntry(changing.unitId, 1), accountNameReason: '' } }) },
    'unitProfiles.revealLegalDocument': { ...own, input: () => ({ reason: '与证照核对' }) },
    'unitProfiles.revealBankAccount': { ...own, input: () => ({ id: live, reason: '与证照核对' }) },
    'unitProfiles.sendOwnCode': { visitor: () => alone.visitor, input: () => ({ channel: 'phone' }) },
    'unitProfiles.confirmBankAlone': on(alone, alone.visitor, { password: alone.account.password }),
    'unitProfiles.withdrawBank': on(paired, paired.visitor),
    'unitProfiles.confirmBank': on(paired, second),
    'unitProfiles.refuseBank': on(paired, second, { reason: '不是基本户' }),
  }
}
