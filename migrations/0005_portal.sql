-- What strangers see: announcements, the agreement they accept, and code lists with their dates.
create table announcement (
  id           uuid primary key,
  title        text not null check (char_length(title) between 2 and 120),
  title_en     text not null default '' check (char_length(title_en) <= 240),
  body         text not null check (char_length(body) between 1 and 20000),
  body_en      text not null default '' check (char_length(body_en) <= 40000),
  state        text not null default 'draft' check (state in ('draft','published','withdrawn')),
  pinned       boolean not null default false,
  published_at timestamptz,
  version      integer not null default 1,
  created_at   timestamptz not null default now(),
  constraint a_published_announcement_has_its_time check ((state = 'draft') = (published_at is null))
);
comment on table announcement is '公告 on the portal';
comment on column announcement.id is '-';
comment on column announcement.title is 'P0';
comment on column announcement.title_en is 'P0; empty: the Chinese one is shown';
comment on column announcement.body is 'P0; plain text, paragraphs by empty lines';
comment on column announcement.body_en is 'P0';
comment on column announcement.state is '-';
comment on column announcement.pinned is '-; stands first';
comment on column announcement.published_at is '-';
comment on column announcement.version is '-; seq of its last journal event';
comment on column announcement.created_at is '-';
create index announcement_public on announcement (pinned desc, published_at desc, id desc) where state = 'published';

create table agreement (
  id           uuid primary key,
  number       integer not null unique check (number > 0),
  title        text not null check (char_length(title) between 2 and 120),
  title_en     text not null check (char_length(title_en) between 2 and 240),
  body         text not null check (char_length(body) between 1 and 60000),
  body_en      text not null check (char_length(body_en) between 1 and 120000),
  change_note  text not null default '' check (char_length(change_note) <= 500),
  state        text not null default 'draft' check (state in ('draft','in_force','replaced')),
  in_force_at  timestamptz,
  version      integer not null default 1,
  created_at   timestamptz not null default now()
);
comment on table agreement is 'S1-16: versions of the user agreement; one is in force';
comment on column agreement.id is '-';
comment on column agreement.number is 'P0; version number that people accept';
comment on column agreement.title is 'P0';
comment on column agreement.title_en is 'P0';
comment on column agreement.body is 'P0; plain text, paragraphs by empty lines';
comment on column agreement.body_en is 'P0';
comment on column agreement.change_note is 'P0; what changed since the version before';
comment on column agreement.state is '-';
comment on column agreement.in_force_at is '-';
comment on column agreement.version is '-; seq of its last journal event';
comment on column agreement.created_at is '-';
create unique index one_agreement_in_force on agreement (state) where state = 'in_force';

create table agreement_acceptance (
  id           uuid primary key,
  agreement_id uuid not null references agreement (id),
  account_id   uuid references account (id),
  accepted_at  timestamptz not null default now(),
  address      text not null,
  lang         text not null
);
comment on table agreement_acceptance is 'S1-16, PI-2: which version was accepted, when and from where';
comment on column agreement_acceptance.id is '-; travels in the address of the wizard until the account exists, and serves one account within a day';
comment on column agreement_acceptance.agreement_id is '-';
comment on column agreement_acceptance.account_id is '-; null until the account exists';
comment on column agreement_acceptance.accepted_at is '-';
comment on column agreement_acceptance.address is 'P1; mask=address; purpose=proof of acceptance';
comment on column agreement_acceptance.lang is '-; language it was read in';
create index agreement_acceptance_of_account on agreement_acceptance (account_id);

create table code_entry (
  list       text not null,
  code       text not null check (char_length(code) between 1 and 40),
  name       text not null check (char_length(name) between 1 and 120),
  name_en    text not null default '' check (char_length(name_en) <= 200),
  parent     text,
  valid_from date,
  valid_to   date,
  successor  text,
  sort       integer not null default 0,
  version    integer not null default 1,
  primary key (list, code),
  constraint an_entry_ends_after_it_begins check (valid_to is null or valid_from is null or valid_from <= valid_to)
);
comment on table code_entry is 'E06: entries that the operator added to or changed in the shipped code lists, with validity dates';
comment on column code_entry.list is '-; id of the list';
comment on column code_entry.code is 'P0';
comment on column code_entry.name is 'P0';
comment on column code_entry.name_en is 'P0';
comment on column code_entry.parent is 'P0';
comment on column code_entry.valid_from is 'P0; first day it may be chosen';
comment on column code_entry.valid_to is 'P0; last day it may be chosen';
comment on column code_entry.successor is 'P0; code that follows it';
comment on column code_entry.sort is '-';
comment on column code_entry.version is '-; seq of its last journal event';
