import type pg from 'pg'
import { applicationsOf, callCount, callIdOf, commonTitle, rareTitle } from './applications.ts'
import { idAt } from './chance.ts'
import { today } from './people.ts'
import { unitCount, unitId } from './persons.ts'
import { schoolCount, schoolId } from './reviews.ts'

/** Twelve calls with windows that are open. */
export async function fillCalls(client: pg.Client): Promise<void> {
  await client.query(`
    insert into call (id, code, state, draft, title, made_by, made_at, changed_at)
    select i.id, 'YA' || i.nth, 'draft', c.draft, '第' || i.nth || '批指南（压测）', c.made_by, now(), now() from unnest($1::uuid[]) with ordinality as i (id, nth), (select * from call where code = 'YC27') c`,
  [Array.from({ length: callCount }, (_, i) => callIdOf(i))])
  await client.query(`
    insert into call_version (call_id, version, document, hash, published_by, published_at)
    select c.id, 1, v.document, v.hash, v.published_by, now() from call c, call_version v where c.code like 'YA%' and v.call_id = (select id from call where code = 'YC27')`)
  await client.query(`update call set state = 'published', published = 1, published_at = now() where code like 'YA%'`)
  await client.query(`
    insert into call_window (call_id, level, nth, opens_at, closes_at, moved_at)
    select c.id, l.level, 1, now() - interval '30 days', now() + interval '30 days', now() from call c, unnest(array['leader','department','unit']) as l (level) where c.code like 'YA%'`)
}

const chunk = 25_000

/**
 * Applications that belong to so many registrations, beyond those there are: as they stand after a year of rounds, in an
 * order of places that has nothing to do with their units. The triggers that keep counts and words are put off and what they
 * keep is made at once: every operation says how many it must find.
 */
export async function fillApplications(client: pg.Client, before: number, registrations: number): Promise<void> {
  const [from, to] = [before === 0 ? { inUnit: 0, all: 0 } : applicationsOf(before), applicationsOf(registrations)]
  if (to.all === from.all) return
  await client.query(`set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '256MB'`)
  const { rows: indexes } = await client.query<{ indexname: string; indexdef: string }>(`
    select indexname, indexdef from pg_indexes where tablename in ('application', 'application_search') and indexname not in (select conname from pg_constraint)`)
  for (const { indexname } of indexes) await client.query(`drop index ${indexname}`)
  // Not the leader whose drafts are measured.
  const { rows: [leader] } = await client.query<{ account_id: string }>(`select account_id from person where unit_id = $1 and state = 'enabled' and place < 999999999 order by id limit 1`, [unitId(0)])
  await client.query('alter table application disable trigger user')
  for (let first = from.all + 1; first <= to.all; first += chunk) {
    const values = [first, Math.min(to.all, first + chunk - 1), to.all - from.all, to.inUnit - from.inUnit, leader?.account_id, unitCount - 1, schoolCount, callCount, from.all]
    await client.query('begin')
    await client.query(come, values)
    for (const statement of [drafts, applications, versions]) await client.query(statement)
    await client.query('commit')
  }
  await client.query('alter table application enable trigger user')
  await client.query(`select setval('application_place', (select max(place) from application))`)
  for (const statement of [search, emptyTotals, totals, emptyBlocks, blocks]) await client.query(statement)
  for (const { indexdef } of indexes) await client.query(indexdef)
  await client.query('vacuum analyze')
}

/** An id of the n-th, sorted by n; the first ones of a stretch are those of the big unit, their places scattered over all. */
const come = `
  create temp table come on commit drop as
  select n, ('${idAt(today, 71, 0).slice(0, 24)}' || lpad(to_hex(n), 12, '0'))::uuid as id,
    case when n - $9::int <= $4::int then '${unitId(0)}'::uuid else ('${unitId(0).slice(0, 24)}' || lpad(to_hex(1 + n % $6::int), 12, '0'))::uuid end as unit_id,
    case when n - $9::int <= $4::int then ('${schoolId(0).slice(0, 24)}' || lpad(to_hex(n % $7::int), 12, '0'))::uuid end as school_id,
    ('${callIdOf(0).slice(0, 24)}' || lpad(to_hex(n % $8::int), 12, '0'))::uuid as call_id,
    ($9::bigint + 1 + ((n - $9::int)::bigint * 7919) % $3::bigint) * 6 as place,
    (array['draft','draft','returned','withdrawn','department','unit','unit','bureau','bureau','accepted','accepted','not_accepted'])[1 + abs(hashint4(n)) % 12] as state,
    $5::uuid as account_id, now() - n % 1000000 * interval '20 seconds' as at
  from generate_series($1::int, $2::int) as n`

const drafts = `
  insert into draft (id, call_id, leader_id, account_id, lock, begun_at, saved_at)
  select c.id, c.call_id, p.id, c.account_id, case when c.state in ('draft','returned','withdrawn') then 'open' else 'locked' end, c.at, c.at from come c join person p on p.account_id = c.account_id`

const applications = `
  insert into application (id, call_id, number, title, category, leader_id, account_id, leader_name, unit_id, unit_name, secondary_unit_id, secondary_unit_name,
    department_desk, bureau_desk, state, desk_id, revision, warnings, place, queued_at, begun_at, submitted_at, arrived_at, changed_at, version)
  select c.id, c.call_id, case when c.state <> 'draft' then 'YB27' || lpad(c.n::text, 7, '0') end,
    case when c.n % 1000 = 0 then '${rareTitle}' when c.n % 10 = 1 then '${commonTitle}' else '面向' || substr('数据材料生物能源农业医疗交通制造环保水利建筑化工', 1 + (c.n * 7) % 24, 2) end
      || '的' || substr('智能检测调度优化控制识别评估诊断合成', 1 + (c.n * 11) % 18, 2) || '关键技术研究' || c.n,
    '重点研发', p.id, c.account_id, p.name, c.unit_id, u.name, c.school_id, s.name, case when c.state <> 'draft' then c.school_id end, case when c.state <> 'draft' then b.id end,
    case when c.state = 'department' and c.school_id is null then 'unit' else c.state end,
    case c.state when 'department' then coalesce(c.school_id, c.unit_id) when 'unit' then c.unit_id when 'bureau' then b.id end,
    case when c.state = 'draft' then 0 else 1 end, (c.n % 20 = 0)::int, c.place,
    case when c.state in ('department','unit','bureau') then c.at end, c.at, case when c.state <> 'draft' then c.at end, case when c.state in ('department','unit','bureau') then c.at end, c.at, 2
  from come c join person p on p.account_id = c.account_id join unit u on u.id = c.unit_id left join secondary_unit s on s.id = c.school_id, authority b where b.kind = 'bureau'`

/** Of the big unit only: what is opened and decided. */
const versions = `
  insert into application_version (application_id, revision, call_version, call_id, content, hash, received_at, window_nth, opens_at, closes_at, submitted_by, receipt, leader_id, leader_name, unit_name)
  select c.id, 1, 1, c.call_id, jsonb_build_object('values', d.values, 'facts', '{}'::jsonb, 'members', '[]'::jsonb, 'files', '[]'::jsonb), repeat('0', 64), w.opens_at + interval '1 day', w.nth, w.opens_at, w.closes_at, c.account_id, 'receipt', a.leader_id, a.leader_name, a.unit_name
  from come c join application a on a.id = c.id join call_window w on w.call_id = c.call_id and w.level = 'leader',
    (select jsonb_object_agg(f.field, f.value) as values from draft_field f where f.draft_id = (select min(id::text)::uuid from draft where call_id = (select id from call where code = 'YC27'))) d
  where c.unit_id = '${unitId(0)}' and c.state <> 'draft'`

const search = `
  insert into application_search (application_id, unit_id, number, title, leader_name) select id, unit_id, number, title, leader_name from application on conflict do nothing`

const lists = `(
  select unit_id as scope_id, true as has_blocks, call_id, state, place from application
  union all select secondary_unit_id, false, call_id, state, place from application where secondary_unit_id is not null
  union all select bureau_desk, true, call_id, state, place from application where bureau_desk is not null and state in ('authority','bureau','accepted','not_accepted'))`
const emptyTotals = 'truncate application_total'
const totals = `insert into application_total (scope_id, call_id, state, shard, n) select scope_id, call_id, state, 8, count(*) from ${lists} as l group by 1, 2, 3`
const emptyBlocks = 'truncate application_block'
const blocks = `insert into application_block (scope_id, state, block, shard, n) select scope_id, state, place / 8192, 8, count(*) from ${lists} as l where has_blocks group by 1, 2, 3`
