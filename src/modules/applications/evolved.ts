import type { Evolved } from './evolve.ts'
import type { FactRow } from './store/facts.ts'

const iso = (time: Date | null): string | null => time?.toISOString() ?? null

/** A row as `evolve` says it: what a replay of its journal must give. */
export const evolvedOf = (row: FactRow): Evolved => ({
  callId: row.call_id, leaderId: row.leader_id, accountId: row.account_id, unitId: row.unit_id, unitName: row.unit_name, secondaryUnitId: row.secondary_unit_id,
  secondaryUnitName: row.secondary_unit_name, number: row.number, departmentDesk: row.department_desk, authorityDesk: row.authority_desk, bureauDesk: row.bureau_desk,
  state: row.state, deskId: row.desk_id, revision: row.revision, returnedBy: row.returned_by, isFast: row.is_fast, correctUntil: iso(row.correct_until), warnings: row.warnings,
  queuedAt: iso(row.queued_at), begunAt: row.begun_at.toISOString(), submittedAt: iso(row.submitted_at), arrivedAt: iso(row.arrived_at), changedAt: row.changed_at.toISOString(),
  version: row.version,
})
