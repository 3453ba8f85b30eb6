import { sql } from 'kysely'
import { expect } from 'vitest'
import type { OutputOf, Verb } from '../src/kernel/contract.ts'
import { newId } from '../src/kernel/ids.ts'
import { room } from '../src/modules/applications/application-journal.ts'
import { applicationsContract as verbs } from '../src/modules/applications/contract.ts'
import { replay, type Happened } from '../src/modules/applications/evolve.ts'
import { evolvedOf } from '../src/modules/applications/evolved.ts'
import { factColumns, type FactRow } from '../src/modules/applications/store/facts.ts'
import { callDocument, levels, type CallDocument } from '../src/modules/calls/document.ts'
import type { FormDefinition } from '../src/modules/calls/form/definition.ts'
import { draftsContract } from '../src/modules/drafts/contract.ts'
import { eventsOf } from '../src/platform/journal.ts'
import { publish } from './draft-stage.ts'
import { documentColumns } from '../src/modules/people/person-store.ts'
import { person } from './people.ts'
import { actorOf, filler, manager, reviewedUnit, secondaryUnit, type Actor, type Filler, type ReviewedUnit } from './profile-stage.ts'
import type { Answered, TestServer } from './server.ts'

/** Two tabs, a sum that warns, and nothing that needs a file: what a test of the procedure submits. */
export const smallForm: FormDefinition = {
  tabs: [
    {
      id: 'basic', label: { zh: '基本信息', en: 'Basics' }, fields: [
        { kind: 'text', id: 'title', label: { zh: '项目名称', en: 'Title' }, required: true, min: 2, max: 60, lines: 1 },
        { kind: 'text', id: 'aims', label: { zh: '研究目标', en: 'Aims' }, required: true, min: 0, max: 2000, lines: 6 },
        { kind: 'members', id: 'members', label: { zh: '项目参与人', en: 'Members' }, required: false, least: 0, most: 4 },
        { kind: 'fact', id: 'unit', label: { zh: '申报单位', en: 'Unit' }, required: false, of: 'unit.name' },
      ],
    },
    {
      id: 'budget', label: { zh: '经费', en: 'Budget' }, fields: [
        { kind: 'money', id: 'funds', label: { zh: '申请经费', en: 'Funds' }, required: true, min: 0 },
        { kind: 'files', id: 'proof', label: { zh: '证明材料', en: 'Proof' }, required: false, types: ['pdf', 'jpg', 'png'], maxMegabytes: 1, least: 0, most: 2, signature: false },
      ],
    },
  ],
  rules: [{
    id: 'modest', severity: 'warning', holds: { compare: { left: { field: 'funds' }, op: '<=', right: { number: 100 } } }, at: 'funds',
    sentence: { zh: '申请经费一般不超过100万元。', en: 'Funds are rarely above 100.' },
  }],
}

/** Answers that pass the check of `smallForm`. */
export const sound = { title: '长江上游水质监测方法研究', aims: '建立适用于山地河流的监测方法。', funds: 30 }

/** How long after the clock of the server each level is open; from a day before it. */
export const daysOpen = { leader: 10, department: 20, unit: 30, authority: 40, bureau: 90 } as const

/** A call that is published, open from yesterday, each level ten days longer than the one below it. */
export async function publishedSmallCall(server: TestServer, more: Partial<CallDocument> = {}): Promise<{ id: string; code: string; document: CallDocument }> {
  const { db } = server.tools
  const now = server.clock.now()
  const at = (days: number) => new Date(Math.floor(now.getTime() / 1000) * 1000 + days * 86_400_000).toISOString()
  const document = callDocument.parse({
    title: { zh: '2027年度软科学研究', en: 'Soft science 2027' }, category: { zh: '软科学', en: 'Soft science' }, text: [{ zh: '请按时填报。', en: 'Please be in time.' }],
    windows: Object.fromEntries(levels.map((level) => [level, { opensAt: at(-1), closesAt: at(daysOpen[level]) }])), chain: {}, form: smallForm, ...more,
  })
  const id = newId()
  const code = `R${id.slice(-10).toUpperCase()}`
  const by = (await db.selectFrom('account').select('id').limit(1).executeTakeFirstOrThrow()).id
  await sql`insert into call (id, code, state, draft, title, made_by, made_at, changed_at)
    values (${id}, ${code}, 'draft', ${JSON.stringify(document)}::jsonb, ${document.title.zh}, ${by}, ${now}, ${now})`.execute(db)
  await publish(server, id, document)
  for (const [level, window] of Object.entries(document.windows)) {
    await sql`insert into call_window (call_id, level, nth, opens_at, closes_at, moved_at) values (${id}, ${level}, 1, ${window.opensAt}, ${window.closesAt}, ${now})`.execute(db)
  }
  return { id, code, document }
}

/** Another window of a level, as a move of the bureau leaves it. */
export const movedWindow = (server: TestServer, callId: string, level: string, nth: number, to: { opensAt: Date; closesAt: Date }) => sql`
  insert into call_window (call_id, level, nth, opens_at, closes_at, reason, moved_by, moved_at)
  values (${callId}, ${level}, ${nth}, ${to.opensAt}, ${to.closesAt}, '系统故障', (select made_by from call where id = ${callId}), ${server.clock.now()})`.execute(server.tools.db)

/** The information of a person as his unit approved it, or as it waits; the way there is not what is tested here. */
export async function approved(server: TestServer, one: Filler, unitId: string, more: { secondaryUnitId?: string | null; state?: 'approved' | 'pending' } = {}): Promise<void> {
  const { db, keyring } = server.tools
  const now = server.clock.now()
  const { secondaryUnitId = null, state = 'approved' } = more
  const { document_blind, document_last4_blind } = documentColumns(keyring, { type: 'ID', number: one.document })
  const sealed = (table: string) => keyring.seal(`ID ${one.document}`, `${table}.document`)
  const place = await sql<{ n: number }>`select coalesce(max(place), 0)::int + 1 as n from profile_review where unit_id = ${unitId}`.execute(db)
  await sql`insert into profile (person_id, sex, nationality, birth_date) values (${one.personId}, '1', 'CN', '1980-05-06')`.execute(db)
  await sql`
    insert into profile_revision (person_id, version, unit_id, unit_name, secondary_unit_id, document_type, document, document_blind, education, degree, title, position, submitted_at, submitted_by)
    values (${one.personId}, 1, ${unitId}, '示例单位', ${secondaryUnitId}, 'ID', ${sealed('profile_revision')}, ${document_blind}, '11', '2', '1', '', ${now}, ${one.who.accountId})`.execute(db)
  if (state === 'approved') {
    await sql`insert into profile_decision (person_id, version, outcome, decided_by, decided_at) values (${one.personId}, 1, 'approved', (select id from account where id <> ${one.who.accountId} limit 1), ${now})`.execute(db)
    await sql`update profile set approved_version = 1, approved_at = ${now} where person_id = ${one.personId}`.execute(db)
  }
  await sql`
    insert into profile_review (id, person_id, unit_id, revision, state, desk_id, secondary_unit_id, secondary_unit_active, place, name, document, document_blind, document_last4_blind,
      education, title, submitted_at, decided_at, updated_at)
    values (${newId()}, ${one.personId}, ${unitId}, 1, ${state}, ${secondaryUnitId ?? unitId}, ${secondaryUnitId}, ${secondaryUnitId ? true : null}, ${place.rows[0]?.n ?? 1}, ${one.who.displayName},
      ${sealed('profile_review')}, ${document_blind}, ${document_last4_blind}, '11', '1', ${now}, ${state === 'approved' ? now : null}, ${now})`.execute(db)
}

/** Somebody of the unit who may submit. */
export async function leaderIn(server: TestServer, unitId: string, more: { secondaryUnitId?: string | null; name?: string; state?: 'approved' | 'pending'; post?: 'authorised_person' } = {}): Promise<Filler> {
  const one = await filler(server, unitId, { name: more.name ?? '林知远', ...(more.post && { post: more.post }) })
  await approved(server, one, unitId, more)
  return one
}

/** An officer of an authority, signed in with both factors. */
export async function officerOf(server: TestServer, authorityId: string, displayName = '孙科'): Promise<Actor> {
  return actorOf(server, await person(server, { post: 'authority_officer', scopeId: authorityId, displayName }))
}

/** The bureau of this database; units of tests belong to it unless told otherwise. */
export const theBureau = async (server: TestServer): Promise<string> =>
  (await server.tools.db.selectFrom('authority').select('id').where('kind', '=', 'bureau').executeTakeFirstOrThrow()).id

/** An authority below the bureau, to which the unit belongs from now on (D17). */
export async function authorityOver(server: TestServer, unitId: string): Promise<{ id: string; officer: Actor }> {
  const id = newId()
  await sql`insert into authority (id, parent_id, kind, name, region) values (${id}, ${await theBureau(server)}, 'district', ${`示例区科技局${id.slice(-6)}`}, '500106')`.execute(server.tools.db)
  await sql`update unit set authority_id = ${id} where id = ${unitId}`.execute(server.tools.db)
  return { id, officer: await officerOf(server, id, '何区科') }
}

export interface Stage {
  server: TestServer
  unit: ReviewedUnit
  department: { id: string; name: string }
  manager: Filler
  bureau: Actor
  call: { id: string; code: string; document: CallDocument }
  /** Somebody of the department, whose information is approved. */
  leader: Filler
}

let counted = 0

/** A unit with a department and its manager, the bureau, an open call of one's own, and a leader in the department. */
export async function applicationStage(server: TestServer, more: Partial<CallDocument> = {}): Promise<Stage> {
  const n = ++counted
  const unit = await reviewedUnit(server, `渝江示范大学${n}`)
  const department = { id: await secondaryUnit(server, unit.id, `软件学院${n}`), name: `软件学院${n}` }
  const head = await manager(server, unit, department.id)
  await approved(server, head, unit.id)
  const bureau = await officerOf(server, await theBureau(server))
  return { server, unit, department, manager: head, bureau, call: await publishedSmallCall(server, more), leader: await leaderIn(server, unit.id, { secondaryUnitId: department.id }) }
}

/** Begins an application; gives its id. */
export const begun = async (leader: Actor, callId: string): Promise<string> => (await leader.gets(verbs.begin, { callId })).id

/** Writes these fields of a draft, over whatever stands there. */
export async function writes(leader: Actor, id: string, values: Record<string, unknown>): Promise<void> {
  const { values: there } = await leader.gets(draftsContract.open, { id })
  const answer = await leader.gets(draftsContract.save, { id, fields: Object.entries(values).map(([field, value]) => ({ field, base: there[field]?.version ?? 0, value })) })
  if (answer.conflicts.length > 0) throw new Error(`not saved: ${JSON.stringify(answer.conflicts)}`)
}

/** The version of an application as it stands. */
export const versionOf = async (server: TestServer, id: string): Promise<{ version: number; revision: number; state: string; deskId: string | null }> => {
  const row = await server.tools.db.selectFrom('application').select(['version', 'revision', 'state', 'desk_id']).where('id', '=', id).executeTakeFirstOrThrow()
  return { version: row.version, revision: row.revision, state: row.state, deskId: row.desk_id }
}

export const submits = async (server: TestServer, leader: Actor, id: string, more?: { key?: string }): Promise<Answered<OutputOf<typeof verbs.submit>>> =>
  leader.ask(verbs.submit, { id, version: (await versionOf(server, id)).version }, more)

/** Begun, filled in and submitted; must go through. */
export async function submitted(server: TestServer, leader: Actor, callId: string, values: Record<string, unknown> = {}): Promise<OutputOf<typeof verbs.submit>> {
  const id = await begun(leader, callId)
  await writes(leader, id, { ...sound, ...values })
  const answer = await submits(server, leader, id)
  if (answer.status !== 200) throw new Error(`not submitted: ${answer.text}`)
  return answer.body
}

type Deciding = 'pass' | 'return' | 'accept' | 'correct' | 'refuse'

/** A decision on what stands there now. */
export async function decides<D extends Deciding>(server: TestServer, desk: Actor, deed: D, id: string, more: Record<string, unknown> = {}, at: { key?: string } = {}): Promise<Answered<OutputOf<(typeof verbs)[D]>>> {
  const { version, revision } = await versionOf(server, id)
  const said = deed === 'pass' || deed === 'accept' ? {} : deed === 'refuse' ? { codes: ['scope'], reason: '不属于支持范围' } : { codes: ['incomplete'], reason: '请补充研究目标' }
  const verb: Verb = verbs[deed]
  return desk.ask(verb, { id, version, revision, ...said, ...more }, at) as Promise<Answered<OutputOf<(typeof verbs)[D]>>>
}

/** The same, which must go through. */
export async function decided<D extends Deciding>(server: TestServer, desk: Actor, deed: D, id: string, more: Record<string, unknown> = {}): Promise<OutputOf<(typeof verbs)[D]>> {
  const answer = await decides(server, desk, deed, id, more)
  if (answer.status !== 200) throw new Error(`${deed}: ${answer.text}`)
  return answer.body
}

/** What the journal tells of it gives the row. */
export async function isReplayed({ tools: { db, keyring } }: TestServer, id: string): Promise<void> {
  const { rows: [row] } = await sql<FactRow>`select ${factColumns} from application a where a.id = ${id}`.execute(db)
  const events = (await eventsOf(db, keyring, room, id)).map(({ event, seq, body }) => ({ event, seq, body }) as Happened)
  expect(row && evolvedOf(row)).toEqual(replay(events))
}
