import { minuteOf } from '../../kernel/clock.ts'
import { isRefusal, refuse, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import { mailForComparison } from '../../codes/mail.ts'
import { maskMail } from '../../codes/mask.ts'
import { happened } from '../../platform/consequences.ts'
import type { Tx } from '../../platform/db/database.ts'
import { notify } from '../../platform/outbox/notify.ts'
import type { Call } from '../../platform/serve/call.ts'
import { mailColumns, openMail, takenRefusal, waysTo } from './account.ts'
import { tell } from './journal.ts'
import { sendPasswordLink } from './links.ts'
import { noPassword } from './no-password.ts'
import { endSessionsOf } from './sessions.ts'
import { changeAccount, lockAccount, taken } from './store/accounts.ts'
import { postsOf } from './store/mandates.ts'

/** Who keeps a unit, or works for an authority or the platform, has another way back, with more eyes on it. */
async function otherWay(tx: Tx, accountId: string): Promise<Refusal | null> {
  const posts = (await postsOf(tx, accountId)).filter((post) => post !== 'person')
  if (posts.length === 0) return null
  return refuse(posts.every((post) => post === 'unit_account') ? 'account.keeps_unit' : 'account.is_staff', { status: 409 })
}

/**
 * 更换登记邮箱 (S1-58): the mailbox of a 填报用户 is dead, or there never was one, so that no link reaches him. The new one
 * is typed by somebody else and proven by nothing until the link that goes to it is used. The old password and all
 * sessions end; the mailbox of before and the phone are told, for it may not have been the owner who asked. Whom the
 * caller may do this to is the caller's to decide. Refuses with `not_found`, `account.disabled`, `account.keeps_unit`,
 * `account.is_staff`, or beside `mail` with `account.mail_bound`, `account.mail_same`.
 */
export async function replaceMailbox(
  tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, accountId: string, mail: string,
): Promise<{ expiresAt: Date } | Refusal> {
  const { keyring, clock } = call.tools
  const account = await lockAccount(tx, accountId)
  if (!account) return unseen()
  if (account.state !== 'active') return refuse('account.disabled', { status: 409 })
  const elsewhere = await otherWay(tx, accountId)
  if (elsewhere) return elsewhere
  const before = openMail(keyring, account.mail)
  if (before !== null && mailForComparison(before) === mailForComparison(mail)) return refuseField('mail', 'account.mail_same')
  const columns = mailColumns(keyring, mail)
  const bound = takenRefusal(await taken(tx, { mailBlind: columns.mail_blind }, accountId))
  if (bound) return bound
  const version = await changeAccount(tx, accountId, { ...columns, password_hash: noPassword, password_changed_at: clock.now(), must_change_password: true })
  await tell(tx, call, accountId, version, 'mailbox_replaced', { private: { mail, before } })
  await notify(tx, keyring, {
    room: 'accounts', subject: accountId, seq: version, event: 'mailbox_replaced', template: 'account.mail_replaced',
    lang: account.lang === 'en' ? 'en' : 'zh', to: waysTo(keyring, account),
    params: { name: account.display_name, userName: account.user_name, time: minuteOf(clock.now()), address: maskMail(mail) },
  })
  await endSessionsOf(tx, call, accountId, 'mailbox_replaced')
  const refusal = await happened(tx, call, 'accounts.password_reset', { subject: accountId })
  if (isRefusal(refusal)) return refusal
  const sent = await sendPasswordLink(tx, call, accountId, 'account.reset_by_support')
  return isRefusal(sent) ? sent : { expiresAt: sent.expiresAt }
}
