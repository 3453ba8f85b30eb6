-- E10: an application may get another leader; what was submitted stays whose it was (E61).
alter table application_version add column leader_id uuid references person (id), add column leader_name text, add column unit_name text, add column secondary_unit_name text;
comment on column application_version.leader_id is '-; 负责人 of this version';
comment on column application_version.leader_name is 'P1; mask=name; purpose=负责人 of this version';
comment on column application_version.unit_name is 'P0; of its time';
comment on column application_version.secondary_unit_name is 'P0; 部门 of its leader, of its time';
alter table application_version disable trigger a_submitted_version_never_changes;
update application_version v set leader_id = a.leader_id, leader_name = a.leader_name, unit_name = a.unit_name, secondary_unit_name = a.secondary_unit_name
  from application a where a.id = v.application_id;
alter table application_version enable trigger a_submitted_version_never_changes;
alter table application_version alter column leader_id set not null, alter column leader_name set not null, alter column unit_name set not null,
  add constraint a_version_of_its_leader unique (application_id, revision, leader_id);

-- Who submits a version leads it; from then on it carries him, whoever leads the application.
create function a_version_is_led_by_who_leads_it() returns trigger language plpgsql as $$
begin
  if not exists (select from application a where a.id = new.application_id and a.leader_id = new.leader_id) then
    raise exception 'version of another leader' using errcode = '23514', constraint = 'a_version_is_led_by_who_leads_it';
  end if;
  return new;
end $$;
create trigger a_version_is_led_by_who_leads_it before insert on application_version for each row execute function a_version_is_led_by_who_leads_it();

-- I11: nobody decides on what he submitted himself.
alter table application_decision drop constraint a_decision_carries_the_leader,
  add constraint a_decision_carries_the_leader foreign key (application_id, revision, leader_id) references application_version (application_id, revision, leader_id);
alter table application drop constraint application_of_its_leader;
-- E10: the unit sends back what lies at its department when the leader cannot go on with it.
alter table application_decision drop constraint application_decision_acted_for_check, add constraint application_decision_acted_for_check check (acted_for in ('vacant','silent','gone'));
comment on column application_decision.acted_for is '-; D11, E37: the unit acted for a department that is vacant or silent; E10: its leader was gone';
create index application_version_of_submitter on application_version (submitted_by, application_id);
