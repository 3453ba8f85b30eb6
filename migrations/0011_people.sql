-- Persons (填报用户, D12) and the unit that each is bound to.
create table person (
  id            uuid primary key,
  account_id    uuid not null references account (id),
  user_name     text not null,
  name          text not null,
  document_type text,
  document      text,
  document_blind text,
  document_last4_blind text,
  state         text not null check (state in ('new','enabled','disabled','refused','released')),
  is_enabled    boolean not null generated always as (state = 'enabled') stored,
  unit_id       uuid references unit (id),
  place         bigint,
  version       integer not null default 1,
  state_reason  text,
  state_since   timestamptz not null default now(),
  joined_at     timestamptz,
  vouched_at    timestamptz,
  reminded_at   timestamptz,
  compared_at   timestamptz,
  created_at    timestamptz not null default now(),
  constraint a_document_is_whole check ((document_type is null) = (document is null) and (document is null) = (document_blind is null)
    and (document is null) = (document_last4_blind is null)),
  constraint a_person_without_unit_is_refused_or_released check ((unit_id is null) = (state in ('refused','released'))),
  constraint a_person_of_a_unit_has_a_place_in_its_list check ((unit_id is null) = (place is null) and (unit_id is null) = (joined_at is null)),
  constraint only_who_belongs_to_a_unit_is_vouched_for check ((vouched_at is not null) = (state in ('enabled','disabled')))
);
comment on table person is 'D12: a person with an account; 填报用户 is one bound to a managing unit';
comment on column person.id is '-';
comment on column person.account_id is '-; the account it signs in with';
comment on column person.user_name is 'P1; mask=name; purpose=search in the unit''s list (S1-45); as in account, where it never changes';
comment on column person.name is 'P1; mask=name; purpose=负责人姓名 in the unit''s list (S1-47)';
comment on column person.document_type is '-; code of the kind of document';
comment on column person.document is 'P2 sealed; mask=document; purpose=one person per document (S1-25, S1-N1); kind and number in one text, since the blind index is over both';
comment on column person.document_blind is 'P2 blind; purpose=duplicates, search by exact value (D21); over kind and number';
comment on column person.document_last4_blind is 'P2 blind; purpose=search by last four (D21)';
comment on column person.state is '-; 已注册 已启用 已禁用 已拒绝 已移出 (1.4.2)';
comment on column person.is_enabled is '-; 用户状态 of the manual (S1-48): everything but enabled reads 已禁用';
comment on column person.unit_id is '-; managing unit (管理单位); none after a refusal or a release (E09)';
comment on column person.place is '-; place in the order of the unit''s list; never given twice in one unit';
comment on column person.version is '-; seq of its last journal event';
comment on column person.state_reason is 'P1 sealed; mask=none shown; purpose=why the unit or the support disabled, refused or released: the person and the unit read it';
comment on column person.state_since is '-';
comment on column person.joined_at is '-; when this unit was chosen';
comment on column person.vouched_at is '-; since when the unit answers for who this is: its first 启用';
comment on column person.reminded_at is '-; when the person last asked a unit to look: once a day, whichever unit';
comment on column person.compared_at is '-; when the document was compared with those that units vouch for, apart from the registration (D14)';
comment on column person.created_at is '-';
create unique index one_person_per_account on person (account_id);
-- I15, S1-N1: a number can be typed by anybody, so only the one that a unit answers for is unique.
create unique index one_vouched_person_per_document on person (document_blind) where vouched_at is not null;
create unique index one_place_in_the_list_of_a_unit on person (unit_id, place);
create index person_by_document on person (document_blind);
create index person_to_compare on person (id) where compared_at is null;
create index person_by_document_last4 on person (document_last4_blind);
create index person_of_unit_by_status on person (unit_id, is_enabled, place);
create index person_by_name_in_unit on person (unit_id, name);
create index person_waiting_in_unit on person (unit_id, place) where state = 'new';
-- How long the unit usually takes: its last decisions, without the people that came from an older system.
create index person_decided_in_unit on person (unit_id, vouched_at desc) where vouched_at > joined_at;

-- Two characters of a name within one unit: the search of a unit reads what its own people match, not the whole platform.
-- Named with its schema: an index is built under a search path that knows none of ours.
create function bigrams_within(scope uuid, source text) returns text[]
  language sql immutable strict parallel safe as $$
  select coalesce(array_agg(substr(scope::text, 1, 8) || substr(scope::text, 20, 17) || ':' || gram), '{}') from unnest(public.bigrams(source)) as gram
$$;
create index person_by_name_within_unit on person using gin (bigrams_within(unit_id, name)) where unit_id is not null;
create index person_by_user_name_within_unit on person using gin (bigrams_within(unit_id, user_name)) where unit_id is not null;

-- The next free place in the list of a unit; its row is the lock of those who join at the same time.
create table unit_people (
  unit_id    uuid primary key references unit (id),
  next_place bigint not null default 0,
  mailed_at  timestamptz
);
comment on table unit_people is 'Places in the list of a unit''s people';
comment on column unit_people.unit_id is '-';
comment on column unit_people.next_place is '-; given to the next person who joins';
comment on column unit_people.mailed_at is '-; when the unit was last told by mail that somebody waits: once an hour at most';

-- D22: exact totals and page jumps without counting: kept per unit, state and block of 512 places, in the transaction of the deed.
create table person_total (
  unit_id uuid not null,
  block   bigint not null,
  state   text not null,
  n       bigint not null,
  primary key (unit_id, block, state)
);
comment on table person_total is 'D22: how many people of each state stand in each block of 512 places of a unit''s list';
comment on column person_total.unit_id is '-';
comment on column person_total.block is '-; place / 512';
comment on column person_total.state is '-';
comment on column person_total.n is '-';

create function keep_person_total() returns trigger language plpgsql as $$
begin
  -- Ordered, so that two deeds that touch the same totals never wait for each other crosswise.
  insert into person_total as t (unit_id, block, state, n)
  select unit_id, block, state, sum(change) from (
    select unit_id, place / 512 as block, state, 1 as change from came where unit_id is not null
    union all
    select unit_id, place / 512, state, -1 from went where unit_id is not null
  ) as c
  group by unit_id, block, state having sum(change) <> 0
  order by unit_id, block, state
  on conflict (unit_id, block, state) do update set n = t.n + excluded.n;
  return null;
end $$;
create function count_new_people() returns trigger language plpgsql as $$
begin
  insert into person_total as t (unit_id, block, state, n)
  select unit_id, place / 512, state, count(*) from came where unit_id is not null
  group by unit_id, place / 512, state order by unit_id, place / 512, state
  on conflict (unit_id, block, state) do update set n = t.n + excluded.n;
  return null;
end $$;
create trigger count_new_people after insert on person
  referencing new table as came for each statement execute function count_new_people();
create trigger keep_person_total after update on person
  referencing old table as went new table as came
  for each statement execute function keep_person_total();
