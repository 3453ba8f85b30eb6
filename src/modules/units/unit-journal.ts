import type { Tx } from '../../platform/db/database.ts'
import { eventsOf, record, type Author } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { evolveUnit, type Unit, type UnitEvent } from './unit.ts'
import { beginName, insertSuccessors } from './unit-history-store.ts'
import { insertUnit, saveUnit } from './unit-store.ts'

export const unitRoom = 'units.unit'

/** Row, names, successors and journal row together (law 4). The caller holds the row locked and has judged its version. */
export async function happenToUnit(tx: Tx, tools: Tools, by: Author, before: Unit | null, id: string, event: UnitEvent): Promise<Unit> {
  const after = evolveUnit(before, id, event)
  if (before) await saveUnit(tx, after)
  else await insertUnit(tx, after)
  if (event.event === 'activated' || event.event === 'came') await beginName(tx, id, after.name, new Date(event.at))
  if (event.event === 'registry_changed' && event.to.name) await beginName(tx, id, after.name, new Date(event.at))
  if (event.event === 'renamed') await beginName(tx, id, after.name, new Date(event.at))
  if (event.event === 'dissolved') await insertSuccessors(tx, id, event.successors)
  const { event: name, ...body } = event
  await record(tx, tools.keyring, by, { room: unitRoom, subject: id, seq: after.version, event: name, body })
  return after
}

/** The unit as the journal alone tells it: a test compares it with the row. */
export async function replayUnit(tools: Tools, id: string): Promise<Unit | null> {
  let unit: Unit | null = null
  for (const past of await eventsOf(tools.db, tools.keyring, unitRoom, id)) unit = evolveUnit(unit, id, { ...past.body, event: past.event } as UnitEvent)
  return unit
}
