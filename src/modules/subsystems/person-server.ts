import type { Actor } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Db } from '../../platform/db/database.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { accessTo, mayAsk, mostAsksADay } from './access.ts'
import { named } from './configure-server.ts'
import type { subsystemsContract } from './contract.ts'
import { entrantAt, entrantEverywhere, type Entrant } from './facts-store.ts'
import { closeRequest, requestRoom } from './grant-journal.ts'
import { lockOwn } from './grant-store.ts'
import { tellUnit } from './notices.ts'
import { asksSince, insertRequest, lastRequests } from './request-store.ts'
import { allSubsystems } from './subsystem-store.ts'

type Verbs = Handlers<typeof subsystemsContract>

export const mine: Verbs['mine'] = async ({ tools, actor }) => {
  const entrants = await entrantEverywhere(tools.db, actor.accountId)
  const [any] = entrants
  const requests = any ? await lastRequests(tools.db, any.personId) : new Map<string, never>()
  const subsystems = new Map((await allSubsystems(tools.db)).map((s) => [s.id, s]))
  return {
    subsystems: entrants.flatMap(({ facts, subsystem }) => {
      const s = subsystems.get(subsystem.id)
      if (!s) return []
      const access = accessTo(facts)
      const last = requests.get(s.id)
      const isOpen = last?.state === 'open'
      return [{
        ...named(s), entryUrl: s.entryUrl, refusal: access.may ? null : access.code, helper: access.may ? null : access.helper,
        request: last && isOpen ? { askedAt: last.askedAt.toISOString(), note: last.note } : null,
        declined: last?.state === 'declined' && last.answeredAt && !access.may ? { at: last.answeredAt.toISOString(), answer: last.answer } : null,
        can: [...(access.may ? ['enter' as const] : []), ...(mayAsk(facts) && !isOpen ? ['ask' as const] : []), ...(isOpen ? ['withdraw' as const] : [])],
      }]
    }),
  }
}

/** Why this subsystem cannot be asked for now; null where it can. Asked, taken back and asked again: each time the unit is told. */
export async function askRefusal(db: Db, entrant: Entrant, now: Date): Promise<Refusal | null> {
  if (!mayAsk(entrant.facts)) return refuse('subsystems.nothing_to_ask')
  return await asksSince(db, entrant.personId, addDays(now, -1)) >= mostAsksADay ? refuse('subsystems.asked_too_often', { status: 429, params: { n: mostAsksADay } }) : null
}

/** 申请开通, for the verb and for the page that refuses entry: the unit is asked, once at a time. */
export const askFor = (call: Call<unknown, Actor>, asked: { id: string; note: string }): Promise<{ id: string; askedAt: string } | Refusal> =>
  deed(call, async (tx) => {
    const { tools, actor } = call
    const person = await lockOwn(tx, actor.accountId)
    const entrant = person && (await entrantAt(tx, actor.accountId, asked.id))
    if (!entrant) return unseen()
    const now = tools.clock.now()
    const closed = await askRefusal(tx, entrant, now)
    if (closed) return closed
    if (!person.unitId) return refuse('subsystems.nothing_to_ask')
    const id = newId(now.getTime())
    const { subsystem } = entrant
    const toldByMail = await tellUnit(tx, tools, person.unitId, { requestId: id, subsystem, person: person.name, userName: person.userName, note: asked.note })
    await insertRequest(tx, { id, personId: person.id, subsystemId: subsystem.id, unitId: person.unitId, note: asked.note, at: now, toldByMail })
    await record(tx, tools.keyring, call, {
      room: requestRoom, subject: id, seq: 1, event: 'asked', body: { personId: person.id, subsystemId: subsystem.id, unitId: person.unitId },
    })
    return { id, askedAt: now.toISOString() }
  })

export const ask: Verbs['ask'] = (call) => askFor(call, { id: call.input.id, note: call.input.note.trim() })

export const withdraw: Verbs['withdraw'] = (call) =>
  deed(call, async (tx) => {
    const person = await lockOwn(tx, call.actor.accountId)
    if (!person) return unseen()
    const closed = await closeRequest(tx, call.tools, call, { personId: person.id, subsystemId: call.input.id }, 'withdrawn')
    return closed ? { id: call.input.id } : unseen()
  })
