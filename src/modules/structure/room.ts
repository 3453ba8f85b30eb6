import type { Room } from '../../platform/room.ts'
import { authoriseDeed } from './authorisation-server.ts'
import { consequences } from './consequences.ts'
import { structureContract } from './contract.ts'
import { structurePersonalData } from './personal-data.ts'
import { grantSealed } from './role-grant-store.ts'
import { addDeed, removeDeed } from './secondary-unit-server.ts'
import { structureServer } from './server.ts'
import { grantsWaiting } from './waiting.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const structure: Room = {
  name: 'structure',
  contract: structureContract,
  handlers: structureServer,
  words: { zh, en },
  waiting: [grantsWaiting],
  constraints: {
    // I1, I2, I3, I22: deeds on one unit go one after the other and find these before; the database has the last word.
    one_authorised_person_per_unit: { code: 'structure.authorised_already.raced', status: 409 },
    one_authorised_person_at_a_time: { code: 'structure.authorised_already.raced', status: 409 },
    one_manager_per_secondary_unit: { code: 'structure.managed_already', status: 409 },
    one_manager_at_a_time: { code: 'structure.managed_already', status: 409 },
    nobody_is_both_authorised_and_manager: { code: 'structure.exclusive', field: 'document', status: 409 },
    no_account_is_both_authorised_and_manager: { code: 'structure.exclusive', field: 'document', status: 409 },
    one_secondary_unit_per_name: { code: 'structure.name.taken', field: 'name', status: 409 },
    a_manager_in_force_manages_an_active_secondary_unit: { code: 'overtaken', status: 409 },
  },
  helpers: {
    'structure.not_delegable': 'unit', 'structure.unit_inactive': 'authority', 'structure.namings.limit': 'support', 'structure.look.limit': 'support',
  },
  deeds: { 'structure.authorise': authoriseDeed, 'structure.addSecondaryUnit': addDeed, 'structure.removeSecondaryUnit': removeDeed },
  consequences,
  sealed: grantSealed,
  personalData: structurePersonalData,
}
