import type { Room } from '../../platform/room.ts'
import { deskContract } from './contract.ts'
import { reminderJobs } from './remind.ts'
import { deskHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const desk: Room = {
  name: 'desk',
  contract: deskContract,
  handlers: deskHandlers,
  words: { zh, en },
  jobs: reminderJobs,
}
