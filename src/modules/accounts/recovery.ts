import { addMinutes } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import { mail as mailCheck, mailForComparison } from '../../codes/mail.ts'
import type { Tx } from '../../platform/db/database.ts'
import { afterCommit, transact } from '../../platform/db/transaction.ts'
import { thePlatform } from '../../platform/journal.ts'
import { notify } from '../../platform/outbox/notify.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { openMail } from './account.ts'
import { tell } from './journal.ts'
import { sendPasswordLink } from './links.ts'
import { perHour, secondsBetween } from './proofs.ts'
import { answersOf, changeAccount, findByBlind, lockAccount, type AccountRow } from './store/accounts.ts'
import { inTurn } from './store/proofs.ts'
import * as store from './store/recoveries.ts'
import { secondsToWait } from './waiting.ts'

/**
 * S1-12, D8: somebody asks for a link to a mailbox. Whether an account has it is not even looked at here: a row is kept,
 * the same for every mailbox, and is answered a moment later, apart from this request. So the answer, its body and its
 * time cannot tell (D14). Limits as for codes, `proof.wait`, for known and unknown mailboxes alike.
 */
export async function askForLink(call: Pick<Call, 'actor' | 'request' | 'tools'>, typed: string): Promise<{ done: true } | Refusal> {
  const { tools, request } = call
  const checked = mailCheck(typed)
  if (!checked.ok) return refuseField('mail', checked.code, checked.params)
  const mail_blind = tools.keyring.blind(mailForComparison(checked.value), 'mail')
  const requester = tools.keyring.blind(request.address, 'recovery_request.requester')
  const mostOfCaller = tools.config.signIn.codesPerAddressPerHour
  return transact(tools.db, tools.constraintWords, async (tx) => {
    const now = tools.clock.now()
    const since = addMinutes(now, -60)
    await inTurn(tx, [mail_blind, requester])
    const seconds = Math.max(
      secondsToWait(await store.askedTimes(tx, 'mail_blind', mail_blind, since, perHour), perHour, secondsBetween, now),
      secondsToWait(await store.askedTimes(tx, 'requester', requester, since, mostOfCaller), mostOfCaller, 0, now),
    )
    if (seconds > 0) return refuse('forgotten.wait', { status: 429, params: { seconds } })
    const id = newId(now.getTime())
    await store.insertRequest(tx, { id, mail_blind, requester, asked_at: now })
    await tell(tx, call, id, 1, 'recovery_asked')
    afterCommit(tx, () => answerSoon(tools))
    return { done: true } as const
  })
}

/**
 * After the answer has left, and not at once after it: whoever asks again immediately must not feel that the server is
 * busy with a mail. What a process that dies leaves behind, the job `accounts.answer_recoveries` does.
 */
function answerSoon(tools: Tools): void {
  const timer = setTimeout(() => {
    answerRequests(tools).catch((error: unknown) => tools.log.warn({ err: error }, 'requests for a link wait for the job'))
  }, 300 + Math.random() * 700)
  timer.unref()
}

/**
 * Looks up who has the mailboxes of all requests that wait, and writes the mails, each in a transaction of its own. Twice
 * at once, each is answered once.
 */
export async function answerRequests(tools: Tools): Promise<void> {
  while (await answerNext(tools));
}

/**
 * Answers the oldest request; false where none waits. One that cannot be answered, because its account does not open,
 * must not stop everybody's recovery: it is given up, and the log tells the operator.
 */
async function answerNext(tools: Tools): Promise<boolean> {
  let id: string | undefined
  try {
    const answered = await transact(tools.db, tools.constraintWords, async (tx) => {
      const [asked] = await store.waitingRequests(tx, 1)
      id = asked?.id
      if (!asked) return false
      await store.markAnswered(tx, asked.id, tools.clock.now())
      const account = await findByBlind(tx, 'mail_blind', asked.mail_blind)
      if (account) await writeTo(tx, tools, account.id)
      return true
    })
    if (isRefusal(answered)) throw new Error(`answering refused: ${answered.code}`)
    return answered
  } catch (error) {
    const given = id
    // The database itself is out of reach: nothing is given up, the job comes again.
    if (given === undefined) throw error
    await transact(tools.db, {}, (tx) => store.markAnswered(tx, given, tools.clock.now()))
    tools.log.error({ err: error, recoveryRequest: given }, 'a request for a link could not be answered')
    return true
  }
}

/**
 * What the mailbox's owner is told: the link, or, where the account has security questions, that the way leads through
 * them (D8: then a mailbox alone opens nothing), or that the account is disabled. The user name always.
 */
async function writeTo(tx: Tx, tools: Tools, accountId: string): Promise<void> {
  const account = await lockAccount(tx, accountId)
  if (!account) return
  const by = { ...thePlatform, tools }
  if (account.state !== 'active') return tellOwner(tx, tools, account, 'account.recovery_disabled')
  if ((await answersOf(tx, accountId)).length > 0) return tellOwner(tx, tools, account, 'account.recovery_questions')
  const sent = await sendPasswordLink(tx, by, accountId, 'account.reset')
  if (isRefusal(sent)) throw new Error(`a link refused: ${sent.code}`)
}

async function tellOwner(tx: Tx, tools: Tools, account: AccountRow, template: 'account.recovery_disabled' | 'account.recovery_questions'): Promise<void> {
  const version = await changeAccount(tx, account.id, {})
  await tell(tx, { ...thePlatform, tools }, account.id, version, 'recovery_told', { body: { template } })
  const address = openMail(tools.keyring, account.mail)
  if (!address) return
  await notify(tx, tools.keyring, {
    room: 'accounts', subject: account.id, seq: version, event: 'recovery_told', template, lang: account.lang === 'en' ? 'en' : 'zh',
    params: { name: account.display_name, userName: account.user_name, link: '/forgotten/questions' },
    to: [{ channel: 'mail', address, accountId: account.id }],
  })
}
