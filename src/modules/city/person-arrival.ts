import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { createCityAccount, grantMandate, takeOverPhone } from '../accounts/index.ts'
import { comeProven, comparable, documentBlind, personOfAccount, proveDocument, vouchedWith } from '../people/index.ts'
import type { Person } from '../people/person.ts'
import { ensureProfile } from '../profiles/index.ts'
import type { Document, PersonFacts } from './claims.ts'
import { told, type Coming, type Settled } from './coming.ts'
import { linkIdentity } from './identity-journal.ts'
import { alone, identityOfAccount, type Identity } from './identity-store.ts'
import { knownAccount, personWithPhone } from './known-store.ts'

const isSame = (a: Document | null, b: Document | null): boolean => a !== null && b !== null && comparable(a) === comparable(b)

/** Whether an account may be that of whoever the provider shows: by the name, and the document where one is known. */
export const differs = (person: Pick<Person, 'name' | 'document'>, said: PersonFacts): boolean =>
  person.name !== said.name || (person.document !== null && !isSame(person.document, said.document))

/**
 * S2-04: a person who was here before. Another name or document than before is nobody's to take over: it must be corrected
 * here first (the reviewed fields of the personal information, or the support), then both agree again.
 */
export async function personAgain(tx: Tx, call: Coming, identity: Identity, said: PersonFacts): Promise<string[] | Refusal> {
  const before = identity.said as PersonFacts
  const person = await personOfAccount(tx, call.tools.keyring, identity.accountId)
  if (!person) return refuse('city.no_person', { status: 403 })
  if (said.name !== before.name && said.name !== person.name) return refuse('city.name_changed', { status: 403 })
  if (!isSame(said.document, before.document) && !isSame(said.document, person.document)) return refuse('city.document_changed', { status: 403 })
  const taken: string[] = []
  if (person.provenAt === null && isSame(said.document, person.document)) {
    const proven = await proveDocument(tx, call, { accountId: identity.accountId, document: said.document })
    if (isRefusal(proven)) return proven
    taken.push('document')
  }
  if (said.phone !== null && said.phone !== before.phone && (await takeOverPhone(tx, call, identity.accountId, said.phone))) taken.push('phone')
  return taken
}

/** S2-02, S2-04: a person comes for the first time: account, person and profile are made, or the account that he has is asked for. */
export async function personFirst(tx: Tx, call: Coming, shown: { issuer: string; subject: string }, said: PersonFacts): Promise<Settled | Refusal> {
  const { keyring } = call.tools
  await alone(tx, keyring, 'facts', documentBlind(keyring, said.document))
  const vouched = await vouchedWith(tx, keyring, said.document)
  if (vouched) {
    if (await identityOfAccount(tx, keyring, shown.issuer, vouched.accountId)) return refuse('city.person_linked', { status: 409 })
    const known = await knownAccount(tx, vouched.accountId)
    return known?.active ? { ask: vouched.accountId, by: 'document' } : refuse('city.account_disabled', { status: 403 })
  }
  const withPhone = said.phone === null ? null : await byPhone(tx, call, shown.issuer, said, said.phone)
  return withPhone ? { ask: withPhone, by: 'phone' } : newPerson(tx, call, shown, said)
}

/** A number may have gone to somebody else: only an account that shows no other document may be his. */
async function byPhone(tx: Tx, { tools: { keyring } }: Coming, issuer: string, said: PersonFacts, phone: string): Promise<string | null> {
  const accountId = await personWithPhone(tx, keyring, phone)
  const person = accountId === null ? null : await personOfAccount(tx, keyring, accountId)
  if (!accountId || !person || (person.document !== null && !isSame(person.document, said.document))) return null
  const isFree = (await identityOfAccount(tx, keyring, issuer, accountId)) === null && (await knownAccount(tx, accountId))?.active
  return isFree ? accountId : null
}

/** Everything anew; also for who says that the account with his phone is not his. */
export async function newPerson(tx: Tx, call: Coming, shown: { issuer: string; subject: string }, said: PersonFacts): Promise<Settled | Refusal> {
  const { accountId, userName } = await createCityAccount(tx, call, { displayName: said.name, phone: said.phone, lang: call.request.lang })
  const granted = await grantMandate(tx, call, { accountId, post: 'person', scopeId: null })
  if (isRefusal(granted)) return granted
  const personId = await comeProven(tx, call, { accountId, userName, name: said.name, document: said.document })
  if (isRefusal(personId)) return personId
  await ensureProfile(tx, call, { personId, document: said.document })
  const identity = await linkIdentity(tx, call, { ...shown, door: 'person', accountId, said }, 'first')
  await told(tx, call, identity, 'city.notice.came_person', {})
  return { accountId }
}
