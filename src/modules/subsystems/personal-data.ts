import { sql } from 'kysely'
import { sectionOf, type OwnCall, type PersonalData, type PersonalSection } from '../../platform/personal-data.ts'
import type { Db } from '../../platform/db/database.ts'

const mine = (accountId: string) => sql`select id from person where account_id = ${accountId}`

async function grants(db: Db, { actor }: OwnCall, most: number): Promise<PersonalSection> {
  const { rows } = await sql<{ id: string; subsystem: string; unit: string; since: Date; until: Date | null }>`
    select g.id, s.name as subsystem, u.name as unit, lower(g.during) as since, upper(g.during) as until
    from subsystem_grant g join subsystem s on s.id = g.subsystem_id join unit u on u.id = g.unit_id
    where g.person_id in (${mine(actor.accountId)}) order by lower(g.during) desc, g.id desc limit ${most + 1}`.execute(db)
  return sectionOf('myData.section.grants', rows, most, (row) => ({
    id: row.id,
    facts: [
      { label: 'myData.field.subsystem', value: row.subsystem }, { label: 'myData.field.unit', value: row.unit },
      { label: 'myData.field.from', value: row.since }, { label: 'myData.field.until', value: row.until },
    ],
  }))
}

async function requests(db: Db, { actor }: OwnCall, most: number): Promise<PersonalSection> {
  const { rows } = await sql<{ id: string; subsystem: string; unit: string; note: string; state: string; answer: string; asked_at: Date; answered_at: Date | null }>`
    select r.id, s.name as subsystem, u.name as unit, r.note, r.state, r.answer, r.asked_at, r.answered_at
    from subsystem_request r join subsystem s on s.id = r.subsystem_id join unit u on u.id = r.unit_id
    where r.person_id in (${mine(actor.accountId)}) order by r.asked_at desc, r.id desc limit ${most + 1}`.execute(db)
  return sectionOf('myData.section.requests', rows, most, (row) => ({
    id: row.id,
    facts: [
      { label: 'myData.field.subsystem', value: row.subsystem }, { label: 'myData.field.unit', value: row.unit },
      { label: 'myData.field.at', value: row.asked_at }, { label: 'myData.field.note', value: row.note || null },
      { label: 'myData.field.state', value: { word: `myData.request.${row.state}` } }, { label: 'myData.field.answeredAt', value: row.answered_at },
      { label: 'myData.field.answer', value: row.answer || null },
    ],
  }))
}

/** Visits that are not over: past ones are not kept. */
async function visits(db: Db, { actor }: OwnCall, most: number): Promise<PersonalSection> {
  const { rows } = await sql<{ id: string; subsystem: string; entered_at: Date }>`
    select v.sid as id, s.name as subsystem, v.entered_at from subsystem_visit v join subsystem s on s.id = v.subsystem_id
    where v.person_id in (${mine(actor.accountId)}) order by v.entered_at desc, v.sid limit ${most + 1}`.execute(db)
  return sectionOf('myData.section.visits', rows, most, (row) => ({
    id: row.id, facts: [{ label: 'myData.field.subsystem', value: row.subsystem }, { label: 'myData.field.from', value: row.entered_at }],
  }))
}

/** What somebody may enter, asked for and is in. */
export const subsystemsPersonalData: PersonalData = {
  shows: ['subsystem_request.note'],
  of: async (db, call, most) => [await grants(db, call, most), await requests(db, call, most), await visits(db, call, most)],
}
