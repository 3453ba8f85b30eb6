import type { Actor } from '../../kernel/actor.ts'
import { minuteOf } from '../../kernel/clock.ts'
import { isRefusal, refuseField, type Refusal } from '../../kernel/refusal.ts'
import { maskMail, maskMobile } from '../../codes/mask.ts'
import { transact } from '../../platform/db/transaction.ts'
import { notify } from '../../platform/outbox/notify.ts'
import type { Call } from '../../platform/serve/call.ts'
import { mailColumns, phoneColumns, takenRefusal, waysTo } from './account.ts'
import { tell } from './journal.ts'
import { spend } from './proofs.ts'
import { checkSecret } from './secret.ts'
import { heldAccount } from './step-up.ts'
import { changeAccount, taken } from './store/accounts.ts'
import { dropLinksOf } from './store/links.ts'

/**
 * S1-17: another mailbox or phone, proven by code, and asked for by the owner himself. The mailbox and phone of before
 * are told, for the new one is a way to the password (D8); links that were sent to them open nothing any more.
 */
export async function changeContact(call: Call<{ proofId: string; password: string }, Actor>): Promise<{ done: true } | Refusal> {
  const { tools, actor } = call
  const known = await checkSecret(tools, call.request, actor.userName, { password: call.input.password })
  if (isRefusal(known)) return known
  if (!known) return refuseField('password', 'password.wrong')
  return transact(tools.db, tools.constraintWords, async (tx) => {
    const account = await heldAccount(tx, call, known)
    if (isRefusal(account)) return account
    const proven = await spend(tx, tools, { id: call.input.proofId, purpose: 'change' })
    if (!proven) return refuseField('proofId', 'proof.not_proven')
    const { channel, address } = proven
    const change = channel === 'mail' ? mailColumns(tools.keyring, address) : phoneColumns(tools.keyring, address)
    const refusal = takenRefusal(await taken(tx, {
      mailBlind: 'mail_blind' in change ? change.mail_blind : null, phoneBlind: 'phone_blind' in change ? change.phone_blind : null,
    }, account.id))
    if (refusal) return refusal
    const version = await changeAccount(tx, account.id, change)
    await dropLinksOf(tx, account.id)
    await tell(tx, call, account.id, version, 'contact_changed', { body: { channel }, private: { [channel]: address } })
    await notify(tx, tools.keyring, {
      room: 'accounts', subject: account.id, seq: version, event: 'contact_changed', template: channel === 'mail' ? 'account.mail_changed' : 'account.phone_changed',
      lang: account.lang === 'en' ? 'en' : 'zh', to: waysTo(tools.keyring, account),
      params: {
        name: account.display_name, userName: account.user_name, time: minuteOf(tools.clock.now()),
        address: channel === 'mail' ? maskMail(address) : maskMobile(address),
      },
    })
    return { done: true } as const
  })
}
