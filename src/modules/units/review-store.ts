import { sql, type RawBuilder } from 'kysely'
import { countedUpTo, pagesOf, type Total } from '../../kernel/list.ts'
import { bareCode } from '../../codes/text.ts'
import { mobile } from '../../codes/phone.ts'
import { unitNameForComparison, unitNameSkeleton } from '../../codes/unit-name.ts'
import type { Db } from '../../platform/db/database.ts'
import { beyond, edgeIn, isAstray, keyText, orderBy, turnOf, type Edge, type KeyColumn, type PageAsk, type Turn } from '../../platform/db/keyset-turn.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { Neighbours } from './findings.ts'
import type { Registration, RegistrationState } from './registration.ts'

export interface ReviewFilters extends PageAsk {
  state?: 'submitted' | 'returned' | 'approved' | 'refused' | undefined
  name?: string | undefined
  creditCode?: string | undefined
  phone?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

export interface ListedRegistration {
  id: string
  account_id: string
  name: string | null
  credit_code: string | null
  legal_representative: string | null
  contact_name: string
  contact_phone: string
  registered_district: string | null
  desk_id: string
  desk: string
  desk_en: string
  state: RegistrationState
  version: number
  submitted_at: Date | null
  decided_at: Date | null
  shares_code: boolean
}

export interface ReviewTotals {
  /** Per state, from kept counts. */
  counts: Record<string, number>
  /** Of what the filters find. */
  total: Total
}

const hasFilter = (f: ReviewFilters) => [f.name, f.creditCode, f.phone, f.from, f.to].some((value) => value?.trim())

/** What the filters say of a row `r`; `byWord` false leaves the index of names aside. */
function conditions(f: ReviewFilters, keyring: Keyring, byWord = true) {
  const all = [sql`r.submitted_at is not null`]
  // A draft that was withdrawn is the applicant's own again (S1-21).
  all.push(f.state ? sql`r.state = ${f.state}` : sql`r.state in ('submitted','returned','approved','refused')`)
  const name = f.name?.trim()
  if (name) {
    if (byWord && [...name].length > 1) all.push(sql`bigrams(r.name) @> bigrams(${name})`)
    all.push(sql`position(lower(normalize(${unitNameForComparison(name)}, NFKC)) in lower(normalize(r.name_key, NFKC))) > 0`)
  }
  if (f.creditCode?.trim()) {
    const code = bareCode(f.creditCode)
    all.push(sql`r.credit_code = ${code.ok ? code.value : ''}`)
  }
  const phone = f.phone?.trim()
  if (phone) {
    // D21: the whole number or its last four, by blind index.
    const digits = phone.normalize('NFKC').replace(/\D/g, '')
    const whole = mobile(phone)
    all.push(digits.length === 4
      ? sql`r.contact_phone_last4_blind = ${keyring.blind(digits, 'phone_last4')}`
      : sql`r.contact_phone_blind = ${whole.ok ? keyring.blind(whole.value, 'phone') : ''}`)
  }
  if (f.from) all.push(sql`r.submitted_at >= (${f.from}::date)::timestamp at time zone 'Asia/Shanghai'`)
  if (f.to) all.push(sql`r.submitted_at < (${f.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
  return sql.join(all, sql` and `)
}

const at = (desks: readonly string[]) => sql`r.desk_id = any(${sql.val([...desks])}::uuid[])`

/** The limits keep the planner from reading every unit beforehand, to have them at hand for one page. */
const sharesCode = sql`coalesce(
  (select true from unit u where u.credit_code = r.credit_code and u.status = 'active' limit 1),
  (select true from unit_registration o where o.credit_code = r.credit_code and o.id <> r.id and o.state = 'submitted' limit 1),
  false)`

/**
 * Whether to gather what an index of the filters finds and sort it, or to walk the desk in its order until the page is
 * full. Of N rows of which n match, gathering reads n and walking about size * N / n: the lesser is never more than the
 * root of size * N, however common the word. The planner cannot know it, since it plans for words it has not seen.
 */
function isGathered(f: ReviewFilters, { counts, total }: ReviewTotals): boolean {
  if (f.creditCode?.trim() || f.phone?.trim()) return true
  const all = f.state ? (counts[f.state] ?? 0) : Object.values(counts).reduce((a, b) => a + b, 0)
  return !!f.name?.trim() && total.n ** 2 <= f.size * all
}

const keys: readonly KeyColumn[] = [{ kind: 'time', of: sql`r.submitted_at` }, { kind: 'uuid', of: sql`r.id` }]

/**
 * Keys of the first rows at these desks. Each desk gives so many in its own order, the first of them all are the answer:
 * what a desk holds beyond is not read.
 */
function firstOf(desks: readonly string[], f: ReviewFilters, keyring: Keyring, gathered: boolean, descending: boolean, from: RawBuilder<unknown>, limit: number) {
  const first = sql`order by ${orderBy(keys, descending)} limit ${limit}`
  return gathered
    ? sql`select r.id, r.submitted_at from unit_registration r where ${at(desks)} and ${conditions(f, keyring)} ${from} ${first}`
    : sql`select r.id, r.submitted_at from unnest(${sql.val([...desks])}::uuid[]) as d (id)
        cross join lateral (select r.id, r.submitted_at from unit_registration r
          where r.desk_id = d.id and ${conditions(f, keyring, false)} ${from} ${first}) as r ${first}`
}

/**
 * The key of the last row before a page, for a jump: its place is walked to in the index from the nearer end of the list.
 * A filter by words, which no order of an index knows, is gathered: where its total is exact, it finds 10,000 at most.
 */
async function keyBefore(db: Db, keyring: Keyring, desks: readonly string[], f: ReviewFilters, { total }: ReviewTotals, page: number) {
  const before = (page - 1) * f.size
  const fromEnd = total.exact && before > total.n / 2
  const walked = fromEnd ? total.n - before + 1 : before
  const descending = (f.state !== 'submitted') !== fromEnd
  const gathered = [f.creditCode, f.phone, f.name].some((value) => value?.trim())
  const { rows } = await sql<{ key: string[] }>`
    select ${keyText(keys)} as key from (${firstOf(desks, f, keyring, gathered, descending, sql``, walked)}) as r
    order by ${orderBy(keys, !descending)} limit 1`.execute(db)
  return rows[0]?.key ?? null
}

/**
 * Registrations that lie, or lay, at these desks: waiting ones oldest first, others newest first, by key. Keys come first
 * and rows by them, so that the order's index alone is walked, whatever the planner believes of an average desk.
 */
export async function reviewsOf(
  db: Db, keyring: Keyring, desks: readonly string[], f: ReviewFilters, totals: ReviewTotals,
): Promise<Turn<ListedRegistration> & { pages: number | null }> {
  const pages = pagesOf(totals.total, f.size)
  const asked = edgeIn(f, keys)
  const edge = asked.key === null ? await edgeOfPage(asked.page) : asked
  const descending = (f.state !== 'submitted') !== edge.backwards
  const page = firstOf(desks, f, keyring, isGathered(f, totals), descending, beyond(edge, keys, descending), f.size + 1)
  const { rows: found } = await sql<ListedRegistration & { key_text: string[] }>`
    select r.id, r.account_id, r.name, r.credit_code, r.legal_representative, r.contact_name, r.contact_phone, r.registered_district,
           r.desk_id, t.name as desk, t.name_en as desk_en, r.state, r.version, r.submitted_at, r.decided_at,
           r.state = 'submitted' and ${sharesCode} as shares_code, ${keyText(keys)} as key_text
    from (${page}) as k join unit_registration r on r.id = k.id join authority t on t.id = r.desk_id
    order by ${orderBy(keys, descending)}`.execute(db)
  if (isAstray(found, edge, f.size)) {
    return reviewsOf(db, keyring, desks, { ...f, after: undefined, before: undefined, page: edge.backwards ? 1 : (pages ?? 1) }, totals)
  }
  return { ...turnOf(found, edge, f.size, (row) => row.key_text, pages), pages }

  async function edgeOfPage(n: number): Promise<Edge> {
    const number = Math.min(n, Math.max(1, Math.ceil(totals.total.n / f.size)))
    return { key: number > 1 ? await keyBefore(db, keyring, desks, f, totals, number) : null, backwards: false, page: number }
  }
}

/** D22: totals per state from kept counts; with other filters counted up to 10,000. */
export async function reviewTotals(db: Db, keyring: Keyring, desks: readonly string[], f: ReviewFilters): Promise<ReviewTotals> {
  const { rows } = await sql<{ state: string; n: number }>`
    select state, sum(n)::int as n from unit_registration_total
    where desk_id = any(${sql.val([...desks])}::uuid[]) and state in ('submitted','returned','approved','refused')
    group by state`.execute(db)
  const counts: Record<string, number> = { submitted: 0, returned: 0, approved: 0, refused: 0 }
  for (const row of rows) counts[row.state] = row.n
  if (!hasFilter(f)) {
    const n = f.state ? (counts[f.state] ?? 0) : Object.values(counts).reduce((a, b) => a + b, 0)
    return { counts, total: { n, exact: true } }
  }
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from (select from unit_registration r where ${at(desks)} and ${conditions(f, keyring)} limit ${countedUpTo + 1}) as c`.execute(db)
  const n = counted[0]?.n ?? 0
  return { counts, total: { n: Math.min(n, countedUpTo), exact: n <= countedUpTo } }
}

/** The oldest registration that waits at the desk beside this one: the next to open after a deed. */
export async function nextWaiting(db: Db, deskId: string, but: string): Promise<string | null> {
  const row = await db
    .selectFrom('unit_registration').select('id')
    .where('desk_id', '=', deskId).where('state', '=', 'submitted').where('id', '<>', but)
    .orderBy('submitted_at').orderBy('id').limit(1).executeTakeFirst()
  return row?.id ?? null
}

/** Since when the one that waits longest lies at this desk. */
export async function oldestWaiting(db: Db, deskId: string): Promise<Date | null> {
  const row = await db.selectFrom('unit_registration').select('submitted_at').where('desk_id', '=', deskId).where('state', '=', 'submitted').orderBy('submitted_at').limit(1).executeTakeFirst()
  return row?.submitted_at ?? null
}

/** What the desk should know of others before it decides on this one. */
export async function neighboursOf(db: Db, r: Registration): Promise<Neighbours> {
  const name = r.form.name ?? ''
  const { rows } = await sql<{ active: string | null; pending: number; refused: number; same_name: string | null; look_alikes: string[] | null }>`
    select
      (select name from unit where credit_code = ${r.form.creditCode} and status = 'active') as active,
      (select count(*)::int from unit_registration where credit_code = ${r.form.creditCode} and state = 'submitted' and id <> ${r.id}) as pending,
      (select count(*)::int from unit_registration where credit_code = ${r.form.creditCode} and state = 'refused' and id <> ${r.id}) as refused,
      (select credit_code from unit where name_key = ${unitNameForComparison(name)} and status = 'active' and credit_code <> ${r.form.creditCode} limit 1) as same_name,
      (select array_agg(distinct n) from (
         (select name as n from unit where name_skeleton = ${unitNameSkeleton(name)} and credit_code <> ${r.form.creditCode} and name_key <> ${unitNameForComparison(name)} limit 5)
         union all
         (select name from unit_registration where name_skeleton = ${unitNameSkeleton(name)} and state = 'submitted' and id <> ${r.id}
            and credit_code <> ${r.form.creditCode} limit 5)) as alike) as look_alikes`.execute(db)
  const found = rows[0]
  return {
    activeWithCode: found?.active ?? null,
    pendingWithCode: found?.pending ?? 0,
    refusedWithCode: found?.refused ?? 0,
    lookAlikes: found?.look_alikes ?? [],
    sameNameOtherCode: found?.same_name ?? null,
  }
}
