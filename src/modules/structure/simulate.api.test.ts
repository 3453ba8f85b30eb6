import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AskOf } from '../../kernel/contract.ts'
import { human, placeOf, secondaryUnit, stands, stranger, unitAtDesk, type UnitAtDesk } from '../../../checks/structure-of-unit.ts'
import { signedIn } from '../../../checks/people.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { accountsContract } from '../accounts/contract.ts'
import { structureContract as verbs } from './contract.ts'

let server: TestServer
let unit: UnitAtDesk
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  unit = await unitAtDesk(server)
})

type Change = AskOf<typeof verbs.simulate>['change']
const simulate = (change: Change) => server.ask(verbs.simulate, { change }, unit.visitor)
const plan = async (change: Change) => (await simulate(change)).body
const undo = (id: string) => server.ask(verbs.undoChange, { id }, unit.visitor)
const row = async (id: string) => (await server.ask(verbs.secondaryUnits, {}, unit.visitor)).body.rows.find((one) => one.id === id)
/** Everything of the unit's structure, but for the ids and versions of what was given. */
const picture = async () => {
  const { rows, direct } = (await server.ask(verbs.secondaryUnits, {}, unit.visitor)).body
  const { present } = (await server.ask(verbs.authorisation, {}, unit.visitor)).body
  const lines = await server.tools.db.selectFrom('profile_review').select(['id', 'secondary_unit_id', 'desk_id', 'state', 'place', 'submitted_at']).where('unit_id', '=', unit.id).orderBy('id').execute()
  return {
    units: rows.map((one) => [one.id, one.name, one.manager?.name, one.manager?.state, one.people, one.pending]).toSorted(), direct, present: present && [present.name, present.state], lines,
  }
}
/** Two departments, a manager who belongs to his own, four people. */
async function staffed() {
  const [manager, a, b, c, d] = await Promise.all(Array.from({ length: 5 }, () => human(server, unit.id)))
  if (!manager || !a || !b || !c || !d) throw new Error('nobody came')
  const [software, chemistry] = [await secondaryUnit(server, unit, '软件学院', manager.named), await secondaryUnit(server, unit, '化学学院')]
  const reviews = {
    own: await stands(server, unit.id, manager, { secondaryUnitId: software, desk: unit.id }),
    a: await stands(server, unit.id, a, { secondaryUnitId: software, draft: true }), b: await stands(server, unit.id, b, { secondaryUnitId: software, state: 'approved' }),
    c: await stands(server, unit.id, c), d: await stands(server, unit.id, d, { secondaryUnitId: chemistry }),
  }
  return { manager, a, b, c, d, software, chemistry, reviews }
}

describe('N9 before it is done', () => {
  test('S2-39 删除: who refers to it stands in the way; with a place to go, everybody is named with from where to where', async () => {
    const { software, chemistry, manager } = await staffed()
    const before = await picture()
    const blocked = await plan({ kind: 'remove', id: software, version: 1 })
    expect(blocked).toMatchObject({ blocked: [{ verb: 'remove', code: 'structure.referred', params: { name: '软件学院', n: 3 } }], people: 0, units: [] })
    const moving = await plan({ kind: 'remove', id: software, version: 1, moveTo: chemistry })
    expect(moving).toMatchObject({
      blocked: [], people: 3, pending: 2, drafts: 1,
      units: [{ what: 'archived', name: '软件学院' }], grants: [{ what: 'ended', kind: 'secondary_unit_manager', name: manager.named.name, secondaryUnit: '软件学院' }],
      holders: [{ name: manager.named.name, what: 'loses', people: 3, place: { id: software, name: '软件学院' } }],
    })
    expect(moving.groups.reduce((n, one) => n + one.n, 0)).toBe(3)
    expect(moving.sight).toEqual(expect.arrayContaining([
      expect.objectContaining({ place: { id: chemistry, name: '化学学院' }, gains: 3, loses: 0 }), expect.objectContaining({ place: { id: software, name: '软件学院' }, gains: 0, loses: 2 }),
    ]))
    // Nothing was written.
    expect(await picture()).toEqual(before)
    expect((await server.ask(verbs.changes, {}, unit.visitor)).body.rows.map((one) => one.kind)).toEqual(['add', 'add'])
  })

  test('D6 E31 新增: what stays, what goes, and who will see it', async () => {
    const { c } = await staffed()
    const manager = stranger()
    const stays = await plan({ kind: 'add', name: '数学学院', manager })
    expect(stays).toMatchObject({ people: 0, staying: 2, units: [{ what: 'opened', name: '数学学院' }], grants: [{ what: 'granted', name: manager.name, secondaryUnit: '数学学院' }] })
    const goes = await plan({ kind: 'add', name: '数学学院', manager, people: { personIds: [c.personId] } })
    expect(goes).toMatchObject({
      people: 1, pending: 1, staying: 1,
      lines: [{ personId: c.personId, from: { place: { id: null }, desk: 'unit' }, to: { place: { name: '数学学院' }, desk: 'secondary_unit' }, ownReview: false }],
    })
  })

  test('E38 编辑: the review of the new manager himself goes to the unit', async () => {
    const { software, a } = await staffed()
    expect(await plan({ kind: 'change', id: software, version: 1, manager: a.named })).toMatchObject({
      people: 1, lines: [{ personId: a.personId, from: { desk: 'secondary_unit' }, to: { desk: 'unit' }, ownReview: true }],
    })
  })

  test('S2-32 the exclusion is told before, with the sentence of the deed', async () => {
    const { manager } = await staffed()
    expect((await plan({ kind: 'authorise', person: manager.named })).blocked).toMatchObject([{ code: 'structure.exclusive.manager', params: { name: '软件学院' } }])
    const wrong = await simulate({ kind: 'authorise', person: stranger({ document: '1' }) })
    expect([wrong.status, Object.keys(wrong.problem.fields)]).toEqual([422, ['document']])
  })

  test('D14 a simulation does not tell whether somebody has an account', async () => {
    const known = await human(server, unit.id)
    const [one, other] = [await plan({ kind: 'authorise', person: known.named }), await plan({ kind: 'authorise', person: stranger({ name: known.named.name }) })]
    expect({ ...one, seal: '' }).toEqual({ ...other, seal: '' })
  })
})

describe('N9 the seal', () => {
  test('the deed that was looked at is the deed that is done; what moved meanwhile stops it', async () => {
    const { software, chemistry, c } = await staffed()
    const { seal } = await plan({ kind: 'remove', id: software, version: 1, moveTo: chemistry })
    expect((await plan({ kind: 'remove', id: software, version: 1, moveTo: chemistry })).seal).toBe(seal)
    await server.ask(verbs.movePeople, { from: null, to: software, people: { personIds: [c.personId] } }, unit.visitor)
    const stopped = await server.ask(verbs.removeSecondaryUnit, { id: software, version: 1, moveTo: chemistry, seal }, unit.visitor)
    expect([stopped.status, stopped.problem.code]).toEqual([409, 'structure.changed_meanwhile'])
    const again = await plan({ kind: 'remove', id: software, version: 1, moveTo: chemistry })
    expect(again.people).toBe(4)
    expect((await server.ask(verbs.removeSecondaryUnit, { id: software, version: 1, moveTo: chemistry, seal: again.seal }, unit.visitor)).body.moved).toBe(4)
  })

  test.each(['add', 'change', 'authorise'] as const)('a plan of %s is carried out under its seal, though what is new has other ids each time', async (kind) => {
    const { software, a } = await staffed()
    const change: Change = kind === 'add' ? { kind, name: '数学学院', manager: stranger() } : kind === 'change' ? { kind, id: software, version: 1, manager: a.named } : { kind, person: stranger() }
    const { seal } = await plan(change)
    const done = change.kind === 'add' ? await server.ask(verbs.addSecondaryUnit, { ...change, seal }, unit.visitor)
      : change.kind === 'change' ? await server.ask(verbs.changeSecondaryUnit, { ...change, seal }, unit.visitor)
        : change.kind === 'authorise' ? await server.ask(verbs.authorise, { ...change.person, seal }, unit.visitor) : null
    expect(done?.status).toBe(200)
  })
})

describe('N9 one click back within 24 hours', () => {
  const last = async () => (await server.ask(verbs.changes, {}, unit.visitor)).body.rows[0]?.id ?? ''

  test('删除 with its people: the secondary unit, its manager and everybody stand where they stood', async () => {
    const { software, chemistry, manager } = await staffed()
    const before = await picture()
    const { body } = await server.ask(verbs.removeSecondaryUnit, { id: software, version: 1, moveTo: chemistry }, unit.visitor)
    expect((await signedIn(server, manager.account)).cookies.size).toBeGreaterThan(0)
    const undone = await undo(body.changeId)
    expect(undone.body).toEqual({ id: body.changeId, undone: { people: 3, grants: 1, units: 1 }, left: [] })
    expect(await picture()).toEqual(before)
    const mandates = (await server.ask(accountsContract.me, {}, await signedIn(server, manager.account))).body.mandates
    expect(mandates.map((m) => m.post)).toContain('secondary_unit_manager')
    expect((await undo(body.changeId)).problem.code).toBe('structure.undo.done')
  })

  test('新增 with people, 编辑 of the manager, 划转, 授权, 更改, 撤销: each goes back', async () => {
    const { software, chemistry, a, c } = await staffed()
    const [boss, next] = [await human(server, unit.id), stranger()]
    const back = async (deed: () => Promise<{ status: number; text: string }>) => {
      server.clock.advance({ minutes: 1 })
      const before = await picture()
      const done = await deed()
      expect([done.status, done.status === 200 ? '' : done.text]).toEqual([200, ''])
      expect(await picture()).not.toEqual(before)
      const undone = await undo(await last())
      expect([undone.status, undone.body.left]).toEqual([200, []])
      expect(await picture()).toEqual(before)
    }
    await back(() => server.ask(verbs.addSecondaryUnit, { name: '数学学院', manager: stranger(), people: { personIds: [c.personId] } }, unit.visitor))
    await back(() => server.ask(verbs.changeSecondaryUnit, { id: software, version: 1, name: '软件与人工智能学院', manager: a.named }, unit.visitor))
    await back(() => server.ask(verbs.movePeople, { from: software, to: chemistry, people: { matching: {} } }, unit.visitor))
    await back(() => server.ask(verbs.authorise, boss.named, unit.visitor))
    const { body: { id } } = await server.ask(verbs.authorise, boss.named, unit.visitor)
    await back(() => server.ask(verbs.replaceAuthorised, { grantId: id ?? '', ...next }, unit.visitor))
    const { present } = (await server.ask(verbs.authorisation, {}, unit.visitor)).body
    await back(() => server.ask(verbs.revokeAuthorised, { grantId: present?.id ?? '', reason: '已调离' }, unit.visitor))
  })

  test('only what still stands where it was put goes back; the answer says what does not, and why', async () => {
    const { software, chemistry, a, b, c, reviews } = await staffed()
    const { body: { changeId } } = await server.ask(verbs.movePeople, { from: software, to: null, people: { personIds: [a.personId, b.personId] } }, unit.visitor)
    await server.ask(verbs.movePeople, { from: null, to: chemistry, people: { personIds: [a.personId] } }, unit.visitor)
    expect((await undo(changeId)).body).toMatchObject({ undone: { people: 1 }, left: [{ what: 'people', n: 1, code: 'structure.undo.moved_on' }] })
    expect([await placeOf(server, reviews.a), await placeOf(server, reviews.b)].map((one) => one.secondaryUnitId)).toEqual([chemistry, software])

    // A secondary unit that somebody came to since stays, with its manager.
    const added = (await server.ask(verbs.addSecondaryUnit, { name: '数学学院', manager: stranger() }, unit.visitor)).body
    await server.ask(verbs.movePeople, { from: null, to: added.id, people: { personIds: [c.personId] } }, unit.visitor)
    expect((await undo(added.changeId)).problem.code).toBe('structure.undo.nothing')
    expect(await row(added.id ?? '')).toMatchObject({ people: 1, vacantSince: null })
  })

  test('S2-32 a post that would break the rule by now is not given back', async () => {
    const [boss] = [stranger()]
    const { id } = (await server.ask(verbs.authorise, boss, unit.visitor)).body
    const { changeId } = (await server.ask(verbs.revokeAuthorised, { grantId: id ?? '', reason: '已调离' }, unit.visitor)).body
    await secondaryUnit(server, unit, '软件学院', boss)
    expect((await undo(changeId)).problem.code).toBe('structure.undo.nothing')
  })

  test('after 24 hours it is too late, and the list no longer shows it', async () => {
    const { changeId } = (await server.ask(verbs.authorise, stranger(), unit.visitor)).body
    server.clock.advance({ hours: 24 })
    unit.visitor = await signedIn(server, unit.account)
    expect((await server.ask(verbs.changes, {}, unit.visitor)).body.rows).toEqual([])
    expect((await undo(changeId)).problem.code).toBe('structure.undo.late')
    expect((await undo('0190aaaa-0000-7000-8000-000000000009')).status).toBe(404)
  })

  test('S2-29 a change of 账号授权 is undone by the unit account alone; one of another unit is not there', async () => {
    const boss = await human(server, unit.id)
    const { changeId } = (await server.ask(verbs.authorise, boss.named, unit.visitor)).body
    const visitor = await signedIn(server, boss.account)
    const { mandates } = (await server.ask(accountsContract.me, {}, visitor)).body
    await server.ask(accountsContract.switchMandate, { mandateId: mandates.find((m) => m.post === 'authorised_person')?.id ?? '' }, visitor)
    expect((await server.ask(verbs.undoChange, { id: changeId }, visitor)).problem.code).toBe('structure.not_delegable')
    expect((await server.ask(verbs.undoChange, { id: changeId }, (await unitAtDesk(server)).visitor)).status).toBe(404)
  })
})
