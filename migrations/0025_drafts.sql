-- 填报: what a leader writes, before and between submissions. An application and its draft share one id.
create table draft (
  id           uuid primary key,
  call_id      uuid not null references call (id),
  leader_id    uuid not null references person (id),
  account_id   uuid not null references account (id),
  lock         text not null default 'open' check (lock in ('open','marked','locked')),
  marks        text[] not null default '{}',
  version      integer not null default 1,
  begun_at     timestamptz not null,
  saved_at     timestamptz not null,
  constraint marks_are_of_a_marked_draft check ((lock = 'marked') = (cardinality(marks) > 0))
);
comment on table draft is 'S2-78 未提交: the contents of an application while the leader writes';
comment on column draft.id is '-; that of the application';
comment on column draft.call_id is '-';
comment on column draft.leader_id is '-; 负责人';
comment on column draft.account_id is '-; of the leader';
comment on column draft.lock is '-; open all, marked only the marked fields (D18), locked while it is under way (E39)';
comment on column draft.marks is '-; ids of the fields that a return unlocked';
comment on column draft.version is '-; grows with every change of members, files, lock';
comment on column draft.begun_at is '-';
comment on column draft.saved_at is '-';
create index draft_of_account on draft (account_id, begun_at desc);
create index draft_of_call on draft (call_id);

-- One row per field: two windows that write different fields never meet; the same field is compared by its version.
create table draft_field (
  draft_id   uuid not null references draft (id),
  field      text not null check (field ~ '^[a-z][a-z0-9_]{0,39}$'),
  value      jsonb not null,
  version    integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null references account (id),
  constraint draft_field_pkey primary key (draft_id, field)
);
comment on table draft_field is 'What stands in one field of a draft';
comment on column draft_field.draft_id is '-';
comment on column draft_field.field is '-; its id in the form';
comment on column draft_field.value is 'P1; mask=none shown; purpose=contents of an application';
comment on column draft_field.version is '-; compared at every save: no silent overwrite between windows';
comment on column draft_field.changed_at is '-';
comment on column draft_field.changed_by is '-';

create table draft_member (
  id           uuid primary key,
  draft_id     uuid not null references draft (id),
  name         text not null check (char_length(name) between 1 and 60),
  phone        text not null,
  phone_blind  text not null,
  task         text not null default '' check (char_length(task) <= 200),
  months       numeric(4,1) check (months between 0 and 120),
  state        text not null default 'invited' check (state in ('invited','confirmed','declined','withdrawn')),
  person_id    uuid references person (id),
  account_id   uuid references account (id),
  unit_name    text not null default '',
  title        text not null default '',
  invited_at   timestamptz not null,
  answered_at  timestamptz,
  sort         integer not null default 0,
  constraint a_confirmed_member_is_a_person check ((state = 'confirmed') <= (person_id is not null and answered_at is not null))
);
comment on table draft_member is 'E59: 项目参与人, who confirm in their own account';
comment on column draft_member.id is '-';
comment on column draft_member.draft_id is '-';
comment on column draft_member.name is 'P1; mask=name; purpose=whom the leader invited';
comment on column draft_member.phone is 'P1 sealed; mask=phone; purpose=the invitation goes there';
comment on column draft_member.phone_blind is 'P1 blind; purpose=the invited finds it in his own account';
comment on column draft_member.task is 'P1; mask=none shown; purpose=分工';
comment on column draft_member.months is '-; 投入月数';
comment on column draft_member.state is '-; 待本人确认, 已确认, 已拒绝; withdrawn was taken off the list';
comment on column draft_member.person_id is '-; once confirmed';
comment on column draft_member.account_id is '-; once answered';
comment on column draft_member.unit_name is 'P0; of the time of the answer';
comment on column draft_member.title is 'P1; mask=none shown; purpose=职称 at the time of the answer';
comment on column draft_member.invited_at is '-';
comment on column draft_member.answered_at is '-';
comment on column draft_member.sort is '-';
create unique index one_invitation_per_phone on draft_member (draft_id, phone_blind) where state in ('invited','confirmed');
create unique index one_place_per_member on draft_member (draft_id, person_id) where state = 'confirmed';
create index draft_member_of_draft on draft_member (draft_id, sort);
create index draft_member_by_phone on draft_member (phone_blind) where state = 'invited';
create index draft_member_of_account on draft_member (account_id);

create table draft_file (
  id          uuid primary key,
  draft_id    uuid not null references draft (id),
  field       text not null,
  name        text not null check (char_length(name) between 1 and 130),
  kind        text not null check (kind in ('pdf','jpg','png')),
  bytes       integer not null check (bytes > 0),
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  pages       integer,
  file_key    text not null,
  preview_key text,
  is_picture  boolean not null default false,
  state       text not null check (state in ('checking','clean','refused')),
  refusal     text,
  uploaded_by uuid not null references account (id),
  uploaded_at timestamptz not null,
  removed_at  timestamptz,
  -- I23: who refers to a file refers to a clean one.
  constraint file_in_its_state unique (id, state),
  constraint a_refused_file_has_its_reason check ((state = 'refused') = (refusal is not null))
);
comment on table draft_file is 'Attachments of an application, and pictures in its texts; in quarantine until checked';
comment on column draft_file.id is '-';
comment on column draft_file.draft_id is '-';
comment on column draft_file.field is '-; id of the field of the form: files, or the rich text that shows it';
comment on column draft_file.name is 'P1; mask=none shown; purpose=name of an attachment';
comment on column draft_file.kind is '-';
comment on column draft_file.bytes is '-';
comment on column draft_file.sha256 is '-; part of what is hashed at submission';
comment on column draft_file.pages is '-';
comment on column draft_file.file_key is '-';
comment on column draft_file.preview_key is '-; a picture drawn anew (D24); none of a PDF';
comment on column draft_file.is_picture is '-; shown within a rich text; counts while the text shows it';
comment on column draft_file.refusal is '-; word of the refusal at the second look';
comment on column draft_file.state is '-; only a clean one is ever shown';
comment on column draft_file.uploaded_by is '-';
comment on column draft_file.uploaded_at is '-';
comment on column draft_file.removed_at is '-; taken out by the leader; kept where a submitted version shows it (E61)';
create index draft_file_of_draft on draft_file (draft_id, field);
create index draft_file_by_key on draft_file (file_key);
create index draft_file_by_preview on draft_file (preview_key) where preview_key is not null;
create index draft_file_removed on draft_file (removed_at) where removed_at is not null;
create index draft_file_to_check on draft_file (uploaded_at) where state = 'checking';
