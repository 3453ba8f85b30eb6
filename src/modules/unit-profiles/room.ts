import type { Room } from '../../platform/room.ts'
import { contract } from '../../kernel/contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const unitProfiles: Room = {
  name: 'unitProfiles',
  contract: contract({}),
  handlers: {},
  words: { zh, en },
}
