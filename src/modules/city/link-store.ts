import { addMinutes } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { digest, token } from '../../platform/secrets.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../platform/seal/rotate.ts'
import type { Door } from './door.ts'
import type { Said } from './identity-store.ts'

const context = 'identity_link.claims'
export const linkSealed: readonly SealedColumn[] = [{ table: 'identity_link', key: 'token_digest', column: 'claims', context }]
const minutes = 10

/** What a fresh identity and a local account have in common: the unit, a document that is vouched for, or a phone. */
export type Common = 'unit' | 'document' | 'phone'

/** A proven identity that waits for the proof of the account. */
export interface Waiting {
  issuer: string
  subject: string
  door: Door
  accountId: string
  by: Common
  said: Said
  back: string | null
}

/** The token, in the browser that came back from the provider: nobody is sent a link that hangs another's identity on his account. */
export interface Bearer {
  token: string
  /** Token in the cookie of that browser. */
  browser: string
}
const digestOf = ({ token, browser }: Bearer): string => digest(`${token} ${browser}`)

export const linkSeconds = minutes * 60

/** Gives the token for this browser. */
export async function insertLink(tx: Tx, keyring: Keyring, now: Date, browser: string, w: Waiting): Promise<string> {
  const fresh = token()
  await tx.insertInto('identity_link').values({
    token_digest: digestOf({ token: fresh, browser }), issuer: w.issuer, subject: w.subject, door: w.door, account_id: w.accountId, by: w.by,
    claims: keyring.seal(JSON.stringify(w.said), context), back: w.back, created_at: now, expires_at: addMinutes(now, minutes),
  }).execute()
  return fresh
}

const waitingIn = (keyring: Keyring, row: { issuer: string; subject: string; door: string; account_id: string; by: string; claims: string; back: string | null }): Waiting => ({
  issuer: row.issuer, subject: row.subject, door: row.door as Door, accountId: row.account_id, by: row.by as Common,
  said: JSON.parse(keyring.open(row.claims, context)) as Said, back: row.back,
})

/** For the page that asks for the proof. */
export async function waitingLink(db: Db, keyring: Keyring, now: Date, by: Bearer): Promise<Waiting | null> {
  const row = await db.selectFrom('identity_link').selectAll()
    .where('token_digest', '=', digestOf(by)).where('used_at', 'is', null).where('expires_at', '>', now).executeTakeFirst()
  return row ? waitingIn(keyring, row) : null
}

/** I16: used by the deed that links, once. */
export async function spendLink(tx: Tx, keyring: Keyring, now: Date, by: Bearer): Promise<Waiting | null> {
  const row = await tx.updateTable('identity_link').set({ used_at: now })
    .where('token_digest', '=', digestOf(by)).where('used_at', 'is', null).where('expires_at', '>', now).returningAll().executeTakeFirst()
  return row ? waitingIn(keyring, row) : null
}

export const forgetLinks = async (db: Db, now: Date): Promise<void> => void (await db.deleteFrom('identity_link').where('expires_at', '<', now).execute())
