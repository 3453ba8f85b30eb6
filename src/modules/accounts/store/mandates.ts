import { sql, type RawBuilder } from 'kysely'
import type { Post } from '../../../kernel/actor.ts'
import type { Lang } from '../../../kernel/words.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'

export interface MandateRow {
  id: string
  post: Post
  scope_id: string | null
  unit_id: string | null
  /** null for the platform, which has a word instead of a name. */
  scope_zh: string | null
  scope_en: string | null
}

/**
 * The mandates of an account that hold now, with the names of their scopes: those within a suspended unit rest, and so does
 * that of an archived secondary unit.
 */
export const mandatesInForce = (account: RawBuilder<unknown>) => sql`
  select m.id, m.post, m.scope_id, u.id as unit_id, lower(m.during) as since,
    coalesce(a.name, case when d.id is null then u.name else u.name || '（' || d.name || '）' end) as scope_zh,
    coalesce(nullif(a.name_en, ''), a.name, case when d.id is null then u.name else u.name || ' (' || d.name || ')' end) as scope_en
  from mandate m
  left join authority a on m.post = 'authority_officer' and a.id = m.scope_id
  left join secondary_unit d on m.post = 'secondary_unit_manager' and d.id = m.scope_id
  left join unit u on u.id = case when m.post in ('unit_account', 'authorised_person') then m.scope_id else d.unit_id end
  where m.account_id = ${account} and upper_inf(m.during)
    and (m.post not in ('unit_account', 'authorised_person', 'secondary_unit_manager') or (u.status = 'active' and coalesce(d.active, true)))`

/** The same as a list, oldest first. */
export async function mandatesOf(db: Db, accountId: string): Promise<MandateRow[]> {
  const { rows } = await sql<MandateRow>`select * from (${mandatesInForce(sql`${accountId}::uuid`)}) as m order by m.since, m.id`.execute(db)
  return rows
}

/** Every post that was given and not ended, also where it rests with its unit. */
export const postsOf = async (db: Db, accountId: string): Promise<Post[]> => {
  const { rows } = await sql<{ post: Post }>`select distinct post from mandate where account_id = ${accountId} and upper_inf(during)`.execute(db)
  return rows.map(({ post }) => post)
}

/** Not `is not distinct from`, which no index serves: it would read every unit account. */
const inScope = (column: 'scope_id' | 'm.scope_id', scopeId: string | null) =>
  (scopeId === null ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} = ${scopeId}::uuid`)

export async function insertMandate(
  tx: Tx, m: { id: string; accountId: string; post: Post; scopeId: string | null; grantedBy: string | null; from: Date },
): Promise<void> {
  await sql`
    insert into mandate (id, account_id, post, scope_id, during, granted_by)
    values (${m.id}, ${m.accountId}, ${m.post}, ${m.scopeId}, tstzrange(${m.from}, null), ${m.grantedBy})`.execute(tx)
}

/** Id of the mandate that ended, or undefined where none was in force. */
export async function closeMandate(
  tx: Tx, m: { accountId: string; post: Post; scopeId: string | null; endedBy: string | null; at: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update mandate set during = tstzrange(lower(during), greatest(lower(during), ${m.at})), ended_by = ${m.endedBy}
    where account_id = ${m.accountId} and post = ${m.post} and ${inScope('scope_id', m.scopeId)} and upper_inf(during)
    returning id`.execute(tx)
  return rows[0]?.id
}

export interface Holder {
  account_id: string
  lang: Lang
  mail: string | null
  phone: string | null
}

/** Accounts that act in this post for this scope now: active ones only. */
export async function holdersOf(db: Db, post: Post, scopeId: string | null): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select a.id as account_id, a.lang, a.mail, a.phone
    from mandate m join account a on a.id = m.account_id and a.state = 'active'
    where m.post = ${post} and ${inScope('m.scope_id', scopeId)} and upper_inf(m.during)
    order by a.id`.execute(db)
  return rows
}

export const hasAdministrator = async (db: Db): Promise<boolean> => {
  const { rows } = await sql`select from mandate where post = 'platform_admin' and upper_inf(during) limit 1`.execute(db)
  return rows.length > 0
}

/** True unless this account is the last active administrator; removals go one after the other (as the trigger's do). */
export async function hasOtherAdministrator(tx: Tx, accountId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('a_platform_keeps_an_administrator'))`.execute(tx)
  const { rows } = await sql<{ other: boolean; own: boolean }>`
    select coalesce(bool_or(m.account_id <> ${accountId}), false) as other, coalesce(bool_or(m.account_id = ${accountId}), false) as own
    from mandate m join account a on a.id = m.account_id and a.state = 'active'
    where m.post = 'platform_admin' and upper_inf(m.during)`.execute(tx)
  const [row] = rows
  return !row?.own || row.other
}

export const oneSetupAtATime = async (tx: Tx): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtext('first_administrator'))`.execute(tx))
