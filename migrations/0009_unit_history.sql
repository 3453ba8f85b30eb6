-- What becomes of a unit after its approval: other names (E03), and an end with or without successors (E04).
alter table unit drop constraint unit_status_check;
alter table unit add constraint unit_status_check check (status in ('active','suspended','dissolved'));
comment on column unit.status is '-; 已生效, 已停用, 已注销';

create table unit_name (
  id      uuid primary key,
  unit_id uuid not null references unit (id),
  name    text not null,
  during  tstzrange not null,
  constraint one_name_of_a_unit_at_a_time exclude using gist (unit_id with =, during with &&)
);
comment on table unit_name is 'E03: the names of a unit with their time; whatever was done keeps the name of its time';
comment on column unit_name.id is '-';
comment on column unit_name.unit_id is '-';
comment on column unit_name.name is 'P0';
comment on column unit_name.during is '-; open end for the present one';
create unique index one_present_name_per_unit on unit_name (unit_id) where upper_inf(during);

create table unit_successor (
  unit_id      uuid not null references unit (id),
  successor_id uuid not null references unit (id),
  primary key (unit_id, successor_id),
  constraint a_unit_does_not_succeed_itself check (unit_id <> successor_id)
);
comment on table unit_successor is 'E04: who follows a unit that was merged or split; its history stays its own';
comment on column unit_successor.unit_id is '-; the unit that ended';
comment on column unit_successor.successor_id is '-; who follows it';
create index unit_successor_backwards on unit_successor (successor_id);
