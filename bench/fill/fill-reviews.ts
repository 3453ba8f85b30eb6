import type pg from 'pg'
import { digest } from '../../src/platform/secrets.ts'
import type { Keyring } from '../../src/platform/seal/keyring.ts'
import { idAt } from './chance.ts'
import { today } from './people.ts'
import { unitId } from './persons.ts'
import { linesOf, reviewLine, schoolCount, schoolId } from './reviews.ts'

/** Session cookie of the manager of the first school. */
export const managerToken = 'm'.repeat(43)

const chunk = 5_000
const managerId = idAt(today, 23, 1)

/** Schools of the big unit, and the signed-in manager of the first. */
export async function fillSchools(client: pg.Client, keyring: Keyring): Promise<void> {
  await client.query(`
    insert into secondary_unit (id, unit_id, name, created_at)
    select id, $2, '第' || place || '学院（压测）', now() - interval '2 years' from unnest($1::uuid[]) with ordinality as s (id, place)`,
  [Array.from({ length: schoolCount }, (_, i) => schoolId(i)), unitId(0)])
  await client.query(`insert into account (id, user_name, display_name, password_hash) values ($1, 'xueyuan_1', '孙院长', 'none')`, [managerId])
  await client.query(`insert into mandate (id, account_id, post, scope_id) values ($1, $2, 'secondary_unit_manager', $3)`, [idAt(today, 24, 1), managerId, schoolId(0)])
  await client.query(`
    insert into role_grant (id, unit_id, kind, secondary_unit_id, name, phone, phone_blind, document_type, document, document_blind, account_id, activated_at, granted_at)
    values ($1, $2, 'secondary_unit_manager', $3, '孙院长', $4, $5, 'ID', $6, $7, $8, now(), now())`,
  [idAt(today, 25, 1), unitId(0), schoolId(0), keyring.seal('16499999999', 'role_grant.phone'), keyring.blind('16499999999', 'phone'),
    keyring.seal('ID 0', 'role_grant.document'), keyring.blind('ID 0', 'document'), managerId])
  await client.query(`
    insert into session (id, token_digest, account_id, stage, seen_at, expires_at) values ($1, $2, $3, 'full', now(), now() + interval '1 day')`,
  [idAt(today, 26, 1), digest(managerToken), managerId])
}

interface Someone {
  n: number
  person_id: string
  account_id: string
  unit_id: string
  name: string
  document: string
  document_type: string
  document_blind: string
  document_last4_blind: string
}

/** The first so many people of the big unit, or of the others, by their number in the town. */
const people = (client: pg.Client, isBig: boolean, from: number, to: number) => client.query<Someone>(`
  select * from (
    select ('x' || right(id::text, 12))::bit(48)::bigint::int as n, id as person_id, account_id, unit_id, name, document, document_type, document_blind, document_last4_blind
    from person where (unit_id = $1) = $2) as p
  where n between $3 and $4 order by n`, [unitId(0), isBig, from, to])

/** The lines that belong to so many registrations, in place of those of fewer: each with its version and its decision. */
export async function fillReviews(client: pg.Client, keyring: Keyring, registrations: number): Promise<void> {
  await client.query(`set synchronous_commit = off; set gin_pending_list_limit = '64MB'; set work_mem = '64MB'`)
  await client.query('truncate profile_note, profile_presence, profile_decision, profile_review, profile_revision, profile, profile_desk, profile_review_total, profile_unit_total')
  const of = linesOf(registrations)
  for (const isBig of [true, false]) {
    for (let first = 1; first <= of; first += chunk) {
      const { rows: someone } = await people(client, isBig, first, Math.min(of, first + chunk - 1))
      const rows = someone.map(({ document, ...p }) => {
        const number = keyring.open(document, 'person.document')
        return { ...p, ...reviewLine(p.n, of, isBig), revised: keyring.seal(number, 'profile_revision.document'), listed: keyring.seal(number, 'profile_review.document') }
      })
      await client.query('begin')
      await client.query(take, [JSON.stringify(rows)])
      for (const statement of [places, profiles, revisions, approved, decisions, lines]) await client.query(statement)
      await client.query('commit')
    }
  }
  await client.query('vacuum analyze')
}

const take = `
  create temp table handed_in on commit drop as
  select r.*, row_number() over (partition by unit_id order by r.n) - 1 as nth from jsonb_to_recordset($1) as r (
    n int, id uuid, person_id uuid, account_id uuid, unit_id uuid, name text, document_type text, document_blind text, document_last4_blind text, revised text, listed text,
    state text, school uuid, sex text, education text, title text, submitted_at timestamptz, at timestamptz)`

const places = `
  insert into profile_desk as d (desk_id, next_place) select unit_id, count(*) from handed_in group by unit_id
  on conflict (desk_id) do update set next_place = d.next_place + excluded.next_place`

const profiles = `
  insert into profile (person_id, version, sex, nationality, birth_date, created_at, updated_at)
  select person_id, 3, sex, 'CN', '1980-01-01', submitted_at, at from handed_in`

const revisions = `
  insert into profile_revision (person_id, version, unit_id, unit_name, secondary_unit_id, secondary_unit_name, document_type, document, document_blind,
    education, title, submitted_at, submitted_by)
  select h.person_id, 1, h.unit_id, u.name, h.school, s.name, h.document_type, h.revised, h.document_blind, h.education, h.title, h.submitted_at, h.account_id
  from handed_in h join unit u on u.id = h.unit_id left join secondary_unit s on s.id = h.school`

const approved = `
  update profile p set approved_version = 1, approved_at = h.at from handed_in h where h.person_id = p.person_id and h.state = 'approved'`

const decisions = `
  insert into profile_decision (person_id, version, outcome, decided_by, reason_codes, reason, decided_at)
  select person_id, 1, state, $$${managerId}$$, '{}', case state when 'refused' then 'sealed' end, at from handed_in where state <> 'pending'`

const lines = `
  insert into profile_review (id, person_id, unit_id, revision, state, desk_id, secondary_unit_id, secondary_unit_active, place, name, sex, document, document_blind,
    document_last4_blind, education, title, submitted_at, decided_at, updated_at)
  select h.id, h.person_id, h.unit_id, 1, h.state, coalesce(h.school, h.unit_id), h.school, case when h.school is not null then true end,
    d.next_place - (count(*) over (partition by h.unit_id)) + h.nth, h.name, h.sex, h.listed, h.document_blind, h.document_last4_blind, h.education, h.title,
    h.submitted_at, case when h.state <> 'pending' then h.at end, h.at
  from handed_in h join profile_desk d on d.desk_id = h.unit_id`
