import type { Room } from '../../platform/room.ts'
import { consequences } from './consequences.ts'
import { subsystemsContract } from './contract.ts'
import { subsystemDeeds } from './deeds.ts'
import { interactionPages } from './pages/interaction.ts'
import { subsystemsPersonalData } from './personal-data.ts'
import { keySealed } from './provider/key-store.ts'
import { providerJobs } from './provider/logout-job.ts'
import { mountProvider } from './provider/mount.ts'
import { recordSealed } from './provider/record-store.ts'
import { subsystemsServer } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const subsystems: Room = {
  name: 'subsystems',
  contract: subsystemsContract,
  handlers: subsystemsServer,
  pages: interactionPages,
  mount: mountProvider,
  words: { zh, en },
  constraints: {
    one_subsystem_per_code: { code: 'subsystems.code_taken', field: 'code', status: 409 },
    one_subsystem_per_name: { code: 'subsystems.name_taken', field: 'name', status: 409 },
    one_open_request_for_a_subsystem: { code: 'subsystems.asked_already', status: 409 },
    // Two deeds on one person wait for each other at the person's row: these are for what nobody has thought of.
    one_present_grant_of_a_subsystem: { code: 'overtaken', status: 409 },
    one_grant_of_a_subsystem_at_a_time: { code: 'overtaken', status: 409 },
  },
  helpers: {
    'subsystems.access.account_disabled': 'platform', 'subsystems.access.closed': 'platform', 'subsystems.access.unit_suspended': 'authority',
    'subsystems.access.waiting': 'unit', 'subsystems.access.disabled': 'unit', 'subsystems.access.not_granted': 'unit',
  },
  deeds: subsystemDeeds,
  consequences,
  jobs: providerJobs,
  sealed: [recordSealed, keySealed],
  personalData: subsystemsPersonalData,
}
