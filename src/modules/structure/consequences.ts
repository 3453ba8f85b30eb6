import { isRefusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { eventsOf } from '../../platform/journal.ts'
import type { Consequence, Room } from '../../platform/room.ts'
import type { Tools } from '../../platform/tools.ts'
import { unitOf } from '../units/index.ts'
import { activateGrants } from './arrival.ts'
import { tellUnit } from './notices.ts'
import { endPost } from './post.ts'
import { grantsOfAccount, grantsOfUnit } from './role-grant-store.ts'
import { activeSecondaryUnits } from './secondary-unit-store.ts'
import { lockStructure } from './state-store.ts'
import { happenToSecondaryUnit } from './structure-journal.ts'

const signedIn: Consequence = async (tx, call, { subject }) => void (await activateGrants(tx, call, subject))

/** E21: the post stays, so that nobody is locked out in silence; who may give it to somebody else is told. */
const accountDisabled: Consequence = async (tx, call, { subject }) => {
  for (const grant of await grantsOfAccount(tx, call.tools.keyring, subject)) await tellUnit(tx, call.tools, grant, 'disabled')
}

/** The unit that a person left with the last thing that happened to him; null where he belonged to none. */
async function unitLeft(tx: Tx, { keyring }: Pick<Tools, 'keyring'>, personId: string): Promise<string | null> {
  let unitId: string | null = null
  for (const e of (await eventsOf(tx, keyring, 'people.person', personId)).slice(0, -1)) {
    if (typeof e.body.unitId === 'string') unitId = e.body.unitId
    else if (e.event === 'refused' || e.event === 'released') unitId = null
  }
  return unitId
}

/**
 * S2-33: whoever leaves a unit may go on acting for it, as anybody from elsewhere may (E25); the unit is told that it is
 * for it to end that. Other units for which he acts hear nothing.
 */
const personLeft: Consequence = async (tx, call, { subject: personId }) => {
  const { tools } = call
  const person = await tx.selectFrom('person').select(['account_id', 'unit_id']).where('id', '=', personId).executeTakeFirst()
  const held = person ? await grantsOfAccount(tx, tools.keyring, person.account_id) : []
  if (held.length === 0) return
  const left = await unitLeft(tx, tools, personId)
  for (const grant of held) if (grant.unitId === left && left !== person?.unit_id) await tellUnit(tx, tools, grant, 'left')
}

/** E04: what a dissolved unit gave ends with it. Its people have left before, so that nobody refers to what is archived. */
const unitDissolved: Consequence = async (tx, call, { subject: unitId }) => {
  const { tools } = call
  await lockStructure(tx, unitId)
  const unit = { id: unitId, name: (await unitOf(tx, unitId))?.name ?? '' }
  for (const grant of await grantsOfUnit(tx, tools.keyring, unitId)) {
    const ended = await endPost(tx, call, unit, grant, 'structure.reason.dissolved')
    if (isRefusal(ended)) return ended
  }
  for (const one of await activeSecondaryUnits(tx, unitId)) {
    const archived = await happenToSecondaryUnit(tx, tools, call, one, one.id, { event: 'archived', at: tools.clock.now().toISOString() })
    if (isRefusal(archived)) return archived
  }
}

export const consequences: Room['consequences'] = {
  'accounts.signed_in': signedIn, 'accounts.disabled': accountDisabled, 'people.left': personLeft, 'units.dissolved': unitDissolved,
}
