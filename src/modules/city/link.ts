import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { personOfAccount, proveDocument } from '../people/index.ts'
import type { LegalFacts, PersonFacts } from './claims.ts'
import { told, type Coming } from './coming.ts'
import type { Door } from './door.ts'
import { linkIdentity, type Linked } from './identity-journal.ts'
import { identityOfAccount, type Said } from './identity-store.ts'
import { knownAccount } from './known-store.ts'
import { takeOverLegal, unitProblem } from './legal-arrival.ts'
import { differs } from './person-arrival.ts'
import { providerName } from './provider-name.ts'

/**
 * An identity and an account that was there before, both proven, become one's own. The facts must agree: the credit code of
 * the unit; name and document of the person. What the provider answers for is taken over (grey fields, the proven document).
 * Refuses with `city.link.has_one`, `city.link.other_unit`, `city.link.differs`, `city.link.no_door`, and as a unit does that rests.
 */
export async function link(tx: Tx, call: Coming, shown: { issuer: string; subject: string; door: Door; said: Said }, accountId: string, how: Linked): Promise<void | Refusal> {
  const { tools } = call
  if (await identityOfAccount(tx, tools.keyring, shown.issuer, accountId)) return refuse('city.link.has_one', { status: 409 })
  const settled = shown.door === 'legal' ? await settleLegal(tx, call, accountId, shown.said as LegalFacts) : await settlePerson(tx, call, accountId, shown.said as PersonFacts)
  if (isRefusal(settled)) return settled
  const identity = await linkIdentity(tx, call, { ...shown, accountId }, how)
  const names = await providerName(tx, tools)
  await told(tx, call, identity, 'city.notice.linked', { provider: names.zh, providerEn: names.en })
}

async function settleLegal(tx: Tx, call: Coming, accountId: string, said: LegalFacts): Promise<unknown> {
  const known = await knownAccount(tx, accountId)
  if (!known?.unitId) return refuse('city.link.no_door', { status: 409 })
  if (known.creditCode !== said.creditCode) return refuse('city.link.other_unit', { status: 409 })
  return unitProblem(known.unitStatus) ?? takeOverLegal(tx, call, known.unitId, said, null)
}

async function settlePerson(tx: Tx, call: Coming, accountId: string, said: PersonFacts): Promise<unknown> {
  const person = await personOfAccount(tx, call.tools.keyring, accountId)
  if (!person) return refuse('city.link.no_door', { status: 409 })
  if (differs(person, said)) return refuse('city.link.differs', { status: 409 })
  return proveDocument(tx, call, { accountId, document: said.document })
}
