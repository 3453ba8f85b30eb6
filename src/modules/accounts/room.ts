import { mailForComparison } from '../../codes/mail.ts'
import type { Room } from '../../platform/room.ts'
import { accountsContract } from './contract.ts'
import { accountsJobs } from './jobs.ts'
import { accountsPages } from './pages/index.ts'
import { accountsPersonalData } from './personal-data.ts'
import { accountsHandlers } from './server.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const accounts: Room = {
  name: 'accounts',
  contract: accountsContract,
  handlers: accountsHandlers,
  pages: accountsPages,
  words: { zh, en },
  constraints: {
    one_account_per_user_name: { code: 'account.user_name_taken', field: 'userName', status: 409 },
    one_account_per_mailbox: { code: 'account.mail_bound', field: 'mail', status: 409 },
    one_account_per_phone: { code: 'account.phone_bound', field: 'phone', status: 409 },
    one_mandate_of_a_kind_at_a_time: { code: 'mandate.held', status: 409 },
    one_unit_account_per_unit: { code: 'mandate.unit_has_account', status: 409 },
    a_platform_keeps_an_administrator: { code: 'account.last_administrator', status: 409 },
    three_different_questions: { code: 'security_question.different' },
  },
  helpers: { 'account.is_staff': 'platform' },
  jobs: accountsJobs,
  sealed: [
    { table: 'account', key: 'id', column: 'mail', context: 'account.mail', blind: [{ column: 'mail_blind', of: mailForComparison, context: 'mail' }] },
    {
      table: 'account', key: 'id', column: 'phone', context: 'account.phone',
      blind: [
        { column: 'phone_blind', of: (phone) => phone, context: 'phone' },
        { column: 'phone_last4_blind', of: (phone) => phone.slice(-4), context: 'phone_last4' },
      ],
    },
    { table: 'account', key: 'id', column: 'totp_secret', context: 'account.totp_secret' },
    { table: 'proof_code', key: 'id', column: 'address', context: 'proof_code.address' },
  ],
  personalData: accountsPersonalData,
}
