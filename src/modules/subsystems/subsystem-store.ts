import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Subsystem as SubsystemTable } from '../../platform/db/tables.ts'

/** What the platform's desk says of a subsystem. */
export interface SubsystemFacts {
  name: string
  nameEn: string
  about: string
  aboutEn: string
  entryUrl: string
  redirectUris: string[]
  logoutUris: string[]
  backchannelLogoutUri: string | null
  openTo: 'granted' | 'everybody'
  sort: number
}

export interface Subsystem extends SubsystemFacts {
  id: string
  /** client_id */
  code: string
  isOpen: boolean
  secretDigest: string
  secretMadeAt: Date
  version: number
}

const subsystemIn = (row: Selectable<SubsystemTable>): Subsystem => ({
  id: row.id, code: row.code, name: row.name, nameEn: row.name_en, about: row.about, aboutEn: row.about_en, entryUrl: row.entry_url,
  redirectUris: row.redirect_uris, logoutUris: row.logout_uris, backchannelLogoutUri: row.backchannel_logout_uri,
  openTo: row.open_to as Subsystem['openTo'], isOpen: row.is_open, sort: row.sort, secretDigest: row.secret_digest,
  secretMadeAt: row.secret_made_at, version: row.version,
})

const columnsOf = (s: SubsystemFacts) => ({
  name: s.name, name_en: s.nameEn, about: s.about, about_en: s.aboutEn, entry_url: s.entryUrl, redirect_uris: s.redirectUris, logout_uris: s.logoutUris,
  backchannel_logout_uri: s.backchannelLogoutUri, open_to: s.openTo, sort: s.sort,
})

export const insertSubsystem = (tx: Tx, row: SubsystemFacts & { id: string; code: string; secretDigest: string; at: Date }): Promise<unknown> =>
  tx.insertInto('subsystem').values({
    id: row.id, code: row.code, ...columnsOf(row), secret_digest: row.secretDigest, secret_made_at: row.at, created_at: row.at,
  }).execute()

/** The next version of a row that the caller holds locked. */
export const saveSubsystem = (tx: Tx, s: Subsystem): Promise<unknown> =>
  tx.updateTable('subsystem')
    .set({ ...columnsOf(s), is_open: s.isOpen, secret_digest: s.secretDigest, secret_made_at: s.secretMadeAt, version: s.version })
    .where('id', '=', s.id).where('version', '=', s.version - 1).executeTakeFirstOrThrow()

export async function subsystemForUpdate(tx: Tx, id: string): Promise<Subsystem | null> {
  const row = await tx.selectFrom('subsystem').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? subsystemIn(row) : null
}

export async function subsystemWithCode(db: Db, code: string): Promise<Subsystem | null> {
  const row = await db.selectFrom('subsystem').selectAll().where('code', '=', code).executeTakeFirst()
  return row ? subsystemIn(row) : null
}

/** All of them, in the order of the lists. */
export async function allSubsystems(db: Db): Promise<Subsystem[]> {
  const rows = await db.selectFrom('subsystem').selectAll().orderBy('sort').orderBy('name').orderBy('id').execute()
  return rows.map(subsystemIn)
}

/** All of them for the registry, with how many people were given each. */
export async function registryOf(db: Db): Promise<(Subsystem & { granted: number })[]> {
  const rows = await db
    .selectFrom('subsystem as s').selectAll('s')
    .select(sql<number>`(select count(*)::int from subsystem_grant g where g.subsystem_id = s.id and upper_inf(g.during))`.as('granted'))
    .orderBy('s.sort').orderBy('s.name').orderBy('s.id').execute()
  return rows.map((row) => ({ ...subsystemIn(row), granted: row.granted }))
}
