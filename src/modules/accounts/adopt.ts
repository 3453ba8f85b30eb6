import { newId } from '../../kernel/ids.ts'
import type { Lang } from '../../kernel/words.ts'
import { mailForComparison } from '../../codes/mail.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { recordAll } from '../../platform/journal.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { mailColumns, phoneColumns } from './account.ts'
import type { Doer } from './journal.ts'
import { noPassword } from './no-password.ts'
import { holdersOfAll, insertAccounts } from './store/adopt.ts'

/** An account of the former system, its values checked and canonical. Without a mailbox only the unit can help it in. */
export interface Adopted {
  /** Made here unless the caller needs it beforehand. */
  id?: string
  userName: string
  displayName: string
  mail: string | null
  phone: string | null
  lang: Lang
}

const nothing = { mail: null, mail_blind: null, phone: null, phone_blind: null, phone_last4_blind: null }

/**
 * S1-05, S1-06: takes over many accounts at once, in a few statements and without hashing anything: no password opens
 * them until their owners set one by a link (`/forgotten`). Mailbox and phone count as registered, as the former system
 * had them. What is taken must have been found out beforehand (`takenAmong`): one that is taken after all, or stands
 * twice among the rows, refuses them all by the words of the unique indexes. Gives the ids in the order of the rows; the
 * journal has an event `adopted` for each, with the values that `registered` has.
 */
export async function adoptAccounts(tx: Tx, call: Doer, rows: readonly Adopted[]): Promise<string[]> {
  if (rows.length === 0) return []
  const { keyring, clock } = call.tools
  const now = clock.now()
  const made = rows.map((row) => ({ ...row, id: row.id ?? newId(now.getTime()) }))
  await insertAccounts(tx, made.map((row) => ({
    ...nothing, id: row.id, user_name: row.userName, display_name: row.displayName, password_hash: noPassword, password_changed_at: now,
    ...(row.mail && mailColumns(keyring, row.mail)), ...(row.phone && phoneColumns(keyring, row.phone)),
    lang: row.lang, must_change_password: true, created_at: now,
  })))
  await recordAll(tx, keyring, call, made.map((row) => ({
    room: 'accounts', subject: row.id, seq: 1, event: 'adopted', body: { lang: row.lang },
    private: { userName: row.userName, displayName: row.displayName, mail: row.mail, phone: row.phone },
  })))
  return made.map((row) => row.id)
}

/** The account that already has the user name, the mailbox or the phone of a row; null where it is free. */
export interface TakenBy {
  userName: string | null
  mail: string | null
  phone: string | null
}

/**
 * Which of many user names, mailboxes and phones are taken, and by which accounts, in one query; in the order of the
 * rows. For desks only: a stranger must never learn it (D14). Says nothing of rows that are the same among themselves.
 */
export const takenAmong = (
  db: Db, keyring: Keyring, rows: readonly { userName: string; mail: string | null; phone: string | null }[],
): Promise<TakenBy[]> => holdersOfAll(db, rows.map((row) => ({
  userName: row.userName,
  mailBlind: row.mail && keyring.blind(mailForComparison(row.mail), 'mail'),
  phoneBlind: row.phone && keyring.blind(row.phone, 'phone'),
})))
