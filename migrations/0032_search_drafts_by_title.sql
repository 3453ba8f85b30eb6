-- D21: before its first submission an application is called what its leader writes, for those who see it: its unit and its department.
-- It is searched by that name, too.
create function keep_search_of_draft() returns trigger language plpgsql as $$
begin
  update application_search s set title = lower(regexp_replace(normalize(coalesce(left(new.value #>> '{}', 300), ''), NFKC), '\s+', '', 'g'))
    from application a where a.id = new.draft_id and a.title = '' and s.application_id = a.id;
  return null;
end $$;
create trigger search_draft_by_new_title after insert on draft_field for each row when (new.field = 'title') execute function keep_search_of_draft();
create trigger search_draft_by_title after update of value on draft_field for each row
  when (new.field = 'title' and old.value is distinct from new.value) execute function keep_search_of_draft();

-- What else changes of a draft leaves the name by which it is found.
create or replace function keep_application_search() returns trigger language plpgsql as $$
begin
  insert into application_search as s (application_id, unit_id, number, title, leader_name)
  values (new.id, new.unit_id, new.number, lower(regexp_replace(normalize(new.title, NFKC), '\s+', '', 'g')),
    lower(regexp_replace(normalize(new.leader_name, NFKC), '\s+', '', 'g')))
  on conflict (application_id) do update set unit_id = excluded.unit_id, number = excluded.number, leader_name = excluded.leader_name,
    title = case when new.title = '' then s.title else excluded.title end;
  return null;
end $$;

update application_search s set title = lower(regexp_replace(normalize(left(f.value #>> '{}', 300), NFKC), '\s+', '', 'g'))
  from application a join draft_field f on f.draft_id = a.id and f.field = 'title'
  where a.id = s.application_id and a.title = '' and f.value #>> '{}' is not null;
