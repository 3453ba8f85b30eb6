-- 个人信息 and its review (S2-45..75).
create table profile (
  person_id        uuid primary key references person (id),
  version          integer not null default 1,
  sex              text,
  nationality      text,
  ethnic_group     text,
  political_status text,
  birth_date       date,
  specialty        text,
  office_phone     text,
  qq               text,
  wechat           text,
  draft            text,
  drafted_at       timestamptz,
  approved_version integer,
  approved_at      timestamptz,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now(),
  constraint an_approved_profile_has_its_time check ((approved_version is null) = (approved_at is null)),
  constraint a_draft_has_its_time check ((draft is null) = (drafted_at is null))
);
comment on table profile is 'S2-61..75: 个人信息: what is in force without review, the draft, and which version is approved';
comment on column profile.person_id is '-';
comment on column profile.version is '-; seq of its last journal event: own changes and what became of the submitted versions, one after the other';
comment on column profile.sex is 'P1; mask=none shown; purpose=性别 (S2-67)';
comment on column profile.nationality is 'P1; mask=none shown; purpose=国籍/地区 (S2-68)';
comment on column profile.ethnic_group is 'P2 sealed; mask=none shown; purpose=民族 (S2-68)';
comment on column profile.political_status is 'P2 sealed; mask=none shown; purpose=政治面貌 (S2-68)';
comment on column profile.birth_date is 'P1; mask=year; purpose=出生日期 (S2-69)';
comment on column profile.specialty is 'P1; mask=none shown; purpose=专业 (S2-73)';
comment on column profile.office_phone is 'P1 sealed; mask=phone; purpose=办公电话 (S2-74)';
comment on column profile.qq is 'P1 sealed; mask=messenger; purpose=QQ (S2-74)';
comment on column profile.wechat is 'P1 sealed; mask=messenger; purpose=微信 (S2-74)';
comment on column profile.draft is 'P2 sealed; mask=none shown; purpose=what the person typed and has not submitted (1.4.4 草稿)';
comment on column profile.drafted_at is '-';
comment on column profile.approved_version is '-; the revision in force';
comment on column profile.approved_at is '-';
comment on column profile.created_at is '-';
comment on column profile.updated_at is '-';

create table profile_revision (
  person_id           uuid not null references profile (person_id),
  version             integer not null check (version > 0),
  unit_id             uuid not null references unit (id),
  unit_name           text not null,
  secondary_unit_id   uuid references secondary_unit (id),
  secondary_unit_name text,
  document_type       text not null,
  document            text not null,
  document_blind      text not null,
  education           text not null,
  degree              text,
  title               text not null,
  position            text not null default '' check (char_length(position) <= 50),
  submitted_at        timestamptz not null,
  submitted_by        uuid not null references account (id),
  constraint profile_revision_pkey primary key (person_id, version)
);
comment on table profile_revision is 'S2-46: a version of the six reviewed fields as it was submitted; never changed afterwards';
comment on column profile_revision.person_id is '-';
comment on column profile_revision.version is '-; 1, 2, 3 ...: what a decision names (E39)';
comment on column profile_revision.unit_id is '-; 工作单位';
comment on column profile_revision.unit_name is 'P0; its name of that time (E03)';
comment on column profile_revision.secondary_unit_id is '-; 部门 (S2-75)';
comment on column profile_revision.secondary_unit_name is 'P0; its name of that time (E26)';
comment on column profile_revision.document_type is '-';
comment on column profile_revision.document is 'P2 sealed; mask=document; purpose=证件号码 under review (S2-46); kind and number in one text, as in person';
comment on column profile_revision.document_blind is 'P2 blind; purpose=was the document changed';
comment on column profile_revision.education is 'P1; mask=none shown; purpose=最高学历';
comment on column profile_revision.degree is 'P1; mask=none shown; purpose=最高学位';
comment on column profile_revision.title is 'P1; mask=none shown; purpose=职称';
comment on column profile_revision.position is 'P1; mask=none shown; purpose=职务';
comment on column profile_revision.submitted_at is '-';
comment on column profile_revision.submitted_by is '-';
alter table profile add constraint what_is_approved_was_submitted foreign key (person_id, approved_version) references profile_revision (person_id, version);

-- I5, I8: one decision per version, of a version that exists; I11: nobody decides on himself.
create table profile_decision (
  person_id    uuid not null,
  version      integer not null,
  outcome      text not null check (outcome in ('approved','refused','withdrawn')),
  decided_by   uuid not null references account (id),
  decider_id   uuid,
  reason_codes text[] not null default '{}',
  reason       text,
  acted_for    text check (acted_for in ('vacant','silent')),
  decided_at   timestamptz not null,
  constraint one_decision_per_profile_version primary key (person_id, version),
  constraint a_decision_names_a_version foreign key (person_id, version) references profile_revision (person_id, version),
  constraint nobody_reviews_himself check (outcome = 'withdrawn' or decider_id is null or decider_id <> person_id),
  constraint a_refusal_has_its_reason check (outcome <> 'refused' or reason is not null)
);
comment on table profile_decision is 'S2-54..56: what became of a submitted version';
comment on column profile_decision.person_id is '-';
comment on column profile_decision.version is '-';
comment on column profile_decision.outcome is '-; 审核通过, 审核不通过, 撤回';
comment on column profile_decision.decided_by is '-; account';
comment on column profile_decision.decider_id is '-; the person who decided; none for a unit account (E38)';
comment on column profile_decision.reason_codes is '-; coded 驳回原因';
comment on column profile_decision.reason is 'P1 sealed; mask=none shown; purpose=驳回原因 (S2-55): the person and the desk read it';
comment on column profile_decision.acted_for is '-; D11: the unit acted for a department that is vacant or silent';
comment on column profile_decision.decided_at is '-';

-- What a unit sees of a person: one row per person and unit, in the order of the last change.
create table profile_review (
  id                uuid primary key,
  person_id         uuid not null references profile (person_id),
  unit_id           uuid not null references unit (id),
  revision          integer not null,
  state             text not null check (state in ('pending','approved','refused','withdrawn','left')),
  desk_id           uuid not null,
  secondary_unit_id uuid,
  secondary_unit_active boolean,
  place             bigint not null,
  name              text not null,
  sex               text,
  document          text not null,
  document_blind    text not null,
  document_last4_blind text not null,
  education         text not null,
  title             text not null,
  submitted_at      timestamptz not null,
  decided_at        timestamptz,
  updated_at        timestamptz not null,
  constraint one_review_row_per_person_and_unit unique (person_id, unit_id),
  constraint a_review_is_of_a_version foreign key (person_id, revision) references profile_revision (person_id, version),
  -- I7: nobody is linked to a secondary unit that was deleted; who has left keeps only its name.
  constraint a_person_belongs_to_a_secondary_unit_in_force foreign key (secondary_unit_id, unit_id, secondary_unit_active)
    references secondary_unit (id, unit_id, active),
  constraint a_link_to_a_secondary_unit_is_to_an_active_one
    check (case when state = 'left' or secondary_unit_id is null then secondary_unit_active is null else secondary_unit_active is true end),
  constraint a_desk_is_the_unit_or_the_secondary_unit check (desk_id = unit_id or (secondary_unit_id is not null and desk_id = secondary_unit_id)),
  constraint one_place_in_the_reviews_of_a_unit unique (unit_id, place)
);
comment on table profile_review is 'S2-45..60: the line of a person in the review list of a unit';
comment on column profile_review.id is '-';
comment on column profile_review.person_id is '-';
comment on column profile_review.unit_id is '-; 工作单位';
comment on column profile_review.revision is '-; the version that this line shows: the last one submitted to this unit';
comment on column profile_review.state is '-; 待审核 审核已通过 审核不通过; withdrawn is not shown; left has gone to another unit (E40)';
comment on column profile_review.desk_id is '-; who decides: the unit itself, or the secondary unit (S2-57, D2, E38); computed at submission, moved with the structure';
comment on column profile_review.secondary_unit_id is '-; 部门';
comment on column profile_review.secondary_unit_active is '-; carried for the reference';
comment on column profile_review.place is '-; order of the list: the last change has the highest';
comment on column profile_review.name is 'P1; mask=name; purpose=姓名 in the review list (S2-48)';
comment on column profile_review.sex is 'P1; mask=none shown; purpose=性别 in the review list (S2-48)';
comment on column profile_review.document is 'P2 sealed; mask=document; purpose=证件号码 in the review list (S2-48); kind and number in one text, as in person';
comment on column profile_review.document_blind is 'P2 blind; purpose=search by exact value (D21)';
comment on column profile_review.document_last4_blind is 'P2 blind; purpose=search by last four (D21)';
comment on column profile_review.education is 'P1; mask=none shown; purpose=最高学历 in the review list';
comment on column profile_review.title is 'P1; mask=none shown; purpose=职称 in the review list';
comment on column profile_review.submitted_at is '-; since when it waits; kept when it moves (E32)';
comment on column profile_review.decided_at is '-';
comment on column profile_review.updated_at is '-; 最近更新时间';
-- I13
create unique index one_pending_profile_per_person on profile_review (person_id) where state = 'pending';
create index profile_review_of_unit on profile_review (unit_id, place) where state in ('pending','approved','refused');
create index profile_review_of_unit_by_state on profile_review (unit_id, state, place);
create index profile_review_at_desk on profile_review (desk_id, place) where state in ('pending','approved','refused');
create index profile_review_at_desk_by_state on profile_review (desk_id, state, place);
create index profile_review_waiting on profile_review (desk_id, submitted_at) where state = 'pending';
create index profile_review_of_secondary_unit on profile_review (secondary_unit_id, place) where state <> 'left';
create index profile_review_by_document on profile_review (document_blind, unit_id);
create index profile_review_by_document_last4 on profile_review (document_last4_blind, unit_id);
create index profile_review_updated on profile_review (unit_id, updated_at);
create index profile_review_by_name_within_unit on profile_review using gin (bigrams_within(unit_id, name));

-- Of each desk: the next place in the review list (of the unit itself; its row is the lock of those who come at the same
-- time), and when it was last told by mail that somebody waits.
create table profile_desk (
  desk_id    uuid primary key,
  next_place bigint not null default 0,
  mailed_at  timestamptz
);
comment on table profile_desk is 'Places in the review list of a unit, and mails to the desks';
comment on column profile_desk.desk_id is '-; unit or secondary unit';
comment on column profile_desk.next_place is '-; given to the next change, of a unit';
comment on column profile_desk.mailed_at is '-; when the desk was last told by mail that somebody waits: once an hour at most';

-- D22: exact totals and page jumps without counting: kept per unit, desk, state and block of 512 places.
create table profile_review_total (
  unit_id uuid not null,
  desk_id uuid not null,
  block   bigint not null,
  state   text not null,
  n       bigint not null,
  constraint profile_review_total_pkey primary key (unit_id, desk_id, block, state)
);
comment on table profile_review_total is 'D22: how many lines of each state stand in each block of 512 places of a desk''s list';
comment on column profile_review_total.unit_id is '-';
comment on column profile_review_total.desk_id is '-';
comment on column profile_review_total.block is '-; place / 512';
comment on column profile_review_total.state is '-';
comment on column profile_review_total.n is '-';
create index profile_review_total_of_desk on profile_review_total (desk_id, block, state);

-- The same over all desks of a unit: its whole list would else add up the totals of every secondary unit.
create table profile_unit_total (
  unit_id uuid not null,
  block   bigint not null,
  state   text not null,
  n       bigint not null,
  constraint profile_unit_total_pkey primary key (unit_id, block, state)
);
comment on table profile_unit_total is 'D22: how many lines of each state stand in each block of 512 places of a unit''s whole list';
comment on column profile_unit_total.unit_id is '-';
comment on column profile_unit_total.block is '-; place / 512';
comment on column profile_unit_total.state is '-';
comment on column profile_unit_total.n is '-';

-- Ordered, so that two deeds that touch the same totals never wait for each other crosswise. A block that was left by its
-- last line goes: every change takes a new place, and the old blocks would remain for ever.
create function keep_profile_review_total() returns trigger language plpgsql as $$
begin
  insert into profile_review_total as t (unit_id, desk_id, block, state, n)
  select unit_id, desk_id, block, state, sum(change) from (
    select unit_id, desk_id, place / 512 as block, state, 1 as change from came
    union all
    select unit_id, desk_id, place / 512, state, -1 from went
  ) as c
  group by unit_id, desk_id, block, state having sum(change) <> 0
  order by unit_id, desk_id, block, state
  on conflict (unit_id, desk_id, block, state) do update set n = t.n + excluded.n;
  delete from profile_review_total as t using (select distinct unit_id, desk_id, place / 512 as block, state from went) as w
  where t.unit_id = w.unit_id and t.desk_id = w.desk_id and t.block = w.block and t.state = w.state and t.n = 0;
  insert into profile_unit_total as t (unit_id, block, state, n)
  select unit_id, block, state, sum(change) from (
    select unit_id, place / 512 as block, state, 1 as change from came
    union all
    select unit_id, place / 512, state, -1 from went
  ) as c
  group by unit_id, block, state having sum(change) <> 0
  order by unit_id, block, state
  on conflict (unit_id, block, state) do update set n = t.n + excluded.n;
  delete from profile_unit_total as t using (select distinct unit_id, place / 512 as block, state from went) as w
  where t.unit_id = w.unit_id and t.block = w.block and t.state = w.state and t.n = 0;
  return null;
end $$;
create function count_new_profile_reviews() returns trigger language plpgsql as $$
begin
  insert into profile_review_total as t (unit_id, desk_id, block, state, n)
  select unit_id, desk_id, place / 512, state, count(*) from came
  group by unit_id, desk_id, place / 512, state order by unit_id, desk_id, place / 512, state
  on conflict (unit_id, desk_id, block, state) do update set n = t.n + excluded.n;
  insert into profile_unit_total as t (unit_id, block, state, n)
  select unit_id, place / 512, state, count(*) from came
  group by unit_id, place / 512, state order by unit_id, place / 512, state
  on conflict (unit_id, block, state) do update set n = t.n + excluded.n;
  return null;
end $$;
create trigger count_new_profile_reviews after insert on profile_review
  referencing new table as came for each statement execute function count_new_profile_reviews();
create trigger keep_profile_review_total after update on profile_review
  referencing old table as went new table as came
  for each statement execute function keep_profile_review_total();

create table profile_export (
  id         uuid primary key,
  asked_by   uuid not null references account (id),
  unit_id    uuid not null references unit (id),
  desk_id    uuid,
  purpose    text not null check (char_length(purpose) between 2 and 200),
  filters    text not null,
  state      text not null default 'waiting' check (state in ('waiting','made','failed','expired')),
  rows       integer,
  file_key   text,
  asked_at   timestamptz not null,
  done_at    timestamptz,
  expires_at timestamptz,
  constraint a_made_export_has_its_file check ((state = 'made') = (file_key is not null))
);
comment on table profile_export is 'E45: lists of personal information that somebody took out, with the purpose';
comment on column profile_export.id is '-';
comment on column profile_export.asked_by is '-';
comment on column profile_export.unit_id is '-';
comment on column profile_export.desk_id is '-; the desk whose list it is; none for the whole unit';
comment on column profile_export.purpose is '-; what for, as typed';
comment on column profile_export.filters is 'P2 sealed; mask=none shown; purpose=what was searched for';
comment on column profile_export.state is '-';
comment on column profile_export.rows is '-; how many lines';
comment on column profile_export.file_key is '-';
comment on column profile_export.asked_at is '-';
comment on column profile_export.done_at is '-';
comment on column profile_export.expires_at is '-; the file goes then';
create index profile_export_of_account on profile_export (asked_by, asked_at desc);
create index profile_export_waiting on profile_export (asked_at) where state = 'waiting';
create index profile_export_expiring on profile_export (expires_at) where state = 'made';
