import { isRefusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { enablePeople } from '../people/index.ts'
import { unitOf } from '../units/index.ts'
import { knownAmong, unitIdOf } from './configure-server.ts'
import type { subsystemsContract } from './contract.ts'
import { give, grantRoom, grantedSeq } from './grant-journal.ts'
import { lockPeople, type Grant } from './grant-store.ts'
import { tellChanged } from './notices.ts'

type Verbs = Handlers<typeof subsystemsContract>
type Outcome = 'done' | 'unchanged' | 'overtaken' | 'not_found' | 'own_record' | 'document_vouched'

/**
 * Enables and opens for many at once: the statements do not grow in number with the people (guards.md, section 6). Each
 * is judged by itself; who cannot be enabled is given nothing either, for it would be of no use.
 */
export const configureMany: Verbs['configureMany'] = (call) =>
  deed(call, async (tx) => {
    const { tools, actor, input } = call
    const unitId = unitIdOf(actor)
    const known = await knownAmong(tx, input.add)
    if (isRefusal(known)) return known
    const seen = new Map(input.people.map((one) => [one.id, one.version]))
    const held = await lockPeople(tx, unitId, [...seen.keys()])
    const outcomes = new Map<string, Outcome>([...seen].map(([id, version]) => {
      const row = held.get(id)
      return [id, !row ? 'not_found' : row.accountId === actor.accountId ? 'own_record' : row.version === version ? 'unchanged' : 'overtaken']
    }))
    const current = [...outcomes].filter(([, outcome]) => outcome === 'unchanged').map(([id]) => id)
    const { enabled, vouched } = input.enable ? await enablePeople(tx, call, unitId, current) : { enabled: new Set<string>(), vouched: new Set<string>() }
    for (const id of vouched) outcomes.set(id, 'document_vouched')
    const wanted = [...new Set(input.add)].filter((id) => known.get(id)?.openTo === 'granted')
    const pairs = current.filter((id) => !vouched.has(id)).flatMap((personId) => wanted.map((subsystemId) => ({ personId, subsystemId })))
    const given = Map.groupBy(await give(tx, tools, call, unitId, pairs), (grant) => grant.personId)
    for (const id of [...enabled, ...given.keys()]) outcomes.set(id, 'done')
    const unit = await unitOf(tx, unitId)
    await tellChanged(tx, tools, unit?.name ?? '', [...given].flatMap(([personId, grants]) => {
      const [first] = grants
      const accountId = held.get(personId)?.accountId
      return first && accountId ? [{ accountId, added: factsOf(grants), ended: [], at: { room: grantRoom, subject: first.id, seq: grantedSeq } }] : []
    }))
    function factsOf(grants: readonly Grant[]) {
      return grants.flatMap((grant) => (isRefusal(known) ? [] : (known.get(grant.subsystemId) ?? [])))
    }
    const all = [...outcomes].map(([id, outcome]) => ({ id, outcome }))
    return { done: all.filter((one) => one.outcome === 'done').length, outcomes: all }
  })
