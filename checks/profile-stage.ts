import { sql } from 'kysely'
import { demoResidentId } from '../src/codes/demo-numbers.ts'
import type { AskOf, OutputOf, Verb } from '../src/kernel/contract.ts'
import { newId } from '../src/kernel/ids.ts'
import { grantMandate } from '../src/modules/accounts/index.ts'
import { adoptPeople, documentBlind, personOfAccount } from '../src/modules/people/index.ts'
import { profilesContract as verbs } from '../src/modules/profiles/contract.ts'
import { activeUnit } from './active-unit.ts'
import { person, platformCall, signedIn, well, within, type Person } from './people.ts'
import type { Answered, TestServer, Visitor } from './server.ts'

/** Somebody signed in, with a short way to ask. */
export interface Actor {
  who: Person
  visitor: Visitor
  ask<V extends Verb>(verb: V, input: AskOf<V>, more?: { key?: string }): Promise<Answered<OutputOf<V>>>
  /** The answer, which must not be a refusal. */
  gets<V extends Verb>(verb: V, input: AskOf<V>): Promise<OutputOf<V>>
}

export interface Filler extends Actor {
  personId: string
  document: string
}

export interface ReviewedUnit {
  id: string
  name: string
  account: Actor
}

export async function actorOf(server: TestServer, who: Person): Promise<Actor> {
  const visitor = await signedIn(server, who)
  // The clock of a test jumps over days: whoever was signed out by that signs in again.
  const ask: Actor['ask'] = async (verb, input, more) => {
    const answer = await server.ask(verb, input, visitor, more)
    return answer.status === 401 ? server.ask(verb, input, await signedIn(server, who, visitor), more) : answer
  }
  return {
    who, visitor, ask,
    async gets(verb, input) {
      const answer = await ask(verb, input)
      if (answer.status !== 200) throw new Error(`${verb.path}: ${answer.text}`)
      return answer.body
    },
  }
}

let counted = 0

/** An active unit with its account. */
export async function reviewedUnit(server: TestServer, name: string): Promise<ReviewedUnit> {
  const id = await activeUnit(server.tools.db)
  await sql`update unit set name = ${name}, name_key = ${name} where id = ${id}`.execute(server.tools.db)
  const who = await person(server, { post: 'unit_account', scopeId: id, displayName: '周衡' })
  return { id, name, account: await actorOf(server, who) }
}

/** A person of a unit, known and vouched for with an identity card; without one where `document` is null. */
export async function filler(server: TestServer, unitId: string, more: { name?: string; document?: string | null; post?: 'authorised_person'; } = {}): Promise<Filler> {
  const n = ++counted
  const document = more.document === undefined ? demoResidentId('chongqing', `19${70 + (n % 30)}-0${1 + (n % 9)}-1${n % 10}`, 100 + (n % 900)) : more.document
  const who = await person(server, { displayName: more.name ?? '林知远' })
  const [personId = ''] = well(await within(server, async (tx) => {
    const ids = await adoptPeople(tx, platformCall(server), [{
      accountId: who.accountId, userName: who.userName, name: who.displayName, document: document === null ? null : { type: 'ID', number: document }, unitId, enabled: true,
    }])
    if (more.post) await grantMandate(tx, platformCall(server), { accountId: who.accountId, post: more.post, scopeId: unitId })
    else await grantMandate(tx, platformCall(server), { accountId: who.accountId, post: 'person', scopeId: null })
    return ids
  }))
  return { ...(await actorOf(server, who)), personId, document: document ?? '' }
}

/** 二级单位 of a unit, as the structure room keeps it. */
export async function secondaryUnit(server: TestServer, unitId: string, name: string): Promise<string> {
  const id = newId()
  await sql`insert into secondary_unit (id, unit_id, name) values (${id}, ${unitId}, ${name})`.execute(server.tools.db)
  return id
}

/** A grant in force for somebody who has signed in already. */
export async function granted(server: TestServer, of: { unitId: string; secondaryUnitId?: string; who: Person; by: Person }): Promise<void> {
  const { db, keyring } = server.tools
  const known = (await personOfAccount(db, keyring, of.who.accountId))?.document ?? { type: 'OTHER', number: `NONE${++counted}` }
  await sql`
    insert into role_grant (id, unit_id, kind, secondary_unit_id, name, phone, phone_blind, document_type, document, document_blind, account_id, activated_at, granted_by, granted_at, during)
    values (${newId()}, ${of.unitId}, ${of.secondaryUnitId ? 'secondary_unit_manager' : 'authorised_person'}, ${of.secondaryUnitId ?? null}, ${of.who.displayName},
      ${keyring.seal(of.who.phone, 'role_grant.phone')}, ${keyring.blind(of.who.phone, 'phone')}, ${known.type}, ${keyring.seal(`${known.type} ${known.number}`, 'role_grant.document')},
      ${documentBlind(keyring, known)}, ${of.who.accountId}, ${server.clock.now()}, ${of.by.accountId}, ${server.clock.now()}, tstzrange(${server.clock.now()}, null))`.execute(db)
}

/** A person of the unit who manages one of its secondary units, and acts as such. */
export async function manager(server: TestServer, unit: ReviewedUnit, secondaryUnitId: string, name = '罗清扬'): Promise<Filler> {
  const n = ++counted
  const who = await person(server, { displayName: name })
  const document = demoResidentId('tianjin', `19${60 + (n % 30)}-0${1 + (n % 9)}-2${n % 8}`, 100 + (n % 900))
  const [personId = ''] = well(await within(server, async (tx) => {
    const ids = await adoptPeople(tx, platformCall(server), [{ accountId: who.accountId, userName: who.userName, name, document: { type: 'ID', number: document }, unitId: unit.id, enabled: true }])
    await grantMandate(tx, platformCall(server), { accountId: who.accountId, post: 'secondary_unit_manager', scopeId: secondaryUnitId })
    return ids
  }))
  await granted(server, { unitId: unit.id, secondaryUnitId, who, by: unit.account.who })
  return { ...(await actorOf(server, who)), personId, document }
}

type SubmitForm = AskOf<typeof verbs.submit>

/** A form that can be submitted as it is; without a number the document stands that the platform holds. */
export const form = (unitId: string, more: { plain?: Partial<SubmitForm['plain']>; reviewed?: Partial<SubmitForm['reviewed']>; version?: number } = {}): SubmitForm => ({
  version: more.version ?? 0,
  plain: { nationality: 'CN', specialty: '计算机科学与技术', ...more.plain },
  reviewed: { unitId, secondaryUnitId: null, education: '11', degree: '2', title: '1', position: '技术工程师', ...more.reviewed },
})

/** Submits, by the version that stands there; gives the line in the review list and the version submitted. */
export async function submitted(one: Filler, server: TestServer, unitId: string, more: Parameters<typeof form>[1] = {}): Promise<{ id: string; revision: number; personId: string }> {
  const { version } = await one.gets(verbs.mine, {})
  const answer = await one.gets(verbs.submit, form(unitId, { version, ...more }))
  const line = await server.tools.db.selectFrom('profile_review').select(['id', 'revision']).where('person_id', '=', one.personId).where('unit_id', '=', unitId).executeTakeFirstOrThrow()
  if (answer.revision !== line.revision) throw new Error('what was submitted is not what stands in the list')
  return { id: line.id, revision: line.revision, personId: one.personId }
}
