import type { Room } from '../../platform/room.ts'
import { profilesContract } from './contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const profiles: Room = {
  name: 'profiles',
  contract: profilesContract,
  handlers: {},
  words: { zh, en },
}
