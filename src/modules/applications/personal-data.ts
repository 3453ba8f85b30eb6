import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { sectionOf, type OwnCall, type PersonalData, type PersonalFact, type PersonalSection } from '../../platform/personal-data.ts'
import type { Content } from '../calls/form/definition.ts'
import { decisionsOf } from './store/decisions.ts'
import { looksAt } from './store/looks.ts'
import type { ApplicationState } from './state.ts'
import { contentAt, ownRevisions, versionsOf } from './store/submissions.ts'

interface Row {
  id: string
  number: string | null
  title: string
  leader_name: string
  unit_name: string
  state: ApplicationState
  submitted_at: Date | null
  /** Of what somebody else leads by now: the last version that is one's own; null where one leads it. */
  own_until: number | null
}

/** What a submitted version holds, in one text that every program can read. */
const contentShown = (content: Content | null): string | null => content && JSON.stringify(content)

/**
 * The own applications as leader: what was handed in, what was decided, who opened it. Of those that somebody else leads by now (E10), what
 * one submitted oneself and what was decided on that.
 */
async function applications(db: Db, { tools, actor }: OwnCall, most: number): Promise<PersonalSection[]> {
  const { rows } = await sql<Row>`
    select a.id, a.number, a.title, a.leader_name, a.unit_name, a.state, a.submitted_at, null::integer as own_until from application a where a.account_id = ${actor.accountId}
    union all
    select a.id, a.number, v.content #>> '{values,title}', v.leader_name, v.unit_name, a.state, v.received_at, v.revision from application a
      join lateral (select * from application_version v where v.application_id = a.id and v.submitted_by = ${actor.accountId} order by v.revision desc limit 1) v on true
    where a.account_id <> ${actor.accountId} and a.id in (select w.application_id from application_version w where w.submitted_by = ${actor.accountId})
    order by submitted_at desc nulls first, id limit ${most + 1}`.execute(db)
  if (rows.length === 0) return []
  const facts = new Map<string, PersonalFact[]>()
  for (const row of rows.slice(0, most)) facts.set(row.id, [...factsOf(row), ...(await historyOf(db, tools, row, actor.accountId))])
  return [sectionOf('applications.data.applications', rows, most, ({ id }) => ({ id, facts: facts.get(id) ?? [] }))]
}

const factsOf = (row: Row): PersonalFact[] => [
  { label: 'applications.data.number', value: row.number }, { label: 'applications.data.title', value: row.title }, { label: 'myData.field.name', value: row.leader_name },
  { label: 'myData.field.unit', value: row.unit_name }, { label: 'myData.field.state', value: { word: `applications.data.state.${row.state}` } },
  { label: 'myData.field.submittedAt', value: row.submitted_at },
]

async function historyOf(db: Db, { keyring }: OwnCall['tools'], { id, own_until: until }: Row, accountId: string): Promise<PersonalFact[]> {
  const facts: PersonalFact[] = []
  const own = await ownRevisions(db, id, accountId)
  for (const { revision, receivedAt } of (await versionsOf(db, id)).filter((one) => own.has(one.revision))) {
    facts.push({ label: 'applications.data.received', value: receivedAt }, { label: 'applications.data.content', value: contentShown(await contentAt(db, id, revision)) })
  }
  for (const { at, outcome, comment, marks } of (await decisionsOf(db, keyring, id)).filter((one) => own.has(one.revision))) {
    facts.push({ label: 'myData.field.decidedAt', value: at }, { label: 'myData.field.state', value: { word: `applications.event.${outcome}` } }, { label: 'myData.field.reason', value: comment })
    for (const mark of marks) facts.push({ label: 'applications.data.mark', value: [mark.field, mark.note].filter(Boolean).join(': ') })
  }
  if (until !== null) return facts
  for (const look of await looksAt(db, id)) facts.push({ label: 'applications.data.look', value: `${look.desk} ${look.name}` }, { label: 'myData.field.at', value: look.lastAt })
  return facts
}

export const applicationsPersonalData: PersonalData = {
  shows: ['application.title', 'application.leader_name', 'application_version.content', 'application_version.leader_name', 'application_decision.comment', 'application_decision.marks', 'application_look.name'],
  of: (db, call, most) => applications(db, call, most),
}
