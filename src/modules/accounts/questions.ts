import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { mailForComparison } from '../../codes/mail.ts'
import type { Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/transaction.ts'
import { notify } from '../../platform/outbox/notify.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { openMail, openPhone, waysTo } from './account.ts'
import type { ProofChannel } from './fields.ts'
import { tell } from './journal.ts'
import { makePasswordLink } from './links.ts'
import { proveCode, provenAccount, spend } from './proofs.ts'
import { checkSecret } from './secret.ts'
import { answersOf, changeAccount, lockAccount, type AccountRow } from './store/accounts.ts'

/** From the code that came back to the right answers: long enough to look something up. */
const ticketMinutes = 30
const context = 'account.recovery_ticket'

/**
 * S1-13, D8: the code of purpose `recover` came back. What follows is not asked for under the id of the code, which
 * stands in an address, but under a ticket that travels sealed in the form. Refuses beside `code` as `proveCode` does.
 */
export async function proveForQuestions(call: Call, asked: { id: string; code: string }): Promise<{ ticket: string } | Refusal> {
  const proven = await proveCode(call, asked)
  if (isRefusal(proven)) return proven
  return { ticket: call.tools.keyring.seal(JSON.stringify({ id: proven.id, at: call.tools.clock.now().getTime() }), context) }
}

/** The proof of a ticket, in its time; null otherwise. */
function proofOf(tools: Tools, ticket: string): string | null {
  try {
    const { id, at } = JSON.parse(tools.keyring.open(ticket, context)) as { id: string; at: number }
    return tools.clock.now().getTime() - at < ticketMinutes * 60_000 ? id : null
  } catch {
    return null
  }
}

/** What stands behind a proven mailbox or phone; its owner may know. `questions` only where all three can be asked. */
export type Behind =
  | { kind: 'expired' | 'nobody' | 'disabled' | 'no_questions' }
  | { kind: 'questions'; account: AccountRow; proofId: string; questions: string[]; /** As they are kept. */ hashes: string[] }

export async function behind(tools: Tools, ticket: string): Promise<Behind> {
  const proofId = proofOf(tools, ticket)
  const proven = proofId && (await provenAccount(tools, proofId))
  if (!proven) return { kind: 'expired' }
  const { account } = proven
  if (!account) return { kind: 'nobody' }
  if (account.state !== 'active') return { kind: 'disabled' }
  const kept = await answersOf(tools.db, account.id)
  if (kept.length !== 3) return { kind: 'no_questions' }
  return { kind: 'questions', account, proofId, questions: kept.map(({ question }) => question), hashes: hashesOf(kept) }
}

/**
 * All three answers right, beside the proven code: a one-time link to set a new password at once, which is when all
 * sessions end. Mailbox and phone of the account are told, so that its owner hears of it if it was not he. One refusal,
 * `forgotten.answers_wrong`, whichever was wrong, and for a name that is locked; the proof is spent with the right ones
 * (I16): `forgotten.ticket_expired` afterwards. `busy` when too many hash at once.
 */
export async function answerQuestions(call: Call, ticket: string, answers: readonly string[]): Promise<{ link: string } | Refusal> {
  const { tools } = call
  const found = await behind(tools, ticket)
  if (found.kind !== 'questions') return refuse('forgotten.ticket_expired')
  const right = await checkSecret(tools, call.request, found.account.user_name, { answers })
  if (isRefusal(right)) return right
  if (!right) return refuse('forgotten.answers_wrong')
  return transact(tools.db, tools.constraintWords, async (tx) => {
    const account = await lockAccount(tx, found.account.id)
    const spent = await spend(tx, tools, { id: found.proofId, purpose: 'recover' })
    if (!spent || account?.state !== 'active' || !reaches(tools, account, spent)) return refuse('forgotten.ticket_expired')
    // Between the check and here its owner may have set other answers, or another mailbox or phone: these open nothing any more.
    if (!(await areKept(tx, account.id, found.hashes))) return refuse('forgotten.answers_wrong')
    const { link } = await makePasswordLink(tx, tools, account.id)
    const version = await changeAccount(tx, account.id, {})
    await tell(tx, call, account.id, version, 'questions_answered', { body: { channel: spent.channel } })
    await notify(tx, tools.keyring, {
      room: 'accounts', subject: account.id, seq: version, event: 'questions_answered', template: 'account.recovered',
      lang: account.lang === 'en' ? 'en' : 'zh', params: { name: account.display_name, userName: account.user_name },
      to: waysTo(tools.keyring, account),
    })
    return { link }
  })
}

const hashesOf = (kept: readonly { answer_hash: string }[]): string[] => kept.map(({ answer_hash }) => answer_hash)

async function areKept(tx: Tx, accountId: string, hashes: readonly string[]): Promise<boolean> {
  const now = hashesOf(await answersOf(tx, accountId))
  return now.length === hashes.length && now.every((hash, place) => hash === hashes[place])
}

/** Whether the mailbox or phone that was proven is still that of the account. */
function reaches(tools: Tools, account: AccountRow, proven: { channel: ProofChannel; address: string }): boolean {
  if (proven.channel === 'phone') return openPhone(tools.keyring, account.phone) === proven.address
  const held = openMail(tools.keyring, account.mail)
  return held !== null && mailForComparison(held) === mailForComparison(proven.address)
}
