import { sql } from 'kysely'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { happened } from '../../platform/consequences.ts'
import { recordAll } from '../../platform/journal.ts'
import { notifyAll } from '../../platform/outbox/notify.ts'
import type { Consequence } from '../../platform/room.ts'
import type { Call } from '../../platform/serve/call.ts'
import { contactsOf } from '../accounts/index.ts'
import { unitOf } from '../units/index.ts'
import { room } from './person-journal.ts'
import { sealedReason } from './person-store.ts'

interface Freed {
  id: string
  account_id: string
  name: string
  version: number
}

/**
 * E04: what a unit that is dissolved answered for is void: all of its people are released and choose again, in a number
 * of statements that does not grow with them. Later rooms hear `people.unit_left` (subject: the unit) while its people
 * are still its own.
 */
export const unitDissolved: Consequence = async (tx, call, { subject: unitId }) => {
  const { tools } = call
  // In the order of ids, as every deed on many people takes them (I10).
  const { rows } = await sql`select id from person where unit_id = ${unitId} order by id for update`.execute(tx)
  if (rows.length === 0) return
  const refusal = await happened(tx, call, 'people.unit_left', { subject: unitId })
  if (isRefusal(refusal)) return refusal
  const now = tools.clock.now()
  const note = tools.translate.zh('people.reason.unit_dissolved')
  const { rows: freed } = await sql<Freed>`
    update person set state = 'released', version = version + 1, unit_id = null, place = null, joined_at = null, vouched_at = null,
      state_reason = ${sealedReason(tools.keyring, note)}, state_since = ${now}
    where unit_id = ${unitId} returning id, account_id, name, version`.execute(tx)
  await recordAll(tx, tools.keyring, call, freed.map((p) => ({
    room, subject: p.id, seq: p.version, event: 'released', body: { at: now.toISOString() }, private: { note },
  })))
  await tell(tx, call, unitId, freed)
}

async function tell(tx: Tx, { tools }: Pick<Call, 'tools'>, unitId: string, people: readonly Freed[]): Promise<void> {
  const unit = await unitOf(tx, unitId)
  const contacts = await contactsOf(tx, tools.keyring, people.map((p) => p.account_id))
  await notifyAll(tx, tools.keyring, people.flatMap((p) => {
    const contact = contacts.get(p.account_id)
    if (!contact) return []
    const accountId = p.account_id
    return [{
      room, subject: p.id, seq: p.version, template: 'people.notice.unit_dissolved', lang: contact.lang,
      to: [{ channel: 'inbox' as const, accountId }, ...(contact.mail ? [{ channel: 'mail' as const, accountId, address: contact.mail }] : [])],
      params: { name: p.name, unit: unit?.name ?? '', link: '/app/' },
    }]
  }))
}
