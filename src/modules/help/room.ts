import type { Room } from '../../platform/room.ts'
import { helpContract } from './contract.ts'
import { helpPersonalData } from './personal-data.ts'
import { helpHandlers } from './server.ts'
import { questionsWaiting } from './waiting.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const help: Room = {
  name: 'help',
  contract: helpContract,
  handlers: helpHandlers,
  words: { zh, en },
  waiting: [questionsWaiting],
  constraints: { one_question_a_day_on_a_refusal: { code: 'help.asked_today', status: 409 } },
  personalData: helpPersonalData,
}
