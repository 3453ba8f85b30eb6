import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Keyring } from '../../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../../platform/seal/rotate.ts'
import type { ActedFor, DeskLevel, Outcome } from '../state.ts'

/** D18: one field to be corrected. */
export interface Mark {
  field: string
  codes: readonly string[]
  note: string
}

const context = 'application_decision.comment'

/** For the rotation of keys. */
export const decisionSealed: readonly SealedColumn[] = [{ table: 'application_decision', key: 'application_id', column: 'comment', context }]

export interface Decision {
  id: string
  seq: number
  revision: number
  level: DeskLevel
  deskId: string
  leaderId: string
  outcome: Outcome
  codes: readonly string[]
  comment: string | null
  marks: readonly Mark[]
  actedFor: ActedFor | null
  correctUntil: Date | null
}

/** A row of `application` after a decision; the same columns for every outcome, so that one statement writes all of a batch. */
export interface Settled {
  id: string
  state: string
  desk_id: string | null
  returned_by: string | null
  is_fast: boolean
  correct_until: string | null
  arrived_at: string | null
}

/** Rows as they stand after a deed, each with its next version and a new place. */
const moving = (settled: readonly Settled[], at: Date) => sql`
    places as (
      select s.*, nextval('application_place') as next_place from (
        select s.* from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb)
          as s (id uuid, state text, desk_id uuid, returned_by text, is_fast boolean, correct_until timestamptz, arrived_at timestamptz)
        join application a on a.id = s.id order by a.place) s)
    update application a set state = p.state, desk_id = p.desk_id, returned_by = p.returned_by, is_fast = p.is_fast, correct_until = p.correct_until, arrived_at = p.arrived_at,
      changed_at = ${at}, version = a.version + 1, place = p.next_place
    from places p where a.id = p.id`

/** `name as (insert, update or delete)`: what is written in the same statement as a decision. */
export type Part = RawBuilder<unknown>

/**
 * I5: each decision with the change of its row, and what is to stand beside it, in one statement however many there are; the keys of the
 * table have the last word. The rows move to the top of the lists in the order in which they stood.
 */
export async function settle(
  tx: Tx, keyring: Keyring, decisions: readonly Decision[], settled: readonly Settled[], by: { accountId: string; batchId: string | null; at: Date }, beside: readonly Part[] = [],
): Promise<void> {
  const sealed = new Map<string, string>()
  const seal = (text: string | null) => {
    if (text === null) return null
    const kept = sealed.get(text) ?? keyring.seal(text, context)
    sealed.set(text, kept)
    return kept
  }
  const rows = decisions.map((d) => ({
    application_id: d.id, seq: d.seq, revision: d.revision, level: d.level, desk_id: d.deskId, leader_id: d.leaderId, outcome: d.outcome, codes: d.codes,
    comment: seal(d.comment), marks: d.marks, acted_for: d.actedFor, correct_until: d.correctUntil,
  }))
  await sql`
    with decided as (
      insert into application_decision (application_id, seq, revision, level, desk_id, leader_id, outcome, codes, comment, marks, acted_for, correct_until, decided_by, decider_id, batch_id, decided_at)
      select d.application_id, d.seq, d.revision, d.level, d.desk_id, d.leader_id, d.outcome, array(select jsonb_array_elements_text(d.codes)), d.comment, d.marks, d.acted_for, d.correct_until,
        ${by.accountId}::uuid, (select p.id from person p where p.account_id = ${by.accountId}::uuid), ${by.batchId}::uuid, ${by.at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (application_id uuid, seq int, revision int, level text, desk_id uuid, leader_id uuid, outcome text, codes jsonb,
        comment text, marks jsonb, acted_for text, correct_until timestamptz)),
    ${sql.join([...beside, moving(settled, by.at)], sql`,
    `)}`.execute(tx)
}

export interface DecisionRow extends Omit<Decision, 'leaderId' | 'id'> {
  applicationId: string
  by: string
  byAccountId: string
  at: Date
  undoneAt: Date | null
}

interface Row {
  application_id: string
  seq: number
  revision: number
  level: DeskLevel
  desk_id: string
  outcome: Outcome
  codes: string[]
  comment: string | null
  marks: Mark[]
  acted_for: ActedFor | null
  correct_until: Date | null
  decided_by: string
  display_name: string
  decided_at: Date
  undone_at: Date | null
}

/** What was decided on an application, the last first; taken back ones included. */
export async function decisionsOf(db: Db, keyring: Keyring, id: string): Promise<DecisionRow[]> {
  const { rows } = await sql<Row>`
    select d.*, b.display_name from application_decision d join account b on b.id = d.decided_by where d.application_id = ${id} order by d.seq desc`.execute(db)
  return rows.map((row) => ({
    applicationId: row.application_id, seq: row.seq, revision: row.revision, level: row.level, deskId: row.desk_id, outcome: row.outcome, codes: row.codes,
    comment: row.comment && keyring.open(row.comment, context), marks: row.marks, actedFor: row.acted_for, correctUntil: row.correct_until,
    by: row.display_name, byAccountId: row.decided_by, at: row.decided_at, undoneAt: row.undone_at,
  }))
}

export interface LastReturn {
  seq: number
  revision: number
  level: DeskLevel
  deskId: string
  marks: Mark[]
  /** Desks that had passed it before. */
  passed: string[]
}

/** The last return that stands, with what it marked: what the leader answers; null where none does. Another leader answers none: all of it is his to hand in (E10). */
export async function lastReturn(db: Db, id: string): Promise<LastReturn | null> {
  const { rows: [row] } = await sql<LastReturn>`
    select d.seq, d.revision, d.level, d.desk_id as "deskId", d.marks, array(
      select p.desk_id from application_decision p where p.application_id = d.application_id and p.seq < d.seq and p.outcome = 'passed' and p.undone_at is null) as passed
    from application_decision d where d.application_id = ${id} and d.outcome = 'returned' and d.undone_at is null
      and d.leader_id = (select a.leader_id from application a where a.id = d.application_id) order by d.seq desc limit 1`.execute(db)
  return row ?? null
}

/** E51: these decisions are taken back, and their rows stand as before them; one statement. */
export const settleUndone = (tx: Tx, taken: readonly { id: string; seq: number }[], settled: readonly Settled[], at: Date, beside: readonly Part[] = []): Promise<unknown> => sql`
  with undone as (
    update application_decision d set undone_at = ${at} from jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) as t (id uuid, seq int)
    where d.application_id = t.id and d.seq = t.seq),
  ${sql.join([...beside, moving(settled, at)], sql`,
  `)}`.execute(tx)
