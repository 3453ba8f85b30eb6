import { sql } from 'kysely'
import { maskBirthDate, maskLandline, maskMail, maskMessenger, maskMobile } from '../../codes/mask.ts'
import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import { eventsOf, type PastEvent } from '../../platform/journal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { contactOf } from '../accounts/index.ts'
import { vouchedWith } from '../people/index.ts'
import { decide, type Asked } from './decide.ts'
import type { deskVerbs } from './desk-contract.ts'
import { standing } from './list-server.ts'
import type { Plain } from './fields.ts'
import { notesOn } from './note-store.ts'
import { difference, nothingYet, type Revision } from './profile.ts'
import { room } from './profile-journal.ts'
import { profileOf, revisionOf } from './profile-store.ts'
import { reachOf } from './reach.ts'
import { factRows, factsIn, type FactRow } from './review-store.ts'
import { changedIn, decisionIn, deskTimeline, showRevision } from './show.ts'
import { silenceOf } from './silence.ts'
import type { BatchOutcome } from './state.ts'
import { neighboursOf } from './waiting-store.ts'

type Verbs = Handlers<typeof deskVerbs>

interface Looked extends FactRow {
  name: string
  user_name: string
  unit_name: string
  secondary_unit_name: string | null
  person_unit_id: string | null
  is_vouched: boolean
  is_proven: boolean
}

const more = sql`, p.name, p.user_name, p.unit_id as person_unit_id, p.vouched_at is not null as is_vouched, p.document_proven_at is not null as is_proven,
  (select u.name from unit u where u.id = r.unit_id) as unit_name, (select s.name from secondary_unit s where s.id = r.secondary_unit_id) as secondary_unit_name`

/** The desk reads what it must compare; how to reach somebody, and the day of birth, are looked at one by one (E45). */
const maskedPlain = (plain: Plain): Plain => ({
  ...plain, birthDate: plain.birthDate && maskBirthDate(plain.birthDate), officePhone: plain.officePhone && maskLandline(plain.officePhone),
  qq: plain.qq && maskMessenger(plain.qq), wechat: plain.wechat && maskMessenger(plain.wechat),
})

/** E19: the own half-written reason, and those of others at this desk. */
const notesFor = async ({ db, keyring }: Tools, actor: Actor, row: FactRow) =>
  (await notesOn(db, keyring, row.id, row.revision)).map(({ accountId, by, at, reasonCodes, reason }) =>
    ({ isOwn: accountId === actor.accountId, by, at: at.toISOString(), reasonCodes, reason }))

/** N4: what was corrected since this unit refused, as long as nothing was approved after it. */
async function correctedSince({ db, keyring }: Tools, row: Looked, events: readonly PastEvent[], submitted: Revision) {
  if (row.state !== 'pending') return null
  const last = events.findLast(({ event, body }) => (event === 'refused' || event === 'approved') && body.unitId === row.unit_id && Number(body.revision) < row.revision)
  if (last?.event !== 'refused') return null
  const before = await revisionOf(db, keyring, row.person_id, Number(last.body.revision))
  const decision = before && decisionIn(events, before.version, 'desk', row.name)
  return before && decision && { before: showRevision(before), decision, fields: difference(before, submitted) }
}

export const review: Verbs['review'] = async ({ tools, actor, input }) => {
  const { db, keyring } = tools
  const [row] = await factRows<Looked>(db, reachOf(actor), [input.id], more)
  const [profile, submitted] = row ? [await profileOf(db, keyring, row.person_id), await revisionOf(db, keyring, row.person_id, row.revision)] : [null, null]
  if (!row || row.state === 'withdrawn' || !profile || !submitted) return unseen()
  // Who has gone to another unit tells it, not this one (E40): what is approved there, how he is reached, what stands there without review.
  const isGone = row.state === 'left'
  const inForce = isGone || profile.approvedVersion === row.revision ? null : await revisionOf(db, keyring, row.person_id, profile.approvedVersion)
  const [contact, events] = [isGone ? null : await contactOf(db, keyring, row.account_id), await eventsOf(db, keyring, room, row.person_id)]
  const holder = await vouchedWith(db, keyring, submitted.document)
  const isOwn = holder?.personId === row.person_id
  const facts = factsIn(row)
  const open = standing(row, actor, await silenceOf(db, tools))
  return {
    id: row.id, state: row.state, revision: row.revision, name: row.name, userName: row.user_name,
    phone: contact?.phone ? maskMobile(contact.phone) : null, mail: contact?.mail ? maskMail(contact.mail) : null,
    unit: { id: row.unit_id, name: row.unit_name },
    secondaryUnit: row.secondary_unit_id && row.secondary_unit_name !== null ? { id: row.secondary_unit_id, name: row.secondary_unit_name } : null,
    submitted: showRevision(submitted), approved: inForce && profile.approvedAt ? { ...showRevision(inForce), approvedAt: profile.approvedAt.toISOString() } : null,
    changed: changedIn(events, row.revision),
    plain: isGone ? nothingYet : maskedPlain(profile.plain),
    documentVouchedBy: !isOwn ? 'nobody' as const : row.is_vouched ? (row.person_unit_id === row.unit_id ? 'unit' as const : 'another' as const) : 'city' as const,
    documentTaken: holder !== null && !isOwn,
    decision: decisionIn(events, row.revision, 'desk', row.name),
    manager: facts.manager && { name: facts.manager.name, since: facts.manager.since.toISOString() },
    submittedAt: row.submitted_at.toISOString(), decidedAt: row.decided_at?.toISOString() ?? null, updatedAt: row.updated_at.toISOString(),
    ...(await neighboursOf(db, keyring, reachOf(actor), input, row.id)),
    timeline: deskTimeline(events, row.name, row.unit_id),
    notes: open.can.includes('refuse') ? await notesFor(tools, actor, row) : [],
    corrected: await correctedSince(tools, row, events, submitted), ...open,
  }
}

const one = (outcome: Asked['outcome']) => (call: Parameters<Verbs['approve']>[0] & { input: { reason?: string; reasonCodes?: readonly string[] } }) =>
  deed(call, async (tx) => {
    const { id, revision, reason = null, reasonCodes = [], actForReason = null } = call.input
    const outcomes = await decide(tx, call, [{ id, revision }], { outcome, reason, reasonCodes, actForReason })
    const refusal = outcomes.get(id)
    if (isRefusal(refusal)) return refusal
    return { id, state: outcome === 'approve' ? 'approved' as const : 'refused' as const, revision }
  })

/** S2-54: the version that was read (E39) is in force from now on. */
export const approve: Verbs['approve'] = one('approve')
/** S2-55 */
export const refuseReview: Verbs['refuse'] = one('refuse')

/** Why one of many was not decided, in a word (E47). */
function outcomeOf(refusal: Refusal | null): BatchOutcome {
  if (!refusal) return 'done'
  switch (refusal.code) {
    case 'profiles.own_review': return 'own_review'
    case 'profiles.document_taken': return 'document_taken'
    case 'profiles.review.stale': return 'stale'
    case 'profiles.at_secondary_unit':
    case 'profiles.at_unit': return 'at_secondary_unit'
    case 'not_found': return 'not_found'
    default: return 'decided'
  }
}

export const decideBatch: Verbs['decideBatch'] = (call) =>
  deed(call, async (tx) => {
    const { items, outcome, reason = null, reasonCodes, actForReason = null } = call.input
    if (outcome === 'refuse' && reason === null) return refuseField('reason', 'field.required')
    const outcomes = await decide(tx, call, items, { outcome, reason, reasonCodes, actForReason })
    const unanswered = [...outcomes.values()].find((refusal) => refusal?.fields.actForReason)
    if (unanswered) return unanswered
    const all = [...outcomes].map(([id, refusal]) => ({ id, outcome: outcomeOf(refusal) }))
    return { done: all.filter((item) => item.outcome === 'done').length, outcomes: all }
  })
