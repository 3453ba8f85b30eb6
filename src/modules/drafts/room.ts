import type { Room } from '../../platform/room.ts'
import { draftsContract } from './contract.ts'
import { checkFiles, sweepFiles } from './jobs.ts'
import { memberSealed } from './member-store.ts'
import { draftsPersonalData } from './personal-data.ts'
import { draftsHandlers } from './server.ts'
import { invitationsWaiting } from './waiting.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const drafts: Room = {
  name: 'drafts',
  contract: draftsContract,
  handlers: draftsHandlers,
  words: { zh, en },
  waiting: [invitationsWaiting],
  constraints: {
    // Two windows invite the same number at once; somebody confirms two invitations to the same project.
    one_invitation_per_phone: { code: 'drafts.member.again', status: 409 },
    one_place_per_member: { code: 'drafts.member.again', status: 409 },
  },
  helpers: { 'drafts.frozen.disabled': 'unit', 'drafts.frozen.unit': 'authority', 'drafts.frozen.module': 'unit' },
  jobs: [checkFiles, sweepFiles],
  sealed: memberSealed,
  personalData: draftsPersonalData,
}
