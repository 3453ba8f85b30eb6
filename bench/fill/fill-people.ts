import type pg from 'pg'
import { digest } from '../../src/platform/secrets.ts'
import type { Keyring } from '../../src/platform/seal/keyring.ts'
import { idAt } from './chance.ts'
import { today } from './people.ts'
import { bigUnitOf, chosenUnit, othersOf, person, unitCount, unitId } from './persons.ts'

/** Session cookie of the account of the big unit. */
export const unitToken = 'u'.repeat(43)

const chunk = 5_000

/** Units that people choose, and the signed-in account of the big one. */
export async function fillUnits(client: pg.Client): Promise<void> {
  await client.query(`
    insert into unit (id, status, name, name_key, name_skeleton, credit_code, credit_code_by_hand, legal_nature, legal_type, legal_representative,
      authority_id, registered_district, registered_address, located_district, located_address, approved_at)
    select id, 'active', name, name_key, name_skeleton, credit_code, false, '1', '11', '王示例', desk, '120101', '海河东路1号', '120101', '海河东路1号', now() - interval '2 years'
    from jsonb_to_recordset($1) as u (id uuid, name text, name_key text, name_skeleton text, credit_code text, desk uuid)`,
  [JSON.stringify(Array.from({ length: unitCount }, (_, i) => chosenUnit(i)))])
  const id = idAt(today, 17, 1)
  await client.query(`insert into account (id, user_name, display_name, password_hash) values ($1, 'yanjiuyuan_da', '钱管理', 'none')`, [id])
  await client.query(`insert into mandate (id, account_id, post, scope_id) values ($1, $2, 'unit_account', $3)`, [idAt(today, 18, 1), id, unitId(0)])
  await client.query(`
    insert into session (id, token_digest, account_id, stage, seen_at, expires_at) values ($1, $2, $3, 'full', now(), now() + interval '1 day')`,
  [idAt(today, 19, 1), digest(unitToken), id])
}

/** People that belong to so many registrations, beyond those of `before` registrations. */
export async function fillPeople(client: pg.Client, keyring: Keyring, before: number, registrations: number, hash: string): Promise<void> {
  await client.query(`set synchronous_commit = off; set gin_pending_list_limit = '64MB'; set work_mem = '64MB'`)
  for (const [isBig, countOf] of [[true, bigUnitOf], [false, othersOf]] as const) {
    for (let first = countOf(before) + 1; first <= countOf(registrations); first += chunk) {
      const rows = Array.from({ length: Math.min(chunk, countOf(registrations) - first + 1) }, (_, i) => person(first + i, isBig, keyring))
      await client.query('begin')
      await client.query(take, [JSON.stringify(rows)])
      await client.query(accounts, [hash])
      for (const statement of [places, people, events]) await client.query(statement)
      await client.query('commit')
    }
  }
  await client.query('vacuum analyze')
}

const take = `
  create temp table came on commit drop as
  select r.*, row_number() over (partition by unit_id order by at, id) - 1 as nth from jsonb_to_recordset($1) as r (
    id uuid, account_id uuid, unit_id uuid, user_name text, name text, state text, at timestamptz, decided_at timestamptz, mail text, mail_blind text,
    phone text, phone_blind text, last4_blind text, document_type text, document text, document_blind text, document_last4_blind text)`

const accounts = `
  insert into account (id, user_name, display_name, password_hash, mail, mail_blind, phone, phone_blind, phone_last4_blind, created_at)
  select account_id, user_name, name, $1, mail, mail_blind, phone, phone_blind, last4_blind, at from came`

const places = `
  insert into unit_people as u (unit_id, next_place) select unit_id, count(*) from came group by unit_id
  on conflict (unit_id) do update set next_place = u.next_place + excluded.next_place`

const people = `
  insert into person (id, account_id, user_name, name, document_type, document, document_blind, document_last4_blind, state, version, unit_id, place,
    state_since, joined_at, vouched_at, compared_at, created_at)
  select c.id, account_id, user_name, name, document_type, document, document_blind, document_last4_blind, state,
    case state when 'new' then 1 when 'enabled' then 2 else 3 end, c.unit_id, u.next_place - (count(*) over (partition by c.unit_id)) + nth,
    coalesce(decided_at, at), at, decided_at, at, at
  from came c join unit_people u on u.unit_id = c.unit_id`

const events = `
  insert into journal (room, subject, seq, event, body, account_id, actor_name, mandate, address, at)
  select 'people.person', c.id, e.seq, e.event, e.body, case when e.seq > 1 then $$${idAt(today, 17, 1)}$$::uuid end, case when e.seq > 1 then '钱管理' end,
    case when e.seq > 1 then jsonb_build_object('post', 'unit_account', 'scopeId', c.unit_id, 'scopeName', '示例研究院') end, '203.0.113.7', e.at
  from came c cross join lateral (values
    (1, 'registered', jsonb_build_object('at', c.at, 'accountId', c.account_id, 'unitId', c.unit_id), c.at),
    (2, 'enabled', jsonb_build_object('at', c.decided_at), c.decided_at),
    (3, 'disabled', jsonb_build_object('at', c.decided_at, 'note', '已调离'), c.decided_at)) as e (seq, event, body, at)
  where e.seq <= case c.state when 'new' then 1 when 'enabled' then 2 else 3 end`
