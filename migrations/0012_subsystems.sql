-- Subsystems: other programs that sign in through the platform by OpenID Connect, and who may enter which (S1-05, S1-50).
create table subsystem (
  id             uuid primary key,
  code           text not null check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  name           text not null check (char_length(name) between 2 and 40),
  name_en        text not null default '' check (char_length(name_en) <= 100),
  about          text not null default '' check (char_length(about) <= 200),
  about_en       text not null default '' check (char_length(about_en) <= 400),
  entry_url      text not null,
  redirect_uris  text[] not null,
  logout_uris    text[] not null default '{}',
  backchannel_logout_uri text,
  secret_digest  text not null,
  secret_made_at timestamptz not null default now(),
  open_to        text not null default 'granted' check (open_to in ('granted','everybody')),
  is_open        boolean not null default true,
  sort           integer not null default 0,
  version        integer not null default 1,
  created_at     timestamptz not null default now(),
  constraint a_subsystem_has_somewhere_to_return_to check (cardinality(redirect_uris) between 1 and 20)
);
comment on table subsystem is 'S1-50: the subsystems that a unit may open to its people; each an OpenID Connect client';
comment on column subsystem.id is '-';
comment on column subsystem.code is '-; client_id';
comment on column subsystem.name is 'P0';
comment on column subsystem.name_en is 'P0';
comment on column subsystem.about is 'P0; what it is for, one sentence';
comment on column subsystem.about_en is 'P0';
comment on column subsystem.entry_url is '-; where 进入 leads';
comment on column subsystem.redirect_uris is '-; where the code may be sent; compared whole (RFC 9700)';
comment on column subsystem.logout_uris is '-; where one may be sent after signing out';
comment on column subsystem.backchannel_logout_uri is '-; told at once when somebody may no longer be in (OpenID Connect Back-Channel Logout)';
comment on column subsystem.secret_digest is 'S; SHA-256 of the client secret, a random number of 256 bits';
comment on column subsystem.secret_made_at is '-';
comment on column subsystem.open_to is '-; granted: who was given it by the unit; everybody: every enabled person (D25)';
comment on column subsystem.is_open is '-; a closed one lets nobody in';
comment on column subsystem.sort is '-; order in the lists';
comment on column subsystem.version is '-; seq of its last journal event';
comment on column subsystem.created_at is '-';
create unique index one_subsystem_per_code on subsystem (code);
create unique index one_subsystem_per_name on subsystem (lower(normalize(name, NFKC)));

create table subsystem_grant (
  id           uuid primary key,
  person_id    uuid not null references person (id),
  subsystem_id uuid not null references subsystem (id),
  unit_id      uuid not null references unit (id),
  during       tstzrange not null,
  granted_by   uuid references account (id),
  ended_by     uuid references account (id),
  constraint one_grant_of_a_subsystem_at_a_time exclude using gist (person_id with =, subsystem_id with =, during with &&)
);
comment on table subsystem_grant is '1.3.3, 1.4.2: who may enter which subsystem, given by which unit, from when to when';
comment on column subsystem_grant.id is '-';
comment on column subsystem_grant.person_id is '-';
comment on column subsystem_grant.subsystem_id is '-';
comment on column subsystem_grant.unit_id is '-; the unit that gave it; ends when the person leaves it';
comment on column subsystem_grant.during is '-; open end while it holds';
comment on column subsystem_grant.granted_by is '-';
comment on column subsystem_grant.ended_by is '-; null where it ended of itself, with the person''s leaving';
create unique index one_present_grant_of_a_subsystem on subsystem_grant (person_id, subsystem_id) where upper_inf(during);

-- Helpers at hand: whoever is refused can ask the one who may change it, and sees what became of it.
create table subsystem_request (
  id           uuid primary key,
  person_id    uuid not null references person (id),
  subsystem_id uuid not null references subsystem (id),
  unit_id      uuid not null references unit (id),
  note         text not null default '' check (char_length(note) <= 200),
  state        text not null default 'open' check (state in ('open','granted','declined','withdrawn','gone')),
  answer       text not null default '' check (char_length(answer) <= 500),
  version      integer not null default 1,
  asked_at     timestamptz not null,
  told_by_mail boolean not null default false,
  answered_at  timestamptz,
  constraint an_answered_request_has_its_time check ((state = 'open') = (answered_at is null))
);
comment on table subsystem_request is 'A person asks the unit to open a subsystem';
comment on column subsystem_request.id is '-';
comment on column subsystem_request.person_id is '-';
comment on column subsystem_request.subsystem_id is '-';
comment on column subsystem_request.unit_id is '-; whose task it is to answer';
comment on column subsystem_request.note is 'P1; mask=none shown; purpose=what the person says to the unit';
comment on column subsystem_request.state is '-; open, granted, declined, withdrawn by the person, or gone with the person who left the unit';
comment on column subsystem_request.answer is '-; why not';
comment on column subsystem_request.version is '-; seq of its last journal event';
comment on column subsystem_request.asked_at is '-';
comment on column subsystem_request.told_by_mail is '-; the unit''s mailbox heard of it, and of no other for an hour';
comment on column subsystem_request.answered_at is '-';
create unique index one_open_request_for_a_subsystem on subsystem_request (person_id, subsystem_id) where state = 'open';
create index subsystem_grant_of_subsystem on subsystem_grant (subsystem_id) where upper_inf(during);
create index subsystem_request_of_person on subsystem_request (person_id, subsystem_id, asked_at);
create index subsystem_request_of_unit on subsystem_request (unit_id, asked_at, id) where state = 'open';
create index subsystem_request_told_by_mail on subsystem_request (unit_id, asked_at) where told_by_mail;

-- What the OpenID Connect provider must remember between two requests: codes, tokens, sessions, interactions.
create table oidc_record (
  id          text primary key,
  model       text not null,
  payload     text not null,
  grant_id    text,
  uid         text,
  expires_at  timestamptz not null,
  consumed_at timestamptz
);
comment on table oidc_record is 'Memory of the OpenID Connect provider; rows live for minutes or hours';
comment on column oidc_record.id is 'S; SHA-256 over model and value, which only the browser or the subsystem holds';
comment on column oidc_record.model is '-; AuthorizationCode, AccessToken, Session, ...';
comment on column oidc_record.payload is 'S sealed; what the provider keeps of it';
comment on column oidc_record.grant_id is '-; digest; everything of one authorisation';
comment on column oidc_record.uid is '-; digest; finds the session of an interaction';
comment on column oidc_record.expires_at is '-; pruned after it';
comment on column oidc_record.consumed_at is '-; a code is redeemed once (I16)';
create index oidc_record_of_grant on oidc_record (grant_id) where grant_id is not null;
create index oidc_record_by_uid on oidc_record (uid) where uid is not null;
create index oidc_record_by_expiry on oidc_record (expires_at);

-- Who is in which subsystem out of which session of the platform: who must be told when it ends.
create table subsystem_visit (
  sid          text primary key,
  session_id   uuid not null,
  person_id    uuid not null references person (id),
  subsystem_id uuid not null references subsystem (id),
  entered_at   timestamptz not null
);
comment on table subsystem_visit is 'Single sign-on: a session of the platform that a subsystem was entered from; a row goes when the subsystem is to be told that it ended';
comment on column subsystem_visit.sid is '-; the name of the visit towards the subsystem (sid of the ID token)';
comment on column subsystem_visit.session_id is '-; session of the platform; without a foreign key, since a session that ended is no longer there';
comment on column subsystem_visit.person_id is '-';
comment on column subsystem_visit.subsystem_id is '-';
comment on column subsystem_visit.entered_at is '-';
create index subsystem_visit_of_session on subsystem_visit (session_id);
create index subsystem_visit_of_person on subsystem_visit (person_id, subsystem_id);
create index subsystem_visit_of_subsystem on subsystem_visit (subsystem_id);

create table signing_key (
  id         text primary key,
  sealed     text not null,
  made_at    timestamptz not null default now(),
  retired_at timestamptz
);
comment on table signing_key is 'Keys that sign what the platform tells subsystems; the public halves stand in the discovery document';
comment on column signing_key.id is '-; kid';
comment on column signing_key.sealed is 'S sealed; the private JWK';
comment on column signing_key.made_at is '-';
comment on column signing_key.retired_at is '-; signs nothing new from then on, stays published for a day';

-- Somebody may no longer be in: each subsystem that has an address for it is told, until it has heard it.
create table logout_call (
  id           uuid primary key,
  subsystem_id uuid not null references subsystem (id),
  person_id    uuid not null references person (id),
  sid          text not null,
  attempts     integer not null default 0,
  due_at       timestamptz not null,
  created_at   timestamptz not null
);
comment on table logout_call is 'Back-channel logouts that are still to be delivered; a row goes once it was heard, or after a day';
comment on column logout_call.id is '-';
comment on column logout_call.subsystem_id is '-';
comment on column logout_call.person_id is '-; the subject';
comment on column logout_call.sid is '-; the visit that ended';
comment on column logout_call.attempts is '-';
comment on column logout_call.due_at is '-';
comment on column logout_call.created_at is '-';
create index logout_call_due on logout_call (subsystem_id, due_at, id);

-- 变更记录 shows the registry as well (0008).
drop index journal_of_the_desk;
create index journal_of_the_desk on journal (at, room, subject, seq)
  where room in ('settings', 'lists', 'authorities', 'staff', 'portal', 'subsystems');
