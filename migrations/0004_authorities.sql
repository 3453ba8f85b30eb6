-- The tree of authorities (局级主管部门 / 区科技局) and the people who act for them and for the platform.
create table authority (
  id         uuid primary key,
  parent_id  uuid references authority (id),
  kind       text not null check (kind in ('bureau','district','municipal')),
  name       text not null check (char_length(name) between 2 and 100),
  name_key   text generated always as (lower(normalize(regexp_replace(name, '\s+', '', 'g'), NFKC))) stored,
  name_en    text not null default '' check (char_length(name_en) <= 200),
  region     text,
  sort       integer not null default 0,
  contact_phone text not null default '',
  is_open    boolean not null default true,
  version    integer not null default 1,
  created_at timestamptz not null default now(),
  constraint an_authority_is_not_its_own_parent check (parent_id <> id),
  constraint only_the_bureau_stands_on_top check ((kind = 'bureau') = (parent_id is null))
);
comment on table authority is 'S1-39: the authorities that review units; the bureau (科技局) on top';
comment on column authority.id is '-';
comment on column authority.parent_id is '-; authority above it';
comment on column authority.kind is '-; bureau 科技局, municipal 市级主管部门, district 区科技局';
comment on column authority.name is 'P0';
comment on column authority.name_key is 'P0; unique after normalisation';
comment on column authority.name_en is 'P0';
comment on column authority.region is 'P0; GB/T 2260 code of a district';
comment on column authority.sort is '-; order among siblings';
comment on column authority.contact_phone is 'P0; office phone that applicants see on the waiting page';
comment on column authority.is_open is '-; a closed one keeps its past but takes no new registrations';
comment on column authority.version is '-; seq of its last journal event';
comment on column authority.created_at is '-';
create unique index one_authority_per_name on authority (name_key);
create unique index one_bureau on authority (kind) where kind = 'bureau';

create table mandate (
  id          uuid primary key,
  account_id  uuid not null references account (id),
  post        text not null check (post in ('authority_officer','platform_admin','unit_account')),
  scope_id    uuid,
  during      tstzrange not null default tstzrange(now(), null),
  granted_by  uuid references account (id),
  ended_by    uuid references account (id),
  constraint a_post_has_the_scope_it_needs check ((post = 'platform_admin') = (scope_id is null)),
  constraint one_mandate_of_a_kind_at_a_time exclude using gist
    (account_id with =, post with =, (coalesce(scope_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, during with &&)
);
comment on table mandate is '1.3.3: who may act in which post for which scope, from when to when';
comment on column mandate.id is '-';
comment on column mandate.account_id is '-';
comment on column mandate.post is '-';
comment on column mandate.scope_id is '-; authority or unit';
comment on column mandate.during is '-; open end while it holds';
comment on column mandate.granted_by is '-; null for the set-up';
comment on column mandate.ended_by is '-';
create index mandate_of_account on mandate (account_id) where upper_inf(during);
create index mandate_in_scope on mandate (scope_id, post) where upper_inf(during);
create unique index one_unit_account_per_unit on mandate (scope_id) where post = 'unit_account' and upper_inf(during);

-- I21: the last administrator of the platform is not removable.
create function a_platform_keeps_an_administrator() returns trigger language plpgsql as $$
begin
  if old.post = 'platform_admin' and upper_inf(old.during)
     and (tg_op = 'DELETE' or not upper_inf(new.during)) then
    -- One lock for all who remove, so that two removals at once see each other.
    perform pg_advisory_xact_lock(hashtext('a_platform_keeps_an_administrator'));
    if not exists (select 1 from mandate m where m.post = 'platform_admin' and upper_inf(m.during) and m.id <> old.id) then
      raise exception 'the last administrator stays' using errcode = '23514', constraint = 'a_platform_keeps_an_administrator';
    end if;
  end if;
  return null;
end $$;
create constraint trigger a_platform_keeps_an_administrator after update or delete on mandate
  deferrable initially deferred for each row execute function a_platform_keeps_an_administrator();
