import type { Actor } from '../../../kernel/actor.ts'
import { isRefusal, refuse, unseen, type Refusal } from '../../../kernel/refusal.ts'
import { happened } from '../../../platform/consequences.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Call } from '../../../platform/serve/call.ts'
import { callForShare, type HeldCall } from '../../calls/index.ts'
import { isOpen, windowFor } from '../../calls/windows.ts'
import { draftForUpdate, lockDraft } from '../../drafts/index.ts'
import { whyNot } from '../application.ts'
import { tell } from '../application-journal.ts'
import { changesOf, type Bodies } from '../evolve.ts'
import { factsIn, lockApplications, ownRows, type FactRow } from '../store/facts.ts'
import { handingIn, incomplete, startFacts, titleIn, type HandingIn } from './handing-in.ts'
import { authorityNames, leaderOf } from '../store/leaders.ts'
import { takeAnew } from '../store/limits.ts'
import { destinationOf } from '../next.ts'
import { tellLeaders, tellSkipped } from '../notices.ts'
import { takeQuota } from '../store/quota.ts'
import { signReceipt, type SigningReceiptKey } from './receipt.ts'
import { saveChanges } from '../store/row.ts'
import { levelsBefore } from '../route.ts'
import { momentOf } from '../moment.ts'
import { whyNotHandIn } from './start.ts'
import { insertVersion, nextNumber } from '../store/submissions.ts'
import { evolvedOf } from '../evolved.ts'

type SubmitCall = Call<{ id: string; version: number }, Actor>

export interface HandedIn {
  id: string
  version: number
  revision: number
  number: string
  state: Bodies['submitted']['level']
  desk: { id: string; name: string }
  isFast: boolean
  receivedAt: string
  hash: string
  receipt: string
}

/**
 * 提交 (D19, N1): window, rights, limits and completeness, then the frozen version with its receipt, in the transaction of the deed. The time
 * that counts is the arrival of the request. The call is held FOR SHARE: a window moves before or after it (I12). Slow things come after.
 */
export async function submit(tx: Tx, call: SubmitCall, key: SigningReceiptKey): Promise<HandedIn | Refusal> {
  const { tools, actor, request, input } = call
  const at = request.receivedAt
  await lockApplications(tx, [input.id])
  const [row] = await ownRows(tx, actor.accountId, input.id)
  const held = row && (await callForShare(tx, row.call_id))
  const draft = row && (await draftForUpdate(tx, row.id))
  if (!row || !held || !draft) return unseen()
  const facts = factsIn(row, held.windows)
  const leader = await leaderOf(tx, actor.accountId)
  const closed = whyNot('submit', facts, actor, await momentOf(tx, tools, at)) ?? whyNotHandIn(await startFacts(tx, call, held, leader, row.begun_at))
  if (closed) return closed
  if (row.version !== input.version) return refuse('applications.stale', { status: 409 })
  if (!leader) return unseen()
  const handed = await handingIn(tx, call, row, held.document, leader, true)
  if (isRefusal(handed)) return handed
  const refusal = incomplete(handed.findings) ?? (await takeAnew(tx, row.id, held.document.limits))
  return refusal ?? freeze(tx, call, key, row, held, await withQuota(tx, row, held, handed))
}

/** E57: who comes straight back above the unit takes a place of the unit again; where none is left, it climbs the whole chain. */
async function withQuota(tx: Tx, row: FactRow, { document }: HeldCall, handed: HandingIn): Promise<HandingIn> {
  const { quotaPerUnit } = document
  if (!handed.to.isFast || handed.to.level !== 'authority' || quotaPerUnit === null) return handed
  const got = await takeQuota(tx, [{ applicationId: row.id, callId: row.call_id, unitId: row.unit_id, most: quotaPerUnit }])
  return got.has(row.id) ? handed : { ...handed, to: destinationOf(handed.route, { fastReturn: false, returned: null, changed: [] }) }
}

async function freeze(tx: Tx, call: SubmitCall, key: SigningReceiptKey, row: FactRow, held: HeldCall, handed: HandingIn): Promise<HandedIn | Refusal> {
  const { tools, actor, request } = call
  const at = request.receivedAt
  const { route, to, leader, hash } = handed
  const [revision, version] = [row.revision + 1, row.version + 1]
  const number = row.number ?? (await nextNumber(tx, held.code))
  const window = windowFor(held.windows, 'leader', row.begun_at)
  const isInWindow = window !== null && isOpen(window, at)
  const deskName = await nameOfDesk(tx, handed)
  const receipt = signReceipt(key, {
    issuer: tools.config.publicUrl, applicationId: row.id, number, revision, callCode: held.code, callVersion: held.version, unit: leader.unit.name, leaderId: leader.personId,
    hash, receivedAt: at.toISOString(),
  })
  await insertVersion(tx, {
    applicationId: row.id, revision, callId: row.call_id, callVersion: held.version, content: handed.content, text: handed.text, hash, receivedAt: at,
    window: isInWindow ? window : null, correctUntil: isInWindow ? null : row.correct_until, submittedBy: actor.accountId, receipt,
    leader: { personId: row.leader_id, name: leader.name, unit: leader.unit.name, department: leader.department?.name ?? null },
  })
  const body: Bodies['submitted'] = {
    at: at.toISOString(), number, revision, callVersion: held.version, hash, level: to.level, deskId: to.deskId, desk: deskName, isFast: to.isFast,
    unitName: leader.unit.name, secondaryUnitId: leader.department?.id ?? null, secondaryUnitName: leader.department?.name ?? null,
    departmentDesk: route.department, authorityDesk: route.authority, bureauDesk: route.bureau,
    warnings: handed.findings.filter(({ severity }) => severity === 'warning').length, correctUntil: row.correct_until?.toISOString() ?? null,
  }
  const title = titleIn(held.document, handed.content)
  await saveChanges(tx, row.id, version, at, changesOf(evolvedOf(row), { event: 'submitted', seq: version, body }), { title, leader_name: leader.name })
  await lockDraft(tx, row.id)
  await tell(tx, tools, call, { id: row.id, version, event: 'submitted', body: { ...body }, private: { title, leaderName: leader.name } })
  await tellLeaders(tx, tools, [{ accountId: row.account_id, id: row.id, version }], () => ({ what: 'submitted', params: { number, title, desk: deskName, time: at.toISOString() } }))
  if (to.isFast) await tellSkipped(tx, tools, { id: row.id, version, title, number, desk: deskName, unitId: row.unit_id, desks: levelsBefore(route, to.level).map((level) => route[level] ?? row.unit_id) })
  const stopped = await happened(tx, call, 'applications.submitted', { subject: row.id })
  if (isRefusal(stopped)) return stopped
  return { id: row.id, version, revision, number, state: to.level, desk: { id: to.deskId, name: deskName }, isFast: to.isFast, receivedAt: at.toISOString(), hash, receipt }
}

async function nameOfDesk(tx: Tx, { to, leader, route }: HandingIn): Promise<string> {
  if (to.level === 'department') return leader.department?.name ?? ''
  if (to.level === 'unit') return leader.unit.name
  return (await authorityNames(tx, [route.authority])).get(to.deskId) ?? ''
}
