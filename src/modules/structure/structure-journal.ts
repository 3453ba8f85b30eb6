import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { eventsOf, record, type Author } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { evolveGrant, type GrantEvent, type RoleGrant } from './role-grant.ts'
import { insertGrant, saveGrant } from './role-grant-store.ts'
import { evolveSecondaryUnit, type SecondaryUnit, type SecondaryUnitEvent } from './secondary-unit.ts'
import { insertSecondaryUnit, saveSecondaryUnit } from './secondary-unit-store.ts'

export const unitRoom = 'structure.secondary_unit'
export const grantRoom = 'structure.grant'

/** Row and journal row together (law 4). The caller holds the structure of the unit. */
export async function happenToSecondaryUnit(
  tx: Tx, tools: Tools, by: Author, before: SecondaryUnit | null, id: string, event: SecondaryUnitEvent,
): Promise<SecondaryUnit | Refusal> {
  const after = evolveSecondaryUnit(before, id, event)
  if (before) {
    const stale = await saveSecondaryUnit(tx, after)
    if (isRefusal(stale)) return stale
  } else await insertSecondaryUnit(tx, after)
  const { event: name, ...body } = event
  await record(tx, tools.keyring, by, { room: unitRoom, subject: id, seq: after.version, event: name, body: { ...body, unitId: after.unitId } })
  return after
}

/** The same of a post; whom it was given to, and why it ended, goes sealed beside the journal. */
export async function happenToGrant(tx: Tx, tools: Tools, by: Author, before: RoleGrant | null, id: string, event: GrantEvent): Promise<RoleGrant | Refusal> {
  const after = evolveGrant(before, id, event)
  if (before) {
    const stale = await saveGrant(tx, tools.keyring, after, by.actor?.accountId ?? null)
    if (isRefusal(stale)) return stale
  } else await insertGrant(tx, tools.keyring, after, by.actor?.accountId ?? null)
  const { event: name, ...facts } = event
  const { who, note, ...body }: Record<string, unknown> = facts
  const personal = { ...(who !== undefined && { who }), ...(note !== undefined && { note }) }
  await record(tx, tools.keyring, by, {
    room: grantRoom, subject: id, seq: after.version, event: name, body, ...(Object.keys(personal).length > 0 && { private: personal }),
  })
  return after
}

/** The row as the journal alone tells it: a test compares the two. */
export async function replayGrant(tools: Tools, id: string): Promise<RoleGrant | null> {
  let grant: RoleGrant | null = null
  for (const past of await eventsOf(tools.db, tools.keyring, grantRoom, id)) grant = evolveGrant(grant, id, { ...past.body, ...past.private, event: past.event } as GrantEvent)
  return grant
}

export async function replaySecondaryUnit(tools: Tools, id: string): Promise<SecondaryUnit | null> {
  let unit: SecondaryUnit | null = null
  for (const past of await eventsOf(tools.db, tools.keyring, unitRoom, id)) unit = evolveSecondaryUnit(unit, id, { ...past.body, event: past.event } as SecondaryUnitEvent)
  return unit
}
