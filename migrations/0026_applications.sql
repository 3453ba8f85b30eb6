-- 申报书: the procedure (1.4.5), what was submitted, who decided, the limits and the batches.
create sequence application_number;

create table application (
  id                  uuid primary key references draft (id),
  call_id             uuid not null references call (id),
  number              text,
  title               text not null default '' check (char_length(title) <= 300),
  category            text not null,
  leader_id           uuid not null references person (id),
  account_id          uuid not null references account (id),
  leader_name         text not null,
  unit_id             uuid not null references unit (id),
  unit_name           text not null,
  secondary_unit_id   uuid,
  secondary_unit_name text,
  -- The route is a snapshot taken at submission (E34): desks of department, unit, authority, bureau; null where there is none.
  department_desk     uuid,
  authority_desk      uuid,
  bureau_desk         uuid,
  state               text not null check (state in ('draft','returned','withdrawn','department','unit','authority','bureau','accepted','not_accepted')),
  desk_id             uuid,
  revision            integer not null default 0,
  returned_by         text check (returned_by in ('department','unit','authority','bureau')),
  is_fast             boolean not null default false,
  correct_until       timestamptz,
  warnings            integer not null default 0,
  place               bigint not null,
  queued_at           timestamptz,
  begun_at            timestamptz not null,
  submitted_at        timestamptz,
  arrived_at          timestamptz,
  changed_at          timestamptz not null,
  version             integer not null default 1,
  constraint application_of_its_leader unique (id, leader_id),
  constraint what_is_under_way_lies_on_a_desk check ((desk_id is not null) = (state in ('department','unit','authority','bureau'))),
  constraint what_was_submitted_has_a_number check ((revision > 0) = (number is not null) and (revision > 0) = (submitted_at is not null)),
  constraint the_desk_is_on_the_route check (desk_id is null or (desk_id in (department_desk, unit_id, authority_desk, bureau_desk)) is true)
);
comment on table application is 'S2-76..91: an application and where it stands';
comment on column application.id is '-; that of its draft';
comment on column application.call_id is '-';
comment on column application.number is 'P0; 项目编号, given at the first submission';
comment on column application.title is 'P1; mask=none shown; purpose=项目名称';
comment on column application.category is 'P0; 项目类别';
comment on column application.leader_id is '-; 负责人';
comment on column application.account_id is '-; of the leader';
comment on column application.leader_name is 'P1; mask=name; purpose=负责人 in the list (S2-78)';
comment on column application.unit_id is '-';
comment on column application.unit_name is 'P0; of its time (E03)';
comment on column application.secondary_unit_id is '-; 部门 of the leader, at the last submission or, before it, now';
comment on column application.secondary_unit_name is 'P0; of its time (E26)';
comment on column application.department_desk is '-; secondary unit on the route; none where there is none or its manager is the leader (E56)';
comment on column application.authority_desk is '-; D17';
comment on column application.bureau_desk is '-; 科技局';
comment on column application.state is '-; 未提交 (草稿 退回待修改 已撤回), 部门审核, 单位审核, 主管部门审核, 科技局审核, 已受理, 不予受理 (D17)';
comment on column application.desk_id is '-; who must decide';
comment on column application.revision is '-; the last submitted version';
comment on column application.returned_by is '-; level that returned it last';
comment on column application.is_fast is '-; D5: on its way straight back to the desk that returned it';
comment on column application.correct_until is '-; end of the correction window (E53), for the leader and all levels';
comment on column application.warnings is '-; of the check at the last submission (N5)';
comment on column application.place is '-; order of the lists: the last change has the highest';
comment on column application.queued_at is '-; first time it came to a desk: its place in the queue is kept through returns (N7)';
comment on column application.begun_at is '-';
comment on column application.submitted_at is '-; 申报时间: arrival of the last submission';
comment on column application.arrived_at is '-; since when the present desk has it';
comment on column application.changed_at is '-';
comment on column application.version is '-; seq of its last journal event; a deed names the one it saw (I5, E49)';
create unique index one_application_per_number on application (number);
create sequence application_place;
create index application_of_unit on application (unit_id, place);
create index application_of_unit_by_state on application (unit_id, state, place);
create index application_of_secondary_unit on application (secondary_unit_id, place);
create index application_of_secondary_unit_by_state on application (secondary_unit_id, state, place);
create index application_at_desk on application (desk_id, place) where desk_id is not null;
create index application_waiting on application (desk_id, queued_at) where desk_id is not null;
create index application_of_account on application (account_id, place);
create index application_of_call on application (call_id, state, place);

create table application_version (
  application_id uuid not null references application (id),
  revision       integer not null,
  call_version   integer not null,
  call_id        uuid not null,
  content        jsonb not null,
  hash           text not null check (hash ~ '^[0-9a-f]{64}$'),
  received_at    timestamptz not null,
  level          text not null default 'leader' check (level = 'leader'),
  window_nth     integer,
  opens_at       timestamptz,
  closes_at      timestamptz,
  correct_until  timestamptz,
  submitted_by   uuid not null references account (id),
  receipt        text not null,
  constraint application_version_pkey primary key (application_id, revision),
  constraint a_version_is_checked_against_a_published_call foreign key (call_id, call_version) references call_version (call_id, version),
  constraint a_submission_names_its_window foreign key (call_id, level, window_nth, opens_at, closes_at)
    references call_window (call_id, level, nth, opens_at, closes_at),
  -- I12, E55: the last second still counts; or it is within the correction window that a return opened.
  constraint late_is_late check (
    case when correct_until is not null then received_at < correct_until
    else window_nth is not null and received_at >= opens_at and received_at < closes_at + interval '1 second' end)
);
comment on table application_version is 'A submitted version: what is judged; never changed afterwards (E61)';
comment on column application_version.application_id is '-';
comment on column application_version.revision is '-; 1, 2, 3 ...';
comment on column application_version.call_version is '-; rule set it was checked against (N15)';
comment on column application_version.call_id is '-';
comment on column application_version.content is 'P1; mask=none shown; purpose=the application as submitted: values, facts, members, files';
comment on column application_version.hash is 'P0; SHA-256 of the content in canonical JSON; printed on the PDF (E63)';
comment on column application_version.received_at is '-; database time of the arrival (D19)';
comment on column application_version.level is '-; carried for the reference';
comment on column application_version.window_nth is '-; window in force for it';
comment on column application_version.opens_at is '-; carried for the comparison';
comment on column application_version.closes_at is '-; carried for the comparison';
comment on column application_version.correct_until is '-; correction window it came in';
comment on column application_version.submitted_by is '-';
comment on column application_version.receipt is 'P0; signed receipt: number, version, hash, time';
create index application_version_by_hash on application_version (hash);

-- I23: a submitted version shows clean files only.
create table application_file (
  application_id uuid not null,
  revision       integer not null,
  file_id        uuid not null,
  file_state     text not null default 'clean' check (file_state = 'clean'),
  constraint application_file_pkey primary key (application_id, revision, file_id),
  constraint a_file_belongs_to_a_version foreign key (application_id, revision) references application_version (application_id, revision),
  constraint a_submitted_file_is_clean foreign key (file_id, file_state) references draft_file (id, state)
);
comment on table application_file is 'Files of a submitted version';
comment on column application_file.application_id is '-';
comment on column application_file.revision is '-';
comment on column application_file.file_id is '-';
comment on column application_file.file_state is '-; carried for the reference';
create index application_file_of_file on application_file (file_id);

create table application_batch (
  id        uuid primary key,
  made_by   uuid not null references account (id),
  desk_id   uuid not null,
  verb      text not null check (verb in ('pass','return')),
  items     integer not null check (items > 0),
  done      integer not null,
  sample    jsonb not null default '[]',
  made_at   timestamptz not null,
  undone_at timestamptz
);
comment on table application_batch is '批量提交 (S2-84, S2-90): a frozen set and what became of it';
comment on column application_batch.id is '-';
comment on column application_batch.made_by is '-';
comment on column application_batch.desk_id is '-';
comment on column application_batch.verb is '-';
comment on column application_batch.items is '-; size of the frozen set (E48)';
comment on column application_batch.done is '-';
comment on column application_batch.sample is '-; ids of the random sample, and which of them were opened (N5)';
comment on column application_batch.made_at is '-; undone for ten minutes from then (E51)';
comment on column application_batch.undone_at is '-';

create table application_batch_item (
  batch_id       uuid not null references application_batch (id),
  application_id uuid not null references application (id),
  seen           integer not null,
  outcome        text not null,
  constraint application_batch_item_pkey primary key (batch_id, application_id)
);
comment on table application_batch_item is 'E47: one outcome per item';
comment on column application_batch_item.batch_id is '-';
comment on column application_batch_item.application_id is '-';
comment on column application_batch_item.seen is '-; version at the tick (E49)';
comment on column application_batch_item.outcome is '-; done, undone, or the refusal';

-- I5: one decision per step: seq is the journal's; I11: nobody decides on his own application.
create table application_decision (
  application_id uuid not null,
  seq            integer not null,
  revision       integer not null,
  level          text not null check (level in ('department','unit','authority','bureau')),
  desk_id        uuid not null,
  outcome        text not null check (outcome in ('passed','returned','accepted','not_accepted')),
  decided_by     uuid not null references account (id),
  decider_id     uuid,
  leader_id      uuid not null,
  codes          text[] not null default '{}',
  comment        text,
  marks          jsonb not null default '[]',
  acted_for      text check (acted_for in ('vacant','silent')),
  correct_until  timestamptz,
  batch_id       uuid references application_batch (id),
  decided_at     timestamptz not null,
  undone_at      timestamptz,
  constraint one_decision_per_step primary key (application_id, seq),
  constraint a_decision_is_of_a_submitted_version foreign key (application_id, revision) references application_version (application_id, revision),
  constraint a_decision_carries_the_leader foreign key (application_id, leader_id) references application (id, leader_id),
  constraint nobody_decides_on_his_own_application check (decider_id is null or decider_id <> leader_id),
  constraint a_return_has_its_reason check (outcome not in ('returned','not_accepted') or comment is not null or cardinality(codes) > 0)
);
comment on table application_decision is 'S2-82..90: what a desk decided on a submitted version';
comment on column application_decision.application_id is '-';
comment on column application_decision.seq is '-; of the journal event';
comment on column application_decision.revision is '-';
comment on column application_decision.level is '-';
comment on column application_decision.desk_id is '-';
comment on column application_decision.outcome is '-';
comment on column application_decision.decided_by is '-; account';
comment on column application_decision.decider_id is '-; person; none for a unit account or staff';
comment on column application_decision.leader_id is '-; carried for the comparison';
comment on column application_decision.codes is '-; coded reasons';
comment on column application_decision.comment is 'P1 sealed; mask=none shown; purpose=reason or comment (S2-85): leader and desks read it';
comment on column application_decision.marks is 'P1; mask=none shown; purpose=fields to be corrected, each with its coded reason (D18)';
comment on column application_decision.acted_for is '-; D11, E37: the unit acted for a department that is vacant or silent';
comment on column application_decision.correct_until is '-; 退回补正: until when (E53)';
comment on column application_decision.batch_id is '-';
comment on column application_decision.decided_at is '-';
comment on column application_decision.undone_at is '-; E51';
create index application_decision_of_batch on application_decision (batch_id) where batch_id is not null;

-- I6: a person takes one slot per open or running project of a family; the key lets no one in beyond the last.
create table limit_slot (
  family         text not null,
  role           text not null check (role in ('leader','member')),
  person_id      uuid not null references person (id),
  slot           integer not null,
  most           integer not null,
  application_id uuid not null references application (id),
  constraint one_project_per_slot primary key (family, role, person_id, slot),
  constraint slots_end_at_the_limit check (slot between 1 and most)
);
comment on table limit_slot is '限项 (E58, I6)';
comment on column limit_slot.family is '-; family of calls';
comment on column limit_slot.role is '-';
comment on column limit_slot.person_id is '-';
comment on column limit_slot.slot is '-';
comment on column limit_slot.most is '-; limit of the call';
comment on column limit_slot.application_id is '-';
create unique index one_slot_per_application_and_person on limit_slot (application_id, family, role, person_id);

-- E57: a unit passes on at most so many of a call.
create table unit_quota_slot (
  call_id        uuid not null references call (id),
  unit_id        uuid not null references unit (id),
  slot           integer not null,
  most           integer not null,
  application_id uuid not null references application (id),
  constraint one_recommendation_per_slot primary key (call_id, unit_id, slot),
  constraint recommendations_end_at_the_quota check (slot between 1 and most),
  constraint one_recommendation_per_application unique (application_id)
);
comment on table unit_quota_slot is 'E57: places of a unit in a call';
comment on column unit_quota_slot.call_id is '-';
comment on column unit_quota_slot.unit_id is '-';
comment on column unit_quota_slot.slot is '-';
comment on column unit_quota_slot.most is '-';
comment on column unit_quota_slot.application_id is '-';

-- D7, E60: who opened a draft or an application, and when; the leader sees it.
create table application_look (
  application_id uuid not null references application (id),
  account_id     uuid not null references account (id),
  desk_id        uuid not null,
  name           text not null,
  first_at       timestamptz not null,
  last_at        timestamptz not null,
  constraint application_look_pkey primary key (application_id, account_id, desk_id)
);
comment on table application_look is 'E60: who opened it';
comment on column application_look.application_id is '-';
comment on column application_look.account_id is '-';
comment on column application_look.desk_id is '-; unit, secondary unit, authority or bureau acted for';
comment on column application_look.name is 'P1; mask=none shown; purpose=the leader sees who opened it';
comment on column application_look.first_at is '-';
comment on column application_look.last_at is '-';

-- Desks hear of what came, all of it together: at once the first time, then at most hourly by mail.
create table application_desk (
  desk_id   uuid primary key,
  told      integer not null default 0,
  told_at   timestamptz not null
);
comment on table application_desk is 'When a desk was told last what had come to it';
comment on column application_desk.desk_id is '-; secondary unit, unit, authority or bureau';
comment on column application_desk.told is '-; how often, for the key of the notice';
comment on column application_desk.told_at is '-; what arrived until then was told';

-- N1: what signs the receipts. The public half stays for ever: a receipt can be verified years later.
create table receipt_key (
  id         text primary key,
  public_jwk jsonb not null,
  sealed     text not null,
  made_at    timestamptz not null,
  retired_at timestamptz
);
comment on table receipt_key is 'N1: Ed25519 keys of the receipts';
comment on column receipt_key.id is '-; kid: thumbprint of the public half (RFC 7638)';
comment on column receipt_key.public_jwk is 'P0';
comment on column receipt_key.sealed is 'S sealed; the private JWK';
comment on column receipt_key.made_at is '-';
comment on column receipt_key.retired_at is '-; signs nothing new from then on';
create unique index one_signing_receipt_key on receipt_key ((retired_at is null)) where retired_at is null;

-- Submitted versions, their files and published calls never change.
create function a_submitted_version_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % never change', tg_table_name using errcode = '55000';
end $$;
create trigger a_submitted_version_never_changes before update or delete on application_version for each row execute function a_submitted_version_never_changes();
create trigger a_submitted_version_never_changes before update or delete on application_file for each row execute function a_submitted_version_never_changes();
create trigger a_submitted_version_never_changes before update or delete on call_version for each row execute function a_submitted_version_never_changes();
create trigger a_submitted_version_never_changes before update or delete on call_window for each row execute function a_submitted_version_never_changes();
