-- 单位信息 (S2-12..26): what a unit tells of itself beside its registration, and its bank account.
create table unit_profile (
  unit_id            uuid primary key references unit (id),
  version            integer not null default 1,
  registry_at        timestamptz,
  from_registry      text[] not null default '{}',
  registered_on      date,
  registered_capital numeric(14,6),
  paid_in_capital    numeric(14,6),
  registration_type  text,
  legal_document_type text,
  legal_document     text,
  unit_nature        text,
  functional_zone    text,
  industry           text,
  postal_address     text,
  post_code          text check (post_code ~ '^[0-9]{6}$'),
  contact_name       text,
  contact_phone      text,
  contact_office_phone text,
  contact_mail       text,
  keywords           text[] not null default '{}',
  updated_at         timestamptz not null default now(),
  constraint a_unit_has_three_to_five_keywords check (cardinality(keywords) = 0 or cardinality(keywords) between 3 and 5),
  constraint capital_is_not_negative check (registered_capital >= 0 and paid_in_capital >= 0),
  constraint a_legal_document_is_whole check ((legal_document_type is null) = (legal_document is null))
);
comment on table unit_profile is 'S2-12..20: 单位信息 beside what the registration of the unit holds';
comment on column unit_profile.unit_id is '-';
comment on column unit_profile.version is '-; seq of its last journal event';
comment on column unit_profile.registry_at is '-; when the registry (the city''s identity provider) last filled its fields';
comment on column unit_profile.from_registry is '-; 灰色字段 (S2-24): fields that came from the registry and cannot be edited';
comment on column unit_profile.registered_on is 'P0; 注册时间';
comment on column unit_profile.registered_capital is 'P0; 注册资本, 万元';
comment on column unit_profile.paid_in_capital is 'P0; 实收资本, 万元';
comment on column unit_profile.registration_type is 'P0; 登记注册类型';
comment on column unit_profile.legal_document_type is '-; kind of document of the legal representative';
comment on column unit_profile.legal_document is 'P2 sealed; mask=document; purpose=法定代表人证件号码 (S2-17)';
comment on column unit_profile.unit_nature is 'P0; 单位性质';
comment on column unit_profile.functional_zone is 'P0; 单位所在新区';
comment on column unit_profile.industry is 'P0; 行业门类, GB/T 4754';
comment on column unit_profile.postal_address is 'P0; 通信地址';
comment on column unit_profile.post_code is 'P0; 邮政编码';
comment on column unit_profile.contact_name is 'P1; mask=name; purpose=单位联系人姓名 (S2-18)';
comment on column unit_profile.contact_phone is 'P1 sealed; mask=phone; purpose=单位联系人手机 (S2-19)';
comment on column unit_profile.contact_office_phone is 'P1 sealed; mask=phone; purpose=单位联系人办公电话 (S2-19)';
comment on column unit_profile.contact_mail is 'P1 sealed; mask=mail; purpose=E-mail of the contact (S2-19)';
comment on column unit_profile.keywords is 'P0; 研究领域关键词, 3 to 5 (S2-20)';
comment on column unit_profile.updated_at is '-';

create table unit_bank_account (
  id           uuid primary key,
  unit_id      uuid not null references unit (id),
  state        text not null check (state in ('pending','live','refused','withdrawn','replaced')),
  account_name text not null check (char_length(account_name) between 2 and 100),
  account_name_reason text not null default '' check (char_length(account_name_reason) <= 200),
  bank_name    text not null check (char_length(bank_name) between 4 and 60),
  number       text not null,
  bank_code    text not null check (bank_code ~ '^[0-9]{12}$'),
  version      integer not null default 1,
  proposed_by  uuid not null references account (id),
  proposed_at  timestamptz not null,
  confirmed_by uuid references account (id),
  confirmed_at timestamptz,
  confirmed_how text check (confirmed_how in ('first','second_person','step_up')),
  ended_at     timestamptz,
  note         text not null default '' check (char_length(note) <= 500),
  constraint a_live_bank_account_was_confirmed check (state not in ('live','replaced') or confirmed_how is not null),
  constraint a_second_person_confirms_bank_data check (confirmed_how is distinct from 'second_person' or confirmed_by <> proposed_by)
);
comment on table unit_bank_account is 'S2-21, S2-22, D20: 银行账号 of a unit; a change waits for a second person';
comment on column unit_bank_account.id is '-';
comment on column unit_bank_account.unit_id is '-';
comment on column unit_bank_account.state is '-; pending waits for the second person, live is in force';
comment on column unit_bank_account.account_name is 'P0; 户名';
comment on column unit_bank_account.account_name_reason is 'P0; why it differs from the unit''s name';
comment on column unit_bank_account.bank_name is 'P0; 开户银行';
comment on column unit_bank_account.number is 'P2 sealed; mask=bank account; purpose=银行账号 (S2-21)';
comment on column unit_bank_account.bank_code is 'P0; 银行行号 (S2-22)';
comment on column unit_bank_account.version is '-; seq of its last journal event';
comment on column unit_bank_account.proposed_by is '-';
comment on column unit_bank_account.proposed_at is '-';
comment on column unit_bank_account.confirmed_by is '-';
comment on column unit_bank_account.confirmed_at is '-';
comment on column unit_bank_account.confirmed_how is '-; first entry, second person, or step-up of a unit that has only its account (D20)';
comment on column unit_bank_account.ended_at is '-';
comment on column unit_bank_account.note is '-; why it was refused or withdrawn';
-- I13
create unique index one_live_bank_account_per_unit on unit_bank_account (unit_id) where state = 'live';
create unique index one_pending_bank_account_per_unit on unit_bank_account (unit_id) where state = 'pending';
create index unit_bank_account_of_unit on unit_bank_account (unit_id, proposed_at desc);
