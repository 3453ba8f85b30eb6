import type { Consequence, Room } from '../../platform/room.ts'
import { takeAllWithUnit } from './grant-journal.ts'
import { endAllVisitsOf } from './visit-store.ts'

const left: Consequence = (tx, call, { subject }) => takeAllWithUnit(tx, call.tools, call, subject)

/** The modules stay as they are (S1-48): the person may be in none, until the unit enables again. */
const disabled: Consequence = async (tx, call, { subject }) => {
  await endAllVisitsOf(tx, subject, call.tools.clock.now())
}

export const consequences: Room['consequences'] = { 'people.left': left, 'people.disabled': disabled }
