import type { Room } from '../../platform/room.ts'
import { tidyDesksJob } from './at-desk-server.ts'
import { consequences } from './consequences.ts'
import { profilesContract } from './contract.ts'
import { profileDeeds } from './deeds.ts'
import { exportSealed } from './export-store.ts'
import { exportJobs } from './export-work.ts'
import { noteSealed } from './note-store.ts'
import { profilesPersonalData } from './personal-data.ts'
import { profileSealed } from './profile-store.ts'
import { reviewSealed } from './review-store.ts'
import { profilesServer } from './server.ts'
import { profilesWaiting } from './waiting.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const profiles: Room = {
  name: 'profiles',
  contract: profilesContract,
  handlers: profilesServer,
  words: { zh, en },
  waiting: profilesWaiting,
  constraints: {
    // I5: two deciders, or a decision and a withdrawal, on one version.
    one_decision_per_profile_version: { code: 'overtaken', status: 409 },
    // I11
    nobody_reviews_himself: { code: 'profiles.own_review', status: 403 },
    // I13: two submissions at once.
    one_pending_profile_per_person: { code: 'profiles.pending.raced', status: 409 },
    // I7: the secondary unit ended in that moment.
    a_person_belongs_to_a_secondary_unit_in_force: { code: 'profiles.secondary_unit.choose', field: 'secondaryUnitId' },
  },
  helpers: {
    'profiles.own_review': 'unit', 'profiles.at_unit': 'unit', 'profiles.pending': 'unit',
    'profiles.document_taken': 'support', 'profiles.look.limit': 'support',
  },
  deeds: profileDeeds,
  consequences,
  jobs: [...exportJobs, tidyDesksJob],
  sealed: [...profileSealed, ...reviewSealed, ...exportSealed, ...noteSealed],
  personalData: profilesPersonalData,
}
