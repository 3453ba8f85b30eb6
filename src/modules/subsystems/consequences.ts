import type { Consequence, Room } from '../../platform/room.ts'
import { takeAllOfUnit, takeAllWithUnit } from './grant-journal.ts'
import { endAllVisitsOf, endVisitsOfAccount, endVisitsOfUnit } from './visit-store.ts'

const left: Consequence = (tx, call, { subject }) => takeAllWithUnit(tx, call.tools, call, subject)

/** All people of a unit that is dissolved leave it; they are its own until this is done. */
const unitLeft: Consequence = (tx, call, { subject }) => takeAllOfUnit(tx, call.tools, call, subject)

/** The modules stay as they are (S1-48): the person may be in none, until the unit enables again. */
const disabled: Consequence = async (tx, call, { subject }) => {
  await endAllVisitsOf(tx, subject, call.tools.clock.now())
}

/** Its people stay enabled and keep their modules, for the day when the unit acts again; until then they are in none. */
const unitRests: Consequence = async (tx, call, { subject }) => {
  await endVisitsOfUnit(tx, subject, call.tools.clock.now())
}

/** Whoever is signed in with the password of before is out here as well. */
const shutOut: Consequence = async (tx, call, { subject }) => {
  await endVisitsOfAccount(tx, subject, call.tools.clock.now())
}

export const consequences: Room['consequences'] = {
  'people.left': left, 'people.disabled': disabled, 'people.unit_left': unitLeft, 'units.suspended': unitRests,
  'accounts.disabled': shutOut, 'accounts.password_reset': shutOut,
}
