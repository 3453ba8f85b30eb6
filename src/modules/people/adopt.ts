import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/database.ts'
import { recordAll } from '../../platform/journal.ts'
import type { Call } from '../../platform/serve/call.ts'
import { entryOf } from './person-journal.ts'
import { evolvePerson, type Document } from './person.ts'
import { insertPeople } from './adopt-store.ts'
import { takePlaces } from './place-store.ts'

/** Somebody of an older system, every value checked and canonical; the account is made already and holds the post `person`. */
export interface Adopted {
  accountId: string
  userName: string
  name: string
  document: Document | null
  unitId: string
  /** 已启用 there; otherwise 已禁用 here as well. */
  enabled: boolean
}

/** So many rows travel to the database in one statement. */
const atOnce = 5000

/** In the order in which the trigger locks the totals (0011): over several statements it must be the same one. */
const totalOf = ({ unitId, place, enabled }: { unitId: string; place: number; enabled: boolean }): string =>
  `${unitId} ${String(Math.floor(place / 512)).padStart(12, '0')} ${enabled ? 'enabled' : 'disabled'}`

/**
 * S1-05, S1-06: takes many people of many units over at once, in a few statements; in each unit their places follow the
 * order of the rows. Their units answer for them, enabled or not, so a document that some unit vouches for already,
 * or that stands twice among the rows, refuses all of them by `one_vouched_person_per_document`. All units of one deed
 * belong into one call: places and totals are locked in the order of their ids within it (I10), and after the accounts.
 * Nobody is told. The caller holds the units (`activeUnitsForShare`). Gives the ids in the order of the rows.
 */
export async function adoptPeople(tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, rows: readonly Adopted[]): Promise<string[]> {
  if (rows.length === 0) return []
  const { keyring, clock } = call.tools
  const now = clock.now()
  const wanted = new Map<string, number>()
  for (const { unitId } of rows) wanted.set(unitId, (wanted.get(unitId) ?? 0) + 1)
  const next = await takePlaces(tx, wanted)
  const made = rows.map(({ accountId, unitId, enabled, userName, name, document }) => {
    const place = next.get(unitId)
    if (place === undefined) throw new Error(`no place in the list of ${unitId}`)
    next.set(unitId, place + 1)
    const event = { event: 'adopted' as const, at: now.toISOString(), accountId, who: { userName, name, document }, unitId, place, enabled }
    return { person: evolvePerson(null, newId(now.getTime()), event), event }
  })
  const ordered = made.map((one) => ({ ...one, total: totalOf(one.event) })).sort((x, y) => (x.total < y.total ? -1 : 1))
  for (let from = 0; from < ordered.length; from += atOnce) {
    const part = ordered.slice(from, from + atOnce)
    await insertPeople(tx, keyring, part.map(({ person }) => person))
    await recordAll(tx, keyring, call, part.map(({ person, event }) => entryOf(person, event)))
  }
  return made.map(({ person }) => person.id)
}
