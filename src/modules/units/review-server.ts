import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, overtaken, refuse, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import { creditCode } from '../../codes/credit-code.ts'
import { maskMail, maskMobile, maskName } from '../../codes/mask.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { contactOf, grantMandate } from '../accounts/index.ts'
import { aboveOf, belowOf, openAuthority } from '../authorities/index.ts'
import type { unitsContract } from './contract.ts'
import { deskFindings } from './findings.ts'
import { changedSinceReturn, happen } from './registration-journal.ts'
import { registrationById, registrationForUpdate } from './registration-store.ts'
import { missing, registrationProcedure, rolesOf, type Registration, type RegistrationRole, type RegistrationVerb } from './registration.ts'
import { neighboursOf, nextWaiting, reviewTotals, reviewsOf } from './review-store.ts'
import { tellApplicant, tellDesk } from './notices.ts'
import { reasonIn } from './reason.ts'
import { showBoth, stateOf } from './show.ts'
import type { UnitFacts } from './unit.ts'
import { happenToUnit } from './unit-journal.ts'
import { activeUnitWithCode } from './unit-store.ts'

type Verbs = Handlers<typeof unitsContract>
type Deed = Call<{ id: string; version: number }, Actor>

const scopeOf = (actor: Actor): string => actor.mandate?.scopeId ?? ''

/** The registration, locked, with what the officer is to it; what he may not see is not there. */
async function deskItem(tx: Tx, call: Deed, verb: RegistrationVerb): Promise<{ r: Registration; roles: RegistrationRole[] } | Refusal> {
  const r = await registrationForUpdate(tx, call.tools.keyring, call.input.id)
  if (!r || !r.deskId || r.state === 'draft') return unseen()
  const roles = rolesOf(call.actor, { accountId: r.accountId, deskId: r.deskId, aboveDesk: await aboveOf(tx, r.deskId) })
  if (!roles.some((role) => role === 'desk' || role === 'above')) return unseen()
  const step = registrationProcedure.step(verb, r.state, roles)
  if (isRefusal(step)) return step
  // A version is what is judged: anything newer must be read first (I8).
  return r.version === call.input.version ? { r, roles } : overtaken()
}

export const reviews: Verbs['reviews'] = async (call) => {
  const { db, keyring } = call.tools
  const own = scopeOf(call.actor)
  const desks = call.input.reach === 'below' ? [own, ...(await belowOf(db, own))] : [own]
  const { counts, total } = await reviewTotals(db, keyring, desks, call.input)
  const page = await reviewsOf(db, keyring, desks, call.input, { counts, total })
  return {
    rows: page.rows.map((row) => ({
      id: row.id,
      name: row.name,
      creditCode: row.credit_code,
      legalRepresentative: row.legal_representative,
      contactName: maskName(row.contact_name),
      contactPhone: maskMobile(keyring.open(row.contact_phone, 'unit_registration.contact_phone')),
      district: row.registered_district,
      desk: row.desk,
      deskEn: row.desk_en,
      state: row.state,
      version: row.version,
      submittedAt: row.submitted_at?.toISOString() ?? null,
      decidedAt: row.decided_at?.toISOString() ?? null,
      sharesCode: row.shares_code,
      // What lies at another desk of this list lies below the officer's own.
      can: registrationProcedure.can(row.state, rolesOf(call.actor, { accountId: row.account_id, deskId: row.desk_id, aboveDesk: [own] })),
    })),
    total, counts, page: page.page, pages: page.pages, next: page.next, previous: page.previous,
  }
}

export const review: Verbs['review'] = async (call) => {
  const { db, keyring } = call.tools
  const r = await registrationById(db, keyring, call.input.id)
  if (!r || !r.deskId || r.state === 'draft') return unseen()
  const roles = rolesOf(call.actor, { accountId: r.accountId, deskId: r.deskId, aboveDesk: await aboveOf(db, r.deskId) })
  if (!roles.some((role) => role === 'desk' || role === 'above')) return unseen()
  const { desk, ...shown } = await showBoth(call, r, 'desk')
  if (!desk) return unseen()
  const { creditCode: code, legalType, registeredDistrict, locatedDistrict } = r.form
  const complete = code && legalType && registeredDistrict && locatedDistrict
  const account = await contactOf(db, keyring, r.accountId)
  return {
    ...shown,
    desk: { id: desk.id, name: desk.name, nameEn: desk.nameEn },
    contact: { name: r.contact.name, mail: maskMail(r.contact.mail), phone: maskMobile(r.contact.phone), masked: true },
    userName: account?.userName ?? '',
    findings: complete && r.state === 'submitted'
      ? deskFindings({ creditCode: code, legalType, registeredDistrict, locatedDistrict }, r.contact.phone, await neighboursOf(db, r))
      : [],
    changed: await changedSinceReturn(call.tools, r),
    next: await nextWaiting(db, scopeOf(call.actor), r.id),
  }
}

/** S1-N4: masked until asked for, and that it was asked for is recorded. */
export const revealContact: Verbs['revealContact'] = (call) =>
  deed(call, async (tx) => {
    const r = await registrationById(tx, call.tools.keyring, call.input.id)
    if (!r || !r.deskId || r.state === 'draft') return unseen()
    if (rolesOf(call.actor, { accountId: r.accountId, deskId: r.deskId, aboveDesk: await aboveOf(tx, r.deskId) }).length === 0) return unseen()
    await record(tx, call.tools.keyring, call, {
      room: 'units.reveal', subject: newId(), seq: 1, event: 'contact_revealed', body: { registrationId: r.id, accountId: r.accountId },
    })
    return r.contact
  })

export const approve: Verbs['approve'] = (call) =>
  deed(call, async (tx) => {
    const { tools } = call
    const item = await deskItem(tx, call, 'approve')
    if (isRefusal(item)) return item
    const { r } = item
    const code = r.form.creditCode ?? ''
    if (missing(r).length) return refuse('units.incomplete')
    if (!creditCode(code).ok && !call.input.codeSeenOnLicence) {
      return refuse('units.verify_by_hand', { fields: { codeSeenOnLicence: { code: 'units.verify_by_hand' } } })
    }
    const active = await activeUnitWithCode(tx, code)
    if (active) return refuse('units.credit_code_active.desk', { status: 409, params: { name: active.name } })
    const now = tools.clock.now()
    const unitId = newId(now.getTime())
    // Asked above for a kind answer; the constraint decides between two officers at once (I4).
    await happenToUnit(tx, tools, call, null, unitId, { event: 'activated', at: now.toISOString(), registrationId: r.id, facts: { ...r.form, authorityId: r.deskId } as UnitFacts })
    const granted = await grantMandate(tx, call, { accountId: r.accountId, post: 'unit_account', scopeId: unitId })
    if (isRefusal(granted)) return granted
    const approved = await happen(tx, tools, call, r, r.id, { event: 'approved', at: now.toISOString(), unitId })
    if (isRefusal(approved)) return approved
    await tellApplicant(tx, tools, approved, 'approved', { link: '/app/home' })
    return stateOf(approved)
  })

export const returnToApplicant: Verbs['return'] = (call) =>
  deed(call, async (tx) => {
    const item = await deskItem(tx, call, 'return')
    if (isRefusal(item)) return item
    const { marks: asked, note: remark } = call.input
    if (asked.length === 0 && remark.trim() === '') return refuseField('note', 'review.reason_required')
    const marks: { field: (typeof asked)[number]['field']; reason: string }[] = []
    for (const [i, { field, reason }] of asked.entries()) {
      const checked = reasonIn(reason, `marks.${i}.reason`)
      if (isRefusal(checked)) return checked
      if (!marks.some((mark) => mark.field === field)) marks.push({ field, reason: checked })
    }
    const note = remark.trim() === '' ? '' : reasonIn(remark, 'note')
    if (isRefusal(note)) return note
    const returned = await happen(tx, call.tools, call, item.r, item.r.id, {
      event: 'returned', at: call.tools.clock.now().toISOString(), marks, note,
    })
    if (isRefusal(returned)) return returned
    await tellApplicant(tx, call.tools, returned, 'returned', { marks, note })
    return stateOf(returned)
  })

export const refuseRegistration: Verbs['refuse'] = (call) =>
  deed(call, async (tx) => {
    const item = await deskItem(tx, call, 'refuse')
    if (isRefusal(item)) return item
    const note = reasonIn(call.input.reason, 'reason')
    if (isRefusal(note)) return note
    const refused = await happen(tx, call.tools, call, item.r, item.r.id, { event: 'refused', at: call.tools.clock.now().toISOString(), note })
    if (isRefusal(refused)) return refused
    await tellApplicant(tx, call.tools, refused, 'refused', { note })
    return stateOf(refused)
  })

/** E05: the place in the order of arrival is kept, since `submittedAt` stays. */
export const transfer: Verbs['transfer'] = (call) =>
  deed(call, async (tx) => {
    const item = await deskItem(tx, call, 'transfer')
    if (isRefusal(item)) return item
    const note = reasonIn(call.input.reason, 'reason')
    if (isRefusal(note)) return note
    const { authorityId } = call.input
    if (authorityId === item.r.deskId) return refuse('units.same_authority', { fields: { authorityId: { code: 'units.same_authority' } } })
    const authority = await openAuthority(tx, authorityId)
    if (isRefusal(authority) || authority.kind === 'bureau') return refuse('units.authority_closed', { status: 409, fields: { authorityId: { code: 'units.authority_closed' } } })
    const moved = await happen(tx, call.tools, call, item.r, item.r.id, { event: 'transferred', at: call.tools.clock.now().toISOString(), authorityId, note })
    if (isRefusal(moved)) return moved
    await tellApplicant(tx, call.tools, moved, 'transferred', { authority, note })
    await tellDesk(tx, call.tools, moved)
    return stateOf(moved)
  })
