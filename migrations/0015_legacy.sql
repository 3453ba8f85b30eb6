-- S1-05, S1-06: accounts of an older system, imported from a file: checked first, then as a whole or not at all.
create table legacy_import (
  id          uuid primary key,
  state       text not null check (state in ('checking','checked','unreadable','importing','imported','discarded')),
  version     integer not null default 1 check (version > 0),
  file_name   text not null,
  bytes       integer not null check (bytes > 0),
  sha256      text not null,
  file_key    text,
  encoding    text not null check (encoding in ('utf-8','gb18030')),
  separator   text not null check (separator in ('comma','semicolon','tab')),
  problem     text,
  problem_params jsonb not null default '{}',
  total       integer not null default 0,
  done        integer not null default 0,
  n_new       integer not null default 0,
  n_there     integer not null default 0,
  n_conflict  integer not null default 0,
  n_defect    integer not null default 0,
  n_units     integer not null default 0,
  send_mail   boolean not null default false,
  attempts    smallint not null default 0,
  uploaded_by uuid not null references account (id),
  started_by  uuid references account (id),
  created_at  timestamptz not null default now(),
  checked_at  timestamptz,
  imported_at timestamptz,
  erased_at   timestamptz,
  constraint an_import_under_way_has_its_file check (file_key is not null or state in ('imported','discarded')),
  constraint a_file_is_erased_once check ((file_key is null) = (erased_at is not null)),
  constraint an_import_has_its_starter check (state not in ('importing','imported') or started_by is not null)
);
comment on table legacy_import is 'S1-05: imports of accounts of an older system';
comment on column legacy_import.id is '-';
comment on column legacy_import.state is '-; 检查中 已检查 无法读取 导入中 已导入 已放弃';
comment on column legacy_import.version is '-; seq of its last journal event';
comment on column legacy_import.file_name is '-; as its sender called it';
comment on column legacy_import.bytes is '-; at most 20 MB';
comment on column legacy_import.sha256 is '-; tells two files apart after they are erased';
comment on column legacy_import.file_key is '-; name in the file store, where the file lies sealed; null once it is erased';
comment on column legacy_import.encoding is '-; found out, and corrected by the desk where that was wrong';
comment on column legacy_import.separator is '-; as above';
comment on column legacy_import.problem is '-; word of what is wrong with the whole file or with the last try';
comment on column legacy_import.problem_params is '-; values of that sentence: names of columns, numbers';
comment on column legacy_import.total is '-; lines with an account';
comment on column legacy_import.done is '-; lines looked at so far: progress';
comment on column legacy_import.n_new is '-; lines that become, or became, accounts';
comment on column legacy_import.n_there is '-; lines whose person is here already';
comment on column legacy_import.n_conflict is '-';
comment on column legacy_import.n_defect is '-';
comment on column legacy_import.n_units is '-; units that come with them';
comment on column legacy_import.send_mail is '-; each new account gets a mail that explains it';
comment on column legacy_import.attempts is '-; tries of the step under way';
comment on column legacy_import.uploaded_by is '-';
comment on column legacy_import.started_by is '-; who confirmed it';
comment on column legacy_import.created_at is '-';
comment on column legacy_import.checked_at is '-';
comment on column legacy_import.imported_at is '-';
comment on column legacy_import.erased_at is '-; since when the file is gone; user names follow some days later';
create index legacy_import_newest on legacy_import (created_at desc, id desc);
create index legacy_import_waiting on legacy_import (created_at) where state in ('checking','importing');
create index legacy_import_with_file on legacy_import (created_at) where file_key is not null;
-- Two imports at once could each bring the same person.
create unique index one_import_at_a_time on legacy_import ((true)) where state = 'importing';

create table legacy_line (
  import_id uuid not null references legacy_import (id),
  line      integer not null check (line > 0),
  outcome   text not null check (outcome in ('ok_new','already_there','conflict','defect')),
  kind      text check (kind in ('unit_account','person')),
  user_name text,
  found     jsonb not null default '[]',
  primary key (import_id, line)
);
comment on table legacy_line is 'The report of an import: what became of each line; the line itself stands only in the file';
comment on column legacy_line.import_id is '-';
comment on column legacy_line.line is '-; number of the line in the file';
comment on column legacy_line.outcome is '-; 可导入 已存在 冲突 有误';
comment on column legacy_line.kind is '-; account of a unit or of a person';
comment on column legacy_line.user_name is 'P1; mask=name; purpose=finding the line again; gone some days after the upload';
comment on column legacy_line.found is '-; fields and words of what is wrong, with values of the sentences that name no person';
create index legacy_line_by_outcome on legacy_line (import_id, outcome, line);
