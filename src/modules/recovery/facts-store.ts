import { sql, type RawBuilder } from 'kysely'
import type { Post } from '../../kernel/actor.ts'
import { countedUpTo } from '../../kernel/list.ts'
import { bareCode } from '../../codes/text.ts'
import { unitNameForComparison } from '../../codes/unit-name.ts'
import type { Db } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'
import type { Keeper } from './objection-window.ts'
import { caseStates, openStates, secondStates, type CaseState, type Cause } from './recovery-case.ts'

export interface UnitFact {
  id: string
  name: string
  credit_code: string
  legal_representative: string
  registered_district: string
  registered_address: string
  status: string
  authority_id: string
  authority: string
  authority_en: string
}

/** The unit as it was approved: what the licence is compared with. */
export async function unitFactOf(db: Db, id: string): Promise<UnitFact | null> {
  const { rows } = await sql<UnitFact>`
    select u.id, u.name, u.credit_code, u.legal_representative, u.registered_district, u.registered_address, u.status, u.authority_id,
           t.name as authority, coalesce(nullif(t.name_en, ''), t.name) as authority_en
    from unit u join authority t on t.id = u.authority_id where u.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Who keeps the account of a unit now, active or disabled; null where nobody does. */
export async function keeperOf(db: Db, unitId: string): Promise<string | null> {
  const row = await db.selectFrom('mandate').select('account_id').where('post', '=', 'unit_account').where('scope_id', '=', unitId)
    .where(sql<boolean>`upper_inf(during)`).executeTakeFirst()
  return row?.account_id ?? null
}

/** The same with what decides on the time to object: whether and when he uses it. */
export async function keeperFactOf(db: Db, unitId: string): Promise<Keeper | null> {
  const { rows } = await sql<Keeper>`
    select a.id as "accountId", a.state = 'active' as "isActive", a.last_signed_in_at as "lastSignedInAt", lower(m.during) as since
    from mandate m join account a on a.id = m.account_id where m.post = 'unit_account' and m.scope_id = ${unitId} and upper_inf(m.during)`.execute(db)
  return rows[0] ?? null
}

/** Whether this account belongs to the claimant (his mailbox or phone) or is the very one that is claimed: no one decides on his own case. */
export async function isOwnCase(db: Db, accountId: string, caseId: string): Promise<boolean> {
  const { rows } = await sql`
    select from recovery_case c join account a on a.id = ${accountId}
    where c.id = ${caseId} and (a.mail_blind = c.claimant_mail_blind or a.phone_blind = c.claimant_phone_blind
      or exists (select from mandate m where m.account_id = a.id and m.post = 'unit_account' and m.scope_id = c.unit_id and upper_inf(m.during)))`.execute(db)
  return rows.length > 0
}

/**
 * One of the two gave the other his post, or made his account: then two officers may be one person (E12). Of SQL, for one
 * case and for lists of them.
 */
const boundSql = (officer: RawBuilder<unknown>, verifier: RawBuilder<unknown>) => sql<boolean>`(
  exists (select from mandate m where (m.account_id = ${officer} and m.granted_by = ${verifier}) or (m.account_id = ${verifier} and m.granted_by = ${officer}))
  or exists (select from journal j where j.room = 'accounts' and j.event = 'made_by_desk'
    and ((j.subject = ${officer} and j.account_id = ${verifier}) or (j.subject = ${verifier} and j.account_id = ${officer}))))`

export async function areBound(db: Db, officer: string, verifier: string): Promise<boolean> {
  const { rows } = await sql<{ bound: boolean }>`select ${boundSql(sql`${officer}::uuid`, sql`${verifier}::uuid`)} as bound`.execute(db)
  return rows[0]?.bound ?? false
}

export const nameOf = async (db: Db, accountId: string): Promise<string> =>
  (await db.selectFrom('account').select('display_name').where('id', '=', accountId).executeTakeFirst())?.display_name ?? ''

export interface CaseFilters extends PageAsk {
  state?: 'open' | CaseState | undefined
  unit?: string | undefined
  number?: string | undefined
}

export interface ListedCase {
  id: string
  number: string
  unit: string
  credit_code: string
  unit_id: string
  authority_id: string
  state: CaseState
  version: number
  cause: Cause
  claimant_name: string | null
  opened_at: Date
  state_since: Date
  closed_at: Date | null
  verified_by: string | null
  other_claims: number
  is_own: boolean
  is_bound: boolean
}

/** What a reader may see: everything (support), or what lies below these authorities and asks for a second officer. */
const within = (authorities: readonly string[] | null) => authorities
  ? sql`u.authority_id = any(${sql.val([...authorities])}::uuid[]) and c.state = any(${sql.val([...secondStates])}::text[])`
  : sql`true`

const statesIn = (state: CaseFilters['state']): readonly CaseState[] | null => (state === 'open' ? openStates : state ? [state] : null)

function conditions(authorities: readonly string[] | null, f: CaseFilters) {
  const where = [within(authorities)]
  const states = statesIn(f.state)
  if (states) where.push(sql`c.state = any(${sql.val([...states])}::text[])`)
  const number = f.number?.trim()
  if (number) {
    const code = bareCode(number)
    where.push(sql`c.number = ${code.ok ? code.value : ''}`)
  }
  const unit = f.unit?.trim()
  if (unit) {
    const code = bareCode(unit)
    if ([...unit].length > 1) where.push(sql`(bigrams(u.name) @> bigrams(${unit}) or u.credit_code = ${code.ok ? code.value : ''})`)
    where.push(sql`(position(lower(normalize(${unitNameForComparison(unit)}, NFKC)) in lower(normalize(u.name_key, NFKC))) > 0 or u.credit_code = ${code.ok ? code.value : ''})`)
  }
  return where
}

/** Cases: what waits oldest first, what was closed newest first; by key. */
export const casesOf = (db: Db, reader: { accountId: string; authorities: readonly string[] | null }, f: CaseFilters): Promise<KeysetPage<ListedCase>> =>
  keysetPage<ListedCase>(db, {
    select: sql`c.id, c.number, u.name as unit, u.credit_code, c.unit_id, u.authority_id, c.state, c.version, c.cause, c.claimant_name, c.opened_at, c.state_since,
      c.closed_at, c.verified_by,
      (select count(*)::int from recovery_case o where o.unit_id = c.unit_id and o.id <> c.id and o.state = any(${sql.val([...openStates])}::text[])) as other_claims,
      exists (select from account a where a.id = ${reader.accountId} and (a.mail_blind = c.claimant_mail_blind or a.phone_blind = c.claimant_phone_blind
        or exists (select from mandate m where m.account_id = a.id and m.post = 'unit_account' and m.scope_id = c.unit_id and upper_inf(m.during)))) as is_own,
      c.state = 'verified' and ${boundSql(sql`${reader.accountId}::uuid`, sql`c.verified_by`)} as is_bound`,
    from: sql`recovery_case c join unit u on u.id = c.unit_id`,
    where: conditions(reader.authorities, f),
    keys: [{ kind: 'time', of: sql`c.opened_at` }, { kind: 'uuid', of: sql`c.id` }],
    descending: !statesIn(f.state)?.every((state) => (openStates as readonly CaseState[]).includes(state)),
  }, f)

/** How many a reader has in each state, counted up to 10,000 (D22); `open` is the sum of what waits. */
export async function caseCounts(db: Db, authorities: readonly string[] | null): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: CaseState; n: number }>`
    select s.state, (select count(*)::int from (
      select from recovery_case c join unit u on u.id = c.unit_id where c.state = s.state and ${within(authorities)} limit ${countedUpTo}) as found) as n
    from unnest(${sql.val([...caseStates])}::text[]) as s (state)`.execute(db)
  const counts: Record<string, number> = Object.fromEntries(rows.map((row) => [row.state, row.n]))
  counts.open = openStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  return counts
}

/** Since when the oldest open case waits. */
export async function oldestCase(db: Db, authorities: readonly string[] | null): Promise<Date | null> {
  const { rows } = await sql<{ opened_at: Date }>`
    select c.opened_at from recovery_case c join unit u on u.id = c.unit_id
    where c.state = any(${sql.val([...openStates])}::text[]) and ${within(authorities)} order by c.opened_at limit 1`.execute(db)
  return rows[0]?.opened_at ?? null
}

/** The oldest case that waits beside this one: the next to open after a deed. */
export async function nextCase(db: Db, authorities: readonly string[] | null, but: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select c.id from recovery_case c join unit u on u.id = c.unit_id
    where c.state = any(${sql.val([...openStates])}::text[]) and ${within(authorities)} and c.id <> ${but} order by c.opened_at, c.id limit 1`.execute(db)
  return rows[0]?.id ?? null
}

export interface AccountFact {
  id: string
  user_name: string
  display_name: string
  state: 'active' | 'disabled'
  created_at: Date
  last_signed_in_at: Date | null
  has_second_factor: boolean
  posts: { post: Post; scope: string | null; since: string }[]
}

const accountFacts = sql`
  select a.id, a.user_name, a.display_name, a.state, a.created_at, a.last_signed_in_at, a.totp_confirmed_at is not null as has_second_factor,
    coalesce((select jsonb_agg(jsonb_build_object('post', m.post, 'scope', coalesce(t.name, u.name), 'since', to_char(lower(m.during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by lower(m.during))
      from mandate m left join authority t on t.id = m.scope_id left join unit u on u.id = m.scope_id
      where m.account_id = a.id and upper_inf(m.during)), '[]') as posts
  from account a`

export async function accountFactOf(db: Db, id: string): Promise<AccountFact | null> {
  const { rows } = await sql<AccountFact>`${accountFacts} where a.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Accounts by something whole: a user name, a mailbox, a phone, or the unit that they keep. Nothing is found by a part. */
export async function accountsFor(db: Db, by: { userName: string; mailBlind: string; phoneBlind: string; unitName: string; creditCode: string }): Promise<AccountFact[]> {
  const { rows } = await sql<AccountFact>`${accountFacts}
    where a.user_name_key = lower(normalize(${by.userName}, NFKC)) or a.mail_blind = ${by.mailBlind} or a.phone_blind = ${by.phoneBlind}
      or a.id in (select m.account_id from mandate m join unit u on u.id = m.scope_id
        where m.post = 'unit_account' and upper_inf(m.during) and (u.name_key = ${by.unitName} or u.credit_code = ${by.creditCode}))
    order by a.user_name_key limit 20`.execute(db)
  return rows
}
