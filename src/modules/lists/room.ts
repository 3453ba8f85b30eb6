import type { Room } from '../../platform/room.ts'
import { listsContract } from './contract.ts'
import { listsHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const lists: Room = {
  name: 'lists',
  contract: listsContract,
  handlers: listsHandlers,
  words: { zh, en },
  constraints: { an_entry_ends_after_it_begins: { code: 'lists.ends_before_it_begins', field: 'to' } },
}
