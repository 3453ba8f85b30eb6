import { newId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/transaction.ts'
import { record } from '../../platform/journal.ts'
import { answerOf } from '../../platform/secrets.ts'
import type { Request } from '../../platform/serve/call.ts'
import { verifyTotp } from '../../platform/totp.ts'
import type { Tools } from '../../platform/tools.ts'
import { attempt, type Subject } from './lockout.ts'
import { answersOf, findByUserName, spendStep, userNameKey, type AccountRow } from './store/accounts.ts'
import { forgetFailures } from './store/lockouts.ts'

export const accountLimit = 5
/** Of one address: a whole campus may stand behind it, a guesser across many names as well. */
export const addressLimit = 50

/** What somebody typed to show that an account is theirs. */
export type Typed =
  | { password: string; /** A failure stands in the journal. */ signIn?: true }
  | { code: string }
  /** To the security questions, in their order (S1-13): right only when all of them are. */
  | { answers: readonly string[] }

type Kind = 'password' | 'code' | 'answers'
const kindOf = (typed: Typed): Kind => ('password' in typed ? 'password' : 'code' in typed ? 'code' : 'answers')

/** What failures of a name are counted under: each kind of secret by itself. */
const subjectOf = (tools: Tools, kind: Kind, userName: string): string =>
  tools.keyring.blind(`${kind} ${userNameKey(userName).slice(0, 200)}`, 'lockout.account')

/**
 * The one function that checks a secret of an account (guards.md, section 3): password, one-time code or
 * answers to the questions, at sign-in, as a step-up and in recovery, each counted by name and by address. Gives the account, or null for every cause: wrong, unknown,
 * disabled, locked. Refuses only with `busy`, for known and unknown names alike (D14).
 */
export async function checkSecret(
  tools: Tools, request: Request, userName: string, typed: Typed,
): Promise<AccountRow | null | Refusal> {
  const kind = kindOf(typed)
  const subjects: Subject[] = [
    { subject: subjectOf(tools, kind, userName), limit: accountLimit, forgives: true },
    { subject: tools.keyring.blind(request.address, 'lockout.address'), limit: addressLimit, forgives: false },
  ]
  let account: AccountRow | undefined
  const outcome = await attempt(tools, subjects, async () => {
    account = await findByUserName(tools.db, userName)
    const right = await isRight(tools, account, typed)
    if (isRefusal(right)) return right
    return right && account?.state === 'active'
  })
  if (isRefusal(outcome)) return outcome
  if (outcome === 'right' && account) return account
  if (outcome === 'wrong' && 'password' in typed && typed.signIn) await noteFailure(tools, request, subjects[0]?.subject)
  tools.log.info({ requestId: request.id, kind, outcome }, 'a secret was not right')
  return null
}

async function isRight(tools: Tools, account: AccountRow | undefined, typed: Typed): Promise<boolean | Refusal> {
  if ('password' in typed) return tools.secrets.verify(account?.password_hash ?? null, typed.password)
  return 'code' in typed ? codeIsRight(tools, account, typed.code) : answersAreRight(tools, account, typed.answers)
}

/** Wrong passwords of a name count no longer: its owner has shown himself by a link. */
export const forgiveFailures = async (tx: Tx, tools: Tools, userName: string): Promise<void> =>
  void (await forgetFailures(tx, subjectOf(tools, 'password', userName)))

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

/** All three are compared, whatever the first ones were: neither the time nor the answer tells which was wrong. */
async function answersAreRight(tools: Tools, account: AccountRow | undefined, answers: readonly string[]): Promise<boolean | Refusal> {
  const held = account ? await answersOf(tools.db, account.id) : []
  let right = true
  for (const place of [0, 1, 2]) {
    const one = await tools.secrets.verify(held[place]?.answer_hash ?? null, answerOf(answers[place] ?? ''))
    if (isRefusal(one)) return one
    right = right && one
  }
  return right
}
