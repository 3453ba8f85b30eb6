-- D8: nobody hands over a password. Whoever gets an account from somebody else, or forgot the own password, sets one by a link.
create table password_link (
  digest     text primary key,
  account_id uuid not null references account (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at    timestamptz
);
comment on table password_link is 'D8, I16: one-time links that set a password; thirty minutes';
comment on column password_link.digest is 'S; SHA-256 of the token';
comment on column password_link.account_id is '-';
comment on column password_link.created_at is '-';
comment on column password_link.expires_at is '-';
comment on column password_link.used_at is '-; a link is good once';
create index password_link_of_account on password_link (account_id);
create index password_link_by_age on password_link (expires_at);
