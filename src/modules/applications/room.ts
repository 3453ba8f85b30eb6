import type { Room } from '../../platform/room.ts'
import { applicationsContract } from './contract.ts'
import { applicationsHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const applications: Room = {
  name: 'applications',
  contract: applicationsContract,
  handlers: applicationsHandlers,
  words: { zh, en },
}
