import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, overtaken, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { deed } from '../../platform/deed.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { enablePerson, personForUpdate, personOfUnit } from '../people/index.ts'
import { personProcedure, personRolesOf, statusOf, type Person } from '../people/person.ts'
import { ownRecord } from '../people/why.ts'
import { unitOf } from '../units/index.ts'
import type { subsystemsContract } from './contract.ts'
import { draftsOf, hasDrafts } from './drafts-behind.ts'
import { endedSeq, give, grantRoom, grantedSeq, take } from './grant-journal.ts'
import { presentGrants } from './grant-store.ts'
import { tellChanged } from './notices.ts'
import { lastRequests } from './request-store.ts'
import { allSubsystems, type Subsystem } from './subsystem-store.ts'

type Verbs = Handlers<typeof subsystemsContract>

export const unitIdOf = (actor: Actor): string => actor.mandate?.scopeId ?? ''
export const named = ({ id, code, name, nameEn, about, aboutEn }: Subsystem) => ({ id, code, name, nameEn, about, aboutEn })

export const modules: Verbs['modules'] = async ({ tools, actor, input }) => {
  const unitId = unitIdOf(actor)
  const person = await personOfUnit(tools.db, tools.keyring, unitId, input.personId)
  if (!person) return unseen()
  const grants = new Map((await presentGrants(tools.db, person.id, unitId)).map((grant) => [grant.subsystemId, grant]))
  const requests = await lastRequests(tools.db, person.id)
  const { id, userName, name, state, version } = person
  const known = await allSubsystems(tools.db)
  const drafts = known.some((s) => hasDrafts(tools, s)) ? await draftsOf(tools.db, person.accountId, unitId) : 0
  return {
    person: { id, userName, name, state, status: statusOf(state), version, can: personProcedure.can(state, personRolesOf(actor, person)) },
    modules: known.map((s) => {
      const [grant, asked] = [grants.get(s.id), requests.get(s.id)]
      return {
        ...named(s), openTo: s.openTo, isOpen: s.isOpen, granted: grant !== undefined, since: grant?.since.toISOString() ?? null, by: grant?.by ?? null,
        request: asked?.state === 'open' ? { id: asked.id, note: asked.note, askedAt: asked.askedAt.toISOString() } : null,
        freezes: s.openTo === 'granted' && hasDrafts(tools, s) ? drafts : 0,
      }
    }),
  }
}

/** The subsystems by id; refused where one is asked for that there is not. */
export async function knownAmong(tx: Tx, ids: readonly string[]): Promise<Map<string, Subsystem> | Refusal> {
  const known = new Map((await allSubsystems(tx)).map((s) => [s.id, s]))
  return ids.every((id) => known.has(id)) ? known : refuse('subsystems.unknown')
}

/** D10: enabled where that was asked for and can be; who is enabled already stays so. */
export const enabledIfAsked = async (tx: Tx, call: Call<unknown, Actor>, person: Person, enable: boolean): Promise<Person | Refusal> =>
  enable && personProcedure.can(person.state, personRolesOf(call.actor, person)).includes('enable') ? enablePerson(tx, call, person) : person

/** 保存 of 模块配置: the ticks become grants, in one transaction with everything that follows from them. */
export const configure: Verbs['configure'] = (call) =>
  deed(call, async (tx) => {
    const { tools, actor, input } = call
    const unitId = unitIdOf(actor)
    const found = await personForUpdate(tx, tools.keyring, unitId, input.personId)
    if (!found) return unseen()
    if (found.version !== input.version) return overtaken()
    const own = ownRecord(actor, found)
    if (own) return own
    const known = await knownAmong(tx, input.granted)
    if (isRefusal(known)) return known
    // What is everybody's is not the unit's to tick (D25).
    const isTicked = (id: string) => known.get(id)?.openTo === 'granted'
    const present = (await presentGrants(tx, found.id, unitId)).map((grant) => grant.subsystemId).filter(isTicked)
    const seen = input.seen?.filter(isTicked)
    // Another tab has saved meanwhile: nobody undoes a tick that he has not seen (E48).
    if (seen && (seen.length !== present.length || !seen.every((id) => present.includes(id)))) return overtaken()
    const asked = [...new Set(input.granted)].filter(isTicked)
    const person = await enabledIfAsked(tx, call, found, input.enable)
    if (isRefusal(person)) return person
    const added = asked.filter((id) => !present.includes(id))
    const ended = present.filter((id) => !asked.includes(id))
    const given = await give(tx, tools, call, unitId, added.map((subsystemId) => ({ personId: person.id, subsystemId })))
    const taken = await take(tx, tools, call, person.id, ended)
    const [first] = [...given.map(({ id }) => ({ subject: id, seq: grantedSeq })), ...taken.map(({ id }) => ({ subject: id, seq: endedSeq }))]
    if (first) {
      const facts = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? [])
      const unit = await unitOf(tx, unitId)
      await tellChanged(tx, tools, unit?.name ?? '', [{ accountId: person.accountId, added: facts(added), ended: facts(ended), at: { room: grantRoom, ...first } }])
    }
    return { state: person.state, version: person.version, added, ended }
  })
