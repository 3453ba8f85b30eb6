import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { unseen } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { bankAccountOfUnit } from './bank-store.ts'
import type { unitProfilesContract } from './contract.ts'
import { profileOf } from './unit-profile-store.ts'

type Verbs = Handlers<typeof unitProfilesContract>

/** That somebody looked at a number, and why: in the transaction that shows it (P2). */
const looked = (tx: Tx, call: Call<{ reason: string }, Actor>, event: string, body: Record<string, unknown>) =>
  record(tx, call.tools.keyring, call, { room: 'unitProfiles.reveal', subject: newId(), seq: 1, event, body, private: { note: call.input.reason } })

export const revealLegalDocument: Verbs['revealLegalDocument'] = (call) =>
  deed(call, async (tx) => {
    const unitId = call.actor.mandate?.scopeId ?? ''
    const profile = await profileOf(tx, call.tools.keyring, unitId)
    if (!profile?.legalDocument) return unseen()
    await looked(tx, call, 'legal_document_revealed', { unitId })
    return { number: profile.legalDocument.number }
  })

export const revealBankAccount: Verbs['revealBankAccount'] = (call) =>
  deed(call, async (tx) => {
    const unitId = call.actor.mandate?.scopeId ?? ''
    const account = await bankAccountOfUnit(tx, call.tools.keyring, unitId, call.input.id)
    if (!account) return unseen()
    await looked(tx, call, 'bank_account_revealed', { unitId, bankAccountId: account.id })
    return { number: account.bankAccount }
  })
