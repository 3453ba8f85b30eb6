import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import { nextOf, proveLocal, startSession } from '../accounts/index.ts'
import type { PersonFacts } from './claims.ts'
import type { Coming } from './coming.ts'
import { alone, identityForUpdate } from './identity-store.ts'
import { spendLink, waitingLink, type Bearer } from './link-store.ts'
import { link } from './link.ts'
import { newPerson } from './person-arrival.ts'

const bearerOf = ({ request }: Pick<Coming, 'request'>, token: string): Bearer => ({ token, browser: request.visitToken ?? '' })
const spent = () => refuse('city.link.spent', { status: 409 })

/**
 * The account that was there before is shown to be one's own by its password; with the fresh identity of the token that
 * makes two proofs, and they are linked. Refuses with `account.wrong` for every cause (D14), `busy`, `city.link.spent`, and as `link` does.
 */
export async function proveLink(call: Coming, typed: { token: string; userName: string; password: string }): Promise<{ next: string } | Refusal> {
  const { tools } = call
  const waiting = await waitingLink(tools.db, tools.keyring, tools.clock.now(), bearerOf(call, typed.token))
  if (!waiting) return spent()
  const proven = await proveLocal(call, typed)
  if (isRefusal(proven)) return proven
  if (proven.accountId !== waiting.accountId) return refuse('account.wrong')
  return transact(tools.db, tools.constraintWords, async (tx) => {
    const { issuer, subject } = waiting
    await alone(tx, tools.keyring, 'subject', `${issuer} ${subject}`)
    if (!(await spendLink(tx, tools.keyring, tools.clock.now(), bearerOf(call, typed.token)))) return spent()
    const wrong = await proven.held(tx)
    if (wrong) return wrong
    if (await identityForUpdate(tx, tools.keyring, { issuer, subject })) return refuse('city.linked_elsewhere', { status: 409 })
    const coming = { ...call, actor: null }
    const refusal = await link(tx, coming, waiting, waiting.accountId, 'proven')
    if (refusal) return refusal
    return { next: nextOf(await startSession(tx, coming, waiting.accountId), waiting.back) }
  })
}

/** The account with this phone is somebody else's: whoever had the number before. A new one is made, without the phone. */
export async function declineLink(call: Coming, token: string): Promise<{ next: string } | Refusal> {
  const { tools } = call
  return transact(tools.db, tools.constraintWords, async (tx) => {
    const waiting = await waitingLink(tx, tools.keyring, tools.clock.now(), bearerOf(call, token))
    if (waiting?.by !== 'phone') return spent()
    const { issuer, subject } = waiting
    await alone(tx, tools.keyring, 'subject', `${issuer} ${subject}`)
    if (!(await spendLink(tx, tools.keyring, tools.clock.now(), bearerOf(call, token)))) return spent()
    if (await identityForUpdate(tx, tools.keyring, { issuer, subject })) return refuse('city.linked_elsewhere', { status: 409 })
    const coming = { ...call, actor: null }
    const settled = await newPerson(tx, coming, { issuer, subject }, waiting.said as PersonFacts)
    if (isRefusal(settled)) return settled
    return 'ask' in settled ? spent() : { next: nextOf(await startSession(tx, coming, settled.accountId), waiting.back) }
  })
}
