import type { Actor } from '../../kernel/actor.ts'
import { addDays, minuteOf } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, overtaken, refuse, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import { maskName } from '../../codes/mask.ts'
import { deed } from '../../platform/deed.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { happened } from '../../platform/consequences.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { accountsOfUnit, contactOf } from '../accounts/index.ts'
import { activeUnitForShare, unitOf, type Unit } from '../units/index.ts'
import type { peopleContract } from './contract.ts'
import { choicesOf, namesOfUnits, noteReminder, remindedAt, usualDaysOf } from './me-store.ts'
import { tellPerson, tellUnit, tellUnitOfLeaving, tellUnitOfNew } from './notices.ts'
import { happen, lifeOf } from './person-journal.ts'
import { ownForUpdate, personOfAccount } from './person-store.ts'
import { chooseAgainAt, choicesADay, personProcedure, personRolesOf, type Person } from './person.ts'
import { takePlace } from './place-store.ts'
import { lastDecision, masked, ownTimeline, showDocument, stateOf } from './show.ts'

type Verbs = Handlers<typeof peopleContract>
type Own = Call<{ version: number }, Actor>

const daysBetweenReminders = 1
const remindAgainAt = (last: Date | null): Date | null => last && addDays(last, daysBetweenReminders)

/** Whom one waits for, and when one may ask again (S1-30); null unless one waits for a unit. */
async function waitingOf(db: Db, call: Call<unknown, Actor>, p: Person, unit: Unit | null) {
  if (p.state !== 'new' || !unit) return null
  const { keyring } = call.tools
  const [reached] = await accountsOfUnit(db, keyring, unit.id)
  const contact = reached ? await contactOf(db, keyring, reached.accountId) : null
  const last = await remindedAt(db, p.id)
  // Another unit was asked before this one was chosen: that day is spent, and is nothing that happened here.
  const here = last && p.joinedAt && last >= p.joinedAt ? last : null
  return {
    since: p.since.toISOString(), usualDays: await usualDaysOf(db, unit.id),
    contactName: contact && maskName(contact.name), contactPhone: masked.phone(contact?.phone ?? null), contactMail: masked.mail(contact?.mail ?? null),
    remindedAt: here?.toISOString() ?? null, remindAgainAt: remindAgainAt(last)?.toISOString() ?? null,
  }
}

export const me: Verbs['me'] = async (call) => {
  const { db, keyring, clock } = call.tools
  const p = await personOfAccount(db, keyring, call.actor.accountId)
  if (!p) return unseen()
  const [unit, account] = [p.unitId ? await unitOf(db, p.unitId) : null, await contactOf(db, keyring, p.accountId)]
  const events = await lifeOf(db, keyring, p.id)
  const waiting = await waitingOf(db, call, p, unit)
  const names = await namesOfUnits(db, events.flatMap((e) => (typeof e.body.unitId === 'string' ? [e.body.unitId] : [])))
  const mayRemind = waiting?.contactName && unit?.status === 'active' && (waiting.remindAgainAt === null || waiting.remindAgainAt <= clock.now().toISOString())
  return {
    ...stateOf(p), userName: p.userName, name: p.name, ...showDocument(p),
    mail: masked.mail(account?.mail ?? null), phone: masked.phone(account?.phone ?? null),
    unit: unit && { id: unit.id, name: unit.name, creditCode: unit.creditCode, status: unit.status },
    waiting, reason: p.reason, decidedBy: lastDecision(events).by, since: p.since.toISOString(),
    can: [...personProcedure.can(p.state, personRolesOf(call.actor, p)), ...(mayRemind ? ['remind'] : [])],
    timeline: ownTimeline(events, p, names),
  }
}

/** The person himself, locked, if the version is the one that was seen. */
async function ownFor(tx: Tx, call: Own): Promise<Person | Refusal> {
  const p = await ownForUpdate(tx, call.tools.keyring, call.actor.accountId)
  if (!p) return unseen()
  return p.version === call.input.version ? p : overtaken()
}

/** Why the unit cannot be reminded now; null where it can. */
export async function remindRefusal(db: Db, { keyring, clock }: Pick<Tools, 'keyring' | 'clock'>, p: Person): Promise<Refusal | null> {
  if (p.state !== 'new' || !p.unitId) return refuse('people.remind.not_waiting', { status: 409 })
  const unit = await unitOf(db, p.unitId)
  if (unit?.status !== 'active' || (await accountsOfUnit(db, keyring, p.unitId)).length === 0) return refuse('people.remind.nobody', { status: 409 })
  const again = remindAgainAt(await remindedAt(db, p.id))
  return again && again > clock.now() ? refuse('people.remind.wait', { status: 409, params: { time: minuteOf(again) } }) : null
}

/** Why the person cannot choose a unit now; null where he can. */
export async function chooseRefusal(db: Db, { clock }: Pick<Tools, 'clock'>, p: Person, actor: Actor): Promise<Refusal | null> {
  const step = personProcedure.step('choose', p.state, personRolesOf(actor, p))
  if (isRefusal(step)) return step
  const again = chooseAgainAt(await choicesOf(db, p.id), clock.now())
  return again && refuse('people.choose.wait', { status: 409, params: { n: choicesADay, time: minuteOf(again) } })
}

/** 提醒: the row only notes when; the version stays, so that the unit's decision is not overtaken by being asked for. */
export const remind: Verbs['remind'] = (call) =>
  deed(call, async (tx) => {
    const { tools } = call
    const p = await ownFor(tx, call)
    if (isRefusal(p)) return p
    const closed = await remindRefusal(tx, tools, p)
    if (closed) return closed
    const unit = p.unitId ? await unitOf(tx, p.unitId) : null
    if (!unit) return overtaken()
    const now = tools.clock.now()
    await noteReminder(tx, p.id, now)
    const at = { room: 'people.reminder', subject: newId(now.getTime()), seq: 1 }
    const note = call.input.note.trim()
    await record(tx, tools.keyring, call, { ...at, event: 'reminded', body: { personId: p.id, unitId: unit.id }, private: { note } })
    await tellUnit(tx, tools, p, unit, { template: 'people.notice.reminder', at, byMail: true, link: `/app/people/${p.id}`, note })
    return { remindAgainAt: addDays(now, daysBetweenReminders).toISOString() }
  })

/**
 * E09, E40: to another unit, which looks anew; the one before is told and what it opened ends. To the same unit only after
 * it refused or released: either may have been a mistake, and the unit itself cannot take it back.
 */
export const choose: Verbs['choose'] = (call) =>
  deed(call, async (tx) => {
    const { tools } = call
    const p = await ownFor(tx, call)
    if (isRefusal(p)) return p
    if (p.unitId === call.input.unitId) return refuseField('unitId', 'people.unit.same')
    const now = tools.clock.now()
    const closed = await chooseRefusal(tx, tools, p, call.actor)
    if (closed) return closed
    const unit = await activeUnitForShare(tx, call.input.unitId)
    if (!unit) return refuseField('unitId', 'people.unit.choose')
    const before = p.unitId ? await unitOf(tx, p.unitId) : null
    const after = await happen(tx, tools, call, p, p.id, {
      event: 'chosen', at: now.toISOString(), unitId: unit.id, place: await takePlace(tx, unit.id), before: p.unitId,
    })
    if (isRefusal(after)) return after
    if (before) {
      const refusal = await happened(tx, call, 'people.left', { subject: p.id })
      if (isRefusal(refusal)) return refusal
      await tellUnitOfLeaving(tx, tools, p, after, before)
    }
    await tellPerson(tx, tools, after, 'chosen', { unit: unit.name })
    await tellUnitOfNew(tx, tools, after, unit)
    return stateOf(after)
  })
