import { sql, type Selectable } from 'kysely'
import { sectionOf, type PersonalData } from '../../platform/personal-data.ts'
import type { RecoveryCase as CaseTable } from '../../platform/db/tables.ts'
import { caseIn } from './case-store.ts'

type Row = Selectable<CaseTable> & { unit: string }

/** Claims to a unit's account that made somebody its keeper, and those that he objected to. */
export const recoveryPersonalData: PersonalData = {
  shows: [
    'recovery_case.claimant_name', 'recovery_case.claimant_mail', 'recovery_case.claimant_phone', 'recovery_case.user_name',
    'recovery_case.explanation', 'recovery_case.objection',
  ],
  async of(db, { actor, tools: { keyring } }, most) {
    const { rows } = await sql<Row>`
      select c.*, u.name as unit from recovery_case c join unit u on u.id = c.unit_id
      where c.successor_id = ${actor.accountId} or c.objected_by = ${actor.accountId}
      order by c.opened_at desc, c.id desc limit ${most + 1}`.execute(db)
    if (rows.length === 0) return []
    return [sectionOf('myData.section.claims', rows, most, (row) => {
      const c = caseIn(row, keyring)
      // What somebody else wrote of himself is not shown to whoever objected.
      const own = c.successorId === actor.accountId ? c.claimant : null
      return {
        id: c.id,
        facts: [
          { label: 'myData.field.number', value: c.number }, { label: 'myData.field.unit', value: row.unit },
          { label: 'myData.field.state', value: { word: `recovery.state.${c.state}` } }, { label: 'myData.field.at', value: c.openedAt },
          { label: 'myData.field.name', value: own?.name }, { label: 'myData.field.mail', value: own?.mail },
          { label: 'myData.field.phone', value: own?.phone }, { label: 'myData.field.userName', value: own?.userName },
          { label: 'myData.field.note', value: own?.explanation },
          { label: 'myData.field.objection', value: c.objectedBy === actor.accountId ? c.objection : null },
        ],
      }
    })]
  },
}
