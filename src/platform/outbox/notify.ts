import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { Lang } from '../../kernel/words.ts'
import type { Tx } from '../db/database.ts'
import type { Keyring } from '../seal/keyring.ts'
import type { SealedColumn } from '../seal/rotate.ts'

export type Recipient =
  | { channel: 'inbox'; accountId: string; lang?: Lang }
  /** `accountId` where the address is that of an account: then one notice per account, whatever its address. */
  | { channel: 'mail' | 'sms'; address: string; accountId?: string | null; lang?: Lang }

/** What happened, and who is to hear of it. Room, subject and seq are those of the journal's event. */
export interface Notice {
  room: string
  subject: string
  seq: number
  /** Name of the event where it differs from the template. */
  event?: string
  /** The words `<template>.subject` and `<template>.body` (inbox, mail) or `<template>.sms` say it. */
  template: string
  /** Fill the sentences. `link`, a path of ours, becomes a whole address in mail and SMS, and the inbox's link. */
  params: Readonly<Record<string, string | number>>
  /** Of everyone in `to` who brings none of his own. */
  lang: Lang
  to: readonly Recipient[]
}

/**
 * Writes the notices of a deed into the outbox, in the transaction of the deed (I18): they are sent if and only if it
 * holds, and the deed never waits for a mail server. Said twice for one event and recipient, it is sent once.
 */
export const notify = (tx: Tx, keyring: Keyring, notice: Notice): Promise<void> => notifyAll(tx, keyring, [notice])

/** The same for the many notices of a batch: one statement, however many there are. */
export async function notifyAll(tx: Tx, keyring: Keyring, notices: readonly Notice[]): Promise<void> {
  const rows = notices.flatMap((notice) => {
    const params = keyring.seal(JSON.stringify(notice.params), 'outbox.params')
    return notice.to.map((to) => ({
      id: newId(), journal_room: notice.room, journal_subject: notice.subject, journal_seq: notice.seq, event: notice.event ?? notice.template, channel: to.channel,
      recipient_id: to.accountId ?? null, recipient: identityOf(keyring, to), address: to.channel === 'inbox' ? null : keyring.seal(to.address, 'outbox.address'),
      lang: to.lang ?? notice.lang, template: notice.template, params,
    }))
  })
  if (rows.length === 0) return
  await sql`
    insert into outbox (id, journal_room, journal_subject, journal_seq, event, channel, recipient_id, recipient, address, lang, template, params)
    select id, journal_room, journal_subject, journal_seq, event, channel, recipient_id, recipient, address, lang, template, params
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, journal_room text, journal_subject uuid, journal_seq int, event text, channel text,
      recipient_id uuid, recipient text, address text, lang text, template text, params text)
    on conflict on constraint one_notice_per_event_channel_and_recipient do nothing`.execute(tx)
}

/** An account, or the blind index of a bare address, of the same kind as the one beside an account's own address. */
function identityOf(keyring: Keyring, to: Recipient): string {
  if (to.channel === 'inbox') return to.accountId
  return to.accountId ?? keyring.blind(to.address, to.channel === 'mail' ? 'mail' : 'phone')
}

/** For the rotation of keys. `recipient` stays: it has to be unique within its own deed, and a count of a day's messages begins anew with new keys. */
export const outboxSealed: readonly SealedColumn[] = [
  { table: 'outbox', key: 'id', column: 'address', context: 'outbox.address' },
  { table: 'outbox', key: 'id', column: 'params', context: 'outbox.params' },
]
