import type { Tx } from '../../platform/db/database.ts'
import { eventsOf, record, type Author } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { insertRegistration, saveRegistration } from './registration-store.ts'
import { evolve, type Contact, type Registration, type RegistrationEvent } from './registration.ts'

export const room = 'units.registration'

/** Row and journal row together (law 4): the contact goes sealed beside the journal, everything else into it. */
export async function happen(
  tx: Tx, tools: Tools, by: Author, before: Registration | null, id: string, event: RegistrationEvent,
): Promise<Registration | Refusal> {
  const after = evolve(before, id, event)
  const stale = before ? await saveRegistration(tx, tools.keyring, after) : await insertRegistration(tx, tools.keyring, after)
  if (stale) return stale
  const { event: name, ...facts } = event
  const body: Record<string, unknown> = { ...facts }
  delete body.contact
  await record(tx, tools.keyring, by, {
    room, subject: id, seq: after.version, event: name, body,
    ...('contact' in event && event.contact ? { private: { contact: event.contact } } : {}),
  })
  return after
}

/** The registration as the journal alone tells it: a test compares it with the row. */
export async function replay(tools: Tools, id: string): Promise<Registration | null> {
  let r: Registration | null = null
  for (const past of await eventsOf(tools.db, tools.keyring, room, id)) {
    const contact = past.private?.contact as Contact | undefined
    r = evolve(r, id, { ...past.body, event: past.event, ...(contact ? { contact } : {}) } as RegistrationEvent)
  }
  return r
}

/** Names of the fields that differ from the version which the desk returned last; empty where it never did. */
export async function changedSinceReturn(tools: Tools, r: Registration): Promise<string[]> {
  const events = await eventsOf(tools.db, tools.keyring, room, r.id)
  const last = events.findLastIndex((e) => e.event === 'returned')
  if (last < 0) return []
  let then: Registration | null = null
  for (const past of events.slice(0, last + 1)) {
    then = evolve(then, r.id, { ...past.body, contact: r.contact, event: past.event } as unknown as RegistrationEvent)
  }
  if (!then) return []
  const before = then
  const names = (Object.keys(r.form) as (keyof Registration['form'])[]).filter((name) => r.form[name] !== before.form[name])
  const known = events.slice(0, last + 1).findLast((e) => e.private?.contact)?.private?.contact as Contact | undefined
  const contact = known && known.name !== r.contact.name ? ['contactName'] : []
  return [...names, ...contact, ...(r.licenceId === before.licenceId ? [] : ['licence'])]
}
