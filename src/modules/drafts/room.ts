import type { Room } from '../../platform/room.ts'
import { draftsContract } from './contract.ts'
import { draftsHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const drafts: Room = {
  name: 'drafts',
  contract: draftsContract,
  handlers: draftsHandlers,
  words: { zh, en },
}
