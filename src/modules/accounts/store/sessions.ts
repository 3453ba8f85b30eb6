import { sql } from 'kysely'
import type { Post } from '../../../kernel/actor.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { mandatesInForce } from './mandates.ts'

export type Stage = 'second_factor' | 'second_factor_setup' | 'full'

export interface NewSession {
  id: string
  token_digest: string
  account_id: string
  stage: Stage
  second_factor_at: Date | null
  address: string
  user_agent: string
  created_at: Date
  seen_at: Date
  expires_at: Date
}

export const insertSession = (tx: Tx, row: NewSession) => tx.insertInto('session').values(row).execute()

export interface LiveRow {
  id: string
  account_id: string
  stage: Stage
  chosen: string | null
  second_factor_at: Date | null
  seen_at: Date
  user_name: string
  display_name: string
  has_second_factor: boolean
  mandate_id: string | null
  post: Post | null
  scope_id: string | null
  unit_id: string | null
  scope_zh: string | null
  scope_en: string | null
}

/** Everything a request needs to know of its session, in one query: a row per mandate, or one without any. */
export async function liveSession(db: Db, digest: string, now: Date, idleSince: Date): Promise<LiveRow[]> {
  const { rows } = await sql<LiveRow>`
    select s.id, s.account_id, s.stage, s.mandate ->> 'id' as chosen, s.second_factor_at, s.seen_at,
      c.user_name, c.display_name, c.totp_confirmed_at is not null as has_second_factor,
      m.id as mandate_id, m.post, m.scope_id, m.unit_id, m.scope_zh, m.scope_en
    from session s
    join account c on c.id = s.account_id and c.state = 'active'
    left join lateral (${mandatesInForce(sql`s.account_id`)}) as m on true
    where s.token_digest = ${digest} and s.expires_at > ${now} and s.seen_at > ${idleSince}
    order by m.since, m.id`.execute(db)
  return rows
}

/** Writes at most once a minute per session. */
export const touch = (db: Db, id: string, now: Date) =>
  db.updateTable('session').set({ seen_at: now }).where('id', '=', id).where('seen_at', '<=', new Date(now.getTime() - 60_000)).execute()

/** The session goes on under a new token, by which the old cookie is worth nothing; at its full stage. */
export const renewToken = (tx: Tx, id: string, digest: string, change: { second_factor_at?: Date } = {}) =>
  tx.updateTable('session').set({ token_digest: digest, stage: 'full', ...change }).where('id', '=', id)
    .returning(['id', 'expires_at']).executeTakeFirst()

export const chooseMandate = (tx: Tx, id: string, mandateId: string) =>
  tx.updateTable('session').set({ mandate: JSON.stringify({ id: mandateId }) }).where('id', '=', id).execute()

export const deleteSession = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.deleteFrom('session').where('id', '=', id).returning('id').executeTakeFirst()) !== undefined

/** Whether there was one. */
export const deleteByDigest = async (tx: Tx, digest: string): Promise<boolean> =>
  (await tx.deleteFrom('session').where('token_digest', '=', digest).returning('id').executeTakeFirst()) !== undefined

/** How many ended. */
export async function deleteSessionsOf(tx: Tx, accountId: string, except: string | null = null): Promise<number> {
  const gone = await tx.deleteFrom('session').where('account_id', '=', accountId)
    .$if(except !== null, (q) => q.where('id', '<>', except ?? '')).returning('id').execute()
  return gone.length
}

export async function deleteSessionsUnder(tx: Tx, scopeId: string): Promise<number> {
  const gone = await tx.deleteFrom('session')
    .where('account_id', 'in', (e) => e.selectFrom('mandate').select('account_id').where(sql<boolean>`upper_inf(during)`)
      .where((w) => w.or([w('scope_id', '=', scopeId), w('scope_id', 'in', w.selectFrom('secondary_unit').select('id').where('unit_id', '=', scopeId))])))
    .returning('id').execute()
  return gone.length
}

/** The owner's own; ended ones are not there. */
export const liveSessionsOf = (db: Db, accountId: string, now: Date, idleSince: Date) =>
  db.selectFrom('session').select(['id', 'address', 'user_agent', 'created_at', 'seen_at', 'stage', 'second_factor_at'])
    .where('account_id', '=', accountId).where('expires_at', '>', now).where('seen_at', '>', idleSince)
    .orderBy('seen_at', 'desc').orderBy('id').execute()

export const findSession = (db: Db, id: string) =>
  db.selectFrom('session').select(['id', 'account_id', 'stage', 'second_factor_at', 'expires_at']).where('id', '=', id).executeTakeFirst()

export async function pruneSessions(db: Db, now: Date, idleSince: Date): Promise<number> {
  const gone = await db.deleteFrom('session').where((e) => e.or([e('expires_at', '<=', now), e('seen_at', '<=', idleSince)])).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
