import { isUnitPost } from '../../kernel/actor.ts'
import { maskDocument, maskMail, maskMobile } from '../../codes/mask.ts'
import type { PastEvent } from '../../platform/journal.ts'
import type { Person } from './person.ts'

export const stateOf = ({ id, state, version }: Person) => ({ id, state, version })

export const masked = {
  mail: (address: string | null) => address && maskMail(address),
  phone: (number: string | null) => number && maskMobile(number),
}

export const showDocument = ({ document }: Pick<Person, 'document'>) => ({ documentType: document?.type ?? null, document: document && maskDocument(document.number) })

/** Gone once it was erased. */
const noteOf = (e: PastEvent): string | null => (typeof e.private?.note === 'string' && e.private.note ? e.private.note : null)
/** Unit, authority or support that acted, by the name of that time, or the person himself; null for the platform. */
const byOf = (e: PastEvent, p: Person): string | null =>
  e.event === 'adopted' ? null : e.mandate && e.mandate.post !== 'person' ? e.mandate.scopeName : p.name

/** To the person: everything, and which unit was chosen. `unitNames` by id. */
export const ownTimeline = (events: readonly PastEvent[], p: Person, unitNames: ReadonlyMap<string, string>) =>
  events.map((e) => ({
    event: e.event, at: e.at.toISOString(), by: byOf(e, p), reason: noteOf(e),
    unit: typeof e.body.unitId === 'string' ? (unitNames.get(e.body.unitId) ?? null) : null,
  }))

/** To the unit: what happened while the person was its own (E40), in the names of who acted for it. */
export function unitTimeline(events: readonly PastEvent[], p: Person) {
  let unitId: unknown = null
  const own = events.filter((e) => {
    const before = unitId
    if (typeof e.body.unitId === 'string') unitId = e.body.unitId
    else if (e.event === 'refused' || e.event === 'released') unitId = null
    return unitId === p.unitId || before === p.unitId
  })
  return own.map((e) => ({
    event: e.event, at: e.at.toISOString(), by: isUnitPost(e.mandate?.post) ? e.actorName : byOf(e, p), reason: noteOf(e), unit: null,
  }))
}

/** Who took the last decision; null where none was taken since the unit was chosen, or the person came with it from an older system. */
export function lastDecision(events: readonly PastEvent[]): { by: string | null } {
  // An approval within the unit of before says nothing of its switch (D10).
  const last = events.findLast((e) => !['password_reset', 'mail_replaced', 'corrected', 'proven'].includes(e.event) && !(e.event === 'bound' && e.body.before === e.body.unitId))
  return { by: last && ['bound', 'enabled', 'disabled', 'refused', 'released'].includes(last.event) ? (last.mandate?.scopeName ?? null) : null }
}
