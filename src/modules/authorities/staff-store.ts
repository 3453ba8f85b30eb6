import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'
import { staffPosts, type StaffPost } from './staff.ts'

export interface StaffMember {
  accountId: string
  name: string
  userName: string
  /** Sealed. */
  mail: string | null
  state: 'active' | 'disabled'
  invited: boolean
  secondFactor: boolean
  lastSignedInAt: Date | null
  version: number
  mandates: { post: StaffPost; authorityId: string | null; authority: string; authorityEn: string }[]
}

export interface StaffFilter extends PageAsk {
  name?: string | undefined
  post?: StaffPost | undefined
  authorityId?: string | undefined
  state?: 'active' | 'disabled' | undefined
}

const ofStaff = sql`m.post in (${sql.join(staffPosts.map((post) => sql.lit(post)))})`

/** Read-only: accounts and mandates are written by their room. Whoever ever held a post of staff is staff. */
const everStaff = sql<boolean>`exists (
  select from mandate m where m.account_id = a.id and ${ofStaff})`

const columns = sql`
  a.id as "accountId", a.display_name as name, a.user_name as "userName", a.mail, a.state, a.must_change_password as invited,
  a.totp_confirmed_at is not null as "secondFactor", a.last_signed_in_at as "lastSignedInAt", a.version,
  coalesce((
    select jsonb_agg(jsonb_build_object(
      'post', m.post, 'authorityId', m.scope_id, 'authority', coalesce(o.name, ''), 'authorityEn', coalesce(o.name_en, '')) order by m.id)
    from mandate m left join authority o on o.id = m.scope_id
    where m.account_id = a.id and upper_inf(m.during) and ${ofStaff}), '[]') as mandates`

/** A page of staff by user name. */
export function staffPage(db: Db, filter: StaffFilter): Promise<KeysetPage<StaffMember>> {
  const name = filter.name?.normalize('NFKC').trim().toLowerCase()
  const held = [
    ...(filter.post ? [sql`m.post = ${filter.post}`] : []),
    ...(filter.authorityId ? [sql`m.post = 'authority_officer' and m.scope_id = ${filter.authorityId}`] : []),
  ]
  return keysetPage<StaffMember>(db, {
    select: columns,
    from: sql`account a`,
    where: [
      everStaff,
      ...(name ? [sql`(strpos(lower(a.display_name), ${name}) > 0 or a.user_name_key = ${name})`] : []),
      ...(filter.state ? [sql`a.state = ${filter.state}`] : []),
      ...(held.length > 0 ? [sql`exists (select from mandate m where m.account_id = a.id and upper_inf(m.during) and ${sql.join(held, sql` and `)})`] : []),
    ],
    keys: [{ kind: 'text', of: sql`a.user_name_key` }],
    descending: false,
  }, filter)
}

/** One member of staff; a unit's account is none and stays unseen. Locked, so that deeds on one person take turns. */
export async function staffForUpdate(tx: Tx, accountId: string): Promise<StaffMember | undefined> {
  const { rows } = await sql<StaffMember>`
    select ${columns} from account a where a.id = ${accountId} and ${everStaff} for update of a`.execute(tx)
  return rows[0]
}

/** The version of an account after a deed: the place of the desk's own event in the journal. */
export async function versionOf(tx: Tx, accountId: string): Promise<number> {
  const row = await tx.selectFrom('account').select('version').where('id', '=', accountId).executeTakeFirstOrThrow()
  return row.version
}
