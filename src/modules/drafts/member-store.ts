import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { DraftMember as MemberTable } from '../../platform/db/tables.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../platform/seal/rotate.ts'
import { room } from './draft-journal.ts'

export type MemberRow = Selectable<MemberTable>
const context = 'draft_member.phone'

/** For the rotation of keys. The blind index is that of the numbers of accounts, with which it is compared. */
export const memberSealed: readonly SealedColumn[] = [
  { table: 'draft_member', key: 'id', column: 'phone', context, blind: [{ column: 'phone_blind', context: 'phone', of: (plain) => plain }] },
]
export const phoneColumns = (keyring: Keyring, phone: string) => ({ phone: keyring.seal(phone, context), phone_blind: keyring.blind(phone, 'phone') })
export const phoneOf = (keyring: Keyring, row: Pick<MemberRow, 'phone'>): string => keyring.open(row.phone, context)

/** Everybody on the list, in its order; who was taken off it is not. */
export const membersOf = (db: Db, draftId: string): Promise<MemberRow[]> =>
  db.selectFrom('draft_member').selectAll().where('draft_id', '=', draftId).where('state', '!=', 'withdrawn').orderBy('sort').orderBy('id').execute()

export const insertMember = (tx: Tx, row: Omit<MemberRow, 'months'> & { months: number | null }): Promise<unknown> => tx.insertInto('draft_member').values(row).execute()

export const changeMember = (tx: Tx, id: string, to: Partial<Omit<MemberRow, 'months'>> & { months?: number | null }): Promise<unknown> =>
  tx.updateTable('draft_member').set(to).where('id', '=', id).executeTakeFirstOrThrow()

/** The order of the list as it was put; who is not named keeps his place behind them. */
export const orderMembers = (tx: Tx, draftId: string, ids: readonly string[]): Promise<unknown> =>
  sql`update draft_member m set sort = coalesce(o.n, 1000 + m.sort) from draft_member w left join unnest(${sql.val([...ids])}::uuid[]) with ordinality o (id, n) on o.id = w.id
    where w.id = m.id and m.draft_id = ${draftId}`.execute(tx)

/** Invitations of a leader since then, as the journal has them: whoever is invited gets a message, and a draft that was dropped has sent its own too. */
export async function invitedSince(db: Db, accountId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from journal where account_id = ${accountId} and at > ${since} and room = ${room} and event = 'member_invited'`.execute(db)
  return rows[0]?.n ?? 0
}

/** Blind index of the number of an account. */
export const accountNumber = async (db: Db, accountId: string): Promise<string | null> =>
  (await db.selectFrom('account').select('phone_blind').where('id', '=', accountId).executeTakeFirst())?.phone_blind ?? null
