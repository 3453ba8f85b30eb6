import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../platform/seal/rotate.ts'
import { comparable, documentBlind } from '../people/index.ts'
import { documentIn, last4Blind, textOf } from './profile-store.ts'
import type { Revision } from './profile.ts'
import type { Reach } from './reach.ts'
import type { ReviewFacts } from './review.ts'
import type { ReviewState } from './state.ts'

const context = 'profile_review.document'

/** For the rotation of keys. */
export const reviewSealed: readonly SealedColumn[] = [{
  table: 'profile_review', key: 'id', column: 'document', context,
  blind: [
    { column: 'document_blind', context: 'document', of: (plain) => comparable(documentIn(plain)) },
    { column: 'document_last4_blind', context: 'document_last4', of: (plain) => documentIn(plain).number.slice(-4) },
  ],
}, { table: 'profile_decision', key: 'person_id', column: 'reason', context: 'profile_decision.reason' }]

export const openDocument = (keyring: Keyring, sealed: string) => documentIn(keyring.open(sealed, context))
export const sealReason = (keyring: Keyring, reason: string | null) => reason && keyring.seal(reason, 'profile_decision.reason')
export const openReason = (keyring: Keyring, reason: string | null) => reason && keyring.open(reason, 'profile_decision.reason')

const lines = (ids: readonly string[]) => sql`select person_id from profile_review where id = any(${[...ids]}::uuid[])`

/** The personal information of these lines' people, in the order of their ids (I10). */
export const lockPeople = (tx: Tx, reviewIds: readonly string[]): Promise<unknown> =>
  sql`select from profile where person_id in (${lines(reviewIds)}) order by person_id for update`.execute(tx)

/** The people themselves before it, where a decision may bind them to a unit: the order in which a unit's own deeds take them. */
export async function lockPeopleWhole(tx: Tx, reviewIds: readonly string[]): Promise<void> {
  await sql`select from person where id in (${lines(reviewIds)}) order by id for update`.execute(tx)
  await lockPeople(tx, reviewIds)
}

/** The next version of each of these people's personal information, whose rows the caller holds. */
export async function nextVersions(tx: Tx, personIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.updateTable('profile').set((e) => ({ version: e('version', '+', 1) }))
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`).returning(['person_id', 'version']).execute()
  return new Map(rows.map((row) => [row.person_id, row.version]))
}

/** So many places at the end of a unit's list; gives the first. Its row is the lock of those who come at the same time, taken last. */
export async function takePlaces(tx: Tx, unitId: string, n: number): Promise<number> {
  const { rows: [row] } = await sql<{ first: number }>`
    insert into profile_desk as d (desk_id, next_place) values (${unitId}, ${n})
    on conflict (desk_id) do update set next_place = d.next_place + ${n} returning next_place - ${n} as first`.execute(tx)
  if (!row) throw new Error('a unit without places')
  return row.first
}

/** The manager of the secondary unit that decides, as the grant in force names him. */
export const managerOf = (desk: string) => sql`(
  select jsonb_build_object('name', g.name, 'since', g.granted_at, 'by', (select b.display_name from account b where b.id = g.granted_by))
  from role_grant g where g.secondary_unit_id = ${sql.raw(desk)} and g.kind = 'secondary_unit_manager' and upper_inf(g.during))`

/** What the law must know of a line `r`; sub-queries, so that only the rows of a page pay for them. */
export const factColumns = sql`
  r.id, r.person_id, (select h.account_id from person h where h.id = r.person_id) as account_id, r.unit_id, r.desk_id, r.state, r.revision, r.secondary_unit_id, r.submitted_at, r.updated_at, r.decided_at,
  (select s.name from secondary_unit s where s.id = r.desk_id) as desk_name, ${managerOf('r.desk_id')} as manager,
  (select jsonb_build_object('at', d.decided_at, 'by', (select b.display_name from account b where b.id = d.decided_by))
    from profile_decision d where d.person_id = r.person_id and d.version = r.revision) as decided`

export interface FactRow {
  id: string
  person_id: string
  account_id: string
  unit_id: string
  desk_id: string
  state: ReviewState
  revision: number
  secondary_unit_id: string | null
  submitted_at: Date
  updated_at: Date
  decided_at: Date | null
  desk_name: string | null
  manager: { name: string; since: string; by: string | null } | null
  decided: { at: string; by: string | null } | null
}

export const factsIn = (row: FactRow): ReviewFacts => ({
  state: row.state, accountId: row.account_id, unitId: row.unit_id, deskId: row.desk_id, deskName: row.desk_name,
  manager: row.manager && { ...row.manager, since: new Date(row.manager.since) }, submittedAt: row.submitted_at,
  decided: row.decided && { at: new Date(row.decided.at), by: row.decided.by },
})

/**
 * Lines within reach. A desk is looked for by its id alone, if it is one of the unit's: two conditions on every line would let the
 * planner expect next to none of them, gather the whole desk and sort it, where an index has it in its order.
 */
export const within = ({ unitId, deskId }: Reach) => (deskId === null ? sql`r.unit_id = ${unitId}` : sql`r.desk_id = (
  select d.id from (select ${unitId}::uuid as id union all select s.id from secondary_unit s where s.unit_id = ${unitId}) as d where d.id = ${deskId})`)

/** Lines within reach by their ids; `withdrawn` ones as well, which no list shows. */
export async function factRows<R>(db: Db, reach: Reach, ids: readonly string[], more = sql``): Promise<(FactRow & R)[]> {
  const { rows } = await sql<FactRow & R>`
    select ${factColumns} ${more} from profile_review r join person p on p.id = r.person_id
    where r.id = any(${[...ids]}::uuid[]) and ${within(reach)} order by r.id`.execute(db)
  return rows
}

export interface Line {
  id: string
  personId: string
  unitId: string
  revision: number
  state: ReviewState
  deskId: string
  secondaryUnitId: string | null
  submittedAt: Date
}

const line = (row: { id: string; person_id: string; unit_id: string; revision: number; state: string; desk_id: string; secondary_unit_id: string | null; submitted_at: Date }): Line => ({
  id: row.id, personId: row.person_id, unitId: row.unit_id, revision: row.revision, state: row.state as ReviewState, deskId: row.desk_id,
  secondaryUnitId: row.secondary_unit_id, submittedAt: row.submitted_at,
})

/** Everything that units see of one person, the last submitted first. */
export async function linesOf(db: Db, personId: string): Promise<Line[]> {
  const rows = await db.selectFrom('profile_review')
    .select(['id', 'person_id', 'unit_id', 'revision', 'state', 'desk_id', 'secondary_unit_id', 'submitted_at'])
    .where('person_id', '=', personId).orderBy('submitted_at', 'desc').execute()
  return rows.map(line)
}

/** What a line shows of the version that stands in it. */
export const shownOf = (keyring: Keyring, r: Revision, who: { name: string; sex: string | null }) => ({
  revision: r.version, ...who, education: r.education, title: r.title, document: keyring.seal(textOf(r.document), context),
  document_blind: documentBlind(keyring, r.document), document_last4_blind: last4Blind(keyring, r.document.number.slice(-4)),
})

/** `left` keeps the name of the secondary unit alone; all others refer to one in force (I7). */
export const linkOf = (secondaryUnitId: string | null) => ({ secondary_unit_id: secondaryUnitId, secondary_unit_active: secondaryUnitId === null ? null : true })
