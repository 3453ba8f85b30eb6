import type { Room } from '../../platform/room.ts'
import { cityContract } from './contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const city: Room = {
  name: 'city',
  contract: cityContract,
  handlers: {},
  words: { zh, en },
}
