import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { SettingKey } from './kinds.ts'

export interface StoredSetting {
  key: string
  value: unknown
  version: number
  changedAt: Date
}

const columns = ['key', 'value', 'version', 'changed_at as changedAt'] as const

export const allSettings = (db: Db): Promise<StoredSetting[]> => db.selectFrom('setting').select(columns).execute()

export const settingForUpdate = (tx: Tx, key: SettingKey): Promise<StoredSetting | undefined> =>
  tx.selectFrom('setting').select(columns).where('key', '=', key).forUpdate().executeTakeFirst()

/** Keeps a value; false where somebody else kept one since `version` was read (0: there was none). */
export async function keepSetting(tx: Tx, key: SettingKey, value: unknown, version: number): Promise<boolean> {
  const json = JSON.stringify(value)
  if (version === 0) {
    const kept = await tx.insertInto('setting').values({ key, value: json }).onConflict((on) => on.column('key').doNothing())
      .returning('key').executeTakeFirst()
    return kept !== undefined
  }
  const kept = await tx.updateTable('setting').set({ value: json, version: version + 1, changed_at: sql`now()` })
    .where('key', '=', key).where('version', '=', version).returning('key').executeTakeFirst()
  return kept !== undefined
}
