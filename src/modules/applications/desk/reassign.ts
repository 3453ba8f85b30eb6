import type { Actor } from '../../../kernel/actor.ts'
import { refuse, unseen, type Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Call } from '../../../platform/serve/call.ts'
import { callForShare, type HeldCall } from '../../calls/index.ts'
import { draftForUpdate, handOverDraft } from '../../drafts/index.ts'
import { whyNot } from '../application.ts'
import { tell } from '../application-journal.ts'
import { changesOf, type Bodies } from '../evolve.ts'
import { evolvedOf } from '../evolved.ts'
import { factRows, factsIn, lockApplications, type FactRow } from '../store/facts.ts'
import { startFacts } from '../mine/handing-in.ts'
import { leaderOf } from '../store/leaders.ts'
import { countedIn, holdsPlaces, takeLimits } from '../store/limits.ts'
import { momentOf } from '../moment.ts'
import { tellLeaders } from '../notices.ts'
import { saveChanges } from '../store/row.ts'
import { fullRefusal, whyNotLead } from './succession.ts'
import { successorForShare } from '../store/successors.ts'

type ReassignCall = Call<{ id: string; version: number; personId: string; reason: string }, Actor>

/**
 * E10: what a leader who is gone left with the unit goes on with somebody else of it, as it lies there; versions that were submitted stay
 * the former leader's. It climbs the whole way anew. Who is chosen is held first, so that nobody waits crosswise for whoever ends his post.
 */
export async function reassign(tx: Tx, call: ReassignCall): Promise<{ id: string; version: number } | Refusal> {
  const { tools, actor, input } = call
  const [before] = await factRows(tx, actor, [input.id])
  const successor = before && (await successorForShare(tx, { unitId: before.unit_id, leaderId: before.leader_id, personId: input.personId }))
  await lockApplications(tx, [input.id])
  const [row] = await factRows(tx, actor, [input.id])
  const held = row && (await callForShare(tx, row.call_id))
  const draft = row && (await draftForUpdate(tx, row.id))
  if (!row || !held || !draft) return unseen()
  const refusal = whyNot('reassign', factsIn(row, held.windows), actor, await momentOf(tx, tools))
  if (refusal) return refusal
  if (row.version !== input.version) return refuse('applications.stale', { status: 409 })
  if (!successor) return refuse('applications.successor.unknown', { status: 409 })
  const leader = await leaderOf(tx, successor.accountId)
  const asHim = { tools, actor: { ...actor, accountId: successor.accountId, mandate: null } }
  const notHe = whyNotLead(successor.name, await startFacts(tx, asHim, held, leader, row.begun_at))
  if (notHe) return notHe
  const { department = null } = leader ?? {}
  return give(tx, call, row, held, { ...successor, department })
}

interface NextLeader {
  personId: string
  accountId: string
  name: string
  department: { id: string; name: string } | null
}

async function give(tx: Tx, call: ReassignCall, row: FactRow, held: HeldCall, to: NextLeader): Promise<{ id: string; version: number } | Refusal> {
  const { tools, actor, input } = call
  const [version, at] = [row.version + 1, tools.clock.now()]
  const body: Bodies['reassigned'] = {
    at: at.toISOString(), why: row.leader_gone ?? 'left', fromLeaderId: row.leader_id, leaderId: to.personId, accountId: to.accountId,
    secondaryUnitId: to.department?.id ?? null, secondaryUnitName: to.department?.name ?? null,
  }
  await saveChanges(tx, row.id, version, at, changesOf(evolvedOf(row), { event: 'reassigned', seq: version, body }), { leader_name: to.name })
  const commitments = held.document.form.tabs.flatMap(({ fields }) => fields.flatMap((field) => (field.kind === 'commitment' ? [field.id] : [])))
  await handOverDraft(tx, call, { id: row.id, leaderId: to.personId, accountId: to.accountId, commitments, by: actor.accountId })
  // What came back holds its places: the leader's is taken by whoever leads it now, or it is not given to him (E58).
  const full = (await holdsPlaces(tx, row.id)) ? await takeLimits(tx, row.id, held.document.limits, await countedIn(tx, row.id)) : null
  if (full) return full.code === 'applications.limit.leader' ? fullRefusal(to.name, full) : full
  await tell(tx, tools, call, { id: row.id, version, event: 'reassigned', body: { ...body }, private: { text: input.reason, leaderName: to.name, fromName: row.leader_name } })
  const params = { number: row.number ?? '', title: row.title, unit: row.unit_name, leader: to.name, note: input.reason }
  await tellLeaders(tx, tools, [{ accountId: to.accountId, id: row.id, version }], () => ({ what: 'given', params }))
  await tellLeaders(tx, tools, [{ accountId: row.account_id, id: row.id, version }], () => ({ what: 'taken', params: { ...params, link: '/app/projects/mine' } }))
  return { id: row.id, version }
}
