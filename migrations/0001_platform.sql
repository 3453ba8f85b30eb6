-- The tools of the platform: journal, notices to send, idempotency keys, jobs. No business words here.
-- A column's comment begins with its class: P0 public, P1 personal, P2 sensitive, S secret, - no personal data.

create extension if not exists btree_gist;

-- Two-character Chinese words are out of reach of trigrams: names are searched by 2-grams.
create function bigrams(source text) returns text[]
  language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct substr(s.t, i, 2)), '{}')
  from (select lower(regexp_replace(normalize(source, NFKC), '\s+', '', 'g')) as t) s,
       generate_series(1, greatest(length(s.t) - 1, 1)) as i
  where s.t <> ''
$$;

create table journal (
  room       text not null,
  subject    uuid not null,
  seq        integer not null check (seq > 0),
  event      text not null,
  body       jsonb not null default '{}',
  private_digest text,
  account_id uuid,
  actor_name text,
  mandate    jsonb,
  address    text,
  request_id text,
  at         timestamptz not null default clock_timestamp(),
  constraint one_event_per_step primary key (room, subject, seq)
);
comment on table journal is 'Everything that was done, once and for ever: audit trail, timeline and source of notices';
comment on column journal.room is '-; the room that wrote the event';
comment on column journal.subject is '-; the row it speaks of';
comment on column journal.seq is '-; counts the events of one subject from 1; equals the version of the row after the deed';
comment on column journal.event is '-; what happened, a verb in the past';
comment on column journal.body is '-; facts of the event without personal values';
comment on column journal.private_digest is '-; SHA-256 of the salted personal values in journal_private, which may be re-sealed and erased (I24)';
comment on column journal.account_id is '-; who did it; null for the platform itself';
comment on column journal.actor_name is 'P1; mask=name; purpose=timeline shows who acted, in the name of that time';
comment on column journal.mandate is '-; post and scope acted under';
comment on column journal.address is 'P1; mask=address; purpose=audit of access';
comment on column journal.request_id is '-; finds the lines of the log';
comment on column journal.at is '-; time of the database';
create index journal_by_time on journal (at desc, room, subject, seq);
create index journal_by_account on journal (account_id, at desc);

create table journal_private (
  id      uuid primary key,
  room    text not null,
  subject uuid not null,
  seq     integer not null,
  sealed  text not null,
  constraint one_private_part_per_event unique (room, subject, seq),
  foreign key (room, subject, seq) references journal (room, subject, seq)
);
comment on table journal_private is 'Personal values of an event, sealed; beside the journal so that they can be re-sealed and erased';
comment on column journal_private.id is '-';
comment on column journal_private.room is '-; as in journal';
comment on column journal_private.subject is '-; as in journal';
comment on column journal_private.seq is '-; as in journal';
comment on column journal_private.sealed is 'P1 sealed; mask=none shown; purpose=replay and timeline';

-- I19: nobody rewrites the past, the owner of the table included.
create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'KH001';
end $$;
create trigger journal_is_append_only before update or delete on journal
  for each row execute function journal_is_append_only();
create trigger journal_is_never_emptied before truncate on journal
  for each statement execute function journal_is_append_only();

create table idempotency (
  actor      text not null,
  key        text not null,
  verb       text not null,
  request_digest text not null,
  answer     jsonb,
  created_at timestamptz not null default now(),
  constraint one_effect_per_key primary key (actor, key)
);
comment on table idempotency is 'I9: a deed repeated with the same key answers the same and has one effect';
comment on column idempotency.actor is '-; account id, or the digest of the session-less caller';
comment on column idempotency.key is '-; made by the browser before sending';
comment on column idempotency.verb is '-; room and verb';
comment on column idempotency.request_digest is '-; keyed digest of the input: the same key with another input is refused';
comment on column idempotency.answer is '-; answer of the deed; holds ids and states only, never personal values';
comment on column idempotency.created_at is '-; keys are forgotten after seven days';
create index idempotency_by_age on idempotency (created_at);

create table outbox (
  id uuid primary key,
  journal_room text not null, journal_subject uuid not null, journal_seq integer not null,
  event text not null,
  channel text not null check (channel in ('inbox','mail','sms')),
  recipient_id uuid,
  recipient text not null,
  address text,
  lang text not null,
  template text not null,
  params text not null,
  state text not null default 'waiting' check (state in ('waiting','sent','dead')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  leased_until timestamptz,
  provider_id text,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  constraint one_notice_per_event_channel_and_recipient
    unique (journal_room, journal_subject, journal_seq, template, channel, recipient)
);
comment on table outbox is 'I18: notices written in the transaction of the deed and sent afterwards';
comment on column outbox.id is '-; also the stable Message-ID of the mail';
comment on column outbox.journal_room is '-; the event that caused it';
comment on column outbox.journal_subject is '-; as above';
comment on column outbox.journal_seq is '-; as above';
comment on column outbox.event is '-; name of the event';
comment on column outbox.channel is '-; inbox, mail or sms';
comment on column outbox.recipient_id is '-; account, null for a bare address';
comment on column outbox.recipient is '-; account id or blind index of the address';
comment on column outbox.address is 'P1 sealed; mask=mail; purpose=where to send';
comment on column outbox.lang is '-; zh or en';
comment on column outbox.template is '-; key of the words';
comment on column outbox.params is 'P1 sealed; mask=none shown; purpose=values of the sentence';
comment on column outbox.state is '-; waiting, sent or dead (given up after twelve attempts)';
comment on column outbox.attempts is '-; how often sending was tried';
comment on column outbox.due_at is '-; not before';
comment on column outbox.leased_until is '-; a worker holds it until then';
comment on column outbox.provider_id is '-; id given by the mail or SMS provider';
comment on column outbox.last_error is '-; class of the last failure, without addresses';
comment on column outbox.created_at is '-';
comment on column outbox.sent_at is '-';
create index outbox_waiting on outbox (due_at, id) where state = 'waiting';

create table inbox (
  id uuid primary key,
  account_id uuid not null,
  outbox_id uuid unique,
  title text not null,
  body text not null,
  link text,
  created_at timestamptz not null default now(),
  read_at timestamptz
);
comment on table inbox is 'Notices inside the platform';
comment on column inbox.id is '-';
comment on column inbox.account_id is '-; whose';
comment on column inbox.outbox_id is '-; exactly one inbox row per notice';
comment on column inbox.title is '-; sentence without personal values of others';
comment on column inbox.body is '-; as above';
comment on column inbox.link is '-; path of a page of ours';
comment on column inbox.created_at is '-';
comment on column inbox.read_at is '-';
create index inbox_of_account on inbox (account_id, created_at desc, id desc);
create index inbox_unread on inbox (account_id) where read_at is null;

create table demo_message (
  id uuid primary key,
  channel text not null,
  address text not null,
  subject text,
  body text not null,
  sent_at timestamptz not null default now()
);
comment on table demo_message is 'D26: what would have been sent, readable on the demo page; stays empty in production';
comment on column demo_message.id is '-';
comment on column demo_message.channel is '-; mail or sms';
comment on column demo_message.address is 'P1; mask=mail; purpose=demo only, never-issued addresses';
comment on column demo_message.subject is '-';
comment on column demo_message.body is 'P1; mask=none shown; purpose=demo only';
comment on column demo_message.sent_at is '-';
create index demo_message_newest on demo_message (sent_at desc, id desc);

create table job_lease (
  name text primary key,
  leased_until timestamptz not null default '-infinity',
  last_started_at timestamptz,
  last_finished_at timestamptz
);
comment on table job_lease is 'One process at a time runs a job';
comment on column job_lease.name is '-';
comment on column job_lease.leased_until is '-';
comment on column job_lease.last_started_at is '-';
comment on column job_lease.last_finished_at is '-';
