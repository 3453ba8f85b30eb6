import type { Actor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { isRefusal, refuse, unseen, type Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { eventsOf } from '../../../platform/journal.ts'
import type { Call } from '../../../platform/serve/call.ts'
import { callForShare } from '../../calls/index.ts'
import { draftForUpdate, dropDraft, openDraft, unlockDraft } from '../../drafts/index.ts'
import { whyNot } from '../application.ts'
import { room, tell } from '../application-journal.ts'
import { lastReturn } from '../store/decisions.ts'
import { changesOf, type Bodies } from '../evolve.ts'
import { evolvedOf } from '../evolved.ts'
import { factsIn, lockApplications, ownRows, type FactRow } from '../store/facts.ts'
import { handingIn, startFacts } from './handing-in.ts'
import { draftsOf, leaderOf } from '../store/leaders.ts'
import { releaseLimits } from '../store/limits.ts'
import { fieldsToOpen } from './opening.ts'
import { releaseQuota } from '../store/quota.ts'
import { saveChanges } from '../store/row.ts'
import { momentOf } from '../moment.ts'
import { whyNotAnother, whyNotBegin } from './start.ts'
import type { ApplicationState } from '../state.ts'
import { deleteApplication, insertApplication } from '../store/submissions.ts'

type OwnCall = Call<{ id: string; version: number }, Actor>

/** D4: an empty draft under the same id; drafting is open to everybody whose information is complete and who may apply. */
export async function begin(tx: Tx, call: Call<{ callId: string }, Actor>): Promise<{ id: string; version: number } | Refusal> {
  const { tools, actor, input, request } = call
  const at = request.receivedAt
  const held = await callForShare(tx, input.callId)
  if (!held) return unseen()
  const leader = await leaderOf(tx, actor.accountId)
  const facts = await startFacts(tx, call, held, leader, at)
  const refusal = whyNotBegin(facts, at) ?? whyNotAnother(await draftsOf(tx, actor.accountId))
  if (refusal) return refusal
  if (!leader?.unit) return refuse('applications.no_unit', { status: 409 })
  const id = newId(at.getTime())
  await openDraft(tx, call, { id, callId: held.id, leaderId: leader.personId, accountId: actor.accountId })
  const body: Bodies['begun'] = {
    at: at.toISOString(), callId: held.id, leaderId: leader.personId, accountId: actor.accountId, unitId: leader.unit.id, unitName: leader.unit.name,
    secondaryUnitId: leader.department?.id ?? null, secondaryUnitName: leader.department?.name ?? null,
  }
  await insertApplication(tx, {
    id, call_id: held.id, category: held.document.category.zh, leader_id: leader.personId, account_id: actor.accountId, leader_name: leader.name, unit_id: leader.unit.id,
    unit_name: leader.unit.name, secondary_unit_id: body.secondaryUnitId, secondary_unit_name: body.secondaryUnitName, begun_at: at,
  })
  await tell(tx, tools, call, { id, version: 1, event: 'begun', body: { ...body }, private: { leaderName: leader.name } })
  return { id, version: 1 }
}

/** The own application, held, with whether this verb is open to its leader now. */
async function ownHeld(tx: Tx, call: OwnCall, verb: 'change' | 'withdraw' | 'drop') {
  await lockApplications(tx, [call.input.id])
  const [row] = await ownRows(tx, call.actor.accountId, call.input.id)
  const held = row && (await callForShare(tx, row.call_id))
  const draft = row && (await draftForUpdate(tx, row.id))
  if (!row || !held || !draft) return unseen()
  const refusal = whyNot(verb, factsIn(row, held.windows), call.actor, await momentOf(tx, call.tools, call.request.receivedAt))
  if (refusal) return refusal
  return row.version === call.input.version ? { row, held, draft } : refuse('applications.stale', { status: 409 })
}

/**
 * D9: back to the leader, while no desk has acted on this version. What a return had marked stays all that is open (D18). What lies with
 * the leader already, because it was returned, is given up: he may still submit it in time, but no place is held for it (E58).
 */
export async function withdraw(tx: Tx, call: OwnCall): Promise<{ id: string; version: number; state: 'withdrawn' } | Refusal> {
  const own = await ownHeld(tx, call, 'withdraw')
  if (!('row' in own)) return own
  const { row } = own
  const [version, at] = [row.version + 1, call.request.receivedAt]
  const body: Bodies['withdrawn'] = { at: at.toISOString(), revision: row.revision }
  await saveChanges(tx, row.id, version, at, changesOf(evolvedOf(row), { event: 'withdrawn', seq: version, body }))
  // What is the leader's already stays as open as it is; what a desk had is open as far as the return before it went.
  if (row.state !== 'returned') await unlockDraft(tx, row.id, await openAgain(tx, call, row))
  await releaseLimits(tx, [row.id])
  await releaseQuota(tx, [row.id])
  await tell(tx, call.tools, call, { id: row.id, version, event: 'withdrawn', body: { ...body } })
  return { id: row.id, version, state: 'withdrawn' }
}

/** Fields that the last return marked, with those that were opened beside them since; everything where nothing was returned. */
async function openAgain(tx: Tx, call: OwnCall, row: FactRow): Promise<string[] | 'all'> {
  const returned = row.returned_by ? await lastReturn(tx, row.id) : null
  if (!returned || returned.marks.length === 0) return 'all'
  const events = await eventsOf(tx, call.tools.keyring, room, row.id)
  const opened = events.flatMap(({ seq, event, body }) => (event === 'opened' && seq > returned.seq ? (body as unknown as Bodies['opened']).fields : []))
  return [...returned.marks.map(({ field }) => field), ...opened]
}

/** D18, N15: the fields beside the marked ones that are wrong by now are opened, so that there is always a way to submit. */
export async function openFields(tx: Tx, call: OwnCall): Promise<{ id: string; version: number; state: ApplicationState; fields: string[] } | Refusal> {
  const own = await ownHeld(tx, call, 'change')
  if (!('row' in own)) return own
  const { row, held, draft } = own
  const leader = await leaderOf(tx, call.actor.accountId)
  if (!leader) return unseen()
  const handed = await handingIn(tx, call, row, held.document, leader, false)
  if (isRefusal(handed)) return handed
  const fields = draft.lock === 'marked' ? fieldsToOpen(held.document, handed.findings, draft.marks) : []
  if (fields.length === 0) return refuse('applications.open_fields.none', { status: 409 })
  const [version, at] = [row.version + 1, call.request.receivedAt]
  const body: Bodies['opened'] = { at: at.toISOString(), fields }
  await saveChanges(tx, row.id, version, at, changesOf(evolvedOf(row), { event: 'opened', seq: version, body }))
  await unlockDraft(tx, row.id, [...draft.marks, ...fields])
  await tell(tx, call.tools, call, { id: row.id, version, event: 'opened', body: { ...body } })
  return { id: row.id, version, state: row.state, fields }
}

/** A draft that was never submitted goes with everything in it; that it was there, stays in the journal. */
export async function drop(tx: Tx, call: OwnCall): Promise<Record<string, never> | Refusal> {
  const own = await ownHeld(tx, call, 'drop')
  if (!('row' in own)) return own
  const { row } = own
  await deleteApplication(tx, row.id)
  await dropDraft(tx, row.id)
  await tell(tx, call.tools, call, { id: row.id, version: row.version + 1, event: 'dropped', body: { at: call.request.receivedAt.toISOString() } })
  return {}
}
