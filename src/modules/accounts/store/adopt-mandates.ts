import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

/** However many there are, one statement. */
export async function insertMandates(
  tx: Tx, rows: readonly { id: string; accountId: string; post: string; scopeId: string | null }[], how: { grantedBy: string | null; from: Date },
): Promise<void> {
  await sql`
    insert into mandate (id, account_id, post, scope_id, during, granted_by)
    select id, "accountId", post, "scopeId", tstzrange(${how.from}, null), ${how.grantedBy}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "accountId" uuid, post text, "scopeId" uuid)`.execute(tx)
}

/** The next version of each of these accounts: the seq of the event that is about to be told. */
export async function nextVersions(tx: Tx, accountIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`
    update account set version = version + 1 where id = any(${sql.val([...accountIds])}::uuid[]) returning id, version`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.version]))
}
