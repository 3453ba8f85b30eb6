import type { Room } from '../../platform/room.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const structure: Room = {
  name: 'structure',
  contract: {},
  handlers: {},
  words: { zh, en },
}
