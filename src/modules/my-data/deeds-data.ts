import { sql } from 'kysely'
import type { Translate } from '../../kernel/words.ts'
import type { Db } from '../../platform/db/database.ts'
import { sectionOf, type OwnCall, type PersonalData, type PersonalSection } from '../../platform/personal-data.ts'

/**
 * What somebody did: in the words of the room where they stand alone, else in ours; what has neither (a deed of staff
 * whose sentence needs its facts) by the name under which the journal keeps it.
 */
function wordOf(t: Translate, room: string, event: string): { word: string; params?: Record<string, string> } {
  const stands = (word: string) => t(word) !== word && !t(word).includes('{')
  const word = [`${room.split('.')[0]}.event.${event}`, `myData.event.${event}`].find(stands)
  return word ? { word } : { word: 'myData.event.other', params: { name: `${room} ${event}` } }
}

async function deeds(db: Db, { actor, tools }: OwnCall, most: number): Promise<PersonalSection> {
  const { rows } = await sql<{ room: string; subject: string; seq: number; event: string; actor_name: string | null; address: string | null; at: Date }>`
    select room, subject, seq, event, actor_name, address, at from journal
    where account_id = ${actor.accountId} order by at desc, room, subject, seq limit ${most + 1}`.execute(db)
  return sectionOf('myData.section.deeds', rows, most, (row) => ({
    id: `${row.room} ${row.subject} ${row.seq}`,
    facts: [
      { label: 'myData.field.at', value: row.at }, { label: 'myData.field.what', value: wordOf(tools.translate.zh, row.room, row.event) },
      { label: 'myData.field.name', value: row.actor_name }, { label: 'myData.field.address', value: row.address },
    ],
  }))
}

/** What somebody did on the platform, and from where: the journal keeps it for the audit. */
export const deedsPersonalData: PersonalData = {
  shows: ['journal.actor_name', 'journal.address'],
  of: async (db, call, most) => [await deeds(db, call, most)],
}
