-- Units: their registration (state machine 1.4.1) and the unit itself once it is approved.

-- GB 32100-2015: MOD 31 over 17 weighted characters. The program explains, this decides.
create function credit_code_checks(code text) returns boolean
  language plpgsql immutable strict parallel safe as $$
declare
  alphabet constant text := '0123456789ABCDEFGHJKLMNPQRTUWXY';
  weights constant integer[] := array[1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28];
  total integer := 0;
begin
  if code !~ '^[0-9A-HJ-NPQRTUWXY]{18}$' then return false; end if;
  for i in 1..17 loop
    total := total + (position(substr(code, i, 1) in alphabet) - 1) * weights[i];
  end loop;
  return substr(alphabet, (31 - total % 31) % 31 + 1, 1) = substr(code, 18, 1);
end $$;

create table unit_registration (
  id            uuid primary key,
  account_id    uuid not null references account (id),
  state         text not null check (state in ('draft','submitted','returned','approved','refused','expired')),
  version       integer not null default 1 check (version > 0),
  step          text not null default 'unit' check (step in ('unit','licence','confirm')),
  name          text,
  name_key      text,
  name_skeleton text,
  credit_code   text,
  credit_code_by_hand boolean not null default false,
  legal_nature  text,
  legal_type    text,
  legal_representative text,
  authority_id  uuid references authority (id),
  registered_district text,
  registered_address text,
  located_district text,
  located_address text,
  contact_name  text not null,
  contact_mail  text not null,
  contact_phone text not null,
  contact_phone_blind text not null,
  contact_phone_last4_blind text not null,
  licence_id    uuid,
  desk_id       uuid references authority (id),
  marks         jsonb not null default '[]',
  decision_note text,
  unit_id       uuid,
  created_at    timestamptz not null default now(),
  saved_at      timestamptz not null default now(),
  expires_at    timestamptz,
  warned_at     timestamptz,
  submitted_at  timestamptz,
  decided_at    timestamptz,
  constraint a_submitted_registration_has_a_desk check (state in ('draft','expired') or desk_id is not null),
  constraint a_submitted_registration_is_complete check (state in ('draft','returned','expired') or
    (name is not null and credit_code is not null and legal_nature is not null and legal_type is not null
     and legal_representative is not null and authority_id is not null and registered_district is not null
     and registered_address is not null and located_district is not null and located_address is not null
     and licence_id is not null)),
  constraint a_credit_code_passes_its_check_digit
    check (credit_code is null or credit_code_by_hand or credit_code_checks(credit_code)),
  constraint only_a_draft_expires check ((expires_at is not null) = (state = 'draft')),
  constraint an_approved_registration_has_its_unit check ((state = 'approved') = (unit_id is not null))
);
comment on table unit_registration is 'S1-33..43: a unit on its way in; a submitted one is judged by its version';
comment on column unit_registration.id is '-';
comment on column unit_registration.account_id is '-; who registers the unit';
comment on column unit_registration.state is '-; 注册中 待审核 退回修改 已生效 不通过 已过期';
comment on column unit_registration.version is '-; seq of its last journal event';
comment on column unit_registration.step is '-; where the wizard resumes (S1-19)';
comment on column unit_registration.name is 'P0';
comment on column unit_registration.name_key is 'P0; normalised for comparison';
comment on column unit_registration.name_skeleton is 'P0; look-alike names share it';
comment on column unit_registration.credit_code is 'P0; canonical form (S1-18)';
comment on column unit_registration.credit_code_by_hand is '-; the check digit fails, the licence is to be verified by hand';
comment on column unit_registration.legal_nature is 'P0; 法人性质';
comment on column unit_registration.legal_type is 'P0; 法人类型';
comment on column unit_registration.legal_representative is 'P0; mask=name; purpose=must agree with the licence';
comment on column unit_registration.authority_id is '-; 局级（区县）主管部门';
comment on column unit_registration.registered_district is 'P0; GB/T 2260';
comment on column unit_registration.registered_address is 'P0';
comment on column unit_registration.located_district is 'P0; GB/T 2260';
comment on column unit_registration.located_address is 'P0';
comment on column unit_registration.contact_name is 'P1; mask=name; purpose=notices and questions of the desk';
comment on column unit_registration.contact_mail is 'P1 sealed; mask=mail; purpose=notices';
comment on column unit_registration.contact_phone is 'P1 sealed; mask=phone; purpose=notices';
comment on column unit_registration.contact_phone_blind is 'P1 blind; purpose=search by exact value (D21)';
comment on column unit_registration.contact_phone_last4_blind is 'P1 blind; purpose=search by last four (D21)';
comment on column unit_registration.licence_id is '-; scan in force';
comment on column unit_registration.desk_id is '-; authority that must decide; computed at submission, moved by transfer';
comment on column unit_registration.marks is '-; fields that the desk wants corrected, each with its reason';
comment on column unit_registration.decision_note is '-; reason of a refusal or general remark of a return';
comment on column unit_registration.unit_id is '-; the unit that came of it';
comment on column unit_registration.created_at is '-';
comment on column unit_registration.saved_at is '-';
comment on column unit_registration.expires_at is '-; drafts only: thirty days after the last save (E07)';
comment on column unit_registration.warned_at is '-; that this draft will soon expire was told; empty again after a save';
comment on column unit_registration.submitted_at is '-';
comment on column unit_registration.decided_at is '-';
create unique index one_open_registration_per_account on unit_registration (account_id)
  where state in ('draft','submitted','returned');
-- The desk's list, of one state or of all, is walked in its order; the last decisions tell how long the desk usually takes.
create index unit_registration_of_desk on unit_registration (desk_id, state, submitted_at, id);
create index unit_registration_at_desk on unit_registration (desk_id, submitted_at, id)
  where state in ('submitted','returned','approved','refused');
create index unit_registration_decided on unit_registration (desk_id, decided_at)
  where state in ('approved','returned','refused');
create index unit_registration_by_code on unit_registration (credit_code);
create index unit_registration_by_skeleton on unit_registration (name_skeleton);
create index unit_registration_by_phone on unit_registration (contact_phone_blind);
create index unit_registration_by_phone_last4 on unit_registration (contact_phone_last4_blind);
create index unit_registration_by_name on unit_registration using gin (bigrams(name));
create index unit_registration_expiring on unit_registration (expires_at) where state = 'draft';

create table licence_scan (
  id              uuid primary key,
  registration_id uuid not null references unit_registration (id),
  kind            text not null check (kind in ('pdf','jpg','png')),
  bytes           integer not null check (bytes between 1 and 10485760),
  sha256          text not null,
  file_key        text not null,
  preview_key     text,
  name            text not null,
  uploaded_at     timestamptz not null default now(),
  constraint a_scan_belongs_to_its_registration unique (id, registration_id)
);
comment on table licence_scan is 'Scans of licences; an image also as a re-encoded preview (D24)';
comment on column licence_scan.id is '-';
comment on column licence_scan.registration_id is '-';
comment on column licence_scan.kind is '-; by magic bytes';
comment on column licence_scan.bytes is '-; at most 10 MB';
comment on column licence_scan.sha256 is '-';
comment on column licence_scan.file_key is '-; name in the file store, generated';
comment on column licence_scan.preview_key is '-; re-encoded image';
comment on column licence_scan.name is 'P0; name the sender gave the file';
comment on column licence_scan.uploaded_at is '-';
create index licence_scan_of_registration on licence_scan (registration_id);
alter table unit_registration add constraint the_licence_is_its_own
  foreign key (licence_id, id) references licence_scan (id, registration_id) deferrable initially deferred;

create table unit (
  id             uuid primary key,
  status         text not null check (status in ('active','suspended')),
  version        integer not null default 1,
  name           text not null,
  name_key       text not null,
  name_skeleton  text not null,
  credit_code    text not null,
  credit_code_by_hand boolean not null,
  legal_nature   text not null,
  legal_type     text not null,
  legal_representative text not null,
  authority_id   uuid not null references authority (id),
  registered_district text not null,
  registered_address text not null,
  located_district text not null,
  located_address text not null,
  approved_at    timestamptz not null default now(),
  constraint a_unit_code_passes_its_check_digit check (credit_code_by_hand or credit_code_checks(credit_code))
);
comment on table unit is 'A unit that was approved';
comment on column unit.id is '-';
comment on column unit.status is '-; 已生效, 已停用';
comment on column unit.version is '-; seq of its last journal event';
comment on column unit.name is 'P0';
comment on column unit.name_key is 'P0; normalised for comparison';
comment on column unit.name_skeleton is 'P0; look-alike names share it';
comment on column unit.credit_code is 'P0';
comment on column unit.credit_code_by_hand is '-; verified by hand against the licence';
comment on column unit.legal_nature is 'P0';
comment on column unit.legal_type is 'P0';
comment on column unit.legal_representative is 'P0; mask=name; purpose=public registry';
comment on column unit.authority_id is '-; authority it belongs to';
comment on column unit.registered_district is 'P0';
comment on column unit.registered_address is 'P0';
comment on column unit.located_district is 'P0';
comment on column unit.located_address is 'P0';
comment on column unit.approved_at is '-';
-- I4: pending registrations may share a code (nobody can squat it), only one unit can be active with it.
create unique index one_active_unit_per_credit_code on unit (credit_code) where status = 'active';
create index unit_by_skeleton on unit (name_skeleton);
create index unit_by_name_key on unit (name_key);
create index unit_of_authority on unit (authority_id, approved_at, id);
create index unit_by_name on unit using gin (bigrams(name));
alter table unit_registration add constraint the_unit_that_came_of_it foreign key (unit_id) references unit (id);

-- D22: exact totals without counting: kept per desk and state, in the transaction of the deed itself.
create table unit_registration_total (
  desk_id uuid not null,
  state   text not null,
  n       bigint not null,
  primary key (desk_id, state)
);
comment on table unit_registration_total is 'D22: how many registrations a desk has in each state';
comment on column unit_registration_total.desk_id is '-';
comment on column unit_registration_total.state is '-';
comment on column unit_registration_total.n is '-';

create function keep_unit_registration_total() returns trigger language plpgsql as $$
begin
  -- Ordered, so that two deeds that touch the same totals never wait for each other crosswise.
  insert into unit_registration_total as t (desk_id, state, n)
  select desk_id, state, sum(change) from (
    select desk_id, state, 1 as change from came where desk_id is not null
    union all
    select desk_id, state, -1 from went where desk_id is not null
  ) as c
  group by desk_id, state having sum(change) <> 0
  order by desk_id, state
  on conflict (desk_id, state) do update set n = t.n + excluded.n;
  return null;
end $$;
create function count_new_unit_registrations() returns trigger language plpgsql as $$
begin
  insert into unit_registration_total as t (desk_id, state, n)
  select desk_id, state, count(*) from came where desk_id is not null
  group by desk_id, state order by desk_id, state
  on conflict (desk_id, state) do update set n = t.n + excluded.n;
  return null;
end $$;
create trigger count_new_unit_registrations after insert on unit_registration
  referencing new table as came for each statement execute function count_new_unit_registrations();
create trigger keep_unit_registration_total after update on unit_registration
  referencing old table as went new table as came
  for each statement execute function keep_unit_registration_total();
