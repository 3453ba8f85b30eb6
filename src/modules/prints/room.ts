import type { Room } from '../../platform/room.ts'
import { printsContract } from './contract.ts'
import { printsHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const prints: Room = {
  name: 'prints',
  contract: printsContract,
  handlers: printsHandlers,
  words: { zh, en },
}
