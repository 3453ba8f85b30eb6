import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Finding } from '../../kernel/check.ts'
import type { Lang } from '../../kernel/words.ts'
import { mailForComparison } from '../../codes/mail.ts'
import { happened } from '../../platform/consequences.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Recipient } from '../../platform/outbox/notify.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { tell } from './journal.ts'
import { sendPasswordLink } from './links.ts'
import { noPassword } from './no-password.ts'
import { spend } from './proofs.ts'
import * as store from './store/accounts.ts'
import { hasOtherAdministrator } from './store/mandates.ts'
import { endSessionsOf } from './sessions.ts'

type Doer = Pick<Call, 'actor' | 'request' | 'tools'>

/** Sealed and blind forms of a mailbox, as the columns of `account` hold them. */
export const mailColumns = (keyring: Keyring, mail: string) => ({
  mail: keyring.seal(mail, 'account.mail'), mail_blind: keyring.blind(mailForComparison(mail), 'mail'),
})
export const phoneColumns = (keyring: Keyring, phone: string) => ({
  phone: keyring.seal(phone, 'account.phone'), phone_blind: keyring.blind(phone, 'phone'),
  phone_last4_blind: keyring.blind(phone.slice(-4), 'phone_last4'),
})

const sayings = { userName: 'account.user_name_taken', mail: 'account.mail_bound', phone: 'account.phone_bound' } as const

/** What is taken, each beside its field; null when nothing is. */
export function takenRefusal(taken: store.Taken): Refusal | null {
  const fields: Record<string, Finding> = {}
  for (const name of ['userName', 'mail', 'phone'] as const) if (taken[name]) fields[name] = { code: sayings[name] }
  return Object.keys(fields).length > 0 ? refuse('input.invalid', { status: 409, fields }) : null
}

/**
 * A person's own account, out of two proven codes of purpose `register`, which are spent with it (I16). What is taken
 * is told only now, since both codes came back (D14), beside `userName`, `mail` or `phone`:
 * `account.user_name_taken`, `account.mail_bound`, `account.phone_bound`. A proof that is not good stands beside
 * `mail` or `phone` as `proof.not_proven`; `besideProofs` puts them all beside the fields of a form that holds proofs.
 * The password must have passed `newPasswordProblem` before it was hashed.
 */
export async function createAccount(
  tx: Tx, call: Doer,
  asked: { userName: string; displayName: string; passwordHash: string; mailProofId: string; phoneProofId: string; lang: Lang },
): Promise<{ accountId: string; mail: string; phone: string } | Refusal> {
  const mail = await spend(tx, call.tools, { id: asked.mailProofId, purpose: 'register', channel: 'mail' })
  const phone = await spend(tx, call.tools, { id: asked.phoneProofId, purpose: 'register', channel: 'phone' })
  if (!mail || !phone) {
    const fields = { ...(!mail && { mail: { code: 'proof.not_proven' } }), ...(!phone && { phone: { code: 'proof.not_proven' } }) }
    return refuse('input.invalid', { fields })
  }
  const made = await insert(tx, call, { ...asked, mail: mail.address, phone: phone.address, mustChange: false, event: 'registered' })
  return isRefusal(made) ? made : { accountId: made, mail: mail.address, phone: phone.address }
}

/**
 * An account that the platform's desk makes for a member of staff: no password is known to anybody; a one-time link
 * (30 minutes) goes to the mailbox, and the second factor is set up at the first sign-in. Refuses as `createAccount`
 * does; the desk is no stranger. `link` is the path, for who must hand it over otherwise.
 */
export async function createStaffAccount(
  tx: Tx, call: Doer, asked: { userName: string; displayName: string; mail: string; phone?: string | null; lang: Lang },
): Promise<{ accountId: string; link: string; expiresAt: Date } | Refusal> {
  const accountId = await insert(tx, call, { ...asked, phone: asked.phone ?? null, passwordHash: noPassword, mustChange: true, event: 'made_by_desk' })
  if (isRefusal(accountId)) return accountId
  const sent = await sendPasswordLink(tx, call, accountId, 'account.welcome')
  return isRefusal(sent) ? sent : { accountId, ...sent }
}

/** The first administrator (`/setup`): mailbox unproven, password chosen by the person. */
export const createFirstAdministrator = (
  tx: Tx, call: Doer, asked: { userName: string; displayName: string; mail: string; passwordHash: string; lang: Lang },
): Promise<string | Refusal> => insert(tx, call, { ...asked, phone: null, mustChange: false, event: 'set_up' })

interface Asked {
  userName: string
  displayName: string
  passwordHash: string
  mail: string
  phone: string | null
  lang: Lang
  mustChange: boolean
  event: string
}

/** Makes the account and tells the journal; for the functions of this room that say where mailbox and phone come from. */
export async function insert(tx: Tx, call: Doer, asked: Asked): Promise<string | Refusal> {
  const { keyring, clock } = call.tools
  const mail = mailColumns(keyring, asked.mail)
  const phone = asked.phone ? phoneColumns(keyring, asked.phone) : { phone: null, phone_blind: null, phone_last4_blind: null }
  const refusal = takenRefusal(await store.taken(tx, { userName: asked.userName, mailBlind: mail.mail_blind, phoneBlind: phone.phone_blind }))
  if (refusal) return refusal
  const now = clock.now()
  const id = newId(now.getTime())
  await store.insertAccount(tx, {
    id, user_name: asked.userName, display_name: asked.displayName, password_hash: asked.passwordHash, password_changed_at: now,
    ...mail, ...phone, lang: asked.lang, must_change_password: asked.mustChange, created_at: now,
  })
  await tell(tx, call, id, 1, asked.event, {
    body: { lang: asked.lang }, private: { userName: asked.userName, displayName: asked.displayName, mail: asked.mail, phone: asked.phone },
  })
  return id
}

/**
 * The account can no longer sign in, its sessions end at once, and later rooms hear of `accounts.disabled`. Refuses for
 * the last administrator (I21).
 */
export async function disableAccount(tx: Tx, call: Doer, accountId: string): Promise<void | Refusal> {
  const account = await store.lockAccount(tx, accountId)
  if (!account) return unseen()
  if (account.state === 'disabled') return
  if (!(await hasOtherAdministrator(tx, accountId))) return refuse('account.last_administrator', { status: 409 })
  const version = await store.changeAccount(tx, accountId, { state: 'disabled' })
  await tell(tx, call, accountId, version, 'disabled')
  await endSessionsOf(tx, call, accountId, 'disabled')
  return happened(tx, call, 'accounts.disabled', { subject: accountId })
}

export async function enableAccount(tx: Tx, call: Doer, accountId: string): Promise<void | Refusal> {
  const account = await store.lockAccount(tx, accountId)
  if (!account) return unseen()
  if (account.state === 'active') return
  const version = await store.changeAccount(tx, accountId, { state: 'active' })
  await tell(tx, call, accountId, version, 'enabled')
}

export interface Contact {
  userName: string
  name: string
  mail: string | null
  phone: string | null
  lang: Lang
}

export const openMail = (keyring: Keyring, sealed: string | null): string | null => sealed && keyring.open(sealed, 'account.mail')
export const openPhone = (keyring: Keyring, sealed: string | null): string | null => sealed && keyring.open(sealed, 'account.phone')

/** Its mailbox and phone, for what its owner must hear wherever he looks. */
export function waysTo(keyring: Keyring, account: Pick<store.AccountRow, 'id' | 'mail' | 'phone'>): Recipient[] {
  const [mail, phone] = [openMail(keyring, account.mail), openPhone(keyring, account.phone)]
  return [
    ...(mail ? [{ channel: 'mail' as const, address: mail, accountId: account.id }] : []),
    ...(phone ? [{ channel: 'sms' as const, address: phone, accountId: account.id }] : []),
  ]
}

/** Who an account is and how to reach it, in clear: for notices and reviewed pages. null where there is none. */
export async function contactOf(db: Db, keyring: Keyring, accountId: string): Promise<Contact | null> {
  const row = await store.findAccount(db, accountId)
  if (!row) return null
  return {
    userName: row.user_name, name: row.display_name, lang: row.lang === 'en' ? 'en' : 'zh',
    mail: openMail(keyring, row.mail), phone: openPhone(keyring, row.phone),
  }
}
