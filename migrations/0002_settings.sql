-- The words and numbers that the operator may change while the platform runs: names, contacts, periods.
create table setting (
  key        text primary key check (key ~ '^[a-z][a-z0-9_.]{1,60}$'),
  value      jsonb not null,
  version    integer not null default 1,
  changed_at timestamptz not null default now()
);
comment on table setting is 'S1-01, S1-57: names, contacts and periods as the operator set them; a missing row means the default of its kind';
comment on column setting.key is '-; one of the kinds in settings/kinds.ts';
comment on column setting.value is 'P0; shown on public pages';
comment on column setting.version is '-; seq of its last journal event';
comment on column setting.changed_at is '-';
