import { sql, type Selectable } from 'kysely'
import { maskAccount } from '../../codes/mask.ts'
import { sectionOf, type PersonalData } from '../../platform/personal-data.ts'
import type { UnitBankAccount } from '../../platform/db/tables.ts'
import { bankIn } from './bank-store.ts'

type Row = Selectable<UnitBankAccount> & { unit: string }

/**
 * Changes of bank data of a unit that somebody proposed or confirmed. Looked for in the units where he held a post. The number
 * is the unit's, not his: whole it is shown there alone, to who acts for it now, for a reason that is recorded.
 */
export const unitProfilesPersonalData: PersonalData = {
  shows: ['unit_bank_account.number'],
  async of(db, { actor, tools: { keyring } }, most) {
    const { rows } = await sql<Row>`
      select b.*, u.name as unit from unit_bank_account b join unit u on u.id = b.unit_id
      where b.unit_id in (select m.scope_id from mandate m where m.account_id = ${actor.accountId})
        and (b.proposed_by = ${actor.accountId} or b.confirmed_by = ${actor.accountId})
      order by b.proposed_at desc, b.id desc limit ${most + 1}`.execute(db)
    if (rows.length === 0) return []
    return [sectionOf('myData.section.bankChanges', rows, most, (row) => {
      const b = bankIn(row, keyring)
      return {
        id: b.id,
        facts: [
          { label: 'myData.field.unit', value: row.unit },
          { label: 'myData.field.bankAccount', value: maskAccount(b.bankAccount) },
          { label: 'myData.field.state', value: { word: `unitProfiles.bank.state.${b.state}` } },
          { label: 'myData.field.proposedAt', value: b.proposedAt },
          { label: 'myData.field.mine', value: { word: b.proposedBy === actor.accountId ? 'myData.bank.proposed' : 'myData.bank.confirmed' } },
          { label: 'myData.field.until', value: b.endedAt },
        ],
      }
    })]
  },
}
