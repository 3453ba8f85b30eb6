import type { Room } from '../../platform/room.ts'
import { tidyDesksJob } from './desk/beside-server.ts'
import { consequences } from './consequences.ts'
import { applicationsContract } from './contract.ts'
import { decisionSealed } from './store/decisions.ts'
import { applicationDeeds } from './deeds.ts'
import { deskNewsJob } from './desk/news.ts'
import { followJobs } from './follow/jobs.ts'
import { releaseLateLimits } from './mine/limit-jobs.ts'
import { listJobs } from './list/jobs.ts'
import { noteSealed } from './store/notes.ts'
import { applicationsPersonalData } from './personal-data.ts'
import { receiptKeySealed } from './store/receipt-keys.ts'
import { applicationsHandlers } from './server.ts'
import { applicationsWaiting } from './waiting.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const applications: Room = {
  name: 'applications',
  contract: applicationsContract,
  handlers: applicationsHandlers,
  words: { zh, en },
  waiting: applicationsWaiting,
  constraints: {
    // I5: two decisions, or a decision and a withdrawal, on one step.
    one_decision_per_step: { code: 'overtaken', status: 409 },
    // I11
    nobody_decides_on_his_own_application: { code: 'applications.own', status: 403 },
    // I6, E58: beyond the last place.
    one_project_per_slot: { code: 'applications.limit.full', status: 409 },
    slots_end_at_the_limit: { code: 'applications.limit.full', status: 409 },
    // I12: the window was moved in that moment.
    late_is_late: { code: 'overtaken', status: 409 },
    a_submission_names_its_window: { code: 'overtaken', status: 409 },
    // I23: the check of a file ended badly in that moment.
    a_submitted_file_is_clean: { code: 'applications.file.not_clean', status: 409 },
  },
  helpers: {
    'applications.call_closed': 'authority', 'applications.state.department': 'unit', 'applications.state.unit': 'unit',
    'applications.state.authority': 'authority', 'applications.state.bureau': 'authority', 'applications.state.accepted': 'authority', 'applications.state.not_accepted': 'authority',
    'applications.own': 'unit', 'applications.acted_already': 'unit', 'applications.at_department': 'unit', 'applications.at_level': 'authority', 'applications.window.late': 'authority',
    'applications.window.early': 'authority', 'applications.correction.late': 'authority', 'applications.quota': 'authority', 'applications.disabled': 'unit',
    'applications.unit_suspended': 'authority', 'applications.left_unit': 'unit',
  },
  deeds: applicationDeeds,
  consequences,
  jobs: [deskNewsJob, tidyDesksJob, releaseLateLimits, ...listJobs, ...followJobs],
  sealed: [...decisionSealed, ...noteSealed, receiptKeySealed],
  personalData: applicationsPersonalData,
}
