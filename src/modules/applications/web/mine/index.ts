import type { Actor } from '../../../../kernel/actor.ts'
import type { MenuItem, WebRoute } from '../../../../web/room.ts'

export const mineMenu = (_actor: Actor): MenuItem[] => []

export const mineRoutes: WebRoute[] = []
