import type pg from 'pg'
import { profilesContract } from '../src/modules/profiles/contract.ts'
import { managerToken } from './fill/fill-reviews.ts'
import { unitToken } from './fill/fill-people.ts'
import { commonGiven, documentOf, rareGiven, unitId } from './fill/persons.ts'
import { schoolId } from './fill/reviews.ts'
import type { Operation } from './operations.ts'

interface Totals {
  all: number
  approved: number
  pending: number
  school: number
  at_school: number
  rare: number
  common: number
  lately: number
}

/** Two months in the middle of what there is. */
const lately = { from: '2025-08-01', to: '2025-09-30' }
/** Of the tenth person of the big unit. */
const tenth = documentOf(10, true)

/** What the big unit and the manager of its first school do with the review list (S2-45 to S2-51), over what lies in the database now. */
export async function reviewOperations(client: pg.Client): Promise<Operation[]> {
  const { rows: [counted] } = await client.query<Totals>(`
    select count(*)::int as all, count(*) filter (where state = 'approved')::int as approved, count(*) filter (where state = 'pending')::int as pending,
      count(*) filter (where desk_id = $2)::int as school, count(*) filter (where desk_id = $2 and state = 'pending')::int as at_school,
      count(*) filter (where name like '%' || $3 || '%')::int as rare, count(*) filter (where name like '%' || $4 || '%')::int as common,
      count(*) filter (where updated_at >= $5::date::timestamp at time zone 'Asia/Shanghai'
        and updated_at < ($6::date + 1)::timestamp at time zone 'Asia/Shanghai')::int as lately
    from profile_review where unit_id = $1`, [unitId(0), schoolId(0), rareGiven, commonGiven, lately.from, lately.to])
  if (!counted) throw new Error('the big unit has no lines')
  const among = counted.all

  /** Rows and an exact total, so that nothing is measured that found something else (D22). */
  const list = (name: string, filters: object, total: number, token = unitToken): Operation => ({
    name, isWatched: true, among,
    ask: () => ({ method: 'POST', path: profilesContract.reviews.path, token, body: { desk: 'all', ...filters } }),
    expects: ({ rows, total: said }) => {
      const { n, exact } = said as { n: number; exact: boolean }
      return Array.isArray(rows) && rows.length > 0 && exact && n === total
    },
  })
  return [
    list('reviews, first page', {}, counted.all),
    list('reviews, page in the middle', { page: Math.ceil(counted.all / 40) }, counted.all),
    list('reviews, 审核已通过, page in the middle', { state: 'approved', page: Math.ceil(counted.approved / 40) }, counted.approved),
    list('reviews, 待审核', { state: 'pending' }, counted.pending),
    list('reviews, desk of a school', { desk: schoolId(0) }, counted.school),
    list('reviews, manager of a school, 待审核', { state: 'pending', desk: 'own' }, counted.at_school, managerToken),
    list('reviews, rare name', { name: rareGiven }, counted.rare),
    list('reviews, common name', { name: commonGiven }, counted.common),
    {
      ...list('reviews, last four', { document: tenth.slice(-4) }, 0),
      // How many others end alike depends on the size.
      expects: ({ rows }) => Array.isArray(rows) && rows.length > 0 && rows.length < 20,
    },
    list('reviews, from-to', lately, counted.lately),
  ]
}
