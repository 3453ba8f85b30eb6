import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { recordAll } from '../../platform/journal.ts'
import { notifyAll, type Recipient } from '../../platform/outbox/notify.ts'
import type { Call } from '../../platform/serve/call.ts'
import { contactsOf } from '../accounts/index.ts'
import { unitOf } from '../units/index.ts'
import { room } from './person-journal.ts'
import { personProcedure } from './person.ts'

interface Turned {
  id: string
  account_id: string
  name: string
  version: number
}

/** The states that the table of steps enables from. */
const from = personProcedure.steps.find((step) => step.verb === 'enable')?.from ?? []

/**
 * 启用 of many people of one unit at once, with the law of `enablePerson`, in a number of statements that does not grow
 * with them. The caller holds the rows locked in the order of their ids, and has judged reach and version. Gives who
 * was enabled, and who was not because another account with the same document is vouched for (`people.document_vouched`):
 * of two in one batch with the same document the first in the list is enabled. Who was enabled already is in neither.
 */
export async function enablePeople(tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, unitId: string, ids: readonly string[]): Promise<{ enabled: Set<string>; vouched: Set<string> }> {
  const { tools } = call
  const { rows: candidates } = await sql<{ id: string; taken: boolean }>`
    select p.id, p.document_blind is not null and (
      row_number() over (partition by coalesce(p.document_blind, p.id::text) order by coalesce(p.vouched_at, p.document_proven_at) nulls last, p.place) > 1
      or exists (select from person o where o.document_blind = p.document_blind and (o.vouched_at is not null or o.document_proven_at is not null) and o.id <> p.id)) as taken
    from person p where p.id = any(${[...ids]}::uuid[]) and p.unit_id = ${unitId} and p.state = any(${[...from]}::text[])`.execute(tx)
  const vouched = new Set(candidates.filter((one) => one.taken).map((one) => one.id))
  const free = candidates.filter((one) => !one.taken).map((one) => one.id)
  if (free.length === 0) return { enabled: new Set(), vouched }
  const now = tools.clock.now()
  const { rows: turned } = await sql<Turned>`
    update person set state = 'enabled', version = version + 1, state_reason = null, state_since = ${now}, vouched_at = coalesce(vouched_at, ${now})
    where id = any(${free}::uuid[]) returning id, account_id, name, version`.execute(tx)
  await recordAll(tx, tools.keyring, call, turned.map((p) => ({ room, subject: p.id, seq: p.version, event: 'enabled', body: { at: now.toISOString() } })))
  await tellEnabled(tx, call, unitId, turned)
  return { enabled: new Set(turned.map((p) => p.id)), vouched }
}

async function tellEnabled(tx: Tx, { tools }: Pick<Call, 'tools'>, unitId: string, people: readonly Turned[]): Promise<void> {
  const unit = await unitOf(tx, unitId)
  const contacts = await contactsOf(tx, tools.keyring, people.map((p) => p.account_id))
  await notifyAll(tx, tools.keyring, people.flatMap((p) => {
    const contact = contacts.get(p.account_id)
    if (!contact) return []
    const accountId = p.account_id
    const to: Recipient[] = [{ channel: 'inbox', accountId }]
    if (contact.mail) to.push({ channel: 'mail', accountId, address: contact.mail })
    if (contact.phone) to.push({ channel: 'sms', accountId, address: contact.phone })
    return [{
      room, subject: p.id, seq: p.version, template: 'people.notice.enabled', lang: contact.lang, to,
      params: { name: p.name, unit: unit?.name ?? '', note: '', link: '/app/' },
    }]
  }))
}
