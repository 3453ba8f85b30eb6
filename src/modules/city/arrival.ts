import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { afterCommit, transact } from '../../platform/db/transaction.ts'
import type { Tx } from '../../platform/db/database.ts'
import { holdForSignIn, nextOf, startSession } from '../accounts/index.ts'
import { claimNames } from './claim-names.ts'
import { legalFactsIn, personFactsIn, type LegalFacts, type PersonFacts } from './claims.ts'
import type { Coming, Settled } from './coming.ts'
import type { Door } from './door.ts'
import { seeIdentity } from './identity-journal.ts'
import { alone, identityForUpdate, type Identity, type Said } from './identity-store.ts'
import { legalAgain, legalFirst, letGoOfFormerKeeper } from './legal-arrival.ts'
import { insertLink, linkSeconds } from './link-store.ts'
import { link } from './link.ts'
import { personAgain, personFirst } from './person-arrival.ts'
import type { Shown } from './provider.ts'
import type { Visit } from './visit-store.ts'

/**
 * S2-01 to S2-04: whoever the provider has shown is signed in. Known by issuer and subject, and by nothing else; who comes
 * for the first time gets what he is, or proves the local account that he has already. Gives the path to go on to.
 */
export async function arrive(call: Coming, shown: Shown, visit: Pick<Visit, 'door' | 'back' | 'linkAccount'>): Promise<{ next: string } | Refusal> {
  const { tools } = call
  const names = await claimNames(tools.db, tools.config)
  const said = visit.door === 'legal' ? legalFactsIn(shown.claims, names) : personFactsIn(shown.claims, names)
  if (isRefusal(said)) return said
  const { issuer, subject } = shown
  return transact(tools.db, tools.constraintWords, async (tx) => {
    await alone(tx, tools.keyring, 'subject', `${issuer} ${subject}`)
    const known = await identityForUpdate(tx, tools.keyring, { issuer, subject })
    if (known && known.door !== visit.door) return refuse(`city.wrong_door.${visit.door}`, { status: 403 })
    if (visit.linkAccount !== null) return linkOwn(tx, call, { issuer, subject, door: visit.door, said }, known, visit.linkAccount)
    // Somebody else may still be signed in in this browser: it is not he who comes.
    const coming = { ...call, actor: null }
    const isAnothers = known?.door === 'legal' && (await letGoOfFormerKeeper(tx, coming, known, said as LegalFacts))
    const settled = known && !isAnothers ? await again(tx, coming, known, said) : await first(tx, coming, { issuer, subject }, visit.door, said)
    if (isRefusal(settled)) return settled
    if ('ask' in settled) {
      const browser = call.request.visitToken
      if (!browser) return refuse('city.state', { status: 403 })
      const token = await insertLink(tx, tools.keyring, tools.clock.now(), browser, { issuer, subject, door: visit.door, accountId: settled.ask, by: settled.by, said, back: visit.back })
      // As long as the link: part of the cookie's time went by at the provider.
      afterCommit(tx, () => call.reply.setVisit(browser, linkSeconds))
      return { next: `/city/link?token=${token}` }
    }
    return { next: nextOf(await startSession(tx, coming, settled.accountId), visit.back) }
  })
}

const first = (tx: Tx, call: Coming, shown: { issuer: string; subject: string }, door: Door, said: Said): Promise<Settled | Refusal> =>
  door === 'legal' ? legalFirst(tx, call, shown, said as LegalFacts) : personFirst(tx, call, shown, said as PersonFacts)

async function again(tx: Tx, call: Coming, known: Identity, said: Said): Promise<Settled | Refusal> {
  if (!(await holdForSignIn(tx, known.accountId))) return refuse('city.account_disabled', { status: 403 })
  const taken = known.door === 'legal' ? await legalAgain(tx, call, known, said as LegalFacts) : await personAgain(tx, call, known, said as PersonFacts)
  if (isRefusal(taken)) return taken
  await seeIdentity(tx, call, known, said, taken)
  return { accountId: known.accountId }
}

/** From 账号安全: whoever left is still signed in, and it is his own account. */
async function linkOwn(
  tx: Tx, call: Coming, shown: { issuer: string; subject: string; door: Door; said: Said }, known: Identity | null, accountId: string,
): Promise<{ next: string } | Refusal> {
  if (call.actor?.accountId !== accountId) return refuse('city.link.session', { status: 403 })
  if (known) return refuse(known.accountId === accountId ? 'city.link.already' : 'city.linked_elsewhere', { status: 409 })
  if (!(await holdForSignIn(tx, accountId))) return refuse('city.account_disabled', { status: 403 })
  const refusal = await link(tx, call, shown, accountId, 'own')
  return refusal ?? { next: '/app/account/city?linked=1' }
}
