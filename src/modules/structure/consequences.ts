import { isRefusal } from '../../kernel/refusal.ts'
import type { Consequence, Room } from '../../platform/room.ts'
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

export const consequences: Room['consequences'] = { 'accounts.signed_in': signedIn, 'accounts.disabled': accountDisabled, 'units.dissolved': unitDissolved }
