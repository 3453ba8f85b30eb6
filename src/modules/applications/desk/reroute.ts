import type { Actor } from '../../../kernel/actor.ts'
import { refuse, unseen, type Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Call } from '../../../platform/serve/call.ts'
import { whyNot } from '../application.ts'
import { tell } from '../application-journal.ts'
import { changesOf, type Bodies } from '../evolve.ts'
import { evolvedOf } from '../evolved.ts'
import { callsOf, factRows, factsIn, lockApplications } from '../store/facts.ts'
import { placesForShare } from '../store/leaders.ts'
import { momentOf } from '../moment.ts'
import { deskNames } from '../store/names.ts'
import { tellLeaders } from '../notices.ts'
import { saveChanges } from '../store/row.ts'

type RerouteCall = Call<{ id: string; version: number; secondaryUnitId: string | null; reason: string }, Actor>

/**
 * E34: what lies at a department that was closed, or that its leader no longer belongs to, goes to another one or straight to
 * 单位审核; its place in the queue stays, and why is recorded.
 */
export async function reroute(tx: Tx, call: RerouteCall): Promise<{ id: string; version: number } | Refusal> {
  const { tools, actor, input } = call
  await lockApplications(tx, [input.id])
  const [row] = await factRows(tx, actor, [input.id])
  const of = row && (await callsOf(tx, [row.call_id])).get(row.call_id)
  if (!row || !of) return unseen()
  const moment = await momentOf(tx, tools)
  const refusal = whyNot('reroute', factsIn(row, of.windows), actor, moment)
  if (refusal) return refusal
  if (row.version !== input.version) return refuse('applications.stale', { status: 409 })
  const { secondaryUnitId } = input
  const isOwn = secondaryUnitId === null || (secondaryUnitId !== row.desk_id && (await isOfUnit(tx, secondaryUnitId, row.unit_id)) && (await placesForShare(tx, row.unit_id, secondaryUnitId)).department)
  if (!isOwn) return refuse('applications.department_unknown', { status: 409 })
  const name = secondaryUnitId ? ((await deskNames(tx, [secondaryUnitId])).get(secondaryUnitId) ?? '') : null
  const [version, at] = [row.version + 1, moment.now]
  const body: Bodies['rerouted'] = {
    at: at.toISOString(), from: row.desk_id ?? '', level: secondaryUnitId ? 'department' : 'unit', deskId: secondaryUnitId ?? row.unit_id, desk: name ?? row.unit_name,
    departmentDesk: secondaryUnitId, secondaryUnitId: secondaryUnitId ?? row.secondary_unit_id, secondaryUnitName: name ?? row.secondary_unit_name,
  }
  await saveChanges(tx, row.id, version, at, changesOf(evolvedOf(row), { event: 'rerouted', seq: version, body }))
  await tell(tx, tools, call, { id: row.id, version, event: 'rerouted', body: { ...body, toDesk: body.desk, desk: row.desk_name }, private: { text: input.reason } })
  await tellLeaders(tx, tools, [{ accountId: row.account_id, id: row.id, version }],
    () => ({ what: 'rerouted', params: { number: row.number ?? '', title: row.title, desk: body.desk, note: input.reason } }))
  return { id: row.id, version }
}

const isOfUnit = async (tx: Tx, id: string, unitId: string): Promise<boolean> =>
  (await tx.selectFrom('secondary_unit').select('id').where('id', '=', id).where('unit_id', '=', unitId).executeTakeFirst()) !== undefined
