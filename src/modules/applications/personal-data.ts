import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { sectionOf, type OwnCall, type PersonalData, type PersonalFact, type PersonalSection } from '../../platform/personal-data.ts'
import type { Content } from '../calls/form/definition.ts'
import { decisionsOf } from './decision-store.ts'
import { looksAt } from './look-store.ts'
import type { ApplicationState } from './state.ts'
import { contentAt, versionsOf } from './submission-store.ts'

interface Row {
  id: string
  number: string | null
  title: string
  leader_name: string
  unit_name: string
  state: ApplicationState
  submitted_at: Date | null
}

/** What a submitted version holds, in one text that every program can read. */
const contentShown = (content: Content | null): string | null => content && JSON.stringify(content)

/** The own applications as leader: what was handed in, what was decided, who opened it. */
async function applications(db: Db, { tools, actor }: OwnCall, most: number): Promise<PersonalSection[]> {
  const rows: Row[] = await db.selectFrom('application').select(['id', 'number', 'title', 'leader_name', 'unit_name', sql<ApplicationState>`state`.as('state'), 'submitted_at'])
    .where('account_id', '=', actor.accountId).orderBy('begun_at', 'desc').orderBy('id').limit(most + 1).execute()
  if (rows.length === 0) return []
  const facts = new Map<string, PersonalFact[]>()
  for (const row of rows.slice(0, most)) facts.set(row.id, [...factsOf(row), ...(await historyOf(db, tools, row.id))])
  return [sectionOf('applications.data.applications', rows, most, ({ id }) => ({ id, facts: facts.get(id) ?? [] }))]
}

const factsOf = (row: Row): PersonalFact[] => [
  { label: 'applications.data.number', value: row.number }, { label: 'applications.data.title', value: row.title }, { label: 'myData.field.name', value: row.leader_name },
  { label: 'myData.field.unit', value: row.unit_name }, { label: 'myData.field.state', value: { word: `applications.data.state.${row.state}` } },
  { label: 'myData.field.submittedAt', value: row.submitted_at },
]

async function historyOf(db: Db, { keyring }: OwnCall['tools'], id: string): Promise<PersonalFact[]> {
  const facts: PersonalFact[] = []
  for (const { revision, receivedAt } of await versionsOf(db, id)) {
    facts.push({ label: 'applications.data.received', value: receivedAt }, { label: 'applications.data.content', value: contentShown(await contentAt(db, id, revision)) })
  }
  for (const { at, outcome, comment, marks } of await decisionsOf(db, keyring, id)) {
    facts.push({ label: 'myData.field.decidedAt', value: at }, { label: 'myData.field.state', value: { word: `applications.event.${outcome}` } }, { label: 'myData.field.reason', value: comment })
    for (const mark of marks) facts.push({ label: 'applications.data.mark', value: [mark.field, mark.note].filter(Boolean).join(': ') })
  }
  for (const look of await looksAt(db, id)) facts.push({ label: 'applications.data.look', value: `${look.desk} ${look.name}` }, { label: 'myData.field.at', value: look.lastAt })
  return facts
}

export const applicationsPersonalData: PersonalData = {
  shows: ['application.title', 'application.leader_name', 'application_version.content', 'application_decision.comment', 'application_decision.marks', 'application_look.name'],
  of: (db, call, most) => applications(db, call, most),
}
