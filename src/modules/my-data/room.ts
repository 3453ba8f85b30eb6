import type { Room } from '../../platform/room.ts'
import { myDataContract } from './contract.ts'
import { deedsPersonalData } from './deeds-data.ts'
import { myDataHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const myData: Room = {
  name: 'myData',
  contract: myDataContract,
  handlers: myDataHandlers,
  words: { zh, en },
  personalData: deedsPersonalData,
}
