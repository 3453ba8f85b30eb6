import type pg from 'pg'
import { digest } from '../../src/platform/secrets.ts'
import type { Keyring } from '../../src/platform/seal/keyring.ts'
import { idAt } from './chance.ts'
import { bureauId, bystander, deskCount, deskId, registration, today } from './people.ts'
import { arrivals } from './statements.ts'

export const password = 'mei-Gui7hua'
/** Session cookies of two officers: of the big desk, and of the bureau above all desks. */
export const tokens = { desk: 'd'.repeat(43), bureau: 'b'.repeat(43) }

const chunk = 5_000

/** Forty authorities under a bureau, two signed-in officers, and 2,000 accounts that have nothing to do with units. */
export async function fillGround(client: pg.Client, keyring: Keyring, hash: string): Promise<void> {
  await client.query(`
    insert into authority (id, parent_id, kind, name, sort) values ($1, null, 'bureau', '科学技术局（压测）', 0)`, [bureauId])
  await client.query(`
    insert into authority (id, parent_id, kind, name, sort)
    select id, $2, 'district', '第' || place || '主管部门（压测）', place from unnest($1::uuid[]) with ordinality as d (id, place)`,
  [Array.from({ length: deskCount }, (_, i) => deskId(i)), bureauId])
  await client.query(`
    insert into account (id, user_name, display_name, password_hash, mail, mail_blind, phone, phone_blind, phone_last4_blind)
    select id, user_name, display_name, $2, mail, mail_blind, phone, phone_blind, last4_blind
    from jsonb_to_recordset($1) as b (id uuid, user_name text, display_name text, mail text, mail_blind text, phone text, phone_blind text, last4_blind text)`,
  [JSON.stringify(Array.from({ length: 2_000 }, (_, i) => bystander(i + 1, keyring))), hash])
  await officer(client, 1, deskId(0), tokens.desk)
  await officer(client, 2, bureauId, tokens.bureau)
}

/** With a session that was begun with the second factor. */
async function officer(client: pg.Client, n: number, scopeId: string, token: string): Promise<void> {
  const id = idAt(today, 9, n)
  await client.query(`insert into account (id, user_name, display_name, password_hash, totp_confirmed_at) values ($1, $2, '王审核', 'none', now())`, [id, `shenhe_${n}`])
  await client.query(`insert into mandate (id, account_id, post, scope_id) values ($1, $2, 'authority_officer', $3)`, [idAt(today, 10, n), id, scopeId])
  await client.query(`
    insert into session (id, token_digest, account_id, stage, second_factor_at, seen_at, expires_at)
    values ($1, $2, $3, 'full', now(), now(), now() + interval '1 day')`, [idAt(today, 11, n), digest(token), id])
}

/** Registrations `from` to `to` with accounts, scans, units, mandates and journal; then what autovacuum would have done by now. */
export async function fillRegistrations(client: pg.Client, keyring: Keyring, from: number, to: number, hashes: { full: string; light: string }): Promise<void> {
  await client.query(`set synchronous_commit = off; set gin_pending_list_limit = '64MB'; set work_mem = '64MB'`)
  for (let first = from; first <= to; first += chunk) {
    const rows = Array.from({ length: Math.min(chunk, to - first + 1) }, (_, i) => registration(first + i, keyring))
    await client.query('begin')
    await client.query(arrivals.take, [JSON.stringify(rows)])
    await client.query(arrivals.accounts.replace(':full', client.escapeLiteral(hashes.full)).replace(':light', client.escapeLiteral(hashes.light)))
    for (const statement of arrivals.rest) await client.query(statement)
    await client.query('commit')
  }
  await client.query('vacuum analyze')
}
