-- E19: what somebody began to write about a version under review and has not said yet: who follows him at the desk goes on with it.
create table profile_note (
  review_id    uuid not null references profile_review (id),
  account_id   uuid not null references account (id),
  revision     integer not null,
  reason_codes text[] not null default '{}',
  reason       text not null,
  written_at   timestamptz not null,
  constraint profile_note_pkey primary key (review_id, account_id)
);
comment on table profile_note is 'E19: half-written 驳回原因, each writer''s own; gone with the decision';
comment on column profile_note.review_id is '-';
comment on column profile_note.account_id is '-; who wrote it';
comment on column profile_note.revision is '-; the version it speaks of';
comment on column profile_note.reason_codes is '-; coded reasons picked so far';
comment on column profile_note.reason is 'P1 sealed; mask=none shown; purpose=half-written 驳回原因 (E19): the desk reads it';
comment on column profile_note.written_at is '-';
create index profile_note_by_time on profile_note (written_at);

-- E20: who has somebody under review open: a hint for whoever opens him too, never a lock.
create table profile_presence (
  review_id  uuid not null references profile_review (id),
  account_id uuid not null references account (id),
  since      timestamptz not null,
  seen_at    timestamptz not null,
  constraint profile_presence_pkey primary key (review_id, account_id)
);
comment on table profile_presence is 'E20: who has a person under review on the screen';
comment on column profile_presence.review_id is '-';
comment on column profile_presence.account_id is '-';
comment on column profile_presence.since is '-; when this look began';
comment on column profile_presence.seen_at is '-; last sign of it';
create index profile_presence_by_time on profile_presence (seen_at);
