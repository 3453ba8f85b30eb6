import type { Tx } from '../../platform/db/database.ts'
import { eventsOf, record, type Author } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { evolveBank, type BankAccount, type BankEvent } from './bank-account.ts'
import { insertBank, saveBank } from './bank-store.ts'

export const bankRoom = 'unitProfiles.bank'

/** Row and journal row together (law 4). The caller holds the row locked; the number is sealed beside the journal (P2). */
export async function happenToBank(tx: Tx, tools: Tools, by: Author, before: BankAccount | null, id: string, event: BankEvent): Promise<BankAccount> {
  const after = evolveBank(before, id, event)
  if (before) await saveBank(tx, after)
  else await insertBank(tx, tools.keyring, after)
  const { event: name, ...body } = event
  if (!('facts' in body)) {
    await record(tx, tools.keyring, by, { room: bankRoom, subject: id, seq: after.version, event: name, body })
    return after
  }
  const { bankAccount, ...facts } = body.facts
  await record(tx, tools.keyring, by, { room: bankRoom, subject: id, seq: after.version, event: name, body: { ...body, facts }, private: { bankAccount } })
  return after
}

/** The bank account as the journal alone tells it: a test compares it with the row. */
export async function replayBank(tools: Tools, id: string): Promise<BankAccount | null> {
  let account: BankAccount | null = null
  for (const past of await eventsOf(tools.db, tools.keyring, bankRoom, id)) {
    const facts = past.body.facts ? { facts: { ...(past.body.facts), bankAccount: past.private?.bankAccount } } : {}
    account = evolveBank(account, id, { ...past.body, ...facts, event: past.event } as unknown as BankEvent)
  }
  return account
}
