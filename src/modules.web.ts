import { accountsWeb } from './modules/accounts/web/index.ts'
import { inbox } from './modules/inbox/web/index.ts'
import { units } from './modules/units/web/index.ts'
import type { WebRoom } from './web/room.ts'

/** The rooms as the browser knows them, in the order of the corridor. */
export const webRooms: readonly WebRoom[] = [accountsWeb, units, inbox]
