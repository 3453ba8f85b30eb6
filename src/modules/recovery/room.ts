import { mailForComparison } from '../../codes/mail.ts'
import type { Room } from '../../platform/room.ts'
import { recoveryContract } from './contract.ts'
import { erasureJob } from './erasure.ts'
import { recoveryPersonalData } from './personal-data.ts'
import { recoveryServer } from './server.ts'
import { casesWaiting } from './waiting.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const recovery: Room = {
  name: 'recovery',
  contract: recoveryContract,
  handlers: recoveryServer,
  words: { zh, en },
  waiting: [casesWaiting],
  constraints: {
    two_officers_hand_over_an_account: { code: 'recovery.two_officers', status: 409 },
    one_open_case_per_unit_and_mailbox: { code: 'recovery.already_open', field: 'mailProofId', status: 409 },
    // Two cases drew one number, or two uploads met: the next try draws another one.
    one_case_per_number: { code: 'overtaken', status: 409 },
    one_evidence_per_case: { code: 'overtaken', status: 409 },
    one_open_handover_per_unit: { code: 'overtaken', status: 409 },
    a_day_of_a_note_has_its_month: { code: 'recovery.day_of_month', field: 'recursDay', status: 422 },
  },
  jobs: [erasureJob],
  sealed: [
    { table: 'recovery_case', key: 'id', column: 'token', context: 'recovery_case.token' },
    {
      table: 'recovery_case', key: 'id', column: 'claimant_mail', context: 'recovery_case.claimant_mail',
      blind: [{ column: 'claimant_mail_blind', of: mailForComparison, context: 'mail' }],
    },
    {
      table: 'recovery_case', key: 'id', column: 'claimant_phone', context: 'recovery_case.claimant_phone',
      blind: [{ column: 'claimant_phone_blind', of: (phone) => phone, context: 'phone' }],
    },
  ],
  personalData: recoveryPersonalData,
}
