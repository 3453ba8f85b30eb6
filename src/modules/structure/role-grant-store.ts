import { sql, type Selectable } from 'kysely'
import { overtaken, type Refusal } from '../../kernel/refusal.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { RoleGrant as RoleGrantTable } from '../../platform/db/tables.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../platform/seal/rotate.ts'
import { comparable, documentBlind } from '../people/index.ts'
import type { Difference, GrantKind, Named, RoleGrant } from './role-grant.ts'

export type RoleGrantRow = Selectable<RoleGrantTable>

const contexts = { phone: 'role_grant.phone', document: 'role_grant.document', reason: 'role_grant.end_reason' } as const

/** Kind and number are sealed as one text, as in `person`. */
const textOf = ({ type, number }: Named['document']): string => `${type} ${number}`
function documentIn(text: string): Named['document'] {
  const [type = '', number = ''] = text.split(' ')
  return { type, number }
}

/** For the rotation of keys. */
export const grantSealed: readonly SealedColumn[] = [
  {
    table: 'role_grant', key: 'id', column: 'document', context: contexts.document,
    blind: [{ column: 'document_blind', context: 'document', of: (plain) => comparable(documentIn(plain)) }],
  },
  { table: 'role_grant', key: 'id', column: 'phone', context: contexts.phone, blind: [{ column: 'phone_blind', context: 'phone', of: (plain) => plain }] },
  { table: 'role_grant', key: 'id', column: 'end_reason', context: contexts.reason },
]

/** What somebody is compared by: the same contexts as `person` and `account` have. */
export const keysOf = (keyring: Keyring, { phone, document }: Pick<Named, 'phone' | 'document'>) =>
  ({ documentKey: documentBlind(keyring, document), phoneKey: keyring.blind(phone, 'phone') })

export const openReason = (keyring: Keyring, sealed: string | null): string => (sealed === null ? '' : keyring.open(sealed, contexts.reason))

/** The row as the law knows it. */
export const grantIn = (row: RoleGrantRow, keyring: Keyring): RoleGrant => ({
  id: row.id, unitId: row.unit_id, kind: row.kind as GrantKind, secondaryUnitId: row.secondary_unit_id, name: row.name,
  phone: keyring.open(row.phone, contexts.phone), document: documentIn(keyring.open(row.document, contexts.document)),
  state: row.ended_at ? 'ended' : row.activated_at ? 'active' : 'waiting', accountId: row.account_id, activatedAt: row.activated_at,
  triedAt: row.tried_at, differs: row.differs as Difference[], version: row.version, grantedAt: row.granted_at, endedAt: row.ended_at,
  endReason: openReason(keyring, row.end_reason),
})

/**
 * A new post. It begins when every one before it in the unit has ended, also where the clock of the server that ended one
 * runs ahead of this one's: the rules of time (I1, I2, I3) are about who holds it, not about clocks.
 */
export async function insertGrant(tx: Tx, keyring: Keyring, g: RoleGrant, grantedBy: string | null): Promise<void> {
  const { documentKey, phoneKey } = keysOf(keyring, g)
  await sql`
    insert into role_grant (id, unit_id, kind, secondary_unit_id, name, phone, phone_blind, document_type, document, document_blind, version, granted_at, granted_by, during)
    values (${g.id}, ${g.unitId}, ${g.kind}, ${g.secondaryUnitId}, ${g.name}, ${keyring.seal(g.phone, contexts.phone)}, ${phoneKey},
      ${g.document.type}, ${keyring.seal(textOf(g.document), contexts.document)}, ${documentKey}, ${g.version}, ${g.grantedAt}, ${grantedBy},
      tstzrange(greatest(${g.grantedAt}::timestamptz, (select max(upper(during)) from role_grant where unit_id = ${g.unitId})), null))`.execute(tx)
}

/** Keeps the next version of a post. */
export async function saveGrant(tx: Tx, keyring: Keyring, g: RoleGrant, endedBy: string | null): Promise<Refusal | null> {
  const { rows } = await sql`
    update role_grant set version = ${g.version}, account_id = ${g.accountId}, activated_at = ${g.activatedAt}, tried_at = ${g.triedAt}, differs = ${[...g.differs]}::text[]
      ${g.endedAt ? sql`, ended_at = ${g.endedAt}, ended_by = ${endedBy}, end_reason = ${g.endReason ? keyring.seal(g.endReason, contexts.reason) : null},
        during = tstzrange(lower(during), greatest(lower(during), ${g.endedAt}::timestamptz))` : sql``}
    where id = ${g.id} and version = ${g.version - 1} returning id`.execute(tx)
  return rows.length > 0 ? null : overtaken()
}

export async function grantById(db: Db, keyring: Keyring, id: string): Promise<RoleGrant | null> {
  const row = await db.selectFrom('role_grant').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? grantIn(row, keyring) : null
}

/** Of one unit, present or past, in the order of their ids. */
export async function grantsById(db: Db, keyring: Keyring, unitId: string, ids: readonly string[]): Promise<RoleGrant[]> {
  const rows = await db.selectFrom('role_grant').selectAll().where('unit_id', '=', unitId).where('id', '=', sql<string>`any(${[...ids]}::uuid[])`).orderBy('id').execute()
  return rows.map((row) => grantIn(row, keyring))
}

/** How many posts a unit gave since then; as far as it matters. */
export async function grantedSince(db: Db, unitId: string, since: Date, upTo: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from role_grant where unit_id = ${unitId} and granted_at > ${since} limit ${upTo}) as g`.execute(db)
  return rows[0]?.n ?? 0
}

/** Whether the unit named this telephone since then: nobody is written to twice for one slip of the pen. */
export async function namedSince(db: Db, unitId: string, phoneKey: string, since: Date): Promise<boolean> {
  const { rows } = await sql`
    select from role_grant where unit_id = ${unitId} and phone_blind = ${phoneKey} and granted_at > ${since} limit 1`.execute(db)
  return rows.length > 0
}

export interface ShownRow extends RoleGrantRow {
  granted_name: string | null
  ended_name: string | null
  user_name: string | null
  account_state: string | null
}

/** What somebody of another unit signs in with is not this one's to know (D14): he has agreed to nothing but the post. */
const shown = sql`
  g.*, b.display_name as granted_name, e.display_name as ended_name, a.state as account_state,
  case when exists (select from person p where p.account_id = a.id and p.unit_id = g.unit_id) then a.user_name end as user_name
  from role_grant g left join account b on b.id = g.granted_by left join account e on e.id = g.ended_by left join account a on a.id = g.account_id`

/** Posts of a unit that are given now, with who gave them. */
export async function presentGrants(db: Db, unitId: string, kind: GrantKind): Promise<ShownRow[]> {
  const { rows } = await sql<ShownRow>`select ${shown} where g.unit_id = ${unitId} and g.kind = ${kind} and upper_inf(g.during)`.execute(db)
  return rows
}

/** The last ones that ended, the latest first: of the unit, or of one secondary unit. */
export async function pastGrants(db: Db, unitId: string, of: { kind: GrantKind; secondaryUnitId?: string }): Promise<ShownRow[]> {
  const { rows } = await sql<ShownRow>`
    select ${shown} where g.unit_id = ${unitId} and g.kind = ${of.kind} and g.ended_at is not null
      ${of.secondaryUnitId ? sql`and g.secondary_unit_id = ${of.secondaryUnitId}` : sql``}
    order by g.ended_at desc, g.granted_at desc, g.id desc limit 100`.execute(db)
  return rows
}

/** Posts that wait for somebody with this document or this telephone. */
export async function waitingFor(db: Db, keyring: Keyring, who: { documentKey: string | null; phoneKey: string | null }): Promise<RoleGrant[]> {
  const { rows } = await sql<RoleGrantRow>`
    select * from role_grant where account_id is null and upper_inf(during) and document_blind = ${who.documentKey}
    union
    select * from role_grant where account_id is null and upper_inf(during) and phone_blind = ${who.phoneKey}
    order by granted_at, id`.execute(db)
  return rows.map((row) => grantIn(row, keyring))
}

/** What an account holds. */
export async function grantsOfAccount(db: Db, keyring: Keyring, accountId: string): Promise<RoleGrant[]> {
  const { rows } = await sql<RoleGrantRow>`select * from role_grant where account_id = ${accountId} and upper_inf(during) order by id`.execute(db)
  return rows.map((row) => grantIn(row, keyring))
}

/** What a unit has given, and waits or is in force. */
export async function grantsOfUnit(db: Db, keyring: Keyring, unitId: string): Promise<RoleGrant[]> {
  const { rows } = await sql<RoleGrantRow>`select * from role_grant where unit_id = ${unitId} and upper_inf(during) order by id`.execute(db)
  return rows.map((row) => grantIn(row, keyring))
}
