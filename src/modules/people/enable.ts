import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { unitOf } from '../units/index.ts'
import { vouchedWith } from './duplicate-store.ts'
import { tellPerson } from './notices.ts'
import { happen } from './person-journal.ts'
import type { Person } from './person.ts'
import { whyNot } from './why.ts'

/** Why this person cannot be enabled now; null where it can. */
export async function enableRefusal(db: Db, { tools, actor }: Pick<Call<unknown, Actor>, 'actor' | 'tools'>, p: Person): Promise<Refusal | null> {
  const closed = whyNot('enable', p, actor)
  const other = closed || !p.document ? null : await vouchedWith(db, tools.keyring, p.document)
  if (!other || other.personId === p.id) return closed
  return other.unitId === p.unitId
    ? refuse('people.document_vouched.here', { status: 409, params: { userName: other.userName } })
    : refuse('people.document_vouched', { status: 409 })
}

/**
 * 启用 (D10): the unit answers for this person from now on. For a deed that holds the row locked (`personForUpdate`) and
 * has judged its version; gives the next version. Refuses as the table of steps does, and with `people.document_vouched`
 * where another account with the same document is vouched for already: a unit learns of its own which, of others only
 * that there is one. `one_vouched_person_per_document` has the last word. The person is told.
 */
export async function enablePerson(tx: Tx, call: Pick<Call<unknown, Actor>, 'actor' | 'request' | 'tools'>, p: Person): Promise<Person | Refusal> {
  const { tools } = call
  const closed = await enableRefusal(tx, call, p)
  if (closed) return closed
  const after = await happen(tx, tools, call, p, p.id, { event: 'enabled', at: tools.clock.now().toISOString() })
  if (isRefusal(after)) return after
  const unit = await unitOf(tx, p.unitId ?? '')
  await tellPerson(tx, tools, after, 'enabled', { unit: unit?.name ?? '' })
  return after
}
