import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { AuthorityKind } from './authority.ts'

export interface Authority {
  id: string
  parentId: string | null
  kind: AuthorityKind
  name: string
  nameEn: string
  region: string | null
  sort: number
  contactPhone: string
  isOpen: boolean
  version: number
}

const columns = [
  'id', 'parent_id as parentId', sql<AuthorityKind>`kind`.as('kind'), 'name', 'name_en as nameEn', 'region', 'sort',
  'contact_phone as contactPhone', 'is_open as isOpen', 'version',
] as const

/** The whole tree, a hundred rows or so, each after the one above it. */
export async function allAuthorities(db: Db): Promise<Authority[]> {
  const rows = await db.selectFrom('authority').select(columns).orderBy('sort').orderBy(sql`kind = 'district'`).orderBy('name').orderBy('id').execute()
  const below = Map.groupBy(rows, (row) => row.parentId)
  const walk = (id: string | null): Authority[] => (below.get(id) ?? []).flatMap((row) => [row, ...walk(row.id)])
  return walk(null)
}

export const authorityById = (db: Db, id: string): Promise<Authority | undefined> =>
  db.selectFrom('authority').select(columns).where('id', '=', id).executeTakeFirst()

export const authorityForUpdate = (tx: Tx, id: string): Promise<Authority | undefined> =>
  tx.selectFrom('authority').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

export const openAuthorityForShare = (tx: Tx, id: string): Promise<Authority | undefined> =>
  tx.selectFrom('authority').select(columns).where('id', '=', id).where('is_open', '=', true).forShare().executeTakeFirst()

/** Two who change the shape of the tree at once take turns: a cycle needs two moves that do not see each other. */
export const lockTree = (tx: Tx): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtext('authority_tree'))`.execute(tx)

export async function idsAbove(db: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select parent_id, 1 as step from authority where id = ${id}
      union all
      select a.parent_id, above.step + 1 from authority a join above on a.id = above.parent_id
    )
    select parent_id as id from above where parent_id is not null order by step`.execute(db)
  return rows.map((row) => row.id)
}

export async function idsBelow(db: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id, 1 as step from authority where parent_id = ${id}
      union all
      select a.id, below.step + 1 from authority a join below on a.parent_id = below.id
    )
    select id from below order by step, id`.execute(db)
  return rows.map((row) => row.id)
}

export const addAuthority = (tx: Tx, row: Omit<Authority, 'version' | 'isOpen'>): Promise<unknown> =>
  tx.insertInto('authority').values({
    id: row.id, parent_id: row.parentId, kind: row.kind, name: row.name, name_en: row.nameEn, region: row.region,
    sort: row.sort, contact_phone: row.contactPhone,
  }).execute()

export type AuthorityChange = Partial<Pick<Authority, 'parentId' | 'name' | 'nameEn' | 'region' | 'sort' | 'contactPhone' | 'isOpen'>>

/** Of a row that the caller holds locked. */
export const changeAuthority = (tx: Tx, row: Authority, change: AuthorityChange): Promise<unknown> =>
  tx.updateTable('authority').set({
    parent_id: change.parentId, name: change.name, name_en: change.nameEn, region: change.region, sort: change.sort,
    contact_phone: change.contactPhone, is_open: change.isOpen, version: row.version + 1,
  }).where('id', '=', row.id).execute()

/** Registrations that wait for a decision at each desk (D22: kept totals). Read-only: the table is written by units. */
export async function waitingAt(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('unit_registration_total').select(['desk_id', 'n']).where('state', '=', 'submitted').execute()
  return new Map(rows.map((row) => [row.desk_id, row.n]))
}

/** Exact, for the moment of closing: a submission holds the desk's row locked, so none can come in meanwhile. */
export async function submittedAt(tx: Tx, deskId: string): Promise<number> {
  const row = await tx.selectFrom('unit_registration').select((q) => q.fn.countAll<number>().as('n'))
    .where('desk_id', '=', deskId).where('state', '=', 'submitted').executeTakeFirstOrThrow()
  return row.n
}

/** How many may decide at each desk. Read-only: the table is written by accounts. */
export async function officersAt(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('mandate').select(['scope_id as deskId', (q) => q.fn.countAll<number>().as('n')])
    .where('post', '=', 'authority_officer').where(sql<boolean>`upper_inf(during)`).groupBy('scope_id').execute()
  return new Map(rows.flatMap((row) => (row.deskId ? [[row.deskId, row.n] as const] : [])))
}
