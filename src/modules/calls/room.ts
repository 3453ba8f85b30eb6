import type { Room } from '../../platform/room.ts'
import { callsContract } from './contract.ts'
import { callPages } from './pages/pages.ts'
import { publishDeed } from './publish-server.ts'
import { callsHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const calls: Room = {
  name: 'calls',
  contract: callsContract,
  handlers: callsHandlers,
  pages: callPages,
  words: { zh, en },
  constraints: {
    one_call_per_code: { code: 'calls.code_taken', field: 'code', status: 409 },
    // I12: who moves holds the call; two who got past it all the same meet at the key.
    call_window_pkey: { code: 'overtaken', status: 409 },
    call_version_pkey: { code: 'overtaken', status: 409 },
  },
  deeds: { 'calls.publish': publishDeed },
  helpers: { 'calls.bureau_only': 'authority', 'calls.not_eligible': 'unit', 'calls.fact_missing': 'unit' },
}
