import { addMinutes } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { digest } from '../../platform/secrets.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../platform/seal/rotate.ts'
import type { Door } from './door.ts'
import type { Departure } from './provider.ts'

export const visitMinutes = 10
const nonceContext = 'city_visit.nonce'
const verifierContext = 'city_visit.verifier'

/** For the rotation of keys. */
export const visitSealed: readonly SealedColumn[] = [
  { table: 'city_visit', key: 'state_digest', column: 'nonce', context: nonceContext },
  { table: 'city_visit', key: 'state_digest', column: 'verifier', context: verifierContext },
]

export interface NewVisit {
  door: Door
  departure: Departure
  /** Token in the cookie of the browser that leaves. */
  browser: string
  back: string | null
  /** Whoever is signed in and links this identity to his account. */
  linkAccount: string | null
}

export const insertVisit = (tx: Tx, keyring: Keyring, now: Date, { door, departure, browser, back, linkAccount }: NewVisit): Promise<unknown> =>
  tx.insertInto('city_visit').values({
    state_digest: digest(departure.state), door, nonce: keyring.seal(departure.nonce, nonceContext), verifier: keyring.seal(departure.verifier, verifierContext),
    browser_digest: digest(browser), back, link_account: linkAccount, created_at: now, expires_at: addMinutes(now, visitMinutes),
  }).execute()

export interface Visit {
  door: Door
  departure: Departure
  back: string | null
  linkAccount: string | null
}

/** I16: used by whoever comes back first, in the browser that left, within its time; null for everybody else. */
export async function spendVisit(tx: Tx, keyring: Keyring, now: Date, { state, browser }: { state: string; browser: string }): Promise<Visit | null> {
  const row = await tx.updateTable('city_visit').set({ used_at: now })
    .where('state_digest', '=', digest(state)).where('browser_digest', '=', digest(browser)).where('used_at', 'is', null).where('expires_at', '>', now)
    .returningAll().executeTakeFirst()
  if (!row) return null
  const departure = { state, nonce: keyring.open(row.nonce, nonceContext), verifier: keyring.open(row.verifier, verifierContext) }
  return { door: row.door as Door, departure, back: row.back, linkAccount: row.link_account }
}

/** Whether the refusal of a way that was once begun is to be kept: once each, so that nobody fills the journal. */
export async function noteRefused(tx: Tx, now: Date, state: string): Promise<Door | null> {
  const row = await tx.updateTable('city_visit').set({ refused_at: now })
    .where('state_digest', '=', digest(state)).where('refused_at', 'is', null).returning('door').executeTakeFirst()
  return (row?.door as Door | undefined) ?? null
}

/** What nobody came back for goes an hour later, so that whoever is late is told what happened. */
export const forgetVisits = async (db: Db, now: Date): Promise<void> =>
  void (await db.deleteFrom('city_visit').where('expires_at', '<', addMinutes(now, -60)).execute())
