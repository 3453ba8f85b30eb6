import { accountsWeb } from './modules/accounts/web/index.ts'
import { authoritiesWeb } from './modules/authorities/web/index.ts'
import { help } from './modules/help/web/index.ts'
import { inbox } from './modules/inbox/web/index.ts'
import { legacyWeb } from './modules/legacy/web/index.ts'
import { listsWeb } from './modules/lists/web/index.ts'
import { people } from './modules/people/web/index.ts'
import { portalWeb } from './modules/portal/web/index.ts'
import { recovery } from './modules/recovery/web/index.ts'
import { settingsWeb } from './modules/settings/web/index.ts'
import { subsystemsWeb } from './modules/subsystems/web/index.ts'
import { units } from './modules/units/web/index.ts'
import type { WebRoom } from './web/room.ts'

/** The rooms as the browser knows them, in the order of the corridor. */
export const webRooms: readonly WebRoom[] = [settingsWeb, listsWeb, accountsWeb, authoritiesWeb, portalWeb, units, help, people, subsystemsWeb, recovery, legacyWeb, inbox]
