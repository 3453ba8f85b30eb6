-- Accounts, sessions and proofs. What signs in is an account; what it may do hangs on its mandates.
create table account (
  id            uuid primary key,
  user_name     text not null,
  user_name_key text generated always as (lower(normalize(user_name, NFKC))) stored,
  display_name  text not null,
  password_hash text not null,
  password_changed_at timestamptz not null default now(),
  mail          text,
  mail_blind    text,
  phone         text,
  phone_blind   text,
  phone_last4_blind text,
  lang          text not null default 'zh' check (lang in ('zh','en')),
  state         text not null default 'active' check (state in ('active','disabled')),
  must_change_password boolean not null default false,
  totp_secret   text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint not null default 0,
  version       integer not null default 1,
  created_at    timestamptz not null default now(),
  last_signed_in_at timestamptz
);
comment on table account is 'Who can sign in';
comment on column account.id is '-';
comment on column account.user_name is 'P1; mask=name; purpose=sign-in';
comment on column account.user_name_key is 'P1; mask=name; purpose=I14, unique after normalisation';
comment on column account.display_name is 'P1; mask=name; purpose=timelines and header';
comment on column account.password_hash is 'S; Argon2id';
comment on column account.password_changed_at is '-';
comment on column account.mail is 'P1 sealed; mask=mail; purpose=notices and recovery; proven by code';
comment on column account.mail_blind is 'P1 blind; purpose=one account per mailbox (S1-N1), search by exact value (D21)';
comment on column account.phone is 'P1 sealed; mask=phone; purpose=notices and recovery; proven by code';
comment on column account.phone_blind is 'P1 blind; purpose=one account per phone (S1-N1), search by exact value (D21)';
comment on column account.phone_last4_blind is 'P1 blind; purpose=search by last four (D21)';
comment on column account.lang is '-; language of its notices';
comment on column account.state is '-; a disabled account has no sessions';
comment on column account.must_change_password is '-; set where somebody else began with the password';
comment on column account.totp_secret is 'S sealed; second factor';
comment on column account.totp_confirmed_at is '-; the second factor counts from here on';
comment on column account.totp_last_step is '-; a one-time code is accepted once (I16)';
comment on column account.version is '-; seq of its last journal event';
comment on column account.created_at is '-';
comment on column account.last_signed_in_at is '-';
create unique index one_account_per_user_name on account (user_name_key);
create unique index one_account_per_mailbox on account (mail_blind);
create unique index one_account_per_phone on account (phone_blind);
create index account_by_phone_last4 on account (phone_last4_blind);

create table security_answer (
  account_id  uuid not null references account (id) on delete cascade,
  place       smallint not null check (place between 1 and 3),
  question    text not null,
  answer_hash text not null,
  primary key (account_id, place),
  constraint three_different_questions unique (account_id, question)
);
comment on table security_answer is 'S1-13, S1-42: three questions, a second step of recovery (D8)';
comment on column security_answer.account_id is '-';
comment on column security_answer.place is '-; 问题一, 问题二, 问题三';
comment on column security_answer.question is '-; code of the question';
comment on column security_answer.answer_hash is 'S; Argon2id of the normalised answer';

create table session (
  id            uuid primary key,
  token_digest  text not null unique,
  account_id    uuid not null references account (id) on delete cascade,
  mandate       jsonb,
  second_factor_at timestamptz,
  stage         text not null check (stage in ('second_factor','second_factor_setup','full')),
  address       text,
  user_agent    text,
  created_at    timestamptz not null default now(),
  seen_at       timestamptz not null default now(),
  expires_at    timestamptz not null
);
comment on table session is 'Signed-in browsers; the token itself stands only in the cookie';
comment on column session.id is '-';
comment on column session.token_digest is 'S; SHA-256 of the token';
comment on column session.account_id is '-';
comment on column session.mandate is '-; post and scope chosen where an account has several';
comment on column session.second_factor_at is '-; when the second factor was shown';
comment on column session.stage is '-; what is still to come before the session is full';
comment on column session.address is 'P1; mask=address; purpose=the owner sees where the account is signed in';
comment on column session.user_agent is 'P1; mask=none shown; purpose=as above';
comment on column session.created_at is '-';
comment on column session.seen_at is '-; idle limit counts from here';
comment on column session.expires_at is '-; absolute limit';
create index session_of_account on session (account_id);
create index session_by_expiry on session (expires_at);

-- I17: attempts are counted when they begin. A slot is taken before hashing and given back after it.
create table lockout (
  subject     text primary key,
  failures    integer not null default 0,
  first_failed_at timestamptz
);
comment on table lockout is 'Failures per subject (account or address), known or unknown alike (D14)';
comment on column lockout.subject is 'P1 blind; purpose=counts guesses at one name or from one address';
comment on column lockout.failures is '-';
comment on column lockout.first_failed_at is '-; the window counts from here';
create table lockout_slot (
  id        uuid primary key,
  subject   text not null references lockout (subject) on delete cascade,
  taken_at  timestamptz not null default clock_timestamp()
);
comment on table lockout_slot is 'Attempts in flight';
comment on column lockout_slot.id is '-';
comment on column lockout_slot.subject is 'P1 blind; purpose=as in lockout';
comment on column lockout_slot.taken_at is '-; a slot whose server died is free again after a minute';
create index lockout_slot_of_subject on lockout_slot (subject);

-- I16: codes are single use, short lived, and counted.
create table proof_code (
  id           uuid primary key,
  purpose      text not null,
  channel      text not null check (channel in ('mail','phone')),
  address      text not null,
  address_blind text not null,
  code_digest  text not null,
  tries_left   smallint not null default 5,
  requester    text not null,
  created_at   timestamptz not null default now(),
  expires_at   timestamptz not null,
  proven_at    timestamptz,
  used_at      timestamptz
);
comment on table proof_code is 'A code sent to a mailbox or phone, and that it came back (S1-17)';
comment on column proof_code.id is '-';
comment on column proof_code.purpose is '-; what it may be used for';
comment on column proof_code.channel is '-';
comment on column proof_code.address is 'P1 sealed; mask=mail; purpose=what was proven';
comment on column proof_code.address_blind is 'P1 blind; purpose=limits per address';
comment on column proof_code.code_digest is 'S; HMAC of the code';
comment on column proof_code.tries_left is '-';
comment on column proof_code.requester is 'P1 blind; purpose=limits per caller';
comment on column proof_code.created_at is '-';
comment on column proof_code.expires_at is '-; ten minutes';
comment on column proof_code.proven_at is '-; the right code came back';
comment on column proof_code.used_at is '-; spent by the deed that needed it';
create index proof_code_by_address on proof_code (address_blind, created_at);
create index proof_code_by_requester on proof_code (requester, created_at);

create table setup_token (
  digest     text primary key,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at    timestamptz
);
comment on table setup_token is 'One-time token that makes the first administrator of an empty platform';
comment on column setup_token.digest is 'S; SHA-256 of the token printed at first start';
comment on column setup_token.created_at is '-';
comment on column setup_token.expires_at is '-';
comment on column setup_token.used_at is '-';
