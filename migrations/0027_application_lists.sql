-- 本单位的项目 (S2-76..90): kept counts (D22), the ways through the lists, search by words (D21), frozen batches (E48).

-- An application stands in up to four lists: of its unit, its secondary unit and, once it has come that far, of the
-- authority and of the bureau. All of them share `place`, one sequence for the whole platform: places of a scope of its
-- own would need a counter per list whose row everybody locks who hands in, and four columns that every step rewrites.
-- The price is that the places of one unit lie scattered over all of them; see the blocks below. Measured at 500,000
-- applications over 3,000,000 places: a page of a unit with 1,000 of them reads 92 pages of 8 kB and one with 20,000 reads 70; a
-- jump to a page by its number 107 and 170; of the bureau with 208,000 98 and 290.
drop index if exists application_at_desk;
drop index if exists application_waiting;
create index application_queue on application (desk_id, queued_at, id) where desk_id is not null;
create index application_of_unit_unsubmitted on application (unit_id, place) where state in ('draft','returned','withdrawn');
create index application_of_unit_by_call on application (unit_id, call_id, place);
-- What came up to the authority or the bureau, also where it was sent back from there (1.3.2): the same words as in reach.ts.
create index application_of_authority on application (authority_desk, place) where state in ('authority','bureau','accepted','not_accepted') or returned_by in ('authority','bureau');
create index application_of_authority_by_state on application (authority_desk, state, place) where state in ('authority','bureau','accepted','not_accepted') or returned_by in ('authority','bureau');
create index application_of_bureau on application (bureau_desk, place) where state in ('authority','bureau','accepted','not_accepted') or returned_by = 'bureau';
create index application_of_bureau_by_state on application (bureau_desk, state, place) where state in ('authority','bureau','accepted','not_accepted') or returned_by = 'bureau';
create index application_of_bureau_by_call on application (bureau_desk, call_id, place) where state in ('authority','bureau','accepted','not_accepted') or returned_by = 'bureau';
-- What was sent back from above and is not there again: few, and asked for by themselves.
create index application_sent_back on application (bureau_desk, place) where returned_by = 'bureau';
create index application_sent_back_by_authority on application (authority_desk, place) where returned_by in ('authority','bureau');
-- Who has it follows from whose it is and how far it has come: without that the planner takes a queue for a few rows.
create statistics application_desks (dependencies) on unit_id, secondary_unit_id, desk_id, state from application;

-- D22: what every page says, and the strip of states above it. A few rows per list, however long it is.
-- `shard` is the connection's: in the last hours whole cities pass on to one bureau, and whoever counts there must not
-- wait until the batch of another unit has ended. A count is the sum over the shards, of which some may be below zero; a job
-- gathers them.
create table application_total (
  scope_id uuid not null,
  call_id  uuid not null,
  state    text not null,
  shard    integer not null,
  n        bigint not null,
  constraint application_total_pkey primary key (scope_id, call_id, state, shard)
);
comment on table application_total is 'D22: how many applications of each call and state stand in the list of a unit, secondary unit, authority or bureau';
comment on column application_total.scope_id is '-; unit, secondary unit, authority or bureau';
comment on column application_total.call_id is '-';
comment on column application_total.state is '-';
comment on column application_total.shard is '-; of the connection that counted: nobody waits for another one';
comment on column application_total.n is '-';

-- Only for a jump to a page by its number: which block of places the page begins in. Blocks of 8,192 places, not of 512: a
-- list holds a few of the places of each block, and small blocks would be as many as its rows. No blocks for secondary
-- units: their lists are short enough to be numbered.
create table application_block (
  scope_id uuid not null,
  state    text not null,
  block    bigint not null,
  shard    integer not null,
  n        bigint not null,
  constraint application_block_pkey primary key (scope_id, state, block, shard)
);
comment on table application_block is 'D22: how many applications of each state stand in each block of 8,192 places of a list';
comment on column application_block.scope_id is '-';
comment on column application_block.state is '-';
comment on column application_block.block is '-; place / 8192';
comment on column application_block.shard is '-';
comment on column application_block.n is '-';

create type application_move as (
  unit_id uuid, secondary_unit_id uuid, authority_desk uuid, bureau_desk uuid, call_id uuid, state text, returned_by text, block bigint, change integer
);

-- The lists in which an application stands, as in reach.ts. Rows are taken in the order of their key, so that two deeds that
-- count at the same places never wait for each other crosswise.
create function count_applications(moves application_move[]) returns void language sql as $$
  with m as materialized (select * from unnest(moves)),
  raised as materialized (select *, state in ('authority','bureau','accepted','not_accepted') as is_above from m),
  listed as materialized (
    select unit_id as scope_id, call_id, state, block, sum(change) as n, true as has_blocks from raised group by 1, 2, 3, 4
    union all select secondary_unit_id, call_id, state, block, sum(change), false from raised where secondary_unit_id is not null group by 1, 2, 3, 4
    union all select authority_desk, call_id, state, block, sum(change), true from raised
      where authority_desk is not null and (is_above or returned_by in ('authority','bureau')) group by 1, 2, 3, 4
    union all select bureau_desk, call_id, state, block, sum(change), true from raised
      where bureau_desk is not null and (is_above or returned_by = 'bureau') group by 1, 2, 3, 4),
  totals as (
    insert into application_total as t (scope_id, call_id, state, shard, n)
    select scope_id, call_id, state, pg_backend_pid() % 8, sum(n) from listed group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
    on conflict on constraint application_total_pkey do update set n = t.n + excluded.n)
  insert into application_block as b (scope_id, state, block, shard, n)
  select scope_id, state, block, pg_backend_pid() % 8, sum(n) from listed where has_blocks group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
  on conflict on constraint application_block_pkey do update set n = b.n + excluded.n
$$;
create function count_new_applications() returns trigger language plpgsql as $$
begin
  perform count_applications(array_agg((unit_id, secondary_unit_id, authority_desk, bureau_desk, call_id, state, returned_by, place / 8192, 1)::application_move)) from came;
  return null;
end $$;
create function count_moved_applications() returns trigger language plpgsql as $$
begin
  perform count_applications(array_agg(move)) from (
    select (unit_id, secondary_unit_id, authority_desk, bureau_desk, call_id, state, returned_by, place / 8192, 1)::application_move as move from came
    union all select (unit_id, secondary_unit_id, authority_desk, bureau_desk, call_id, state, returned_by, place / 8192, -1)::application_move from went) as m;
  return null;
end $$;
create function count_dropped_applications() returns trigger language plpgsql as $$
begin
  perform count_applications(array_agg((unit_id, secondary_unit_id, authority_desk, bureau_desk, call_id, state, returned_by, place / 8192, -1)::application_move)) from went;
  return null;
end $$;
create trigger count_new_applications after insert on application
  referencing new table as came for each statement execute function count_new_applications();
create trigger count_moved_applications after update on application
  referencing old table as went new table as came for each statement execute function count_moved_applications();
create trigger count_dropped_applications after delete on application
  referencing old table as went for each statement execute function count_dropped_applications();

-- D21: words of 项目名称 and 负责人, in the form in which they are searched. A table of its own: an application moves through
-- its states without touching the index of its words, which costs more than all its others.
create table application_search (
  application_id uuid primary key references application (id) on delete cascade,
  unit_id        uuid not null,
  number         text,
  title          text not null,
  leader_name    text not null
);
comment on table application_search is 'D21: what applications are searched by; follows them by itself';
comment on column application_search.application_id is '-';
comment on column application_search.unit_id is '-';
comment on column application_search.number is 'P0; search by 项目编号 or its beginning, in whichever collation the database has';
comment on column application_search.title is 'P1; mask=none shown; purpose=search by 项目名称; small letters without spaces';
comment on column application_search.leader_name is 'P1; mask=name; purpose=search by 负责人; small letters without spaces';
create index application_search_by_number on application_search (number text_pattern_ops);
create index application_search_by_title_within_unit on application_search using gin (bigrams_within(unit_id, title));
create index application_search_by_leader_within_unit on application_search using gin (bigrams_within(unit_id, leader_name));
create index application_search_by_title on application_search using gin (bigrams(title));
create index application_search_by_leader on application_search using gin (bigrams(leader_name));
create function keep_application_search() returns trigger language plpgsql as $$
begin
  insert into application_search as s (application_id, unit_id, number, title, leader_name)
  values (new.id, new.unit_id, new.number, lower(regexp_replace(normalize(new.title, NFKC), '\s+', '', 'g')),
    lower(regexp_replace(normalize(new.leader_name, NFKC), '\s+', '', 'g')))
  on conflict (application_id) do update set unit_id = excluded.unit_id, number = excluded.number, title = excluded.title, leader_name = excluded.leader_name;
  return null;
end $$;
create trigger search_new_application after insert on application for each row execute function keep_application_search();
create trigger keep_application_search after update of title, leader_name, number, unit_id on application for each row
  when ((old.title, old.leader_name, old.number, old.unit_id) is distinct from (new.title, new.leader_name, new.number, new.unit_id)) execute function keep_application_search();

-- 批量提交: a set is frozen at the confirm and run afterwards, or never.
alter table application_batch add column run_at timestamptz, add column expires_at timestamptz not null,
  add constraint a_batch_is_run_once check ((run_at is null) or run_at < expires_at),
  add constraint only_what_was_run_is_undone check (undone_at is null or run_at is not null);
comment on column application_batch.made_at is '-; when the set was frozen (E48)';
comment on column application_batch.run_at is '-; when it was run; it can be undone for ten minutes from then (E51)';
comment on column application_batch.expires_at is '-; until when a frozen set may be run';
create index application_batch_of_desk on application_batch (desk_id, run_at desc) where run_at is not null;
create index application_batch_expiring on application_batch (expires_at) where run_at is null;
alter table application_batch_item add column nth integer not null, add column params jsonb not null default '{}';
comment on column application_batch_item.nth is '-; order in the set: that of the queue; the first take the places of a quota (E57)';
comment on column application_batch_item.params is 'P1; mask=none shown; purpose=what the refusal names: desk, manager, time';
comment on column application_batch_item.outcome is '-; ready or warned while frozen; then done, undone, or the code of the refusal';
