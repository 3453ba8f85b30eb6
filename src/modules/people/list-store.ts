import { sql } from 'kysely'
import { searchForm } from '../../codes/search-text.ts'
import type { Db } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'
import { personStates, statusOf, type PersonState, type PersonStatus } from './person.ts'

export interface PeopleFilters extends PageAsk {
  userName?: string | undefined
  name?: string | undefined
  status?: PersonStatus | undefined
  waiting?: boolean | undefined
}

export interface ListedPerson {
  id: string
  account_id: string
  user_name: string
  name: string
  state: PersonState
  version: number
  joined_at: Date
  /** Mailbox and phone, sealed. */
  contact: [mail: string | null, phone: string | null]
  same_document: boolean
  same_name: boolean
  /** How many of each state the unit has; the same in every row. */
  counts: Record<string, number>
}

/** Places of one block of kept counts (migration 0011). */
const blockSize = 512

/** What is read and shown of a row `p`; sub-queries, so that only the rows of the page pay for them. */
const columns = (unitId: string) => sql`
  p.id, p.account_id, p.user_name, p.name, p.state, p.version, p.joined_at,
  (select array[a.mail, a.phone] from account a where a.id = p.account_id) as contact,
  p.document_blind is not null and exists (select from person o where o.document_blind = p.document_blind and o.id <> p.id) as same_document,
  exists (select from person o where o.unit_id = p.unit_id and o.name = p.name and o.id <> p.id) as same_name,
  (select jsonb_object_agg(state, n) from (select state, sum(n)::int as n from person_total where unit_id = ${unitId} group by state) as c) as counts`

/** A text to search for, of two characters or more by the index; one alone is looked for among the unit's own. */
const sought = (text: string | undefined) => {
  const form = searchForm(text ?? '')
  return form === '' ? null : { form, isIndexed: [...form].length > 1 }
}

const holds = (column: 'name' | 'user_name', form: string) =>
  sql`position(${form} in lower(regexp_replace(normalize(${sql.ref(`p.${column}`)}, NFKC), '\\s+', '', 'g'))) > 0`

/**
 * The unit's people by place, the order of their coming; one statement. By words the unit's matches are gathered from the
 * index before anything else is looked at: `offset 0` keeps the planner from testing word by word along the places.
 */
export function peopleOf(db: Db, unitId: string, f: PeopleFilters): Promise<KeysetPage<ListedPerson>> {
  const words = { name: sought(f.name), user_name: sought(f.userName) }
  const given = (['name', 'user_name'] as const).flatMap((column) => (words[column] ? [{ column, ...words[column] }] : []))
  const grams = given.filter(({ isIndexed }) => isIndexed)
    .map(({ column, form }) => sql`bigrams_within(unit_id, ${sql.ref(column)}) @> bigrams_within(${unitId}::uuid, ${form})`)
  const states = personStates.filter((s) => s !== 'unbound' && s !== 'refused' && s !== 'released')
    .filter((s) => (!f.status || statusOf(s) === f.status) && (!f.waiting || s === 'new'))
  const where = [
    sql`p.unit_id = ${unitId}`,
    ...(f.status ? [sql`p.is_enabled = ${f.status === 'enabled'}`] : []),
    ...(f.waiting ? [sql`p.state = 'new'`] : []),
    ...given.map(({ column, form }) => holds(column, form)),
  ]
  return keysetPage<ListedPerson>(db, {
    select: columns(unitId),
    from: grams.length > 0
      ? sql`(select * from person where unit_id is not null and ${sql.join(grams, sql` and `)} offset 0) as p`
      : sql`person p`,
    where, keys: [{ kind: 'whole', of: sql`p.place` }], descending: false,
    kept: given.length > 0 ? undefined : {
      blockSize,
      blocks: sql`select block, sum(n) as n from person_total where unit_id = ${unitId} and state = any(${sql.val(states)}::text[]) group by block`,
    },
  }, f)
}
