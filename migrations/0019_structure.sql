-- 二级单位 and 账号授权 (S2-27..44): how a unit governs itself.
create table secondary_unit (
  id          uuid primary key,
  unit_id     uuid not null references unit (id),
  name        text not null check (char_length(name) between 2 and 100),
  name_key    text generated always as (lower(normalize(regexp_replace(name, '\s+', '', 'g'), NFKC))) stored,
  active      boolean not null default true,
  version     integer not null default 1,
  created_at  timestamptz not null default now(),
  archived_at timestamptz,
  constraint an_archived_secondary_unit_has_its_time check (active = (archived_at is null)),
  constraint secondary_unit_of_its_unit unique (id, unit_id),
  -- I7: who refers to a secondary unit refers to an active one.
  constraint secondary_unit_in_force unique (id, unit_id, active)
);
comment on table secondary_unit is 'S2-35: 二级单位（部门） of a unit; archived, never deleted';
comment on column secondary_unit.id is '-';
comment on column secondary_unit.unit_id is '-';
comment on column secondary_unit.name is 'P0';
comment on column secondary_unit.name_key is 'P0; normalised for comparison (E26)';
comment on column secondary_unit.active is '-';
comment on column secondary_unit.version is '-; seq of its last journal event';
comment on column secondary_unit.created_at is '-';
comment on column secondary_unit.archived_at is '-';
-- I22
create unique index one_secondary_unit_per_name on secondary_unit (unit_id, name_key) where active;
create index secondary_unit_of_unit on secondary_unit (unit_id, active, created_at);

create table role_grant (
  id                uuid primary key,
  unit_id           uuid not null references unit (id),
  kind              text not null check (kind in ('authorised_person','secondary_unit_manager')),
  secondary_unit_id uuid,
  name              text not null check (char_length(name) between 1 and 60),
  phone             text not null,
  phone_blind       text not null,
  document_type     text not null,
  document          text not null,
  document_blind    text not null,
  account_id        uuid references account (id),
  activated_at      timestamptz,
  tried_at          timestamptz,
  differs           text[] not null default '{}',
  version           integer not null default 1,
  during            tstzrange not null default tstzrange(now(), null),
  granted_at        timestamptz not null,
  ended_at          timestamptz,
  granted_by        uuid references account (id),
  ended_by          uuid references account (id),
  end_reason        text,
  manages_active    boolean generated always as (case when secondary_unit_id is not null and upper_inf(during) then true end) stored,
  constraint an_ended_grant_has_its_time check ((ended_at is null) = upper_inf(during)),
  constraint an_active_grant_has_its_account check ((account_id is null) = (activated_at is null)),
  constraint a_manager_has_a_secondary_unit check ((kind = 'secondary_unit_manager') = (secondary_unit_id is not null)),
  constraint a_manager_manages_a_secondary_unit_of_the_unit foreign key (secondary_unit_id, unit_id) references secondary_unit (id, unit_id),
  -- The same way as I7: a post in force keeps its secondary unit from being archived.
  constraint a_manager_in_force_manages_an_active_secondary_unit foreign key (secondary_unit_id, unit_id, manages_active)
    references secondary_unit (id, unit_id, active),
  -- I1, with its history.
  constraint one_authorised_person_at_a_time exclude using gist (unit_id with =, during with &&) where (kind = 'authorised_person'),
  -- I3, with its history.
  constraint one_manager_at_a_time exclude using gist (secondary_unit_id with =, during with &&) where (kind = 'secondary_unit_manager'),
  -- I2, S2-32: by document, so that it holds for grants that still wait for their person ...
  constraint nobody_is_both_authorised_and_manager exclude using gist
    (unit_id with =, document_blind with =, kind with <>, during with &&),
  -- ... and by account, for one human with two documents (E16).
  constraint no_account_is_both_authorised_and_manager exclude using gist
    (unit_id with =, account_id with =, kind with <>, during with &&) where (account_id is not null)
);
comment on table role_grant is '1.4.3, S2-27..41: 法人单位授权人 and 二级单位管理人员, waiting for their sign-in or in force, from when to when';
comment on column role_grant.id is '-';
comment on column role_grant.unit_id is '-';
comment on column role_grant.kind is '-; authorised_person, secondary_unit_manager';
comment on column role_grant.secondary_unit_id is '-';
comment on column role_grant.name is 'P1; mask=name; purpose=who is meant (S2-28, S2-36)';
comment on column role_grant.phone is 'P1 sealed; mask=phone; purpose=must agree at the first sign-in (E17)';
comment on column role_grant.phone_blind is 'P1 blind; purpose=comparison with the account that signs in';
comment on column role_grant.document_type is '-; kind of identity document';
comment on column role_grant.document is 'P2 sealed; mask=document; purpose=who is meant (S2-28, S2-36); kind and number in one text, as in person';
comment on column role_grant.document_blind is 'P2 blind; purpose=exclusion S2-32 and comparison; over kind and number, as in person';
comment on column role_grant.account_id is '-; the account it came in force for; none while it waits (待激活)';
comment on column role_grant.activated_at is '-';
comment on column role_grant.tried_at is '-; when somebody last signed in for whom some of the three agreed';
comment on column role_grant.differs is '-; what did not agree then (E17)';
comment on column role_grant.version is '-; seq of its last journal event';
comment on column role_grant.during is '-; open end while it is granted';
comment on column role_grant.granted_at is '-; as its journal has it; the range may begin later, where clocks differ';
comment on column role_grant.ended_at is '-; as its journal has it';
comment on column role_grant.granted_by is '-';
comment on column role_grant.ended_by is '-';
comment on column role_grant.end_reason is 'P1 sealed; mask=none shown; purpose=why the post ended: the unit and the person read it';
comment on column role_grant.manages_active is '-; true while the post is given; carried for the reference';
create unique index one_authorised_person_per_unit on role_grant (unit_id) where kind = 'authorised_person' and upper_inf(during);
create unique index one_manager_per_secondary_unit on role_grant (secondary_unit_id) where kind = 'secondary_unit_manager' and upper_inf(during);
create index role_grant_waiting_for_document on role_grant (document_blind) where upper_inf(during);
create index role_grant_waiting_for_phone on role_grant (phone_blind) where upper_inf(during) and account_id is null;
-- Also those that ended: whoever held one reads why (E29).
create index role_grant_of_account on role_grant (account_id) where account_id is not null;
create index role_grant_of_unit on role_grant (unit_id, kind) where upper_inf(during);

create table structure_change (
  id        uuid primary key,
  unit_id   uuid not null references unit (id),
  kind      text not null check (kind in ('add','change','remove','move','authorise','replace','revoke')),
  about     uuid,
  moves     jsonb not null,
  made_by   uuid references account (id),
  made_at   timestamptz not null,
  undone_at timestamptz
);
comment on table structure_change is 'N9: what a change of the structure moved, for 24 hours a way back';
comment on column structure_change.id is '-';
comment on column structure_change.unit_id is '-';
comment on column structure_change.kind is '-';
comment on column structure_change.about is '-; secondary unit or grant';
comment on column structure_change.moves is '-; ids of what moved, from where, to where';
comment on column structure_change.made_by is '-';
comment on column structure_change.made_at is '-';
comment on column structure_change.undone_at is '-';
create index structure_change_of_unit on structure_change (unit_id, made_at desc);
