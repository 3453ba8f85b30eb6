import { randomInt } from 'node:crypto'
import { minuteOf } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../kernel/words.ts'
import { maskMobile } from '../../codes/mask.ts'
import type { Tx } from '../../platform/db/database.ts'
import { notify } from '../../platform/outbox/notify.ts'
import type { Call } from '../../platform/serve/call.ts'
import { phoneColumns, waysTo } from './account.ts'
import { tell, type Doer } from './journal.ts'
import { noPassword } from './no-password.ts'
import { checkSecret } from './secret.ts'
import { changeAccount, insertAccount, lockAccount, taken } from './store/accounts.ts'
import { dropLinksOf } from './store/links.ts'

/** For the room that signs people in through another identity provider. */

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Says nothing of whoever it is, and is nobody's choice: no name can be taken beforehand to be in the way. */
const freshUserName = (): string => `city_${Array.from({ length: 12 }, () => letters.charAt(randomInt(letters.length))).join('')}`

/** Whether another account has this phone. Never for strangers (D14). */
const hasPhone = async (tx: Tx, { tools }: Doer, phone: string, except: string | null): Promise<boolean> =>
  (await taken(tx, { phoneBlind: tools.keyring.blind(phone, 'phone') }, except)).phone

/**
 * An account of somebody for whom the city's identity provider answers (S2-01): no password opens it. A phone that another
 * account has is left out: who holds that account is asked elsewhere.
 */
export async function createCityAccount(tx: Tx, call: Doer, asked: { displayName: string; phone: string | null; lang: Lang }): Promise<{ accountId: string; userName: string }> {
  const { keyring, clock } = call.tools
  const now = clock.now()
  const accountId = newId(now.getTime())
  const userName = freshUserName()
  const phone = asked.phone !== null && !(await hasPhone(tx, call, asked.phone, null)) ? asked.phone : null
  await insertAccount(tx, {
    id: accountId, user_name: userName, display_name: asked.displayName, password_hash: noPassword, password_changed_at: now,
    mail: null, mail_blind: null, ...(phone === null ? { phone: null, phone_blind: null, phone_last4_blind: null } : phoneColumns(keyring, phone)),
    lang: asked.lang, must_change_password: false, created_at: now,
  })
  await tell(tx, call, accountId, 1, 'came_through_city', { body: { lang: asked.lang }, private: { userName, displayName: asked.displayName, phone } })
  return { accountId, userName }
}

/** The account that is to be signed in to, held until the transaction ends; false where it may not be. */
export async function holdForSignIn(tx: Tx, accountId: string): Promise<boolean> {
  return (await lockAccount(tx, accountId))?.state === 'active'
}

/**
 * The provider knows another phone of the owner than before: it takes the place of the old one, and links that were sent
 * open nothing any more; the old phone and the mailbox are told. Says whether it did: not with a number that another account has.
 */
export async function takeOverPhone(tx: Tx, call: Doer, accountId: string, phone: string): Promise<boolean> {
  const account = await lockAccount(tx, accountId)
  if (!account || (await hasPhone(tx, call, phone, accountId))) return false
  const version = await changeAccount(tx, accountId, phoneColumns(call.tools.keyring, phone))
  await dropLinksOf(tx, accountId)
  await tell(tx, call, accountId, version, 'contact_changed', { body: { channel: 'phone', by: 'city' }, private: { phone } })
  // As after a change by the owner himself: where he was reached before he hears of it.
  await notify(tx, call.tools.keyring, {
    room: 'accounts', subject: accountId, seq: version, event: 'contact_changed', template: 'account.phone_changed', lang: account.lang === 'en' ? 'en' : 'zh', to: waysTo(call.tools.keyring, account),
    params: { name: account.display_name, userName: account.user_name, time: minuteOf(call.tools.clock.now()), address: maskMobile(phone) },
  })
  return true
}

/**
 * Somebody who is not signed in shows that a local account is his, by its password (I17 as at the sign-in). The function
 * that comes back is asked in the deed's transaction, where the account is held. Refuses with `account.wrong` for every
 * cause (D14), or with `busy`.
 */
export async function proveLocal(
  call: Pick<Call, 'tools' | 'request'>, typed: { userName: string; password: string },
): Promise<{ accountId: string; held: (tx: Tx) => Promise<Refusal | null> } | Refusal> {
  const known = await checkSecret(call.tools, call.request, typed.userName, { password: typed.password, signIn: true })
  if (isRefusal(known)) return known
  if (!known) return refuse('account.wrong')
  return {
    accountId: known.id,
    held: async (tx) => {
      const held = await lockAccount(tx, known.id)
      return held?.state === 'active' && held.password_hash === known.password_hash ? null : refuse('account.wrong')
    },
  }
}
