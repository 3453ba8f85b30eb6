import type pg from 'pg'
import type { Keyring } from '../../src/platform/seal/keyring.ts'
import { leaderId } from './fill-drafts.ts'
import { schoolId } from './reviews.ts'

/** The drafts with everything filled in become applications, and their leader somebody who may submit them: known, approved, of the first school. */
export async function fillSubmittable(client: pg.Client, keyring: Keyring): Promise<void> {
  await client.query(profile, [leaderId])
  await client.query(revision, [leaderId, keyring.seal('ID 0', 'profile_revision.document'), keyring.blind('ID 0', 'document')])
  await client.query(approved, [leaderId])
  await client.query(applications, [leaderId, schoolId(0)])
  await client.query('vacuum analyze application')
}

const profile = `
  insert into profile (person_id, sex, nationality, birth_date) select id, '1', 'CN', '1980-01-01' from person where account_id = $1 on conflict do nothing`

const revision = `
  insert into profile_revision (person_id, version, unit_id, unit_name, document_type, document, document_blind, education, title, submitted_at, submitted_by)
  select p.id, 1, p.unit_id, u.name, 'ID', $2, $3, '11', '1', now(), p.account_id from person p join unit u on u.id = p.unit_id where p.account_id = $1 on conflict do nothing`

const approved = `
  update profile f set approved_version = 1, approved_at = now() from person p where p.account_id = $1 and f.person_id = p.id and f.approved_version is null`

const applications = `
  insert into application (id, call_id, title, category, leader_id, account_id, leader_name, unit_id, unit_name, secondary_unit_id, secondary_unit_name, state, place, begun_at, changed_at)
  select d.id, d.call_id, '', '重点研发', p.id, p.account_id, p.name, p.unit_id, u.name, s.id, s.name, 'draft', nextval('application_place'), d.begun_at, d.begun_at
  from draft d join person p on p.id = d.leader_id join unit u on u.id = p.unit_id, secondary_unit s
  where d.account_id = $1 and s.id = $2 order by d.id on conflict do nothing`
