import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, overtaken, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import { happened } from '../../platform/consequences.ts'
import { deed } from '../../platform/deed.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { afterCommit } from '../../platform/db/transaction.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { contactOf, renameAccount } from '../accounts/index.ts'
import { unitOf } from '../units/index.ts'
import { compareSoon } from './compare.ts'
import type { peopleContract } from './contract.ts'
import { vouchedWith } from './duplicate-store.ts'
import { tellPerson, tellUnitOfSupport } from './notices.ts'
import { happen } from './person-journal.ts'
import { mayCorrect, personProcedure, personRolesOf, type Person } from './person.ts'
import { lookRefusal } from './reveal-server.ts'
import { masked, showDocument, stateOf } from './show.ts'
import { correctionOf, soughtIn, type Sought } from './support-fields.ts'
import { anyForUpdate, withDocument, withLast4, withUserName } from './support-store.ts'

type Verbs = Handlers<typeof peopleContract>

function find(db: Db, call: Call, sought: Sought): Promise<Person[]> {
  const { keyring } = call.tools
  if (sought.by === 'document') return withDocument(db, keyring, sought.document)
  return sought.by === 'last4' ? withLast4(db, keyring, sought.last4, sought.name) : withUserName(db, keyring, sought.userName)
}

async function show(db: Db, { tools, actor }: Call<unknown, Actor>, p: Person) {
  const [account, unit] = [await contactOf(db, tools.keyring, p.accountId), p.unitId ? await unitOf(db, p.unitId) : null]
  return {
    ...stateOf(p), userName: p.userName, name: p.name, ...showDocument(p), mail: masked.mail(account?.mail ?? null), phone: masked.phone(account?.phone ?? null),
    unit: unit?.name ?? null, since: p.since.toISOString(), vouchedAt: p.vouchedAt?.toISOString() ?? null,
    can: [...(mayCorrect(actor, p) ? ['correct', 'replaceMail'] : []), ...personProcedure.can(p.state, personRolesOf(actor, p)).filter((verb) => verb === 'liftVouching')],
  }
}

/** S1-58: whom the support looked for, why, and whom it found; what was typed lies sealed beside the journal. */
export const lookUp: Verbs['lookUp'] = (call) => {
  const sought = soughtIn(call.input)
  if (isRefusal(sought)) return Promise.resolve(sought)
  return deed(call, async (tx) => {
    const tooMany = await lookRefusal(tx, call, 'person_looked_for')
    if (isRefusal(tooMany)) return tooMany
    const found = await find(tx, call, sought)
    const { by, ...typed } = sought
    await record(tx, call.tools.keyring, call, {
      room: 'people.reveal', subject: newId(), seq: 1, event: 'person_looked_for', body: { by, found: found.map(({ id }) => id) },
      private: { ...typed, note: call.input.reason },
    })
    const people = []
    for (const p of found) people.push(await show(tx, call, p))
    return { people }
  })
}

type Deed = Call<{ id: string; version: number }, Actor>

/** Anybody but oneself, locked, in the version that was seen. */
export async function anyFor(tx: Tx, call: Deed): Promise<Person | Refusal> {
  const p = await anyForUpdate(tx, call.tools.keyring, call.input.id)
  if (!p) return unseen()
  if (!mayCorrect(call.actor, p)) return refuse('people.own', { status: 403 })
  return p.version === call.input.version ? p : overtaken()
}

/** Whether the unit still answers for who this is: not with a number that another account is vouched for with. */
async function keepsVouching(tx: Tx, call: Deed, p: Person, document: Person['document']): Promise<boolean> {
  const other = document && (await vouchedWith(tx, call.tools.keyring, document))
  return !other || other.personId === p.id
}

export const correct: Verbs['correct'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input } = call
    const p = await anyFor(tx, call)
    if (isRefusal(p)) return p
    const who = correctionOf(p, input)
    if (isRefusal(who)) return who
    const vouched = p.vouchedAt !== null && (await keepsVouching(tx, call, p, who.document))
    const { note } = input
    const after = await happen(tx, tools, call, p, p.id, { event: 'corrected', at: tools.clock.now().toISOString(), who, vouched, note })
    if (isRefusal(after)) return after
    if (after.name !== p.name) {
      const renamed = await renameAccount(tx, call, p.accountId, after.name)
      if (isRefusal(renamed)) return renamed
      const refusal = await happened(tx, call, 'people.renamed', { subject: p.id })
      if (isRefusal(refusal)) return refusal
    }
    if (p.state === 'enabled' && after.state !== 'enabled') {
      const refusal = await happened(tx, call, 'people.disabled', { subject: p.id })
      if (isRefusal(refusal)) return refusal
    }
    const unit = p.unitId ? await unitOf(tx, p.unitId) : null
    await tellPerson(tx, tools, after, 'corrected', { unit: unit?.name ?? '', note })
    if (unit) await tellUnitOfSupport(tx, tools, after, unit, { template: after.state === p.state ? 'people.notice.corrected_unit' : 'people.notice.unvouched_unit', note })
    afterCommit(tx, () => compareSoon(tools))
    return stateOf(after)
  })

/** S1-N1: the number is free again; whoever it belongs to can be enabled, and this person chooses anew. */
export const liftVouching: Verbs['liftVouching'] = (call) =>
  deed(call, async (tx) => {
    const { tools } = call
    const p = await anyFor(tx, call)
    if (isRefusal(p)) return p
    const step = personProcedure.step('liftVouching', p.state, personRolesOf(call.actor, p))
    if (isRefusal(step)) return step
    const note = call.input.reason
    const after = await happen(tx, tools, call, p, p.id, { event: 'released', at: tools.clock.now().toISOString(), note })
    if (isRefusal(after)) return after
    const refusal = await happened(tx, call, 'people.left', { subject: p.id })
    if (isRefusal(refusal)) return refusal
    const unit = await unitOf(tx, p.unitId ?? '')
    await tellPerson(tx, tools, after, 'lifted', { unit: unit?.name ?? '', note })
    if (unit) await tellUnitOfSupport(tx, tools, after, unit, { template: 'people.notice.lifted_unit', note })
    return stateOf(after)
  })
