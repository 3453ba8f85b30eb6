import { ownPath } from '../../kernel/own-path.ts'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import { digest } from '../../platform/secrets.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { signInStages } from './contract.ts'
import { tell } from './journal.ts'
import { makePasswordLink } from './links.ts'
import { mustChange, policyOf } from './new-password.ts'
import { checkSecret } from './secret.ts'
import { startSession } from './sessions.ts'
import { lockAccount } from './store/accounts.ts'
import { deleteByDigest } from './store/sessions.ts'

type Stage = (typeof signInStages)[number]
type Caller = Pick<Call, 'tools' | 'request' | 'reply' | 'actor'>

/** Where a browser goes after each stage. */
export function nextOf(stage: Stage, back: string | null | undefined): string {
  const target = ownPath(back) ?? '/app/'
  if (stage === 'full') return target
  const path = stage === 'second_factor' ? '/sign-in/second-factor' : '/sign-in/second-factor/setup'
  return target === '/app/' ? path : `${path}?back=${encodeURIComponent(target)}`
}

/**
 * S1-03: signs in by user name and password, for the page and for programs. One refusal, `account.wrong`, for every
 * cause: unknown, wrong, disabled, locked (D14, I17). Somebody whose password was begun by others or is too old gets
 * no session but a one-time link that sets a new one.
 */
export async function signIn(
  call: Caller, typed: { userName: string; password: string; back?: string | null | undefined },
): Promise<{ stage: Stage; next: string } | Refusal> {
  const { tools } = call
  const account = await checkSecret(tools, call.request, typed.userName, { password: typed.password, signIn: true })
  if (isRefusal(account)) return account
  if (!account) return refuse('account.wrong')
  return transact(tools.db, tools.constraintWords, async (tx): Promise<{ stage: Stage; next: string } | Refusal> => {
    // Between the check and here the password may have been changed, which ended all sessions: this one must not outlive it.
    const held = await lockAccount(tx, account.id)
    if (held?.password_hash !== account.password_hash || held.state !== 'active') return refuse('account.wrong')
    if (mustChange(account, policyOf(tools.config), tools.clock.now())) {
      const { link } = await makePasswordLink(tx, tools, account.id)
      return { stage: 'change_password', next: link }
    }
    const stage = await startSession(tx, call, account.id)
    return { stage, next: nextOf(stage, typed.back) }
  })
}

/** S1-52 退出系统: the session ends on the server, the cookie in the browser. Without one there is nothing to end. */
export async function signOut(call: Caller): Promise<{ done: true }> {
  const { sessionToken } = call.request
  if (sessionToken) {
    await transact(call.tools.db, {}, async (tx) => {
      const ended = await deleteByDigest(tx, digest(sessionToken))
      if (ended && call.actor) await tell(tx, call, call.actor.sessionId, 9, 'signed_out')
    })
  }
  call.reply.clearSession()
  return { done: true }
}
