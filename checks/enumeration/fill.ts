import { isRefusal } from '../../src/kernel/refusal.ts'
import { newId } from '../../src/kernel/ids.ts'
import { mailColumns, phoneColumns } from '../../src/modules/accounts/account.ts'
import { insertAccounts } from '../../src/modules/accounts/store/adopt.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { makeKeyring } from '../../src/platform/seal/keyring.ts'
import { makeSecrets } from '../../src/platform/secrets.ts'
import { guess } from './surfaces.ts'

/** A migrated database in which everybody who is `known` has an account with a real password; nobody else has one. */
export async function fillAccounts(url: string, secret: Buffer, keyId: string, count: number): Promise<void> {
  const keyring = makeKeyring([{ id: keyId, secret }], 'aes')
  const password_hash = await makeSecrets().hash('luo9-Ye-feng')
  if (isRefusal(password_hash)) throw new Error('no hash')
  const now = new Date()
  const rows = Array.from({ length: count }, (_, n) => {
    const { userName, mail, phone } = guess('known', n)
    return {
      id: newId(), user_name: userName, display_name: '林知远', password_hash, password_changed_at: now,
      ...mailColumns(keyring, mail), ...phoneColumns(keyring, phone), lang: 'zh' as const, must_change_password: false, created_at: now,
    }
  })
  const database = await openDatabase({ url, poolSize: 1 })
  try {
    await migrate(database)
    await database.db.transaction().execute((tx) => insertAccounts(tx, rows))
    await database.pool.query('analyze')
  } finally {
    await database.close()
  }
}
