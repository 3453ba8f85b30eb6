import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { sectionOf, type OwnCall, type PersonalData, type PersonalSection } from '../../platform/personal-data.ts'
import { openMail, openPhone } from './account.ts'
import { noPassword } from './no-password.ts'
import { answersOf } from './store/accounts.ts'

async function account(db: Db, { actor, tools: { keyring } }: OwnCall): Promise<PersonalSection> {
  const a = await db
    .selectFrom('account')
    .select(['id', 'user_name', 'display_name', 'mail', 'phone', 'state', 'created_at', 'last_signed_in_at', 'password_hash', 'password_changed_at', 'totp_confirmed_at'])
    .where('id', '=', actor.accountId).executeTakeFirst()
  const [first] = a ? await answersOf(db, a.id) : []
  return sectionOf('myData.section.account', a ? [a] : [], 1, (row) => ({
    id: row.id,
    facts: [
      { label: 'myData.field.userName', value: row.user_name },
      { label: 'myData.field.name', value: row.display_name },
      { label: 'myData.field.mail', value: openMail(keyring, row.mail) },
      { label: 'myData.field.phone', value: openPhone(keyring, row.phone) },
      { label: 'myData.field.state', value: { word: row.state === 'active' ? 'myData.account.active' : 'myData.account.disabled' } },
      { label: 'myData.field.createdAt', value: row.created_at },
      { label: 'myData.field.lastSignedInAt', value: row.last_signed_in_at },
      // Of what opens the account only that it is there: the platform itself cannot read it, or shows it to nobody.
      { label: 'myData.field.password', value: row.password_hash === noPassword ? null : row.password_changed_at },
      { label: 'myData.field.secondFactor', value: row.totp_confirmed_at },
      { label: 'myData.field.securityQuestions', value: first?.set_at },
    ],
  }))
}

interface Held {
  id: string
  post: string
  scope: string | null
  since: Date
  until: Date | null
}

/** Every post, also those that ended. */
async function mandates(db: Db, { actor }: OwnCall, most: number): Promise<PersonalSection> {
  const { rows } = await sql<Held>`
    select m.id, m.post, coalesce(a.name, u.name, d.name) as scope, lower(m.during) as since, upper(m.during) as until
    from mandate m
    left join authority a on m.post = 'authority_officer' and a.id = m.scope_id
    left join unit u on m.post in ('unit_account', 'authorised_person') and u.id = m.scope_id
    left join secondary_unit d on m.post = 'secondary_unit_manager' and d.id = m.scope_id
    where m.account_id = ${actor.accountId} order by lower(m.during) desc, m.id desc limit ${most + 1}`.execute(db)
  return sectionOf('myData.section.mandates', rows, most, (row) => ({
    id: row.id,
    facts: [
      { label: 'myData.field.post', value: { word: `accounts.post.${row.post}` } },
      { label: 'myData.field.scope', value: row.scope },
      { label: 'myData.field.from', value: row.since },
      { label: 'myData.field.until', value: row.until },
    ],
  }))
}

async function sessions(db: Db, { actor }: OwnCall, most: number): Promise<PersonalSection> {
  const rows = await db
    .selectFrom('session').select(['id', 'address', 'user_agent', 'created_at', 'seen_at'])
    .where('account_id', '=', actor.accountId).orderBy('created_at', 'desc').orderBy('id').limit(most + 1).execute()
  return sectionOf('myData.section.sessions', rows, most, (row) => ({
    id: row.id,
    facts: [
      { label: 'myData.field.from', value: row.created_at },
      { label: 'myData.field.seenAt', value: row.seen_at },
      { label: 'myData.field.address', value: row.address },
      { label: 'myData.field.browser', value: row.user_agent },
    ],
  }))
}

/** The account, its posts, and where it is signed in; of passwords, answers and second factors only since when. */
export const accountsPersonalData: PersonalData = {
  shows: ['account.user_name', 'account.display_name', 'account.mail', 'account.phone', 'session.address', 'session.user_agent'],
  of: async (db, call, most) => [await account(db, call), await mandates(db, call, most), await sessions(db, call, most)],
}
