import type { Room } from '../../platform/room.ts'
import { callsContract } from './contract.ts'
import { callsHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const calls: Room = {
  name: 'calls',
  contract: callsContract,
  handlers: callsHandlers,
  words: { zh, en },
}
