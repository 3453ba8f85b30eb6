import { isRefusal, refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import type { Config } from '../../config.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Actor } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/clock.ts'
import { newPasswordProblem } from './common-passwords.ts'
import { tell } from './journal.ts'
import { provenAddress } from './proofs.ts'
import type { PasswordContext, PasswordPolicy } from './password.ts'
import { checkSecret } from './secret.ts'
import { renewSession } from './sessions.ts'
import { heldAccount } from './step-up.ts'
import { changeAccount, type AccountRow } from './store/accounts.ts'
import { dropLinksOf } from './store/links.ts'
import { deleteSessionsOf } from './store/sessions.ts'

/** The policy as the operator set it. */
export const policyOf = (config: Pick<Config, 'signIn'>): PasswordPolicy =>
  ({ minClasses: config.signIn.passwordMinClasses, maxAgeDays: config.signIn.passwordMaxAgeDays })

/** What must not stand in this account's password. */
export const contextOf = (keyring: Keyring, account: AccountRow): PasswordContext => ({
  userName: account.user_name,
  mail: account.mail && keyring.open(account.mail, 'account.mail'),
  phone: account.phone && keyring.open(account.phone, 'account.phone'),
  names: [account.display_name],
})

/**
 * For a room that makes an account: what is wrong with the password that a person chose, beside `password`, or null.
 * The mailbox and phone are those that the proofs stand for, as far as they were proven. Asked before hashing and
 * outside of the transaction.
 */
export async function passwordRefusal(
  call: Pick<Call, 'tools'>, password: string,
  person: { userName: string; displayName: string; mailProofId: string; phoneProofId: string },
): Promise<Refusal | null> {
  const { tools } = call
  const context: PasswordContext = {
    userName: person.userName, names: [person.displayName],
    mail: await provenAddress(tools, person.mailProofId), phone: await provenAddress(tools, person.phoneProofId),
  }
  const problem = newPasswordProblem(password, context, policyOf(tools.config))
  return problem && refuseField('password', problem.code, problem.params)
}

/** Whether the password must be changed before anything else: set by somebody else, or too old. */
export function mustChange(account: AccountRow, policy: PasswordPolicy, now: Date): boolean {
  return account.must_change_password || (policy.maxAgeDays > 0 && addDays(account.password_changed_at, policy.maxAgeDays) <= now)
}

/** 修改密码 (S1-52): all other sessions and open links end. The old one through the function that checks every secret, then the law of the new one. */
export async function changePassword(
  call: Call<{ password: string; newPassword: string; newPasswordAgain: string }, Actor>,
): Promise<{ done: true } | Refusal> {
  const { tools, input, actor } = call
  if (input.newPassword.normalize('NFC') !== input.newPasswordAgain.normalize('NFC')) return refuseField('newPasswordAgain', 'password.again')
  const account = await checkSecret(tools, call.request, actor.userName, { password: input.password })
  if (isRefusal(account)) return account
  if (!account) return refuseField('password', 'password.wrong')
  if (input.password.normalize('NFC') === input.newPassword.normalize('NFC')) return refuseField('newPassword', 'password.same')
  const problem = newPasswordProblem(input.newPassword, contextOf(tools.keyring, account), policyOf(tools.config))
  if (problem) return refuseField('newPassword', problem.code, problem.params)
  const password_hash = await tools.secrets.hash(input.newPassword)
  if (isRefusal(password_hash)) return password_hash
  // Not `deed`: nothing made of a password is kept with an idempotency key.
  return transact(tools.db, tools.constraintWords, async (tx) => {
    const held = await heldAccount(tx, call, account)
    if (isRefusal(held)) return held
    const version = await changeAccount(tx, account.id, { password_hash, password_changed_at: tools.clock.now(), must_change_password: false })
    await dropLinksOf(tx, account.id)
    await deleteSessionsOf(tx, account.id, actor.sessionId)
    if (!(await renewSession(tx, call, actor.sessionId))) return refuse('sign_in_first', { status: 401 })
    await tell(tx, call, account.id, version, 'password_changed')
    return { done: true } as const
  })
}
