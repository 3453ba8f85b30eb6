-- 指南/批次: calls, their versions and windows; and the calendar of working days (D28).
create table call (
  id           uuid primary key,
  code         text not null check (code ~ '^[A-Z][A-Z0-9]{1,11}$'),
  state        text not null default 'draft' check (state in ('draft','published','withdrawn')),
  draft        jsonb not null,
  published    integer,
  title        text not null check (char_length(title) <= 500),
  version      integer not null default 1,
  draft_version integer not null default 1,
  made_by      uuid not null references account (id),
  made_at      timestamptz not null,
  changed_at   timestamptz not null,
  published_at timestamptz,
  constraint a_published_call_has_a_version check (state = 'withdrawn' or (state = 'published') = (published is not null)),
  constraint a_published_call_has_its_time check ((published is null) = (published_at is null))
);
comment on table call is 'N14: a call; one typed document, versioned';
comment on column call.id is '-';
comment on column call.code is 'P0; short name, first part of the numbers of its applications';
comment on column call.state is '-';
comment on column call.draft is 'P0; the document as the bureau writes on it';
comment on column call.published is '-; the version in force';
comment on column call.title is 'P0; of the version in force, or of the draft';
comment on column call.version is '-; seq of its last journal event';
comment on column call.draft_version is '-; compared at every save of the draft: nobody writes over another';
comment on column call.made_by is '-';
comment on column call.made_at is '-';
comment on column call.changed_at is '-';
comment on column call.published_at is '-; the first time';
-- What was withdrawn before anybody read it gives its code free.
create unique index one_call_per_code on call (code) where state <> 'withdrawn' or published is not null;
create index call_at_desk on call (changed_at desc, id desc);
create index call_published on call (published_at desc, id) where state = 'published';

create table call_version (
  call_id      uuid not null references call (id),
  version      integer not null,
  document     jsonb not null,
  hash         text not null check (hash ~ '^[0-9a-f]{64}$'),
  note         text not null default '' check (char_length(note) <= 1000),
  published_by uuid not null references account (id),
  published_at timestamptz not null,
  constraint call_version_pkey primary key (call_id, version)
);
comment on table call_version is 'A call as it was published; never changed afterwards';
comment on column call_version.call_id is '-';
comment on column call_version.version is '-; 1, 2, 3 ...; an application names the one it was checked against (N15)';
comment on column call_version.document is 'P0';
comment on column call_version.hash is 'P0; SHA-256 of the document in canonical JSON';
comment on column call_version.note is 'P0; why it was changed, as the public page says';
comment on column call_version.published_by is '-';
comment on column call_version.published_at is '-';
alter table call add constraint the_version_in_force_was_published foreign key (id, published) references call_version (call_id, version);

-- Every window that ever held, for whom, and why it was moved: rows are added, never changed (I12).
create table call_window (
  call_id      uuid not null references call (id),
  level        text not null check (level in ('leader','department','unit','authority','bureau')),
  nth          integer not null,
  opens_at     timestamptz not null,
  closes_at    timestamptz not null,
  begun_before timestamptz,
  reason       text not null default '' check (char_length(reason) <= 500),
  moved_by     uuid references account (id),
  moved_at     timestamptz not null,
  constraint call_window_pkey primary key (call_id, level, nth),
  constraint a_window_opens_before_it_closes check (opens_at < closes_at),
  constraint a_moved_window_has_its_reason check (nth = 1 or char_length(reason) >= 2),
  -- What a deed within it carries along, so that the database can compare.
  constraint window_as_it_stands unique (call_id, level, nth, opens_at, closes_at)
);
comment on table call_window is 'When each level of a call may act; the last row for everybody, or for a cohort, counts';
comment on column call_window.call_id is '-';
comment on column call_window.level is '-';
comment on column call_window.nth is '-; 1 came with the publication';
comment on column call_window.opens_at is 'P0; first second';
comment on column call_window.closes_at is 'P0; last second, which still counts (E55)';
comment on column call_window.begun_before is 'P0; only for drafts begun before; null for all';
comment on column call_window.reason is 'P0; as the public page says';
comment on column call_window.moved_by is '-; null for the publication';
comment on column call_window.moved_at is '-';

create table working_day (
  day        date primary key,
  is_working boolean not null,
  note       text not null default '' check (char_length(note) <= 100),
  changed_by uuid references account (id),
  changed_at timestamptz not null default now()
);
comment on table working_day is 'D28: days that differ from Monday to Friday: holidays, and weekends that are worked';
comment on column working_day.day is '-';
comment on column working_day.is_working is '-';
comment on column working_day.note is 'P0; name of the holiday';
comment on column working_day.changed_by is '-; null as shipped';
comment on column working_day.changed_at is '-';

-- As the State Council announced them for 2024, 2025 and 2026 (bin/working-days.ts); later years are kept on the page of the calendar.
insert into working_day (day, is_working, note) values
  ('2024-01-01', false, '元旦'),
  ('2024-02-04', true, '春节调休'),
  ('2024-02-10', false, '春节'),
  ('2024-02-11', false, '春节'),
  ('2024-02-12', false, '春节'),
  ('2024-02-13', false, '春节'),
  ('2024-02-14', false, '春节'),
  ('2024-02-15', false, '春节'),
  ('2024-02-16', false, '春节'),
  ('2024-02-17', false, '春节'),
  ('2024-02-18', true, '春节调休'),
  ('2024-04-04', false, '清明'),
  ('2024-04-05', false, '清明'),
  ('2024-04-06', false, '清明'),
  ('2024-04-07', true, '清明调休'),
  ('2024-04-28', true, '劳动节调休'),
  ('2024-05-01', false, '劳动节'),
  ('2024-05-02', false, '劳动节'),
  ('2024-05-03', false, '劳动节'),
  ('2024-05-04', false, '劳动节'),
  ('2024-05-05', false, '劳动节'),
  ('2024-05-11', true, '劳动节调休'),
  ('2024-06-10', false, '端午'),
  ('2024-09-14', true, '中秋调休'),
  ('2024-09-15', false, '中秋'),
  ('2024-09-16', false, '中秋'),
  ('2024-09-17', false, '中秋'),
  ('2024-09-29', true, '国庆节调休'),
  ('2024-10-01', false, '国庆节'),
  ('2024-10-02', false, '国庆节'),
  ('2024-10-03', false, '国庆节'),
  ('2024-10-04', false, '国庆节'),
  ('2024-10-05', false, '国庆节'),
  ('2024-10-06', false, '国庆节'),
  ('2024-10-07', false, '国庆节'),
  ('2024-10-12', true, '国庆节调休'),
  ('2025-01-01', false, '元旦'),
  ('2025-01-26', true, '春节调休'),
  ('2025-01-28', false, '春节'),
  ('2025-01-29', false, '春节'),
  ('2025-01-30', false, '春节'),
  ('2025-01-31', false, '春节'),
  ('2025-02-01', false, '春节'),
  ('2025-02-02', false, '春节'),
  ('2025-02-03', false, '春节'),
  ('2025-02-04', false, '春节'),
  ('2025-02-08', true, '春节调休'),
  ('2025-04-04', false, '清明'),
  ('2025-04-05', false, '清明'),
  ('2025-04-06', false, '清明'),
  ('2025-04-27', true, '劳动节调休'),
  ('2025-05-01', false, '劳动节'),
  ('2025-05-02', false, '劳动节'),
  ('2025-05-03', false, '劳动节'),
  ('2025-05-04', false, '劳动节'),
  ('2025-05-05', false, '劳动节'),
  ('2025-05-31', false, '端午'),
  ('2025-06-01', false, '端午'),
  ('2025-06-02', false, '端午'),
  ('2025-09-28', true, '国庆节调休'),
  ('2025-10-01', false, '国庆节'),
  ('2025-10-02', false, '国庆节'),
  ('2025-10-03', false, '国庆节'),
  ('2025-10-04', false, '国庆节'),
  ('2025-10-05', false, '国庆节'),
  ('2025-10-06', false, '中秋'),
  ('2025-10-07', false, '国庆节'),
  ('2025-10-08', false, '国庆节'),
  ('2025-10-11', true, '国庆节调休'),
  ('2026-01-01', false, '元旦'),
  ('2026-01-02', false, '元旦'),
  ('2026-01-03', false, '元旦'),
  ('2026-01-04', true, '元旦调休'),
  ('2026-02-14', true, '春节调休'),
  ('2026-02-15', false, '春节'),
  ('2026-02-16', false, '春节'),
  ('2026-02-17', false, '春节'),
  ('2026-02-18', false, '春节'),
  ('2026-02-19', false, '春节'),
  ('2026-02-20', false, '春节'),
  ('2026-02-21', false, '春节'),
  ('2026-02-22', false, '春节'),
  ('2026-02-23', false, '春节'),
  ('2026-02-28', true, '春节调休'),
  ('2026-04-04', false, '清明'),
  ('2026-04-05', false, '清明'),
  ('2026-04-06', false, '清明'),
  ('2026-05-01', false, '劳动节'),
  ('2026-05-02', false, '劳动节'),
  ('2026-05-03', false, '劳动节'),
  ('2026-05-04', false, '劳动节'),
  ('2026-05-05', false, '劳动节'),
  ('2026-05-09', true, '劳动节调休'),
  ('2026-06-19', false, '端午'),
  ('2026-06-20', false, '端午'),
  ('2026-06-21', false, '端午'),
  ('2026-09-20', true, '国庆节调休'),
  ('2026-09-25', false, '中秋'),
  ('2026-09-26', false, '中秋'),
  ('2026-09-27', false, '中秋'),
  ('2026-10-01', false, '国庆节'),
  ('2026-10-02', false, '国庆节'),
  ('2026-10-03', false, '国庆节'),
  ('2026-10-04', false, '国庆节'),
  ('2026-10-05', false, '国庆节'),
  ('2026-10-06', false, '国庆节'),
  ('2026-10-07', false, '国庆节'),
  ('2026-10-10', true, '国庆节调休');
