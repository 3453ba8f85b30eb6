import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, overtaken, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import { opennessOf, type Closed } from '../../kernel/why.ts'
import { maskMail } from '../../codes/mask.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import { happened } from '../../platform/consequences.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { contactOf, resetPassword as resetPasswordOf } from '../accounts/index.ts'
import { unitOf } from '../units/index.ts'
import type { peopleContract } from './contract.ts'
import { duplicatesOf } from './duplicate-store.ts'
import { enablePerson } from './enable.ts'
import { remindedAt } from './me-store.ts'
import { tellPerson } from './notices.ts'
import { happen, lifeOf, recordReset } from './person-journal.ts'
import { lastSignedInAt, personForUpdate, personOfUnit } from './person-store.ts'
import { statusOf, type Person } from './person.ts'
import { masked, showDocument, stateOf, unitTimeline } from './show.ts'
import { unitDeeds, whyNot, type UnitDeed } from './why.ts'

type Verbs = Handlers<typeof peopleContract>
type Deed = Call<{ id: string; version: number }, Actor>

/** Of two that undo each other one is open at most: nobody looks for the other. */
const counterpart: Partial<Record<string, UnitDeed>> = { enable: 'disable', disable: 'enable', refuse: 'release', release: 'refuse' }

/** What a unit may do with one of its people: the steps that are open, and 密码重置 where there is a mailbox for the link (S1-53); of the rest why not. */
export function mayDo(actor: Actor, p: Pick<Person, 'state' | 'since' | 'accountId' | 'unitId'>, mail: string | null): { can: UnitDeed[]; closed: Closed[] } {
  const { can, closed } = opennessOf(unitDeeds, (one) => whyNot(one, p, actor) ?? (one === 'resetPassword' && mail === null ? refuse('people.no_mailbox', { status: 409 }) : null))
  return { can, closed: closed.filter(({ verb }) => !can.some((open) => open === counterpart[verb])) }
}

export const person: Verbs['person'] = async (call) => {
  const { db, keyring } = call.tools
  const p = await personOfUnit(db, keyring, call.actor.mandate?.scopeId ?? '', call.input.id)
  if (!p?.joinedAt) return unseen()
  const account = await contactOf(db, keyring, p.accountId)
  const duplicates = await duplicatesOf(db, keyring, p)
  return {
    ...stateOf(p), status: statusOf(p.state), userName: p.userName, name: p.name, ...showDocument(p),
    mail: masked.mail(account?.mail ?? null), phone: masked.phone(account?.phone ?? null),
    joinedAt: p.joinedAt.toISOString(), since: p.since.toISOString(), reason: p.reason,
    lastSignedInAt: (await lastSignedInAt(db, p.accountId))?.toISOString() ?? null, remindedAt: (await remindedAt(db, p.id))?.toISOString() ?? null,
    // Of another unit's people nothing is told but that there is somebody (S1-N1).
    duplicates: duplicates.map(({ by, of, id, userName, name, state, vouched }) => ({
      by, of, ...(of === 'own' ? { id, userName, name, status: statusOf(state) } : { id: null, userName: null, name: null, status: null }), vouched,
    })),
    ...mayDo(call.actor, p, account?.mail ?? null),
    timeline: unitTimeline(await lifeOf(db, keyring, p.id), p),
  }
}

/** One of the unit's own, locked, in the version that was seen; somebody else's is not there. */
async function ofUnitFor(tx: Tx, call: Deed, verb: UnitDeed): Promise<Person | Refusal> {
  const p = await personForUpdate(tx, call.tools.keyring, call.actor.mandate?.scopeId ?? '', call.input.id)
  if (!p) return unseen()
  if (p.version !== call.input.version) return overtaken()
  return whyNot(verb, p, call.actor) ?? p
}

export const enable: Verbs['enable'] = (call) =>
  deed(call, async (tx) => {
    const p = await ofUnitFor(tx, call, 'enable')
    if (isRefusal(p)) return p
    const after = await enablePerson(tx, call, p)
    return isRefusal(after) ? after : stateOf(after)
  })

/** Rooms that opened something to the person hear of it: at once where somebody is still in a subsystem. */
const turns = { disable: ['disabled', 'people.disabled'], refuse: ['refused', 'people.left'], release: ['released', 'people.left'] } as const

const turn = (verb: keyof typeof turns) => (call: Deed & { input: { reason: string } }) =>
  deed(call, async (tx) => {
    const { tools } = call
    const p = await ofUnitFor(tx, call, verb)
    if (isRefusal(p)) return p
    const [event, said] = turns[verb]
    const note = call.input.reason
    const after = await happen(tx, tools, call, p, p.id, { event, at: tools.clock.now().toISOString(), note })
    if (isRefusal(after)) return after
    const refusal = await happened(tx, call, said, { subject: p.id })
    if (isRefusal(refusal)) return refusal
    const unit = await unitOf(tx, p.unitId ?? '')
    await tellPerson(tx, tools, after, event, { unit: unit?.name ?? '', note })
    return stateOf(after)
  })

export const disable: Verbs['disable'] = turn('disable')
export const refusePerson: Verbs['refuse'] = turn('refuse')
export const release: Verbs['release'] = turn('release')

/** S1-11, S1-12, D8: accounts does it; here is only who may have it done to whom, and what the person's timeline keeps. */
export const resetPassword: Verbs['resetPassword'] = (call) =>
  deed(call, async (tx) => {
    const { tools } = call
    const p = await ofUnitFor(tx, call, 'resetPassword')
    if (isRefusal(p)) return p
    const account = await contactOf(tx, tools.keyring, p.accountId)
    // Held by its row: accounts finds the same mailbox.
    if (!account?.mail) return refuse('people.no_mailbox', { status: 409 })
    const unit = await unitOf(tx, p.unitId ?? '')
    const reset = await resetPasswordOf(tx, call, p.accountId, { unit: unit?.name ?? '' })
    if (isRefusal(reset)) return reset.code === 'account.disabled' ? refuse('people.account_disabled', { status: 409 }) : reset
    await recordReset(tx, tools, call, p)
    return { id: p.id, mail: maskMail(account.mail) }
  })
