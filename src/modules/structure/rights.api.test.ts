import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { human, placeOf, secondaryUnit, stands, stranger, unitAtDesk, type Human, type UnitAtDesk } from '../../../checks/structure-of-unit.ts'
import { person, signedIn } from '../../../checks/people.ts'
import { testServer, Visitor, type TestServer } from '../../../checks/server.ts'
import type { Post } from '../../kernel/actor.ts'
import type { Verb } from '../../kernel/contract.ts'
import { accountsContract } from '../accounts/contract.ts'
import { structureContract as verbs } from './contract.ts'

/** The columns of 1.3.2: 法人用户, 授权人, 二级管理员, 个人, 主管部门, 技术支持; the account of another unit, and nobody. */
const columns = ['unit', 'authorised', 'manager', 'person', 'authority', 'support', 'otherUnit', 'nobody'] as const
type Column = (typeof columns)[number]

let server: TestServer
let unit: UnitAtDesk
let visitors: Record<Column, Visitor>
const ids = { secondaryUnit: '', grant: '', managerGrant: '', change: '', authorisationChange: '', person: '', review: '' }

const actingAs = async (who: Human, post: Post) => {
  const visitor = await signedIn(server, who.account)
  const { mandates } = (await server.ask(accountsContract.me, {}, visitor)).body
  await server.ask(accountsContract.switchMandate, { mandateId: mandates.find((m) => m.post === post)?.id ?? '' }, visitor)
  return visitor
}

beforeAll(async () => {
  server = await testServer()
  unit = await unitAtDesk(server)
  const [boss, manager, one] = [await human(server, unit.id), await human(server, unit.id), await human(server, unit.id)]
  const authorised = (await server.ask(verbs.authorise, boss.named, unit.visitor)).body
  ids.secondaryUnit = await secondaryUnit(server, unit, '软件学院', manager.named)
  ids.person = one.personId
  ids.review = await stands(server, unit.id, one)
  const { rows: [bureau] } = await sql<{ id: string }>`select id from authority limit 1`.execute(server.tools.db)
  visitors = {
    unit: unit.visitor, authorised: await actingAs(boss, 'authorised_person'), manager: await actingAs(manager, 'secondary_unit_manager'), person: await signedIn(server, one.account),
    authority: await signedIn(server, await person(server, { post: 'authority_officer', scopeId: bureau?.id ?? null })),
    support: await signedIn(server, await person(server, { post: 'support_officer' })), otherUnit: (await unitAtDesk(server)).visitor, nobody: new Visitor('198.51.100.77'),
  }
  const managers = (await server.ask(verbs.secondaryUnits, {}, unit.visitor)).body.rows
  Object.assign(ids, { grant: authorised.id, authorisationChange: authorised.changeId, managerGrant: managers[0]?.manager?.id })
})

/** A deed that every column tries from the same beginning. */
const version = async () => (await server.tools.db.selectFrom('secondary_unit').select('version').where('id', '=', ids.secondaryUnit).executeTakeFirstOrThrow()).version
let n = 0

const no = 'not_your_post'
const ofUnit = { unit: 'may', authorised: 'may', manager: no, person: no, authority: no, support: no, otherUnit: 'not there', nobody: 'sign_in_first' }
const ofAll = { ...ofUnit, otherUnit: 'may' }
/** 账号授权: the unit account alone (S2-29). */
const ofAccount = { ...ofUnit, authorised: 'structure.not_delegable' }
const own = { unit: no, authorised: 'may', manager: 'may', person: 'may', authority: no, support: no, otherUnit: no, nobody: 'sign_in_first' }

// Written by hand from 1.3.2 and D16. "may" is also who is told that there is nothing left to do.
const table: Record<keyof typeof verbs, [() => Promise<object> | object, Record<Column, string>]> = {
  authorisation: [() => ({}), { ...ofAccount, otherUnit: 'may' }],
  authorise: [() => stranger(), { ...ofAccount, unit: 'structure.authorised_already', otherUnit: 'may' }],
  replaceAuthorised: [() => ({ grantId: '0190aaaa-0000-7000-8000-000000000009', ...stranger() }), { ...ofAccount, otherUnit: 'may' }],
  revokeAuthorised: [() => ({ grantId: '0190aaaa-0000-7000-8000-000000000009', reason: '试一试' }), { ...ofAccount, otherUnit: 'may' }],
  secondaryUnits: [() => ({}), ofAll],
  archivedSecondaryUnits: [() => ({}), ofAll],
  secondaryUnitHistory: [() => ({ id: ids.secondaryUnit }), ofUnit],
  addSecondaryUnit: [() => ({ name: `第${++n}学院`, manager: stranger() }), ofAll],
  changeSecondaryUnit: [async () => ({ id: ids.secondaryUnit, version: await version(), name: `软件${++n}学院` }), ofUnit],
  revokeManager: [() => ({ id: ids.secondaryUnit, version: 1, reason: '试一试' }), ofUnit],
  removeSecondaryUnit: [() => ({ id: ids.secondaryUnit, version: 1 }), ofUnit],
  movePeople: [async () => {
    const { secondaryUnitId: from } = await placeOf(server, ids.review)
    return { from, to: from ? null : ids.secondaryUnit, people: { personIds: [ids.person] } }
  }, { ...ofUnit, otherUnit: 'structure.place.unknown' }],
  referrers: [() => ({ place: ids.secondaryUnit }), ofUnit],
  simulate: [() => ({ change: { kind: 'remove', id: ids.secondaryUnit, version: 1 } }), ofUnit],
  changes: [() => ({}), ofAll],
  undoChange: [() => ({ id: ids.authorisationChange }), { ...ofAccount, unit: 'may' }],
  revealGrant: [() => ({ id: ids.managerGrant, what: 'phone', reason: '核对' }), ofUnit],
  mine: [() => ({}), own],
  activateMine: [() => ({}), own],
}

async function outcome(verb: Verb, input: object, column: Column): Promise<string> {
  const { status, problem } = await server.ask(verb, input, visitors[column])
  if (status === 200) return 'may'
  // A row of another version, or nothing left to do: he may, only not with what he saw.
  return status === 404 ? 'not there' : ['overtaken', 'structure.nobody_authorised', 'structure.nothing_changed'].includes(problem.code) ? 'may' : problem.code
}

test.each(Object.keys(table).filter((name) => name !== 'undoChange') as (keyof typeof verbs)[])('S2-29 S2-43 D16 who may: %s', async (name) => {
  const [input, expected] = table[name]
  const found: Partial<Record<Column, string>> = {}
  for (const column of columns) found[column] = await outcome(verbs[name], await input(), column)
  expect(found).toEqual(expected)
})

// Last, and the unit account last of all: it ends the authorisation of the column beside it.
test('S2-29 D16 who may: undoChange', async () => {
  const [input, expected] = table.undoChange
  const found: Partial<Record<Column, string>> = {}
  for (const column of columns.toReversed()) found[column] = await outcome(verbs.undoChange, await input(), column)
  expect(found).toEqual(expected)
})

test('S2-43 what the authorised person sees of the secondary units is what the unit sees', async () => {
  const boss = await human(server, unit.id)
  await server.ask(verbs.authorise, boss.named, unit.visitor)
  const seen = await server.ask(verbs.secondaryUnits, {}, await actingAs(boss, 'authorised_person'))
  expect(seen.body).toEqual((await server.ask(verbs.secondaryUnits, {}, unit.visitor)).body)
})
