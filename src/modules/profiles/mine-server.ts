import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, overtaken, refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { activeUnitForShare } from '../units/index.ts'
import { belongingOf } from './belonging-store.ts'
import { tellBelongs } from './belongs.ts'
import { unknownCodes } from './coded.ts'
import { insertDecisions } from './decide-store.ts'
import { ensureProfile } from './ensure.ts'
import { missingOf, settledPlain, typedDocument, type Document, type Plain, type ReviewedForm } from './fields.ts'
import type { mineVerbs } from './mine-contract.ts'
import { activeSecondaryUnitForShare, putLine, restoreLine } from './mine-store.ts'
import { tellDesk } from './notices.ts'
import { ownOf, type Own } from './own.ts'
import { difference, plainDifference, type Reviewed, type Revision } from './profile.ts'
import { tell } from './profile-journal.ts'
import { insertRevision, lastRevision, plainColumns, saveDraft as keepDraft, saveProfile } from './profile-store.ts'
import { takePlaces } from './review-store.ts'
import { whyNotSubmit, whyNotWithdraw } from './review.ts'
import { deskFor } from './routing.ts'

type Verbs = Handlers<typeof mineVerbs>
type Deed = Call<unknown, Actor>

/** Somebody's own, locked, its row made where there is none; `overtaken` if the version is not the one that was read. */
async function ownFor(tx: Tx, call: Deed, version?: number): Promise<(Own & { version: number }) | Refusal> {
  const found = await ownOf(tx, call, { lock: true })
  if (isRefusal(found)) return found
  if (!found.profile) await ensureProfile(tx, call, { personId: found.person.id })
  const own = found.profile ? found : await ownOf(tx, call, { lock: true })
  if (isRefusal(own)) return own
  const stands = own.profile?.version ?? 1
  // What was read as nothing may have begun meanwhile, with a draft: nothing has been said by that.
  return version === undefined || stands === Math.max(version, 1) ? { ...own, version: stands } : overtaken()
}

export const saveDraft: Verbs['saveDraft'] = (call) =>
  deed(call, async (tx) => {
    const own = await ownFor(tx, call)
    if (isRefusal(own)) return own
    const at = call.tools.clock.now()
    await keepDraft(tx, call.tools.keyring, own.person.id, call.input.fields, at)
    return { at: at.toISOString() }
  })

export const discardDraft: Verbs['discardDraft'] = (call) =>
  deed(call, async (tx) => {
    const own = await ownOf(tx, call, { lock: true })
    if (isRefusal(own)) return own
    if (own.profile) await keepDraft(tx, call.tools.keyring, own.person.id, null, call.tools.clock.now())
    return {}
  })

/** S2-64: in force at once, and kept in the journal with what stood there before. */
async function savePlain(tx: Tx, call: Deed, own: Own & { version: number }, plain: Plain): Promise<number> {
  const { tools } = call
  const changed = plainDifference(own.plain, plain)
  if (changed.length === 0) return own.version
  const version = own.version + 1
  await saveProfile(tx, own.person.id, version, { ...plainColumns(tools.keyring, plain), updated_at: tools.clock.now() })
  const of = (values: Plain) => Object.fromEntries(changed.map((name) => [name, values[name]]))
  await tell(tx, tools, call, { personId: own.person.id, version, event: 'changed', body: { fields: changed }, private: { before: of(own.plain), after: of(plain) } })
  return version
}

/** The values as they will stand there, judged by the document that is in force, or by the one that comes where none is (E41, E42). */
async function plainFor(tx: Tx, call: Deed, own: Own, typed: Plain, document: Document | null): Promise<Plain | Refusal> {
  const { plain, problems } = settledPlain(typed, document)
  const fields = { ...problems, ...(await unknownCodes(tx, call.tools, plain, own.plain)) }
  return Object.keys(fields).length > 0 ? refuse('input.invalid', { fields }) : plain
}

export const change: Verbs['change'] = (call) =>
  deed(call, async (tx) => {
    const own = await ownFor(tx, call, call.input.version)
    if (isRefusal(own)) return own
    const { reviewed } = call.input
    if (reviewed) {
      const submitted = reviewedOf(reviewed, own)
      if (isRefusal(submitted)) return submitted
      const changed = difference(own.approved, submitted)
      if (changed.length > 0) return refuse('profiles.needs_review', { fields: Object.fromEntries(changed.map((name) => [name === 'unit' ? 'unitId' : name, { code: 'profiles.needs_review' }])) })
    }
    const plain = await plainFor(tx, call, own, call.input.plain, own.document)
    if (isRefusal(plain)) return plain
    const version = await savePlain(tx, call, own, plain)
    await keepDraft(tx, call.tools.keyring, own.person.id, null, call.tools.clock.now())
    return { version }
  })

/** The six fields as they would be submitted: without a number, with the document that the platform holds. */
function reviewedOf(form: ReviewedForm, own: Own): Reviewed | Refusal {
  const typed = typedDocument(form)
  if (typed && !('type' in typed)) return refuse('input.invalid', { fields: { ...typed } })
  const document = typed ?? own.document
  if (!document) return refuseField('document', 'profiles.document.required')
  const { unitId, secondaryUnitId, education, degree, title, position } = form
  return { document, unitId, secondaryUnitId, education, degree, title, position }
}

/**
 * S2-57: a new version goes to whoever is responsible; the approved one stays in force meanwhile. Unit and secondary unit
 * are held, so that neither ends while somebody is on his way to it (I7): in the order in which a change of the structure takes them, the person between the two.
 */
export const submit: Verbs['submit'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input } = call
    const unit = await activeUnitForShare(tx, input.reviewed.unitId)
    if (!unit) return refuseField('unitId', 'profiles.unit.choose')
    const own = await ownFor(tx, call, input.version)
    if (isRefusal(own)) return own
    const { secondaryUnitId } = input.reviewed
    if (secondaryUnitId && !(await activeSecondaryUnitForShare(tx, unit.id, secondaryUnitId))) return refuseField('secondaryUnitId', 'profiles.secondary_unit.choose')
    const closed = whyNotSubmit(own.waiting && { deskName: own.waiting.deskName, since: own.waiting.submittedAt })
    if (closed) return closed
    const reviewed = reviewedOf(input.reviewed, own)
    if (isRefusal(reviewed)) return reviewed
    const odd = await unknownCodes(tx, tools, reviewed, own.approved ?? {})
    const plain = await plainFor(tx, call, own, input.plain, own.approved?.document ?? reviewed.document)
    const missing = isRefusal(plain) ? {} : missingOf(plain)
    const fields = { ...(isRefusal(plain) ? plain.fields : {}), ...missing, ...odd }
    if (isRefusal(plain) || Object.keys(fields).length > 0) return refuse('input.invalid', { fields })
    const version = await savePlain(tx, call, own, plain)
    await keepDraft(tx, tools.keyring, own.person.id, null, tools.clock.now())
    if (difference(own.approved, reviewed).length === 0) return { version, revision: null, desk: null }
    return send(tx, call, { ...own, plain, version }, reviewed, unit.name)
  })

async function send(tx: Tx, call: Deed, own: Own & { version: number }, reviewed: Reviewed, unitName: string) {
  const { tools } = call
  const { person } = own
  const belonging = await belongingOf(tx, { personId: person.id, unitId: reviewed.unitId, secondaryUnitId: reviewed.secondaryUnitId })
  if (!belonging) return refuseField('secondaryUnitId', 'profiles.secondary_unit.choose')
  const now = tools.clock.now()
  const revision: Revision = {
    ...reviewed, personId: person.id, version: ((await lastRevision(tx, tools.keyring, person.id))?.version ?? 0) + 1,
    unitName, secondaryUnitName: belonging.secondaryUnitName, submittedAt: now, submittedBy: call.actor.accountId,
  }
  await insertRevision(tx, tools.keyring, revision)
  const line = own.lines.find(({ unitId }) => unitId === reviewed.unitId) ?? null
  const [id, deskId] = [line?.id ?? newId(now.getTime()), deskFor(belonging)]
  await putLine(tx, tools.keyring, { id, line, revision, name: person.name, sex: own.plain.sex, deskId, place: await takePlaces(tx, reviewed.unitId, 1) })
  const version = own.version + 1
  await saveProfile(tx, person.id, version, {})
  const deskName = deskId === reviewed.unitId ? unitName : (belonging.secondaryUnitName ?? '')
  await tell(tx, tools, call, {
    personId: person.id, version, event: 'submitted', body: { reviewId: id, unitId: reviewed.unitId, deskId, desk: deskName, revision: revision.version, changed: difference(own.approved, reviewed) },
  })
  await tellBelongs(tx, call, [person.id])
  await tellDesk(tx, tools, { personId: person.id, version, name: person.name, reviewId: id, unitId: reviewed.unitId, deskId, deskName })
  return { version, revision: revision.version, desk: deskId === reviewed.unitId ? 'unit' as const : 'secondary_unit' as const }
}

export const withdraw: Verbs['withdraw'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input } = call
    const own = await ownFor(tx, call)
    if (isRefusal(own)) return own
    const { waiting, person } = own
    const closed = whyNotWithdraw(waiting && { since: waiting.submittedAt })
    if (closed || !waiting) return closed ?? overtaken()
    if (waiting.revision !== input.revision) return overtaken()
    const at = tools.clock.now()
    await withdrawLine(tx, call, own, waiting, at)
    const version = own.version + 1
    await saveProfile(tx, person.id, version, {})
    await tell(tx, tools, call, {
      personId: person.id, version, event: 'withdrawn', body: { reviewId: waiting.id, unitId: waiting.unitId, deskId: waiting.deskId, desk: waiting.deskName, revision: waiting.revision },
    })
    return { version }
  })

async function withdrawLine(tx: Tx, call: Deed, own: Own, waiting: NonNullable<Own['waiting']>, at: Date): Promise<void> {
  const { tools, actor } = call
  const { approved, person, profile } = own
  await insertDecisions(tx, tools.keyring, [{ id: waiting.id, personId: person.id, unitId: waiting.unitId, revision: waiting.revision, actedFor: null, derived: null }],
    { outcome: 'withdrawn', by: actor.accountId, reasonCodes: [], reason: null, at })
  const here = approved?.unitId === waiting.unitId && profile?.approvedAt ? { ...approved, decidedAt: profile.approvedAt } : null
  const belonging = here && (await belongingOf(tx, { personId: person.id, unitId: here.unitId, secondaryUnitId: here.secondaryUnitId }))
  await restoreLine(tx, tools.keyring, {
    line: waiting, approved: here, who: { name: person.name, sex: own.plain.sex }, deskId: belonging ? deskFor(belonging) : waiting.unitId, at,
  })
}
