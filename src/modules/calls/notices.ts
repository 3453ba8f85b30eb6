import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { notifyAll, type Notice, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import { contactsOf } from '../accounts/index.ts'
import type { CallRow } from './call.ts'
import { callRoom } from './call-journal.ts'

const atOnce = 1000

/** Drafts of a call on which their leaders can write, up to 10,000. */
export async function openDraftsIn(db: Db, callId: string): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`
    select count(*)::int as n from (select 1 from draft where call_id = ${callId} and lock <> 'locked' limit 10000) found`.execute(db)
  return row?.n ?? 0
}

/**
 * Whoever writes on an application of this call hears of it: in the inbox, by mail and by SMS where he has them. However many
 * they are, it takes three statements for each thousand of them. Returns how many accounts were told.
 */
export async function tellLeaders(
  tx: Tx, tools: Tools, call: CallRow, { what, begunBefore, params }: { what: 'moved' | 'desks_moved' | 'withdrawn'; begunBefore: Date | null; params: Record<string, string> },
): Promise<number> {
  let told = 0
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: string }>`
      select distinct account_id as id from draft
      where call_id = ${call.id} and lock <> 'locked' and (${begunBefore}::timestamptz is null or begun_at < ${begunBefore}) and account_id > ${last}::uuid
      order by 1 limit ${atOnce}`.execute(tx)
    const contacts = await contactsOf(tx, tools.keyring, rows.map(({ id }) => id))
    await notifyAll(tx, tools.keyring, [...contacts].map(([accountId, contact]): Notice => {
      const to: Recipient[] = [{ channel: 'inbox', accountId }]
      if (contact.mail) to.push({ channel: 'mail', accountId, address: contact.mail })
      if (contact.phone && what !== 'desks_moved') to.push({ channel: 'sms', accountId, address: contact.phone })
      return { room: callRoom, subject: call.id, seq: call.version, template: `calls.notice.${what}`, lang: contact.lang, to, params: { ...params, name: contact.name } }
    }))
    told += rows.length
    if (rows.length < atOnce) return told
    last = rows.at(-1)?.id ?? last
  }
}
