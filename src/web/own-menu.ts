import type { Actor } from '../kernel/actor.ts'
import { webRooms } from '../modules.web.ts'
import { mainMenu } from './menu.ts'
import type { MenuItem } from './room.ts'

/** All rooms' entries for this person. */
export const itemsOf = (actor: Actor): MenuItem[] => webRooms.flatMap((room) => room.menu(actor))

/** The main menu of this person, in order: 用户中心 is one entry of it. */
export const menuOf = (actor: Actor | null): MenuItem[] => (actor ? mainMenu(actor, itemsOf(actor)) : [])
