import type { Room } from '../../platform/room.ts'
import { settingsContract } from './contract.ts'
import { settingsHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const settings: Room = { name: 'settings', contract: settingsContract, handlers: settingsHandlers, words: { zh, en } }
