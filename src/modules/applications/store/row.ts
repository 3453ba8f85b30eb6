import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Evolved } from '../evolve.ts'

/** Columns that a deed may change, by the name in `evolve`. */
const columns = {
  state: 'state', deskId: 'desk_id', revision: 'revision', number: 'number', unitName: 'unit_name', secondaryUnitId: 'secondary_unit_id', secondaryUnitName: 'secondary_unit_name',
  departmentDesk: 'department_desk', authorityDesk: 'authority_desk', bureauDesk: 'bureau_desk', returnedBy: 'returned_by', isFast: 'is_fast', correctUntil: 'correct_until',
  warnings: 'warnings', queuedAt: 'queued_at', submittedAt: 'submitted_at', arrivedAt: 'arrived_at', leaderId: 'leader_id', accountId: 'account_id',
} as const satisfies Partial<Record<keyof Evolved, string>>

/** What an event changes (`changesOf`), with its time; the row moves to the top of the lists. Title and name of the leader beside it. */
export async function saveChanges(
  tx: Tx, id: string, version: number, at: Date, changes: Partial<Evolved>, more: { title?: string; leader_name?: string } = {},
): Promise<void> {
  const set = Object.entries(columns).filter(([key]) => key in changes).map(([key, column]) => [column, changes[key as keyof typeof columns]])
  await tx.updateTable('application').set({ ...Object.fromEntries(set), ...more, changed_at: at, version, place: sql`nextval('application_place')` })
    .where('id', '=', id).where('version', '=', version - 1).returning('id').executeTakeFirstOrThrow()
}
