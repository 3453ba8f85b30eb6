import type { Room } from '../../platform/room.ts'
import { compareJob } from './compare.ts'
import { peopleContract } from './contract.ts'
import { peopleDeeds } from './deeds.ts'
import { unitDissolved } from './dissolved.ts'
import { personSealed } from './person-store.ts'
import { peoplePersonalData } from './personal-data.ts'
import { peopleServer } from './server.ts'
import { peopleWaiting } from './waiting.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const people: Room = {
  name: 'people',
  contract: peopleContract,
  handlers: peopleServer,
  words: { zh, en },
  waiting: [peopleWaiting],
  constraints: {
    // Two units enable the same document at once.
    one_vouched_person_per_document: { code: 'people.document_vouched', status: 409 },
  },
  helpers: {
    'people.document_vouched': 'support', 'people.remind.nobody': 'support', 'people.no_mailbox': 'support', 'people.account_disabled': 'support',
    'people.look.limit': 'support', 'people.own_record': 'unit', 'people.own': 'platform', 'people.mail.disabled': 'platform', 'people.registration_closed': 'platform',
  },
  deeds: peopleDeeds,
  consequences: { 'units.dissolved': unitDissolved },
  jobs: [compareJob],
  sealed: personSealed,
  personalData: peoplePersonalData,
}
