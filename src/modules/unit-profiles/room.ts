import type { Room } from '../../platform/room.ts'
import { unitProfilesContract } from './contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const unitProfiles: Room = {
  name: 'unitProfiles',
  contract: unitProfilesContract,
  handlers: {},
  words: { zh, en },
}
