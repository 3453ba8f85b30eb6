import type { Handlers } from '../../platform/serve/call.ts'
import { authorisation } from './authorisation-server.ts'
import { addSecondaryUnit, authorise, changeSecondaryUnit, movePeople, removeSecondaryUnit, replaceAuthorised, revokeAuthorised, revokeManager } from './change-server.ts'
import type { structureContract } from './contract.ts'
import { activateMine, mine } from './mine-server.ts'
import { revealGrant } from './reveal-server.ts'
import { archivedSecondaryUnits, referrers, secondaryUnitHistory, secondaryUnits } from './secondary-unit-server.ts'
import { simulate } from './simulate-server.ts'
import { changes, undoChange } from './undo-server.ts'

/** One function per verb of the contract. */
export const structureServer: Handlers<typeof structureContract> = {
  authorisation, authorise, replaceAuthorised, revokeAuthorised,
  secondaryUnits, archivedSecondaryUnits, secondaryUnitHistory, referrers,
  addSecondaryUnit, changeSecondaryUnit, revokeManager, removeSecondaryUnit, movePeople,
  simulate, changes, undoChange, revealGrant, mine, activateMine,
}
