import { sql, type RawBuilder } from 'kysely'
import { searchForm } from '../../codes/search-text.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'
import type { ReviewState, Selection } from './fields.ts'
import { nameForComparison, type GrantKind, type Named } from './role-grant.ts'
import type { Held, Line, Place } from './state.ts'

/** One change of a unit's structure after the other: what is planned and what is carried out see the same. */
export const lockStructure = async (tx: Tx, unitId: string): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtextextended(${`structure ${unitId}`}, 0))`.execute(tx))

/** As `means` of profiles: by the account, or by the document while the post waits. Only who has a line in the unit counts. */
const meant = sql`
  array(select p.id from profile_review r join person p on p.id = r.person_id
    where r.unit_id = g.unit_id and r.state <> 'left'
      and (p.account_id = g.account_id or (g.account_id is null and p.document_blind = g.document_blind)))`

interface HeldRow {
  id: string
  kind: GrantKind
  secondary_unit_id: string | null
  name: string
  document_blind: string
  phone_blind: string
  account_id: string | null
  granted_at: Date
  person_ids: string[]
}

/** The posts that a unit has given. */
export async function heldIn(db: Db, unitId: string): Promise<Held[]> {
  const { rows } = await sql<HeldRow>`
    select g.id, g.kind, g.secondary_unit_id, g.name, g.document_blind, g.phone_blind, g.account_id, g.granted_at, ${meant} as person_ids
    from role_grant g where g.unit_id = ${unitId} and upper_inf(g.during) order by g.id`.execute(db)
  return rows.map((row) => ({
    id: row.id, kind: row.kind, place: row.secondary_unit_id, name: row.name, documentKey: row.document_blind, phoneKey: row.phone_blind,
    accountId: row.account_id, personIds: row.person_ids, since: dayOf(row.granted_at),
  }))
}

/** The account with exactly this name, telephone and document, if somebody answers for the document (1.4.3). */
export async function accountOf(db: Db, named: Pick<Named, 'name'> & { documentKey: string; phoneKey: string }): Promise<string | null> {
  const { rows } = await sql<{ account_id: string; name: string }>`
    select p.account_id, p.name from person p join account a on a.id = p.account_id
    where p.document_blind = ${named.documentKey} and (p.vouched_at is not null or p.document_proven_at is not null)
      and a.phone_blind = ${named.phoneKey} and a.state = 'active'`.execute(db)
  return rows.find((row) => nameForComparison(row.name) === nameForComparison(named.name))?.account_id ?? null
}

/** People of the unit who show this document, or have this account. */
export async function peopleMeant(db: Db, unitId: string, documentKey: string, accountId: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p join profile_review r on r.person_id = p.id and r.unit_id = ${unitId} and r.state <> 'left'
    where p.account_id = ${accountId}::uuid or (${accountId}::uuid is null and p.document_blind = ${documentKey}) order by p.id`.execute(db)
  return rows.map(({ id }) => id)
}

interface LineRow {
  id: string
  person_id: string
  name: string
  state: ReviewState
  secondary_unit_id: string | null
  desk_id: string
  has_draft: boolean
}

const lines = async (db: Db, unitId: string, where: RawBuilder<unknown>): Promise<Line[]> => {
  const { rows } = await sql<LineRow>`
    select r.id, r.person_id, r.name, r.state, r.secondary_unit_id, r.desk_id, f.drafted_at is not null as has_draft
    from profile_review r join profile f on f.person_id = r.person_id
    where r.unit_id = ${unitId} and r.state <> 'left' and ${where} order by r.place desc`.execute(db)
  return rows.map((row) => ({
    reviewId: row.id, personId: row.person_id, name: row.name, state: row.state, hasDraft: row.has_draft,
    place: row.secondary_unit_id, desk: row.desk_id === unitId ? null : row.desk_id,
  }))
}

const isAt = (place: Place) => (place === null ? sql`r.secondary_unit_id is null` : sql`r.secondary_unit_id = ${place}`)
export const linesAt = (db: Db, unitId: string, place: Place): Promise<Line[]> => lines(db, unitId, isAt(place))
export const linesOfPeople = (db: Db, unitId: string, personIds: readonly string[]): Promise<Line[]> =>
  personIds.length === 0 ? Promise.resolve([]) : lines(db, unitId, sql`r.person_id = any(${[...personIds]}::uuid[])`)
export const linesById = (db: Db, unitId: string, reviewIds: readonly string[]): Promise<Line[]> =>
  reviewIds.length === 0 ? Promise.resolve([]) : lines(db, unitId, sql`r.id = any(${[...reviewIds]}::uuid[])`)

export type PeopleFilters = Extract<Selection, { matching: unknown }>['matching']

const holds = (column: RawBuilder<unknown>, text: string) =>
  sql`position(${searchForm(text)} in lower(regexp_replace(normalize(${column}, NFKC), '\\s+', '', 'g'))) > 0`

/** Conditions on `profile_review r` with its revision `v` and profile `f`. */
function matching(unitId: string, f: PeopleFilters): RawBuilder<unknown>[] {
  const name = searchForm(f.name ?? '')
  return [
    ...([...name].length > 1 ? [sql`bigrams_within(r.unit_id, r.name) @> bigrams_within(${unitId}::uuid, ${name})`] : []),
    ...(name ? [holds(sql`r.name`, name)] : []),
    ...(searchForm(f.position ?? '') ? [holds(sql`v.position`, f.position ?? '')] : []),
    ...(searchForm(f.specialty ?? '') ? [holds(sql`coalesce(f.specialty, '')`, f.specialty ?? '')] : []),
    ...(f.state ? [sql`r.state = ${f.state}`] : []),
  ]
}
const withFacts = sql`profile_review r join profile f on f.person_id = r.person_id join profile_revision v on v.person_id = r.person_id and v.version = r.revision`

/** Everybody at a place whom these filters find: for a deed on all of them. */
export async function peopleMatching(db: Db, unitId: string, place: Place, f: PeopleFilters): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select r.person_id from ${withFacts} where r.unit_id = ${unitId} and r.state <> 'left' and ${isAt(place)} and ${sql.join([sql`true`, ...matching(unitId, f)], sql` and `)}
    order by r.place desc`.execute(db)
  return rows.map((row) => row.person_id)
}

export interface ListedPerson {
  person_id: string
  name: string
  state: ReviewState
  desk_id: string
  title: string
  position: string
  specialty: string | null
  has_draft: boolean
  updated_at: Date
}

/** Who belongs to a place, the last change first. */
export const peopleAt = (db: Db, unitId: string, place: Place, f: PeopleFilters & PageAsk): Promise<KeysetPage<ListedPerson>> =>
  keysetPage<ListedPerson>(db, {
    select: sql`r.person_id, r.name, r.state, r.desk_id, r.title, v.position, f.specialty, f.drafted_at is not null as has_draft, r.updated_at`,
    from: withFacts, where: [sql`r.unit_id = ${unitId}`, sql`r.state <> 'left'`, isAt(place), ...matching(unitId, f)],
    keys: [{ kind: 'whole', of: sql`r.place` }], descending: true,
  }, f)

export interface PlaceCount {
  people: number
  pending: number
}

/** Per place (null: the unit itself): who belongs to it, up to 10,000, and what waits at its desk, from kept totals. */
export async function countsIn(db: Db, unitId: string, ids: readonly string[]): Promise<Map<Place, PlaceCount>> {
  const { rows } = await sql<{ id: string | null; people: number; pending: number }>`
    select s.id,
      (select count(*)::int from (select from profile_review r where r.secondary_unit_id = s.id and r.state <> 'left' limit 10000) as c) as people,
      (select coalesce(sum(t.n), 0)::int from profile_review_total t where t.desk_id = s.id and t.state = 'pending') as pending
    from unnest(${[...ids]}::uuid[]) as s (id)
    union all
    select null,
      (select count(*)::int from (select from profile_review r where r.unit_id = ${unitId} and r.secondary_unit_id is null and r.state <> 'left' limit 10000) as c),
      (select coalesce(sum(t.n), 0)::int from profile_review_total t where t.unit_id = ${unitId} and t.desk_id = ${unitId} and t.state = 'pending')`.execute(db)
  return new Map(rows.map((row) => [row.id, { people: row.people, pending: row.pending }]))
}

/**
 * Holds what these people submit and where they stand, in the order in which every deed on people takes them (I10): what is
 * planned from now on is what is carried out.
 */
export const holdPeople = (tx: Tx, unitId: string, of: { place?: Place; personIds?: readonly string[]; reviewIds?: readonly string[] }): Promise<unknown> =>
  sql`
    select from profile where person_id in (
      select r.person_id from profile_review r where r.unit_id = ${unitId} and r.state <> 'left' and (
        ${of.place === undefined ? sql`false` : isAt(of.place)}
        or r.person_id = any(${[...(of.personIds ?? [])]}::uuid[]) or r.id = any(${[...(of.reviewIds ?? [])]}::uuid[])))
    order by person_id for update`.execute(tx)
