import { sql } from 'kysely'
import { sectionOf, type OwnCall, type PersonalData, type PersonalSection } from '../../platform/personal-data.ts'
import type { Db } from '../../platform/db/database.ts'

async function notices(db: Db, { actor }: OwnCall, most: number): Promise<PersonalSection> {
  const rows = await db
    .selectFrom('inbox').select(['id', 'title', 'body', 'created_at', 'read_at'])
    .where('account_id', '=', actor.accountId).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(most + 1).execute()
  return sectionOf('myData.section.notices', rows, most, (row) => ({
    id: row.id,
    facts: [
      { label: 'myData.field.at', value: row.created_at }, { label: 'myData.field.subject', value: row.title },
      { label: 'myData.field.body', value: row.body }, { label: 'myData.field.readAt', value: row.read_at },
    ],
  }))
}

/** Mails and text messages: where to, when, and whether they went out. Codes and links that open an account are not shown again. */
async function messages(db: Db, { actor, tools: { keyring } }: OwnCall, most: number): Promise<PersonalSection> {
  const { rows } = await sql<{ id: string; channel: string; address: string | null; state: string; created_at: Date; sent_at: Date | null }>`
    select id, channel, address, state, created_at, sent_at from outbox
    where recipient_id = ${actor.accountId} and channel <> 'inbox' order by created_at desc, id desc limit ${most + 1}`.execute(db)
  return sectionOf('myData.section.messages', rows, most, (row) => ({
    id: row.id,
    facts: [
      { label: 'myData.field.at', value: row.created_at }, { label: 'myData.field.channel', value: { word: `myData.channel.${row.channel}` } },
      { label: 'myData.field.to', value: row.address && keyring.open(row.address, 'outbox.address') },
      { label: 'myData.field.state', value: { word: `myData.message.${row.state}` } }, { label: 'myData.field.sentAt', value: row.sent_at },
    ],
  }))
}

/** What was told to somebody, on the platform and outside. */
export const inboxPersonalData: PersonalData = {
  shows: ['outbox.address'],
  of: async (db, call, most) => [await notices(db, call, most), await messages(db, call, most)],
}
