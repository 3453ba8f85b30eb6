import { minuteOf } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { BankAccount, BankSituation } from './bank-account.ts'
import { keepersOf, namesOf } from './bank-store.ts'

/** Who acts for the unit, and what waits: everything that the law asks before a deed on its bank account. */
export async function situationOf(db: Db, unitId: string, pending: BankAccount | null): Promise<BankSituation> {
  const keepers = await keepersOf(db, unitId)
  const names = await namesOf(db, [pending?.proposedBy ?? null])
  return {
    unitId,
    unitAccount: keepers.find(({ post }) => post === 'unit_account') ?? null,
    authorised: keepers.filter(({ post }) => post === 'authorised_person'),
    pending: pending && { state: pending.state, proposedBy: pending.proposedBy, proposer: names.get(pending.proposedBy) ?? '', since: minuteOf(pending.proposedAt) },
  }
}
