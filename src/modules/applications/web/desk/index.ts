import type { Actor } from '../../../../kernel/actor.ts'
import type { MenuItem, WebRoute } from '../../../../web/room.ts'

export const deskMenu = (_actor: Actor): MenuItem[] => []

export const deskRoutes: WebRoute[] = []
