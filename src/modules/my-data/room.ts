import type { Room } from '../../platform/room.ts'
import { myDataContract } from './contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const myData: Room = {
  name: 'myData',
  contract: myDataContract,
  handlers: {},
  words: { zh, en },
}
