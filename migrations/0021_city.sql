-- Sign-in through the city's identity provider (S2-01..06).
create table identity (
  id           uuid primary key,
  issuer       text not null,
  subject      text not null,
  door         text not null check (door in ('legal','person')),
  account_id   uuid not null references account (id),
  name         text not null,
  said         text not null,
  linked_at    timestamptz not null,
  last_seen_at timestamptz not null,
  version      integer not null default 1,
  constraint one_account_per_identity unique (issuer, subject),
  constraint one_identity_per_account_and_issuer unique (account_id, issuer)
);
comment on table identity is 'S2-01: who somebody is at the city''s identity provider; key = issuer + subject';
comment on column identity.id is '-';
comment on column identity.issuer is '-';
comment on column identity.subject is 'P1; mask=none shown; purpose=recognised at the next sign-in';
comment on column identity.door is '-; 法人用户 or 个人用户 (S2-02)';
comment on column identity.account_id is '-';
comment on column identity.name is 'P1; mask=name; purpose=whose identity is linked, on the page of the account';
comment on column identity.said is 'P2 sealed; mask=none shown; purpose=what the provider said last: what it says otherwise now is a change';
comment on column identity.linked_at is '-';
comment on column identity.last_seen_at is '-';
comment on column identity.version is '-; seq of its last journal event';

create table city_visit (
  state_digest text primary key,
  door         text not null check (door in ('legal','person')),
  nonce        text not null,
  verifier     text not null,
  browser_digest text not null,
  back         text,
  link_account uuid references account (id),
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  refused_at   timestamptz
);
comment on table city_visit is 'A way to the identity provider and back; used once (I16)';
comment on column city_visit.state_digest is 'S; SHA-256 of state';
comment on column city_visit.door is '-';
comment on column city_visit.nonce is 'S sealed; must come back in the token';
comment on column city_visit.verifier is 'S sealed; PKCE';
comment on column city_visit.browser_digest is 'S; SHA-256 of the cookie of the browser that left: only it may come back';
comment on column city_visit.back is '-; page of ours to go on to';
comment on column city_visit.link_account is '-; who is signed in and links this identity to his account';
comment on column city_visit.created_at is '-';
comment on column city_visit.expires_at is '-; ten minutes';
comment on column city_visit.used_at is '-';
comment on column city_visit.refused_at is '-; its refusal stands in the journal, once';
create index city_visit_expiring on city_visit (expires_at);

create table identity_link (
  token_digest text primary key,
  issuer       text not null,
  subject      text not null,
  door         text not null check (door in ('legal','person')),
  account_id   uuid not null references account (id),
  by           text not null check (by in ('unit','document','phone')),
  claims       text not null,
  back         text,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz
);
comment on table identity_link is 'A proven identity that waits for the proof of the local account that it belongs to';
comment on column identity_link.token_digest is 'S; SHA-256 of the token in the browser';
comment on column identity_link.issuer is '-';
comment on column identity_link.subject is 'P1; mask=none shown; purpose=the identity to link';
comment on column identity_link.door is '-';
comment on column identity_link.account_id is '-; the local account that it may belong to';
comment on column identity_link.by is '-; what the identity and the account have in common';
comment on column identity_link.claims is 'P2 sealed; mask=none shown; purpose=what the provider said, until linked';
comment on column identity_link.back is '-';
comment on column identity_link.created_at is '-';
comment on column identity_link.expires_at is '-; ten minutes';
comment on column identity_link.used_at is '-';
create index identity_link_expiring on identity_link (expires_at);
