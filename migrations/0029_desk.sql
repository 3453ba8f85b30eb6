-- 待办: who was reminded of which closing time. A window that moves closes at another time, and is another row.
create table desk_reminder (
  id         uuid primary key,
  kind       text not null check (kind in ('leader','desk')),
  subject_id uuid not null,
  call_id    uuid not null references call (id),
  closes_at  timestamptz not null,
  hours      integer not null check (hours in (72, 24, 3)),
  told_at    timestamptz not null,
  constraint one_reminder_per_closing_time unique (kind, subject_id, call_id, closes_at, hours)
);
create index desk_reminder_past on desk_reminder (closes_at);
comment on table desk_reminder is 'Reminders before a closing time, each once';
comment on column desk_reminder.id is '-; subject of the notice';
comment on column desk_reminder.kind is '-; leader: of one application; desk: of all that lie there';
comment on column desk_reminder.subject_id is '-; application, or secondary unit, unit, authority or bureau';
comment on column desk_reminder.call_id is '-';
comment on column desk_reminder.closes_at is '-; the closing time that was told';
comment on column desk_reminder.hours is '-; so many hours before, or fewer';
comment on column desk_reminder.told_at is '-';
-- The few that are within a correction window, of a desk or of its leader.
create index application_in_correction on application (desk_id, correct_until) where correct_until is not null;
