import type { Handlers } from '../../platform/serve/call.ts'
import { confirmBank, confirmBankAlone, refuseBank, sendOwnCode, withdrawBank } from './bank-server.ts'
import type { unitProfilesContract } from './contract.ts'
import { unitProfileHistory } from './history-server.ts'
import { changeUnitProfile, unitProfile } from './profile-server.ts'
import { revealBankAccount, revealLegalDocument } from './reveal-server.ts'

export const unitProfilesServer: Handlers<typeof unitProfilesContract> = {
  unitProfile, changeUnitProfile, unitProfileHistory, revealLegalDocument, revealBankAccount, sendOwnCode, confirmBank, confirmBankAlone, refuseBank, withdrawBank,
}
