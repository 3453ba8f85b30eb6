-- 申报书 PDF: which were asked for, which are made, and where they lie (E63).
create table print (
  key            text primary key check (key ~ '^[0-9a-f]{64}$'),
  application_id uuid not null references application (id) on delete cascade,
  revision       integer,
  lang           text not null check (lang in ('zh','en')),
  template       integer not null,
  state          text not null default 'waiting' check (state in ('waiting','made','failed')),
  is_wanted      boolean not null,
  asked_by       uuid references account (id),
  asked_at       timestamptz not null,
  attempts       integer not null default 0,
  leased_until   timestamptz,
  done_at        timestamptz,
  file_key       text,
  bytes          integer,
  pages          integer,
  trouble        text check (char_length(trouble) <= 2000),
  constraint a_made_print_has_its_file check ((state = 'made') = (file_key is not null and bytes is not null and pages is not null)),
  constraint a_print_of_a_submitted_version foreign key (application_id, revision) references application_version (application_id, revision),
  constraint what_is_done_has_its_time check ((state = 'waiting') = (done_at is null))
);
create index print_of_application on print (application_id, revision);
create index print_waiting on print (is_wanted desc, asked_at) where state = 'waiting';
create index print_of_draft on print (asked_at) where revision is null;
create index print_asked_by on print (asked_by, asked_at) where revision is null;
comment on table print is 'E63: PDF files of applications; what they say is in the versions, and they can be made again at any time';
comment on column print.key is '-; digest of everything that the file says: version or content, language, version of the template';
comment on column print.application_id is '-';
comment on column print.revision is '-; the submitted version; null of a draft';
comment on column print.lang is '-';
comment on column print.template is '-; version of the template';
comment on column print.state is '-';
comment on column print.is_wanted is '-; somebody waits for it; the others are made when nobody does';
comment on column print.asked_by is '-; null where it follows a submission';
comment on column print.asked_at is '-';
comment on column print.attempts is '-';
comment on column print.leased_until is '-; while a process makes it';
comment on column print.done_at is '-; made, or given up';
comment on column print.file_key is '-';
comment on column print.bytes is '-';
comment on column print.pages is '-';
comment on column print.trouble is '-; why it could not be made, for the operator';
