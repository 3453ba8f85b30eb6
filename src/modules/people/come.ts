import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { afterCommit } from '../../platform/db/transaction.ts'
import type { Call } from '../../platform/serve/call.ts'
import { compareSoon } from './compare.ts'
import { vouchedWith } from './duplicate-store.ts'
import { happen } from './person-journal.ts'
import { ownForUpdate } from './person-store.ts'
import type { Document, Person } from './person.ts'

/**
 * S2-02: somebody comes through the city's identity provider, which answers for name and document, and belongs to no
 * unit yet (`unbound`). The account is made already and gets the post `person` from the caller. Gives the id of the
 * person. Refuses with `people.document_vouched` where a unit or the city answers for that document of another account;
 * `one_vouched_person_per_document` has the last word.
 */
export async function comeProven(
  tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, who: { accountId: string; userName: string; name: string; document: Document },
): Promise<string | Refusal> {
  const { tools } = call
  const { accountId, ...known } = who
  if (await vouchedWith(tx, tools.keyring, who.document)) return refuse('people.document_vouched', { status: 409 })
  const now = tools.clock.now()
  const person = await happen(tx, tools, call, null, newId(now.getTime()), { event: 'came', at: now.toISOString(), accountId, who: known })
  if (isRefusal(person)) return person
  afterCommit(tx, () => compareSoon(tools))
  return person.id
}

/**
 * Somebody whom the platform knows linked his identity at the city's provider, which answers for this document; where
 * none was known, or one in another form (E16), it is his from now on. Whether it may be his is the caller's to judge.
 * Refuses with `people.document_vouched` as above.
 */
export async function proveDocument(tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, who: { accountId: string; document: Document }): Promise<Person | Refusal> {
  const { tools } = call
  const person = await ownForUpdate(tx, tools.keyring, who.accountId)
  if (!person) return unseen()
  const other = await vouchedWith(tx, tools.keyring, who.document)
  if (other && other.personId !== person.id) return refuse('people.document_vouched', { status: 409 })
  return happen(tx, tools, call, person, person.id, { event: 'proven', at: tools.clock.now().toISOString(), who: { document: who.document } })
}
