import { newId } from '../../kernel/ids.ts'
import type { Lang } from '../../kernel/words.ts'
import type { Tx } from '../../platform/db/database.ts'
import { recordAll } from '../../platform/journal.ts'
import { mailColumns, phoneColumns } from './account.ts'
import type { Doer } from './journal.ts'
import { noPassword } from './no-password.ts'
import { insertAccounts } from './store/adopt.ts'

/** An account of the former system, its values checked and canonical. Without a mailbox no link reaches it, by `/forgotten` or by `resetPassword`. */
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
 * had them. What is taken must have been found out beforehand: one that is taken after all, or stands twice among the
 * rows, refuses them all by the words of the unique indexes. Gives the ids in the order of the rows; the
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
