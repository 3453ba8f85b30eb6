import { addMinutes } from '../../kernel/clock.ts'
import { isRefusal, refuse, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import { happened } from '../../platform/consequences.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Call } from '../../platform/serve/call.ts'
import { notify } from '../../platform/outbox/notify.ts'
import { digest, token } from '../../platform/secrets.ts'
import type { Tools } from '../../platform/tools.ts'
import { newPasswordProblem } from './common-passwords.ts'
import { tell, type Doer } from './journal.ts'
import { contextOf, policyOf } from './new-password.ts'
import { noPassword } from './no-password.ts'
import { forgiveFailures } from './secret.ts'
import { endSessionsOf } from './sessions.ts'
import { changeAccount, findAccount, lockAccount, type AccountRow } from './store/accounts.ts'
import { deleteSessionsOf } from './store/sessions.ts'
import * as store from './store/links.ts'

export const linkMinutes = 30
const pathOf = (fresh: string) => `/set-password?token=${fresh}`

/** A one-time link for an account, older ones are worthless from now on. Not sent to anybody. */
export async function makePasswordLink(tx: Tx, tools: Tools, accountId: string): Promise<{ link: string; expiresAt: Date }> {
  const now = tools.clock.now()
  const expiresAt = addMinutes(now, linkMinutes)
  const fresh = token()
  await store.dropLinksOf(tx, accountId)
  await store.insertLink(tx, { digest: digest(fresh), account_id: accountId, created_at: now, expires_at: expiresAt })
  return { link: pathOf(fresh), expiresAt }
}

/**
 * D8: sends a one-time link to the mailbox of an account, with the words of `template`; `more` fills what that template
 * says beside name, user name, minutes and link. Refuses with `not_found`.
 */
export async function sendPasswordLink(
  tx: Tx, call: Doer, accountId: string, template: 'account.welcome' | 'account.reset' | 'account.reset_by_unit' | 'account.reset_by_support', more: Record<string, string> = {},
): Promise<{ link: string; expiresAt: Date } | Refusal> {
  const { tools } = call
  const account = await lockAccount(tx, accountId)
  if (!account) return unseen()
  const made = await makePasswordLink(tx, tools, accountId)
  const version = await changeAccount(tx, accountId, {})
  await tell(tx, call, accountId, version, 'link_sent', { body: { template } })
  if (account.mail) {
    await notify(tx, tools.keyring, {
      room: 'accounts', subject: accountId, seq: version, event: 'link_sent', template, lang: account.lang === 'en' ? 'en' : 'zh',
      params: { ...more, name: account.display_name, userName: account.user_name, minutes: linkMinutes, link: made.link },
      to: [{ channel: 'mail', address: tools.keyring.open(account.mail, 'account.mail'), accountId }],
    })
  }
  return made
}

/**
 * 密码重置 (S1-11, S1-12): the administrator of a unit resets the password of one of its people. In the transaction of
 * the caller's deed the old password stops opening, all sessions end, and a one-time link goes to the registered mailbox:
 * nobody but its owner ever knows the new one. Whom the caller may do this to is the caller's to decide. Refuses with
 * `not_found`, `account.disabled`, or `account.no_mailbox` where there is none to send to.
 */
export async function resetPassword(tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, accountId: string, by: { unit: string }): Promise<{ expiresAt: Date } | Refusal> {
  const account = await lockAccount(tx, accountId)
  if (!account) return unseen()
  if (account.state !== 'active') return refuse('account.disabled', { status: 409 })
  if (!account.mail) return refuse('account.no_mailbox', { status: 409 })
  const version = await changeAccount(tx, accountId, {
    password_hash: noPassword, password_changed_at: call.tools.clock.now(), must_change_password: true,
  })
  await tell(tx, call, accountId, version, 'password_reset')
  await endSessionsOf(tx, call, accountId, 'password_reset')
  const refusal = await happened(tx, call, 'accounts.password_reset', { subject: accountId })
  if (isRefusal(refusal)) return refusal
  const sent = await sendPasswordLink(tx, call, accountId, 'account.reset_by_unit', { unit: by.unit })
  return isRefusal(sent) ? sent : { expiresAt: sent.expiresAt }
}

/** The account that a link is for, while it is good. */
export async function accountOfLink(db: Db, tools: Tools, typed: string): Promise<AccountRow | null> {
  const row = await store.findLink(db, digest(typed), tools.clock.now())
  const account = row && (await findAccount(db, row.account_id))
  return account?.state === 'active' ? account : null
}

/**
 * Sets a password by a link, which is spent with it (I16); all sessions end, and wrong passwords of before are forgiven:
 * who forgot his has mistyped it often enough. Refuses `link.spent` where the link is used, old or unknown, and beside
 * `password` what is wrong with the new one.
 */
export async function setPasswordByLink(call: Doer, typed: string, password: string): Promise<{ userName: string } | Refusal> {
  const { tools } = call
  const account = await accountOfLink(tools.db, tools, typed)
  if (!account) return refuse('link.spent')
  const problem = newPasswordProblem(password, contextOf(tools.keyring, account), policyOf(tools.config))
  if (problem) return refuseField('password', problem.code, problem.params)
  const same = await tools.secrets.verify(account.password_hash, password)
  if (isRefusal(same)) return same
  if (same) return refuseField('password', 'password.same')
  const password_hash = await tools.secrets.hash(password)
  if (isRefusal(password_hash)) return password_hash
  return transact(tools.db, tools.constraintWords, async (tx) => {
    const spent = await store.spendLink(tx, digest(typed), tools.clock.now())
    if (!spent) return refuse('link.spent')
    const version = await changeAccount(tx, spent.account_id, { password_hash, password_changed_at: tools.clock.now(), must_change_password: false })
    await deleteSessionsOf(tx, spent.account_id)
    await forgiveFailures(tx, tools, account.user_name)
    await tell(tx, call, spent.account_id, version, 'password_set_by_link')
    return { userName: account.user_name }
  })
}
