import type { Room } from '../../platform/room.ts'
import { inboxContract } from './contract.ts'
import { inboxPersonalData } from './personal-data.ts'
import { inboxHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const inbox: Room = { name: 'inbox', contract: inboxContract, handlers: inboxHandlers, words: { zh, en }, personalData: inboxPersonalData }
