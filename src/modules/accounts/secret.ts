import { newId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import { record } from '../../platform/journal.ts'
import type { Request } from '../../platform/serve/call.ts'
import { verifyTotp } from '../../platform/totp.ts'
import type { Tools } from '../../platform/tools.ts'
import { attempt, type Subject } from './lockout.ts'
import { findByUserName, spendStep, userNameKey, type AccountRow } from './store/accounts.ts'

export const accountLimit = 5
/** Of one address: a whole campus may stand behind it, a guesser across many names as well. */
export const addressLimit = 50

/** What somebody typed to show that an account is theirs. */
export type Typed = { password: string; /** A failure stands in the journal. */ signIn?: true } | { code: string }

/**
 * The one function that checks a secret of an account (guards.md, section 3): password or one-time code, at sign-in and
 * as a step-up, each counted by name and by address. Gives the account, or null for every cause: wrong, unknown,
 * disabled, locked. Refuses only with `busy`, for known and unknown names alike (D14).
 */
export async function checkSecret(
  tools: Tools, request: Request, userName: string, typed: Typed,
): Promise<AccountRow | null | Refusal> {
  const kind = 'password' in typed ? 'password' : 'code'
  const subjects: Subject[] = [
    { subject: tools.keyring.blind(`${kind} ${userNameKey(userName).slice(0, 200)}`, 'lockout.account'), limit: accountLimit, forgives: true },
    { subject: tools.keyring.blind(request.address, 'lockout.address'), limit: addressLimit, forgives: false },
  ]
  let account: AccountRow | undefined
  const outcome = await attempt(tools, subjects, async () => {
    account = await findByUserName(tools.db, userName)
    const right = 'password' in typed
      ? await tools.secrets.verify(account?.password_hash ?? null, typed.password)
      : await codeIsRight(tools, account, typed.code)
    if (isRefusal(right)) return right
    return right && account?.state === 'active'
  })
  if (isRefusal(outcome)) return outcome
  if (outcome === 'right' && account) return account
  if (outcome === 'wrong' && 'password' in typed && typed.signIn) await noteFailure(tools, request, subjects[0]?.subject)
  tools.log.info({ requestId: request.id, kind, outcome }, 'a secret was not right')
  return null
}

/**
 * One row for whoever audits, the same for known and unknown names (D14): when, from where, and under a blind name that
 * tells rows of one name apart from others. Attempts that were not even checked (locked) leave none, so that nobody can
 * fill the journal.
 */
async function noteFailure(tools: Tools, request: Request, name: string | undefined): Promise<void> {
  await transact(tools.db, {}, (tx) => record(tx, tools.keyring, { actor: null, request }, {
    room: 'accounts', subject: newId(tools.clock.now().getTime()), seq: 1, event: 'sign_in_failed', body: { name },
  }))
}

/** I16: the step is spent in the same breath, so that a code seen over a shoulder opens nothing. */
async function codeIsRight(tools: Tools, account: AccountRow | undefined, code: string): Promise<boolean> {
  if (!account?.totp_secret || !account.totp_confirmed_at) return false
  const secret = tools.keyring.open(account.totp_secret, 'account.totp_secret')
  const step = verifyTotp(secret, code, tools.clock.now(), account.totp_last_step)
  return step !== null && (await spendStep(tools.db, account.id, step))
}
