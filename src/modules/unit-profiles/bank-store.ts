import { sql, type Selectable } from 'kysely'
import { unitPosts } from '../../kernel/actor.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { UnitBankAccount } from '../../platform/db/tables.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../platform/seal/rotate.ts'
import type { BankAccount, BankState, Confirmation, Keeper } from './bank-account.ts'

const context = 'unit_bank_account.number'

/** For the rotation of keys. */
export const bankSealed: readonly SealedColumn[] = [{ table: 'unit_bank_account', key: 'id', column: 'number', context }]

/** The row as the law knows it. */
export const bankIn = (row: Selectable<UnitBankAccount>, keyring: Keyring): BankAccount => ({
  id: row.id, unitId: row.unit_id, state: row.state as BankState, version: row.version, accountName: row.account_name,
  accountNameReason: row.account_name_reason, bankName: row.bank_name, bankAccount: keyring.open(row.number, context), bankCode: row.bank_code,
  proposedBy: row.proposed_by, proposedAt: row.proposed_at, confirmedBy: row.confirmed_by, confirmedAt: row.confirmed_at,
  confirmedHow: row.confirmed_how as Confirmation | null, endedAt: row.ended_at, note: row.note,
})

export interface BankAccounts {
  live: BankAccount | null
  pending: BankAccount | null
}

const inUse = (db: Db, unitId: string) =>
  db.selectFrom('unit_bank_account').selectAll().where('unit_id', '=', unitId).where('state', 'in', ['live', 'pending']).orderBy('id')

const byState = (rows: readonly Selectable<UnitBankAccount>[], keyring: Keyring): BankAccounts => {
  const of = (state: BankState) => {
    const row = rows.find((one) => one.state === state)
    return row ? bankIn(row, keyring) : null
  }
  return { live: of('live'), pending: of('pending') }
}

/** The account in force and the change that waits. */
export const bankOf = async (db: Db, keyring: Keyring, unitId: string): Promise<BankAccounts> => byState(await inUse(db, unitId).execute(), keyring)

/** The same, locked in the order of their ids (I10). */
export const bankForUpdate = async (tx: Tx, keyring: Keyring, unitId: string): Promise<BankAccounts> => byState(await inUse(tx, unitId).forUpdate().execute(), keyring)

/** One of the unit's own, whatever became of it. */
export async function bankAccountOfUnit(db: Db, keyring: Keyring, unitId: string, id: string): Promise<BankAccount | null> {
  const row = await db.selectFrom('unit_bank_account').selectAll().where('unit_id', '=', unitId).where('id', '=', id).executeTakeFirst()
  return row ? bankIn(row, keyring) : null
}

/** The newest of a unit, newest first: for the history. */
export async function bankAccountsOfUnit(db: Db, keyring: Keyring, unitId: string, most: number): Promise<BankAccount[]> {
  const rows = await db.selectFrom('unit_bank_account').selectAll().where('unit_id', '=', unitId).orderBy('proposed_at', 'desc').orderBy('id', 'desc').limit(most).execute()
  return rows.map((row) => bankIn(row, keyring))
}

/** I13: `one_live_bank_account_per_unit` and `one_pending_bank_account_per_unit` have the last word. */
export const insertBank = (tx: Tx, keyring: Keyring, b: BankAccount): Promise<unknown> =>
  tx.insertInto('unit_bank_account').values({
    id: b.id, unit_id: b.unitId, account_name: b.accountName, account_name_reason: b.accountNameReason, bank_name: b.bankName,
    number: keyring.seal(b.bankAccount, context), bank_code: b.bankCode, proposed_by: b.proposedBy, proposed_at: b.proposedAt, ...statusOf(b),
  }).execute()

const statusOf = (b: BankAccount) => ({
  state: b.state, version: b.version, confirmed_by: b.confirmedBy, confirmed_at: b.confirmedAt, confirmed_how: b.confirmedHow, ended_at: b.endedAt, note: b.note,
})

/** The next version of a row that the caller holds locked. */
export const saveBank = (tx: Tx, b: BankAccount): Promise<unknown> =>
  tx.updateTable('unit_bank_account').set(statusOf(b)).where('id', '=', b.id).where('version', '=', b.version - 1).returning('id').executeTakeFirstOrThrow()

/** Who acts for the unit now, its own account first. */
export async function keepersOf(db: Db, unitId: string): Promise<(Keeper & { post: (typeof unitPosts)[number] })[]> {
  const { rows } = await sql<Keeper & { post: (typeof unitPosts)[number] }>`
    select a.id as "accountId", a.display_name as name, m.post
    from mandate m join account a on a.id = m.account_id and a.state = 'active'
    where m.scope_id = ${unitId} and m.post = any(${[...unitPosts]}::text[]) and upper_inf(m.during)
    order by m.post = 'unit_account' desc, a.id`.execute(db)
  return rows
}

/** The names of accounts, also of those that act no longer. */
export async function namesOf(db: Db, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('account').select(['id', 'display_name']).where('id', '=', sql<string>`any(${wanted}::uuid[])`).execute()
  return new Map(rows.map((row) => [row.id, row.display_name]))
}
