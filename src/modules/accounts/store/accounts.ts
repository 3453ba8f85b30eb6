import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Lang } from '../../../kernel/words.ts'

export interface AccountRow {
  id: string
  user_name: string
  display_name: string
  password_hash: string
  password_changed_at: Date
  mail: string | null
  phone: string | null
  lang: string
  state: string
  must_change_password: boolean
  totp_secret: string | null
  totp_confirmed_at: Date | null
  totp_last_step: number
  version: number
}

const columns = [
  'id', 'user_name', 'display_name', 'password_hash', 'password_changed_at', 'mail', 'phone', 'lang', 'state',
  'must_change_password', 'totp_secret', 'totp_confirmed_at', 'totp_last_step', 'version',
] as const

/** I14: as the database makes `user_name_key`. */
export const userNameKey = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

export const findByUserName = (db: Db, typed: string): Promise<AccountRow | undefined> =>
  db.selectFrom('account').select(columns).where('user_name_key', '=', userNameKey(typed)).executeTakeFirst()

export const findAccount = (db: Db, id: string): Promise<AccountRow | undefined> =>
  db.selectFrom('account').select(columns).where('id', '=', id).executeTakeFirst()

/** The account that a mailbox or phone is registered with. */
export const findByBlind = (db: Db, column: 'mail_blind' | 'phone_blind', blind: string): Promise<AccountRow | undefined> =>
  db.selectFrom('account').select(columns).where(column, '=', blind).executeTakeFirst()

export const lockAccount = (tx: Tx, id: string): Promise<AccountRow | undefined> =>
  tx.selectFrom('account').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

export interface NewAccount {
  id: string
  user_name: string
  display_name: string
  password_hash: string
  password_changed_at: Date
  mail: string | null
  mail_blind: string | null
  phone: string | null
  phone_blind: string | null
  phone_last4_blind: string | null
  lang: Lang
  must_change_password: boolean
  created_at: Date
}

export const insertAccount = (tx: Tx, row: NewAccount) => tx.insertInto('account').values(row).execute()

export interface Taken {
  userName: boolean
  mail: boolean
  phone: boolean
}

/** Which of the three somebody else has; the unique indexes have the last word. */
export async function taken(tx: Tx, asked: { userName?: string; mailBlind?: string | null; phoneBlind?: string | null }, except: string | null = null): Promise<Taken> {
  const rows = await tx
    .selectFrom('account').select(['user_name_key', 'mail_blind', 'phone_blind'])
    .where((e) => e.or([
      e('user_name_key', '=', asked.userName === undefined ? null : userNameKey(asked.userName)),
      e('mail_blind', '=', asked.mailBlind ?? null),
      e('phone_blind', '=', asked.phoneBlind ?? null),
    ]))
    .$if(except !== null, (q) => q.where('id', '<>', except ?? ''))
    .execute()
  return {
    userName: asked.userName !== undefined && rows.some((row) => row.user_name_key === userNameKey(asked.userName ?? '')),
    mail: rows.some((row) => row.mail_blind !== null && row.mail_blind === asked.mailBlind),
    phone: rows.some((row) => row.phone_blind !== null && row.phone_blind === asked.phoneBlind),
  }
}

export type AccountChange = Partial<{
  display_name: string
  password_hash: string
  password_changed_at: Date
  must_change_password: boolean
  mail: string | null
  mail_blind: string | null
  phone: string | null
  phone_blind: string | null
  phone_last4_blind: string | null
  state: 'active' | 'disabled'
  totp_secret: string | null
  totp_confirmed_at: Date | null
  totp_last_step: number
}>

/** Changes a row and gives the version its journal row bears. */
export async function changeAccount(tx: Tx, id: string, change: AccountChange): Promise<number> {
  const row = await tx
    .updateTable('account').set((e) => ({ ...change, version: e('version', '+', 1) }))
    .where('id', '=', id).returning('version').executeTakeFirstOrThrow()
  return row.version
}

/** I16: a step of the one-time code is spent by whoever is first; false for everybody else. */
export async function spendStep(db: Db, id: string, step: number): Promise<boolean> {
  const done = await db
    .updateTable('account').set({ totp_last_step: step })
    .where('id', '=', id).where('totp_last_step', '<', step).returning('id').executeTakeFirst()
  return done !== undefined
}

export const noteSignedIn = (db: Db, id: string, at: Date) =>
  db.updateTable('account').set({ last_signed_in_at: at }).where('id', '=', id).execute()

export const setLang = (db: Db, id: string, lang: Lang) => db.updateTable('account').set({ lang }).where('id', '=', id).execute()

export async function replaceAnswers(tx: Tx, accountId: string, answers: readonly { question: string; answerHash: string }[], set_at: Date): Promise<void> {
  await tx.deleteFrom('security_answer').where('account_id', '=', accountId).execute()
  const rows = answers.map(({ question, answerHash }, i) => ({ account_id: accountId, place: i + 1, question, answer_hash: answerHash, set_at }))
  await tx.insertInto('security_answer').values(rows).execute()
}

/** S1-42: the questions of an account in their order; empty where it has none. */
export const answersOf = (db: Db, accountId: string) =>
  db.selectFrom('security_answer').select(['question', 'answer_hash', 'set_at']).where('account_id', '=', accountId).orderBy('place').execute()

export const unreadOf = async (db: Db, accountId: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from inbox where account_id = ${accountId} and read_at is null limit 1000) as unread`.execute(db)
  return rows[0]?.n ?? 0
}

/** Accounts with a second factor, for the demo's page (D26). */
export const confirmedAccounts = async (db: Db): Promise<{ user_name: string; display_name: string; totp_secret: string }[]> => {
  const rows = await db.selectFrom('account').select(['user_name', 'display_name', 'totp_secret'])
    .where('totp_confirmed_at', 'is not', null).orderBy('user_name').limit(200).execute()
  return rows.flatMap(({ totp_secret, ...row }) => (totp_secret ? [{ ...row, totp_secret }] : []))
}
