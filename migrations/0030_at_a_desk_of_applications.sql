-- E19: what somebody began to write at a desk and has not sent yet: in every window of his, and for who follows him there.
create table application_note (
  application_id uuid not null references application (id) on delete cascade,
  desk_id        uuid not null,
  account_id     uuid not null references account (id),
  revision       integer not null,
  body           text not null,
  written_at     timestamptz not null,
  constraint application_note_pkey primary key (application_id, desk_id, account_id)
);
comment on table application_note is 'E19: half-written returns, each writer''s own; gone with the decision of the desk';
comment on column application_note.application_id is '-';
comment on column application_note.desk_id is '-; unit, secondary unit, authority or bureau acted for';
comment on column application_note.account_id is '-; who wrote it';
comment on column application_note.revision is '-; the submitted version it speaks of';
comment on column application_note.body is 'P1 sealed; mask=none shown; purpose=half-written return (E19): coded reasons, marked fields, text; the desk reads it';
comment on column application_note.written_at is '-';
create index application_note_by_time on application_note (written_at);

-- E20: who has an application open: a hint for whoever opens it too, never a lock; gone with the session (E19).
create table application_presence (
  session_id     uuid not null references session (id) on delete cascade,
  application_id uuid not null references application (id) on delete cascade,
  account_id     uuid not null references account (id),
  desk_id        uuid not null,
  since          timestamptz not null,
  seen_at        timestamptz not null,
  constraint application_presence_pkey primary key (session_id, application_id)
);
comment on table application_presence is 'E20: who has an application on the screen';
comment on column application_presence.session_id is '-; one sign-in: what it has open goes with it';
comment on column application_presence.application_id is '-';
comment on column application_presence.account_id is '-';
comment on column application_presence.desk_id is '-; unit, secondary unit, authority or bureau acted for';
comment on column application_presence.since is '-; when this look began';
comment on column application_presence.seen_at is '-; last sign of it';
create index application_presence_of_application on application_presence (application_id, seen_at);
create index application_presence_by_time on application_presence (seen_at);
