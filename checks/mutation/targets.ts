import type pg from 'pg'

const all = ['unique', 'unique index', 'key', 'exclude', 'trigger', 'check', 'foreign key'] as const
export type Kind = (typeof all)[number]
export const kinds: ReadonlySet<string> = new Set(all)

/** One rule that the database keeps, and how it is taken away. */
export interface Target {
  name: string
  kind: Kind
  table: string
  drop: string
}

/** What races can break: without one of these, two deeds at once are two effects, or the past can be rewritten. */
const important: ReadonlySet<Kind> = new Set<Kind>(['unique', 'unique index', 'key', 'exclude', 'trigger'])
export const isImportant = ({ kind }: Target): boolean => important.has(kind)

/**
 * Every constraint, unique index and trigger of the migrated tables. Primary keys count where they bear a name of their
 * own (`one_event_per_step`): the others are ids made at random. What hangs on a dropped key goes with it (cascade).
 */
export async function targetsOf(client: pg.Client): Promise<Target[]> {
  const { rows } = await client.query<Target>(`
    select c.conname as name, c.conrelid::regclass::text as "table",
      case c.contype when 'u' then 'unique' when 'p' then 'key' when 'x' then 'exclude' when 'c' then 'check' else 'foreign key' end as kind,
      format('alter table %s drop constraint %I cascade', c.conrelid::regclass, c.conname) as drop
    from pg_constraint c
    where c.connamespace = 'public'::regnamespace and c.contype in ('u', 'p', 'x', 'c', 'f')
      and (c.contype <> 'p' or c.conname <> (select relname || '_pkey' from pg_class where oid = c.conrelid))
    union all
    select i.indexrelid::regclass::text, i.indrelid::regclass::text, 'unique index', format('drop index %s cascade', i.indexrelid::regclass)
    from pg_index i join pg_class t on t.oid = i.indrelid
    where i.indisunique and t.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint where conindid = i.indexrelid)
    union all
    select g.tgname, g.tgrelid::regclass::text, 'trigger', format('drop trigger %I on %s', g.tgname, g.tgrelid::regclass)
    from pg_trigger g join pg_class t on t.oid = g.tgrelid
    where not g.tgisinternal and t.relnamespace = 'public'::regnamespace
    order by 2, 1`)
  return rows.filter((row) => row.table !== 'schema_migration')
}
