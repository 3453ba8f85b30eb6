import { createHash, generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import type { Db } from '../../../platform/db/database.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { SealedColumn } from '../../../platform/seal/rotate.ts'
import type { SigningReceiptKey } from '../mine/receipt.ts'

const context = 'receipt_key.sealed'

/** For the rotation of keys. */
export const receiptKeySealed: SealedColumn = { table: 'receipt_key', key: 'id', column: 'sealed', context }

const present = (db: Db) => db.selectFrom('receipt_key').select(['id', 'sealed']).where('retired_at', 'is', null).executeTakeFirst()

/**
 * The key that signs receipts now. Made at the first need, outside of any deed: of two servers that come at once one makes it and
 * the other finds it.
 */
export async function receiptKey({ db, keyring, clock }: Pick<Tools, 'db' | 'keyring' | 'clock'>): Promise<SigningReceiptKey> {
  let row = await present(db)
  if (!row) {
    const made = makeKey()
    await db.insertInto('receipt_key')
      .values({ id: made.kid, public_jwk: JSON.stringify(made.publicJwk), sealed: keyring.seal(JSON.stringify(made.jwk), context), made_at: clock.now() })
      .onConflict((on) => on.doNothing()).execute()
    row = await present(db)
  }
  if (!row) throw new Error('no key signs receipts')
  return { kid: row.id, jwk: JSON.parse(keyring.open(row.sealed, context)) as JsonWebKey }
}

function makeKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const publicJwk = publicKey.export({ format: 'jwk' })
  // RFC 7638: the name of a key is the digest of its public half.
  const kid = createHash('sha256').update(JSON.stringify({ crv: publicJwk.crv, kty: publicJwk.kty, x: publicJwk.x })).digest('base64url')
  return { kid, publicJwk, jwk: privateKey.export({ format: 'jwk' }) }
}

/** The public halves of every key that ever signed: for whoever verifies a receipt. */
export async function receiptKeys(db: Db): Promise<ReadonlyMap<string, JsonWebKey>> {
  const rows = await db.selectFrom('receipt_key').select(['id', 'public_jwk']).execute()
  return new Map(rows.map((row) => [row.id, row.public_jwk as JsonWebKey]))
}
