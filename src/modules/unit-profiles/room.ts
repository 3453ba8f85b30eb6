import type { Room } from '../../platform/room.ts'
import { bankSealed } from './bank-store.ts'
import { unitProfilesContract } from './contract.ts'
import { unitProfileDeeds } from './deeds.ts'
import { unitProfilesPersonalData } from './personal-data.ts'
import { unitProfilesServer } from './server.ts'
import { profileSealed } from './unit-profile-store.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const unitProfiles: Room = {
  name: 'unitProfiles',
  contract: unitProfilesContract,
  handlers: unitProfilesServer,
  words: { zh, en },
  constraints: {
    // I13: several proposals, or first entries, at once.
    one_pending_bank_account_per_unit: { code: 'unitProfiles.bank.waits.raced', status: 409 },
    one_live_bank_account_per_unit: { code: 'overtaken', status: 409 },
    a_unit_has_three_to_five_keywords: { code: 'keywords.count', field: 'keywords' },
    capital_is_not_negative: { code: 'capital.format', field: 'registeredCapital' },
  },
  helpers: { 'unitProfiles.bank.second_person': 'unit', 'unitProfiles.bank.no_unit_account': 'authority' },
  deeds: unitProfileDeeds,
  sealed: [...profileSealed, ...bankSealed],
  personalData: unitProfilesPersonalData,
}
