import { createHash, generateKeyPair, type JsonWebKey } from 'node:crypto'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { addDays, addMinutes } from '../../../kernel/clock.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { SealedColumn } from '../../../platform/seal/rotate.ts'

const context = 'signing_key.sealed'

/** For the rotation of keys. */
export const keySealed: SealedColumn = { table: 'signing_key', key: 'id', column: 'sealed', context }

export interface SigningKey {
  kid: string
  jwk: JsonWebKey
}

type Needs = Pick<Tools, 'clock' | 'db' | 'keyring'>

/** A new key is published so long before it signs: no server of ours, and no subsystem, meets a signature it cannot check. */
const minutesBeforeUse = 10
/** What it signed before runs out within ten minutes; a day is for clocks and caches. */
const daysAfterUse = 1

const generate = promisify(generateKeyPair)

async function makeKey({ clock, keyring }: Needs): Promise<{ id: string; sealed: string; made_at: Date }> {
  const { privateKey } = await generate('rsa', { modulusLength: 3072 })
  const jwk = privateKey.export({ format: 'jwk' })
  // RFC 7638: the name of a key is the digest of its public half.
  const kid = createHash('sha256').update(JSON.stringify({ e: jwk.e, kty: jwk.kty, n: jwk.n })).digest('base64url')
  return { id: kid, sealed: keyring.seal(JSON.stringify(jwk), context), made_at: clock.now() }
}

/** Alone: of two servers that start at the same time, one makes the key and the other finds it. */
const alone = <T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`lock table signing_key in share row exclusive mode`.execute(tx)
    return work(tx)
  })

const present = (db: Db, now: Date) =>
  db.selectFrom('signing_key').select(['id', 'sealed', 'made_at']).orderBy('made_at', 'desc').orderBy('id')
    .where((e) => e.or([e('retired_at', 'is', null), e('retired_at', '>', addDays(now, -daysAfterUse))])).execute()

/** The published keys; the first is the one that signs. Made at the first need. */
export async function signingKeys(tools: Needs): Promise<SigningKey[]> {
  const { db, keyring, clock } = tools
  const now = clock.now()
  let rows = await present(db, now)
  if (rows.length === 0) {
    const made = await makeKey(tools)
    rows = await alone(db, async (tx) => {
      const there = await present(tx, now)
      if (there.length > 0) return there
      await tx.insertInto('signing_key').values(made).execute()
      return [made]
    })
  }
  const known = addMinutes(now, -minutesBeforeUse)
  const signing = rows.find((row) => row.made_at <= known) ?? rows.at(-1)
  const keyOf = (row: { id: string; sealed: string }) => ({ kid: row.id, jwk: JSON.parse(keyring.open(row.sealed, context)) as JsonWebKey })
  return [...rows.filter((row) => row === signing), ...rows.filter((row) => row !== signing)].map(keyOf)
}

/**
 * `npm run signing-keys:renew`: another key signs from in ten minutes on; the ones before stay published for a day. A key
 * that may have leaked must not (`leaked`): it is gone at once, and every server signs with the new one within a minute.
 */
export async function renewSigningKeys(tools: Needs, leaked: boolean): Promise<{ kid: string; retired: number }> {
  const made = await makeKey(tools)
  const now = tools.clock.now()
  return alone(tools.db, async (tx) => {
    const before = leaked
      ? await tx.deleteFrom('signing_key').returning('id').execute()
      : await tx.updateTable('signing_key').set({ retired_at: now }).where('retired_at', 'is', null).returning('id').execute()
    await tx.insertInto('signing_key').values(made).execute()
    return { kid: made.id, retired: before.length }
  })
}

export const pruneKeys = (db: Db, now: Date): Promise<unknown> =>
  db.deleteFrom('signing_key').where('retired_at', '<', addDays(now, -2 * daysAfterUse)).execute()
