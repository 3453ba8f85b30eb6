import { recoveryContract } from '../../src/modules/recovery/contract.ts'
import { claim, claimInput, supportOfficer, townUnit } from '../claims.ts'
import type { TestServer, Visitor } from '../server.ts'
import type { Asking } from './inputs.ts'

/** For the verbs of recovery: claims that wait for support, for a decision on an objection, and for a second officer. */
export async function askingsOfRecovery(server: TestServer, unit: Visitor, stranger: () => Visitor): Promise<Record<string, Asking>> {
  const { visitor: first } = await supportOfficer(server, '甲支持')
  const { visitor: second } = await supportOfficer(server, '乙支持')
  const claimed = townUnit('shili_keji3')
  const [waiting, objected, verified] = [await claim(server, claimed), await claim(server, claimed), await claim(server, claimed)]
  await server.ask(recoveryContract.object, { id: objected.id, version: 1, reason: '不属实' }, unit)
  await server.ask(recoveryContract.verify, { id: verified.id, version: 1, checks: ['name', 'code', 'seal'], reason: '一致' }, first)
  const note = (await server.ask(recoveryContract.addNote, { title: '备忘', body: '' }, unit)).body.id
  const keeper = (await server.ask(recoveryContract.keeper, { id: waiting.id }, first)).body.account?.accountId ?? ''
  const versionOf = async (table: 'recovery_case' | 'handover_note', id: string) =>
    (await server.tools.db.selectFrom(table).select('version').where('id', '=', id).executeTakeFirst())?.version ?? 1
  const on = (id: string, more: Record<string, unknown>, table: 'recovery_case' | 'handover_note' = 'recovery_case') => async () => ({ id, version: await versionOf(table, id), ...more })
  const support = (id: string, more: Record<string, unknown>): Asking => ({ visitor: () => first, input: on(id, more), rows: [['recovery_case', id]] })
  let n = 0
  let beginning: Record<string, unknown> | null = null
  /** The same until a case came of it, for that spends the codes and the file. */
  const open = async () => {
    const used = beginning && (await server.tools.db.selectFrom('recovery_case').select('id').where('user_name', '=', String(beginning.userName)).executeTakeFirst())
    if (!beginning || used) beginning = { ...(await claimInput(server, claimed)).input, userName: `huai_jieren${++n}`, explanation: '说明' }
    return beginning
  }
  return {
    'recovery.open': { visitor: stranger, input: open },
    'recovery.follow': { visitor: stranger, input: () => ({ token: waiting.token }) },
    'recovery.withdraw': { visitor: stranger, input: async () => ({ token: waiting.token, version: await versionOf('recovery_case', waiting.id) }), rows: [['recovery_case', waiting.id]] },
    'recovery.cases': { visitor: () => first, input: () => ({ after: '', before: '', state: 'open', unit: '示例', number: waiting.number }) },
    'recovery.case': { visitor: () => first, input: () => ({ id: waiting.id }) },
    'recovery.evidence': { visitor: () => first, input: () => ({ id: waiting.id, as: 'preview' }) },
    'recovery.keeper': { visitor: () => first, input: () => ({ id: waiting.id }) },
    'recovery.overrule': support(objected.id, { reason: '不成立' }),
    'recovery.answer': support(waiting.id, { checks: ['name', 'code', 'seal'], reason: '一致' }),
    'recovery.verify': support(waiting.id, { checks: ['name', 'code', 'seal'], reason: '一致' }),
    'recovery.refuse': support(waiting.id, { reasonCode: 'unreadable', reason: '不清晰' }),
    'recovery.sendBack': { visitor: () => second, input: on(verified.id, { reason: '请重新核验' }), rows: [['recovery_case', verified.id]] },
    'recovery.lookUp': { visitor: () => first, input: () => ({ text: 'shili_keji3' }) },
    'recovery.revealAccount': { visitor: () => first, input: () => ({ id: keeper, reason: '核实' }) },
    'recovery.revealClaimant': { visitor: () => first, input: () => ({ id: waiting.id, reason: '核实' }) },
    'recovery.object': { visitor: () => unit, input: on(waiting.id, { reason: '不属实' }), rows: [['recovery_case', waiting.id]] },
    'recovery.addNote': { visitor: () => unit, input: () => ({ title: '备忘', body: '内容', recursMonth: 3, recursDay: 1 }) },
    'recovery.changeNote': { visitor: () => unit, input: on(note, { title: '备忘', body: '内容', recursMonth: 3, recursDay: 1 }, 'handover_note') },
  }
}
