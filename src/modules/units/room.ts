import type { Room } from '../../platform/room.ts'
import { unitsContract } from './contract.ts'
import { expiryJob } from './expiry.ts'
import { unitsPersonalData } from './personal-data.ts'
import { unitsServer } from './server.ts'
import { registrationsWaiting } from './waiting.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const units: Room = {
  name: 'units',
  contract: unitsContract,
  handlers: unitsServer,
  words: { zh, en },
  waiting: [registrationsWaiting],
  constraints: {
    one_active_unit_per_credit_code: { code: 'units.credit_code_active.raced', status: 409 },
    one_open_registration_per_account: { code: 'units.already_registering', status: 409 },
    a_submitted_registration_is_complete: { code: 'units.incomplete', status: 422 },
    a_credit_code_passes_its_check_digit: { code: 'uscc.checksum', field: 'creditCode', status: 422 },
    a_unit_code_passes_its_check_digit: { code: 'uscc.checksum', field: 'creditCode', status: 422 },
    // Two changes of name at once.
    one_name_of_a_unit_at_a_time: { code: 'overtaken', status: 409 },
    one_present_name_per_unit: { code: 'overtaken', status: 409 },
    a_unit_does_not_succeed_itself: { code: 'units.successors.odd', field: 'successors', status: 422 },
  },
  // E01: somebody else holds the code; the claim is a case for the support.
  helpers: { 'units.credit_code_active': 'support', 'units.credit_code_active.raced': 'support', 'units.registration_closed': 'support', 'units.handed_over': 'support' },
  jobs: [expiryJob],
  sealed: [
    { table: 'unit_registration', key: 'id', column: 'contact_mail', context: 'unit_registration.contact_mail' },
    {
      table: 'unit_registration', key: 'id', column: 'contact_phone', context: 'unit_registration.contact_phone',
      blind: [
        { column: 'contact_phone_blind', context: 'phone', of: (plain) => plain },
        { column: 'contact_phone_last4_blind', context: 'phone_last4', of: (plain) => plain.slice(-4) },
      ],
    },
  ],
  personalData: unitsPersonalData,
}
