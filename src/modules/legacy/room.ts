import type { Room } from '../../platform/room.ts'
import { legacyContract } from './contract.ts'
import { legacyJobs } from './jobs.ts'
import { legacyHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const legacy: Room = {
  name: 'legacy',
  contract: legacyContract,
  handlers: legacyHandlers,
  words: { zh, en },
  constraints: {
    one_import_at_a_time: { code: 'legacy.one_at_a_time', status: 409 },
  },
  jobs: legacyJobs,
}
