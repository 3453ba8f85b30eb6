import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { eventsOf, record, type Author, type PastEvent } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { evolvePerson, type Person, type PersonEvent } from './person.ts'
import { insertPerson, savePerson } from './person-store.ts'

export const room = 'people.person'
/** 密码重置 and 更换登记邮箱 happen beside the states: they change no version, so that a decision is not overtaken by them, and are numbered by themselves. */
const resets = 'people.reset'

/** An event as the journal takes it: who somebody is, and what was written about him, goes sealed beside it, everything else into it. */
export function entryOf(after: Person, event: PersonEvent) {
  const { event: name, ...facts } = event
  const { who, note, ...body }: Record<string, unknown> = facts
  const personal = { ...(who !== undefined && { who }), ...(note !== undefined && { note }) }
  return { room, subject: after.id, seq: after.version, event: name, body, ...(Object.keys(personal).length > 0 && { private: personal }) }
}

/** Row and journal row together (law 4). */
export async function happen(tx: Tx, tools: Tools, by: Author, before: Person | null, id: string, event: PersonEvent): Promise<Person | Refusal> {
  const after = evolvePerson(before, id, event)
  const stale = before ? await savePerson(tx, tools.keyring, before, after) : await insertPerson(tx, tools.keyring, after)
  if (isRefusal(stale)) return stale
  await record(tx, tools.keyring, by, entryOf(after, event))
  return after
}

/**
 * Keeps that the unit had the password reset (S1-53), or the support replaced the mailbox (S1-58), and gives where the
 * journal has it. The caller holds the lock of the person's row: one after the other.
 */
export async function recordReset(
  tx: Tx, tools: Tools, by: Author, p: Person, event: 'password_reset' | 'mail_replaced' = 'password_reset', note?: string,
): Promise<{ room: string; subject: string; seq: number }> {
  const at = { room: resets, subject: p.id, seq: (await eventsOf(tx, tools.keyring, resets, p.id)).length + 1 }
  await record(tx, tools.keyring, by, { ...at, event, body: { version: p.version }, ...(note !== undefined && { private: { note } }) })
  return at
}

/** What happened to a person, resets among the decisions between which they fell. */
export async function lifeOf(db: Db, keyring: Keyring, id: string): Promise<PastEvent[]> {
  const [decisions, beside] = [await eventsOf(db, keyring, room, id), await eventsOf(db, keyring, resets, id)]
  return decisions.flatMap((e) => [e, ...beside.filter((reset) => reset.body.version === e.seq)])
}

/** The person as the journal alone tells it: a test compares it with the row. */
export async function replayPerson(tools: Tools, id: string): Promise<Person | null> {
  let person: Person | null = null
  for (const past of await eventsOf(tools.db, tools.keyring, room, id)) {
    person = evolvePerson(person, id, { ...past.body, ...past.private, event: past.event } as unknown as PersonEvent)
  }
  return person
}
