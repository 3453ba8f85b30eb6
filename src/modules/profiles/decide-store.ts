import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { sealReason } from './review-store.ts'

export interface Decided {
  id: string
  personId: string
  unitId: string
  revision: number
  actedFor: 'vacant' | 'silent' | null
  /** E42: what the approved document says of its holder; null where it says nothing. */
  derived: { sex: string; birthDate: string } | null
}

export interface Decision {
  outcome: 'approved' | 'refused' | 'withdrawn'
  by: string
  reasonCodes: readonly string[]
  reason: string | null
  at: Date
}

const rowsOf = (decided: readonly Decided[]) => JSON.stringify(decided.map((one) => ({
  id: one.id, person_id: one.personId, unit_id: one.unitId, revision: one.revision, acted_for: one.actedFor, sex: one.derived?.sex ?? null, birth_date: one.derived?.birthDate ?? null,
})))

const from = (decided: readonly Decided[]) => sql`
  jsonb_to_recordset(${rowsOf(decided)}::jsonb) as d (id uuid, person_id uuid, unit_id uuid, revision int, acted_for text, sex text, birth_date date)`

/** I5, I8, I11: one decision per version, of a version that exists, by somebody else; the keys of the table have the last word. */
export const insertDecisions = (tx: Tx, keyring: Keyring, decided: readonly Decided[], { outcome, by, reasonCodes, reason, at }: Decision): Promise<unknown> => sql`
  insert into profile_decision (person_id, version, outcome, decided_by, decider_id, reason_codes, reason, acted_for, decided_at)
  select d.person_id, d.revision, ${outcome}, ${by}::uuid, (select id from person where account_id = ${by}::uuid), ${[...reasonCodes]}::text[],
    ${sealReason(keyring, reason)}, d.acted_for, ${at}
  from ${from(decided)}`.execute(tx)

/** The lines in their new state, at the top of the list in the order in which they stood; gives each profile's version. */
export const settleLines = (tx: Tx, decided: readonly Decided[], state: 'approved' | 'refused', firstPlace: number, at: Date): Promise<unknown> => sql`
  update profile_review r set state = ${state}, decided_at = ${at}, updated_at = ${at}, place = o.place
  from (select d.id, ${firstPlace}::bigint + row_number() over (order by l.place) - 1 as place from ${from(decided)} join profile_review l on l.id = d.id) as o
  where r.id = o.id`.execute(tx)

/** Profiles after a decision: each with its next version, and an approved one with what is in force now. */
export async function settleProfiles(tx: Tx, decided: readonly Decided[], outcome: 'approved' | 'refused', at: Date): Promise<Map<string, number>> {
  const approved = outcome === 'approved'
    ? sql`, approved_version = d.revision, approved_at = ${at}, sex = coalesce(d.sex, f.sex), birth_date = coalesce(d.birth_date, f.birth_date), updated_at = ${at}`
    : sql``
  const { rows } = await sql<{ person_id: string; version: number }>`
    update profile f set version = f.version + 1 ${approved} from ${from(decided)} where f.person_id = d.person_id returning f.person_id, f.version`.execute(tx)
  return new Map(rows.map((row) => [row.person_id, row.version]))
}

/** E40: what another unit approved of these people is no longer theirs, nor whom it refused; the line stays there as 已转出. */
export const leaveOtherUnits = (tx: Tx, decided: readonly Decided[], at: Date): Promise<unknown> => sql`
  update profile_review r set state = 'left', secondary_unit_active = null, updated_at = ${at}
  from ${from(decided)} where r.person_id = d.person_id and r.unit_id <> d.unit_id and r.state in ('approved', 'refused')`.execute(tx)
