import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { refuse, unseen } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { contactOf } from '../accounts/index.ts'
import type { deskVerbs } from './desk-contract.ts'
import { derivedFrom } from './fields.ts'
import { profileOf, revisionOf } from './profile-store.ts'
import { reachOf } from './reach.ts'
import { factRows, type FactRow } from './review-store.ts'

type Verbs = Handlers<typeof deskVerbs>

const looks = 'profiles.reveal'
/** How often one account may look in 24 hours: a desk that works through hundreds in a day stays below. */
const looksADay = { document_revealed: 300, phone_revealed: 300 } as const

/** As the journal has it, by the time of the database; at most one look more than allowed is read. */
async function looksToday(tx: Tx, accountId: string, look: keyof typeof looksADay): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from journal where account_id = ${accountId} and at > now() - interval '24 hours' and room = ${looks} and event = ${look} limit ${looksADay[look] + 1}) as l`.execute(tx)
  return row?.n ?? 0
}

/** E45: one of the lines within reach, for a look at what is masked; look and reason are recorded in the same transaction. */
const look = <T>(call: Call<{ id: string; reason: string }, Actor>, event: keyof typeof looksADay, show: (tx: Tx, row: FactRow) => Promise<T | null>) =>
  deed(call, async (tx) => {
    const { tools, actor, input } = call
    const [row] = await factRows(tx, reachOf(actor), [input.id])
    // Who took back what he submitted, or has gone to another unit, is no longer this one's to look at more closely (E40).
    if (!row || row.state === 'left' || row.state === 'withdrawn') return unseen()
    if ((await looksToday(tx, actor.accountId, event)) >= looksADay[event]) {
      tools.log.warn({ accountId: actor.accountId, unitId: row.unit_id, look: event, limit: looksADay[event] }, 'somebody looks at more people than a day should need')
      return refuse('profiles.look.limit', { status: 429, params: { n: looksADay[event] } })
    }
    await record(tx, tools.keyring, call, {
      room: looks, subject: newId(), seq: 1, event, body: { personId: row.person_id, accountId: row.account_id, unitId: row.unit_id, reviewId: row.id }, private: { note: input.reason },
    })
    return (await show(tx, row)) ?? unseen()
  })

export const revealDocument: Verbs['revealDocument'] = (call) =>
  look(call, 'document_revealed', async (tx, row) => {
    const { keyring } = call.tools
    const [revision, profile] = [await revisionOf(tx, keyring, row.person_id, row.revision), await profileOf(tx, keyring, row.person_id)]
    return revision && { document: revision.document.number, birthDate: derivedFrom(revision.document)?.birthDate ?? profile?.plain.birthDate ?? null }
  })

export const revealPhone: Verbs['revealPhone'] = (call) =>
  look(call, 'phone_revealed', async (tx, row) => {
    const { keyring } = call.tools
    const [contact, profile] = [await contactOf(tx, keyring, row.account_id), await profileOf(tx, keyring, row.person_id)]
    return { phone: contact?.phone ?? null, mail: contact?.mail ?? null, officePhone: profile?.plain.officePhone ?? null }
  })
