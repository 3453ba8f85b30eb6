/** A chunk of registrations comes as JSON and is spread over its tables, a statement per table. */
const take = `
  create temp table arrived on commit drop as
  select * from jsonb_to_recordset($1) as r (
    n int, id uuid, desk uuid, state text, name text, name_key text, name_skeleton text, account_id uuid, unit_id uuid, licence_id uuid, mandate_id uuid,
    private_id uuid, credit_code text, representative text, district text, at timestamptz, decided_at timestamptz, user_name text, contact_name text,
    account_mail text, account_phone text, mail_blind text, phone_blind text, last4_blind text, contact_mail text, contact_phone text, sealed text, private_digest text)`

/** Every tenth account keeps a hash that costs nothing to compare: what signing in takes beside the hash. */
const accounts = `
  insert into account (id, user_name, display_name, password_hash, mail, mail_blind, phone, phone_blind, phone_last4_blind, created_at)
  select account_id, user_name, contact_name, case when n % 10 = 0 then :light else :full end,
    account_mail, mail_blind, account_phone, phone_blind, last4_blind, at - interval '1 hour' from arrived`

const units = `
  insert into unit (id, status, name, name_key, name_skeleton, credit_code, credit_code_by_hand, legal_nature, legal_type, legal_representative,
    authority_id, registered_district, registered_address, located_district, located_address, approved_at)
  select unit_id, 'active', name, name_key, name_skeleton, credit_code, false, '1', '11', representative, desk, district, '海河东路1号', district, '海河东路1号', decided_at
  from arrived where state = 'approved'`

const registrations = `
  insert into unit_registration (id, account_id, state, version, step, name, name_key, name_skeleton, credit_code, legal_nature, legal_type,
    legal_representative, authority_id, registered_district, registered_address, located_district, located_address, contact_name, contact_mail, contact_phone,
    contact_phone_blind, contact_phone_last4_blind, licence_id, desk_id, marks, decision_note, unit_id, created_at, saved_at, submitted_at, decided_at)
  select id, account_id, state, case state when 'submitted' then 4 else 5 end, 'confirm', name, name_key, name_skeleton, credit_code, '1', '11',
    representative, desk, district, '海河东路1号', district, '海河东路1号', contact_name, contact_mail, contact_phone,
    phone_blind, last4_blind, licence_id, desk, '[]', case when state in ('returned', 'refused') then '请核对法定代表人' end,
    case state when 'approved' then unit_id end, at - interval '1 hour', at, at, decided_at
  from arrived`

const scans = `
  insert into licence_scan (id, registration_id, kind, bytes, sha256, file_key, name, uploaded_at)
  select licence_id, id, 'pdf', 200000, md5(id::text), 'bench/' || id, '营业执照.pdf', at - interval '5 minutes' from arrived`

const mandates = `
  insert into mandate (id, account_id, post, scope_id, during)
  select mandate_id, account_id, 'unit_account', unit_id, tstzrange(decided_at, null) from arrived where state = 'approved'`

/** The same events that the verbs would have written, so that timeline and replay hold. */
const events = `
  insert into journal (room, subject, seq, event, body, private_digest, account_id, actor_name, mandate, address, at)
  select 'units.registration', a.id, e.seq, e.event, e.body, case e.seq when 1 then a.private_digest end,
    case when e.seq < 5 then a.account_id end, case when e.seq < 5 then a.contact_name else '王审核' end,
    case when e.seq = 5 then jsonb_build_object('post', 'authority_officer', 'scopeId', a.desk, 'scopeName', '主管部门') end, '203.0.113.7', e.at
  from arrived a
  cross join lateral (select jsonb_build_object('name', a.name, 'creditCode', a.credit_code, 'creditCodeByHand', false, 'legalNature', '1', 'legalType', '11',
    'legalRepresentative', a.representative, 'authorityId', a.desk, 'registeredDistrict', a.district, 'registeredAddress', '海河东路1号',
    'locatedDistrict', a.district, 'locatedAddress', '海河东路1号') as form) f
  cross join lateral (values
    (1, 'begun', jsonb_build_object('at', a.at - interval '1 hour', 'accountId', a.account_id, 'form', '{"creditCodeByHand": false}'::jsonb, 'keptUntil', a.at + interval '30 days'), a.at - interval '1 hour'),
    (2, 'saved', jsonb_build_object('at', a.at - interval '20 minutes', 'form', f.form, 'keptUntil', a.at + interval '30 days'), a.at - interval '20 minutes'),
    (3, 'licence_uploaded', jsonb_build_object('at', a.at - interval '5 minutes', 'licenceId', a.licence_id, 'keptUntil', a.at + interval '30 days'), a.at - interval '5 minutes'),
    (4, 'submitted', jsonb_build_object('at', a.at, 'deskId', a.desk), a.at),
    (5, a.state, case a.state when 'approved' then jsonb_build_object('at', a.decided_at, 'unitId', a.unit_id)
      else jsonb_build_object('at', a.decided_at, 'marks', '[]'::jsonb, 'note', '请核对法定代表人') end, a.decided_at)) as e (seq, event, body, at)
  where e.seq < 5 or a.state <> 'submitted'`

const privates = `
  insert into journal_private (id, room, subject, seq, sealed) select private_id, 'units.registration', id, 1, sealed from arrived`

export const arrivals = { take, accounts, rest: [units, registrations, scans, mandates, events, privates] }
