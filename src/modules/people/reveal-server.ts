import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { contactOf } from '../accounts/index.ts'
import type { peopleContract } from './contract.ts'
import { looksToday, looksADay, type Look } from './look-store.ts'
import { personOfUnit } from './person-store.ts'
import type { Person } from './person.ts'

type Verbs = Handlers<typeof peopleContract>

/** The brake on looking at everybody (S1-54): what is above it is for the support to know, and for the log. */
export async function lookRefusal(tx: Tx, call: Call<unknown, Actor>, look: Look): Promise<Refusal | null> {
  if ((await looksToday(tx, call.actor.accountId, look)) < looksADay[look]) return null
  call.tools.log.warn({ accountId: call.actor.accountId, unitId: call.actor.mandate?.scopeId, look, limit: looksADay[look] }, 'somebody looks at more people than a day should need')
  return refuse('people.look.limit', { status: 429, params: { n: looksADay[look] } })
}

/** One of the unit's own, for a look at what is masked; the look is recorded in the same transaction (S1-54, S1-N4). */
const look = <T>(call: Call<{ id: string; reason?: string }, Actor>, event: 'contact_revealed' | 'document_revealed', show: (tx: Tx, p: Person) => Promise<T>) =>
  deed(call, async (tx) => {
    const { keyring } = call.tools
    const p = await personOfUnit(tx, keyring, call.actor.mandate?.scopeId ?? '', call.input.id)
    if (!p) return unseen()
    const tooMany = await lookRefusal(tx, call, event)
    if (isRefusal(tooMany)) return tooMany
    const { reason } = call.input
    await record(tx, keyring, call, {
      room: 'people.reveal', subject: newId(), seq: 1, event, body: { personId: p.id, accountId: p.accountId, unitId: p.unitId }, ...(reason && { private: { note: reason } }),
    })
    return show(tx, p)
  })

export const reveal: Verbs['reveal'] = (call) =>
  look(call, 'contact_revealed', async (tx, p) => {
    const account = await contactOf(tx, call.tools.keyring, p.accountId)
    return { mail: account?.mail ?? null, phone: account?.phone ?? null }
  })

export const revealDocument: Verbs['revealDocument'] = (call) =>
  look(call, 'document_revealed', async (_, p) => ({ document: p.document?.number ?? null }))
