import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/transaction.ts'
import { notify } from '../../platform/outbox/notify.ts'
import { answerOf } from '../../platform/secrets.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { openMail } from './account.ts'
import { repeatedQuestions, type SecurityQuestions } from './fields.ts'
import { tell } from './journal.ts'
import { checkSecret } from './secret.ts'
import { heldAccount } from './step-up.ts'
import { answersOf, changeAccount, replaceAnswers } from './store/accounts.ts'

/** A question with its answer, as it is kept. */
export interface HashedAnswer {
  question: string
  answerHash: string
}

/** S1-42: what is kept of three answers, one after the other: hashing is slow, so this stands before a transaction. Refuses with `busy`. */
export async function hashedAnswers(tools: Tools, questions: SecurityQuestions): Promise<HashedAnswer[] | Refusal> {
  const hashed: HashedAnswer[] = []
  for (const { question, answer } of questions) {
    const answerHash = await tools.secrets.hash(answerOf(answer))
    if (isRefusal(answerHash)) return answerHash
    hashed.push({ question, answerHash })
  }
  return hashed
}

/** S1-42: three questions of one account with the hashes of their answers; replaces what was there. */
export const keepSecurityAnswers = (tx: Tx, call: Pick<Call, 'tools'>, accountId: string, answers: readonly HashedAnswer[]): Promise<void> =>
  replaceAnswers(tx, accountId, answers, call.tools.clock.now())

/** Neither answers nor questions: whoever finds the browser open learns nothing to guess at. */
export async function securityQuestions({ tools, actor }: Call<unknown, Actor>): Promise<{ since: string | null }> {
  const [first] = await answersOf(tools.db, actor.accountId)
  return { since: first?.set_at.toISOString() ?? null }
}

/**
 * S1-13, S1-42: who took over a unit, or came with the accounts of an older system, has no questions yet; others have had
 * theirs for long. The mailbox is told, for the questions are a way to the password (D8).
 */
export async function changeSecurityQuestions(
  call: Call<{ questions: SecurityQuestions; password: string }, Actor>,
): Promise<{ done: true } | Refusal> {
  const { tools, input, actor } = call
  const fields = repeatedQuestions(input.questions)
  if (Object.keys(fields).length > 0) return refuse('input.invalid', { fields })
  const known = await checkSecret(tools, call.request, actor.userName, { password: input.password })
  if (isRefusal(known)) return known
  if (!known) return refuseField('password', 'password.wrong')
  const answers = await hashedAnswers(tools, input.questions)
  if (isRefusal(answers)) return answers
  // Not `deed`: nothing made of a password is kept with an idempotency key.
  return transact(tools.db, tools.constraintWords, async (tx) => {
    const account = await heldAccount(tx, call, known)
    if (isRefusal(account)) return account
    await keepSecurityAnswers(tx, call, account.id, answers)
    const version = await changeAccount(tx, account.id, {})
    await tell(tx, call, account.id, version, 'questions_changed')
    const address = openMail(tools.keyring, account.mail)
    if (address) {
      await notify(tx, tools.keyring, {
        room: 'accounts', subject: account.id, seq: version, event: 'questions_changed', template: 'account.questions_changed',
        lang: account.lang === 'en' ? 'en' : 'zh', params: { name: account.display_name, userName: account.user_name },
        to: [{ channel: 'mail', address, accountId: account.id }],
      })
    }
    return { done: true } as const
  })
}
