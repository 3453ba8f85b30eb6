import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Sender } from './sender.ts'

/** D26: mail and SMS of the demo town, to be read on the demo page. The id is that of the outbox row: never twice. */
export const demoMailbox = (db: Db): Sender => ({
  async send({ id, channel, address, subject, body }) {
    await sql`
      insert into demo_message (id, channel, address, subject, body)
      values (${id}, ${channel}, ${address}, ${subject}, ${body})
      on conflict (id) do nothing`.execute(db)
    return { providerId: null }
  },
})
