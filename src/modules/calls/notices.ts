import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { notifyAll, type Notice, type Recipient } from '../../platform/outbox/notify.ts'
import type { Tools } from '../../platform/tools.ts'
import { contactsOf } from '../accounts/index.ts'
import type { CallRow } from './call.ts'
import { callRoom } from './call-journal.ts'
import type { Bilingual } from './form/definition.ts'

const atOnce = 1000

/** Drafts of a call on which their leaders can write, up to 10,000. */
export async function openDraftsIn(db: Db, callId: string): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`
    select count(*)::int as n from (select 1 from draft where call_id = ${callId} and lock <> 'locked' limit 10000) found`.execute(db)
  return row?.n ?? 0
}

/** The title in the reader's language: a sentence of notice takes `callEn` where there is one. */
export const titleParams = ({ zh, en }: Bilingual): Record<string, string> => ({ call: zh, ...(en && { callEn: en }) })

/** What whoever began drafts of this call at these times hears; null: nothing, since it is nothing to him. */
export type SayTo = (begun: readonly Date[]) => { what: 'moved' | 'desks_moved' | 'withdrawn'; params: Record<string, string> } | null

/**
 * Whoever writes on an application of this call hears of it: in the inbox, by mail and by SMS where he has them. However many
 * they are, it takes three statements for each thousand of them. Returns how many accounts were told.
 */
export async function tellLeaders(tx: Tx, tools: Tools, call: CallRow, say: SayTo): Promise<number> {
  let told = 0
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: string; begun: string[] }>`
      select account_id as id, jsonb_agg(begun_at) as begun from draft
      where call_id = ${call.id} and lock <> 'locked' and account_id > ${last}::uuid
      group by 1 order by 1 limit ${atOnce}`.execute(tx)
    const said = new Map(rows.flatMap(({ id, begun }) => {
      const sentence = say(begun.map((at) => new Date(at)))
      return sentence ? [[id, sentence] as const] : []
    }))
    const contacts = await contactsOf(tx, tools.keyring, [...said.keys()])
    await notifyAll(tx, tools.keyring, [...contacts].flatMap(([accountId, contact]): Notice[] => {
      const sentence = said.get(accountId)
      if (!sentence) return []
      const { what, params } = sentence
      const to: Recipient[] = [{ channel: 'inbox', accountId }]
      if (contact.mail) to.push({ channel: 'mail', accountId, address: contact.mail })
      if (contact.phone && what !== 'desks_moved') to.push({ channel: 'sms', accountId, address: contact.phone })
      return [{ room: callRoom, subject: call.id, seq: call.version, template: `calls.notice.${what}`, lang: contact.lang, to, params: { ...params, name: contact.name } }]
    }))
    told += said.size
    if (rows.length < atOnce) return told
    last = rows.at(-1)?.id ?? last
  }
}
