import type { Db, Tx } from '../../../platform/db/database.ts'

export const insertLink = (tx: Tx, row: { digest: string; account_id: string; created_at: Date; expires_at: Date }) =>
  tx.insertInto('password_link').values(row).execute()

/** A newer link makes the older ones worthless. */
export const dropLinksOf = (tx: Tx, accountId: string) => tx.deleteFrom('password_link').where('account_id', '=', accountId).execute()

export const findLink = (db: Db, digest: string, now: Date) =>
  db.selectFrom('password_link').select('account_id').where('digest', '=', digest).where('used_at', 'is', null)
    .where('expires_at', '>', now).executeTakeFirst()

/** I16: the account of the link, for whoever is first. */
export const spendLink = (tx: Tx, digest: string, now: Date) =>
  tx.updateTable('password_link').set({ used_at: now }).where('digest', '=', digest).where('used_at', 'is', null)
    .where('expires_at', '>', now).returning('account_id').executeTakeFirst()

export const pruneLinks = (db: Db, before: Date) => db.deleteFrom('password_link').where('expires_at', '<', before).execute()

export const insertSetupToken = (tx: Tx, row: { digest: string; created_at: Date; expires_at: Date }) =>
  tx.insertInto('setup_token').values(row).execute()

export const dropUnusedSetupTokens = (tx: Tx) => tx.deleteFrom('setup_token').where('used_at', 'is', null).execute()

export const findSetupToken = (db: Db, digest: string, now: Date) =>
  db.selectFrom('setup_token').select('digest').where('digest', '=', digest).where('used_at', 'is', null)
    .where('expires_at', '>', now).executeTakeFirst()

export const spendSetupToken = (tx: Tx, digest: string, now: Date) =>
  tx.updateTable('setup_token').set({ used_at: now }).where('digest', '=', digest).where('used_at', 'is', null)
    .where('expires_at', '>', now).returning('digest').executeTakeFirst()
