import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { human, placeOf, secondaryUnit, stands, stranger, unitAtDesk, type Human, type UnitAtDesk } from '../../../checks/structure-of-unit.ts'
import { platformCall, signedIn, well, within } from '../../../checks/people.ts'
import { testServer, type TestServer, type Visitor } from '../../../checks/server.ts'
import { happened } from '../../platform/consequences.ts'
import { accountsContract } from '../accounts/contract.ts'
import { documentColumns } from '../people/person-store.ts'
import { helpContract } from '../help/contract.ts'
import { structureContract as verbs } from './contract.ts'
import { secondaryUnitOf } from './secondary-unit-store.ts'
import { replaySecondaryUnit } from './structure-journal.ts'

let server: TestServer
let unit: UnitAtDesk
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  unit = await unitAtDesk(server)
})

const list = async (visitor = unit.visitor) => (await server.ask(verbs.secondaryUnits, {}, visitor)).body
const rowOf = async (id: string) => {
  const row = (await list()).rows.find((one) => one.id === id)
  if (!row) throw new Error('not in the list')
  return row
}
const change = async (id: string, more: { name?: string; manager?: Partial<Human['named']>; version?: number }) =>
  server.ask(verbs.changeSecondaryUnit, { id, version: more.version ?? (await rowOf(id)).version, name: more.name ?? null, ...(more.manager && { manager: more.manager }) }, unit.visitor)
const remove = async (id: string, moveTo?: string, version?: number) =>
  server.ask(verbs.removeSecondaryUnit, { id, version: version ?? (await rowOf(id)).version, ...(moveTo && { moveTo }) }, unit.visitor)
const postsOf = async (visitor: Visitor) => (await server.ask(accountsContract.me, {}, visitor)).body.mandates
const people = (n: number) => Promise.all(Array.from({ length: n }, () => human(server, unit.id)))

describe('新增二级单位', () => {
  test('S2-35 S2-36 S2-42 name and manager in one step: he gets the post, the list shows both', async () => {
    const manager = await human(server, unit.id)
    const added = await server.ask(verbs.addSecondaryUnit, { name: ' 软件 学院 ', manager: manager.named }, unit.visitor)
    expect(added.body).toMatchObject({ version: 1, state: 'active', moved: 0 })
    const { rows, can, vacant, direct } = await list()
    expect(rows).toMatchObject([{
      name: '软件 学院', version: 1, people: 0, pending: 0, vacantSince: null, manager: { name: manager.named.name, state: 'active', userName: manager.account.userName },
      can: ['changeSecondaryUnit', 'revokeManager', 'removeSecondaryUnit'],
    }])
    expect(rows[0]?.manager?.document).toContain('***')
    expect([can, vacant, direct]).toEqual([['addSecondaryUnit'], 0, { people: 0, pending: 0 }])
    const mandates = await postsOf(await signedIn(server, manager.account))
    expect(mandates).toContainEqual(expect.objectContaining({ post: 'secondary_unit_manager', scopeId: added.body.id, unitId: unit.id }))
  })

  test('S2-36 all or nothing: a manager who may not be one leaves no secondary unit behind', async () => {
    const boss = stranger()
    await server.ask(verbs.authorise, boss, unit.visitor)
    const refused = await server.ask(verbs.addSecondaryUnit, { name: '软件学院', manager: boss }, unit.visitor)
    expect(refused.problem.fields['manager.document']?.code).toBe('structure.exclusive.authorised')
    expect((await list()).rows).toEqual([])
  })

  test('E26 one name once, however it is written; another unit may have it', async () => {
    await secondaryUnit(server, unit, 'Ｓoftware 学院')
    const twice = await server.ask(verbs.addSecondaryUnit, { name: 'software学院', manager: stranger() }, unit.visitor)
    expect([twice.status, twice.problem.fields.name?.code]).toEqual([422, 'structure.name.taken'])
    const other = await unitAtDesk(server)
    expect((await server.ask(verbs.addSecondaryUnit, { name: 'software学院', manager: stranger() }, other.visitor)).status).toBe(200)
  })

  test('a name is a name: two characters, no pictures', async () => {
    for (const name of ['系', '软件😀', '　', '-- --', 'x'.repeat(101)]) {
      const { problem } = await server.ask(verbs.addSecondaryUnit, { name, manager: stranger() }, unit.visitor)
      expect([name, Object.keys(problem.fields)]).toEqual([name, ['name']])
    }
  })

  test('D3 E24 S2-44 one person manages two, and chooses for which he acts', async () => {
    const manager = await human(server, unit.id)
    await secondaryUnit(server, unit, '软件学院', manager.named)
    await secondaryUnit(server, unit, '数学学院', manager.named)
    const mandates = await postsOf(await signedIn(server, manager.account))
    expect(mandates.filter((m) => m.post === 'secondary_unit_manager')).toHaveLength(2)
  })

  test('D6 E31 what waits at the unit stays there; whom the unit ticks goes with his review, its age and state kept', async () => {
    const [a, b, c] = await people(3)
    const [ra, rb, rc] = [await stands(server, unit.id, a!), await stands(server, unit.id, b!), await stands(server, unit.id, c!, { state: 'approved' })]
    const before = await server.tools.db.selectFrom('profile_review').select(['id', 'state', 'submitted_at', 'place']).where('unit_id', '=', unit.id).orderBy('id').execute()
    expect((await list()).direct).toEqual({ people: 3, pending: 2 })
    const id = await secondaryUnit(server, unit, '软件学院')
    for (const one of [ra, rb, rc]) expect(await placeOf(server, one)).toMatchObject({ secondaryUnitId: null, deskId: unit.id })
    const moved = await server.ask(verbs.movePeople, { from: null, to: id, people: { personIds: [b!.personId, c!.personId] } }, unit.visitor)
    expect(moved.body.moved).toBe(2)
    expect(await placeOf(server, ra)).toMatchObject({ secondaryUnitId: null, deskId: unit.id })
    for (const one of [rb, rc]) expect(await placeOf(server, one)).toMatchObject({ secondaryUnitId: id, deskId: id })
    expect(await server.tools.db.selectFrom('profile_review').select(['id', 'state', 'submitted_at', 'place']).where('unit_id', '=', unit.id).orderBy('id').execute()).toEqual(before)
    expect(await rowOf(id)).toMatchObject({ people: 2, pending: 1 })
  })

  test('D6 people of one post go together with the new secondary unit', async () => {
    const [a, b] = await people(2)
    await stands(server, unit.id, a!, { position: '软件研究室主任' })
    await stands(server, unit.id, b!, { position: '化学研究室主任' })
    const added = await server.ask(verbs.addSecondaryUnit, { name: '软件学院', manager: stranger(), people: { matching: { position: '软件' } } }, unit.visitor)
    expect(added.body.moved).toBe(1)
    expect(await rowOf(added.body.id ?? '')).toMatchObject({ people: 1, pending: 1 })
  })
})

describe('S2-32 S2-41 E15 E16 the exclusion, in four places', () => {
  test('新增授权, 更改, 新增二级单位, 编辑: each refuses, beside the field, with the sentence of the manual', async () => {
    const [boss, manager] = [stranger(), stranger()]
    const software = await secondaryUnit(server, unit, '软件学院', manager)
    const sentence = '法人单位授权人不可与二级单位管理人员为同一人'
    const authorised = await server.ask(verbs.authorise, manager, unit.visitor)
    expect(authorised.problem.fields.document?.sentence).toContain(sentence)
    expect(authorised.problem.fields.document?.sentence).toContain('软件学院')
    const { body: { id } } = await server.ask(verbs.authorise, boss, unit.visitor)
    expect((await server.ask(verbs.replaceAuthorised, { grantId: id ?? '', ...manager }, unit.visitor)).problem.fields.document?.sentence).toContain(sentence)
    const added = await server.ask(verbs.addSecondaryUnit, { name: '数学学院', manager: boss }, unit.visitor)
    expect(added.problem.fields['manager.document']?.sentence).toContain(sentence)
    expect((await change(software, { manager: boss })).problem.fields['manager.document']?.sentence).toContain(sentence)
  })

  test('E16 the same human by another document: by account, and by the telephone that is his', async () => {
    const boss = await human(server, unit.id)
    await server.ask(verbs.authorise, boss.named, unit.visitor)
    const passport = { ...boss.named, name: 'OUYANG RUOLAN', documentType: 'PASSPORT', document: 'E12345678' }
    const refused = await server.ask(verbs.addSecondaryUnit, { name: '软件学院', manager: passport }, unit.visitor)
    expect(refused.problem.fields['manager.phone']?.code).toBe('structure.exclusive.authorised')
  })

  test('E16 one human whose document was corrected meanwhile: the second post waits, and its unit is told why', async () => {
    const boss = await human(server, unit.id)
    await server.ask(verbs.authorise, boss.named, unit.visitor)
    const other = stranger()
    // Named by what the support will find him to be, while the platform knows the first number.
    const id = await secondaryUnit(server, unit, '软件学院', { ...other, name: boss.named.name })
    const { keyring, db } = server.tools
    await db.updateTable('person').set(documentColumns(keyring, { type: 'ID', number: other.document })).where('id', '=', boss.personId).execute()
    await db.updateTable('account').set({ phone_blind: keyring.blind(other.phone, 'phone'), phone: keyring.seal(other.phone, 'account.phone') }).where('id', '=', boss.account.accountId).execute()
    await signedIn(server, boss.account)
    expect((await rowOf(id)).manager).toMatchObject({ state: 'waiting', differs: ['exclusive'] })
  })
})

describe('编辑', () => {
  test('S2-37 E26 the name alone: the manager keeps his post and his session', async () => {
    const manager = await human(server, unit.id)
    const id = await secondaryUnit(server, unit, '软件学院', manager.named)
    const visitor = await signedIn(server, manager.account)
    expect((await change(id, { name: '软件与人工智能学院' })).body).toMatchObject({ version: 2, state: null })
    expect((await server.ask(accountsContract.me, {}, visitor)).status).toBe(200)
    expect(await rowOf(id)).toMatchObject({ name: '软件与人工智能学院', version: 2 })
    expect((await change(id, { name: '软件与人工智能学院' })).problem.code).toBe('structure.nothing_changed')
    expect((await change(id, { name: '数学学院', version: 1 })).problem.code).toBe('overtaken')
  })

  test('S2-37 E30 another manager: revoked and granted in one step, the old one is out at once, what waits stays at its desk', async () => {
    const [a, b, c] = await people(3)
    const id = await secondaryUnit(server, unit, '软件学院', a!.named)
    const review = await stands(server, unit.id, c!, { secondaryUnitId: id })
    const visitor = await signedIn(server, a!.account)
    expect((await change(id, { manager: b!.named })).body.state).toBe('active')
    expect((await server.ask(accountsContract.me, {}, visitor)).problem.code).toBe('sign_in_first')
    expect(await placeOf(server, review)).toMatchObject({ secondaryUnitId: id, deskId: id, state: 'pending' })
    expect((await postsOf(await signedIn(server, a!.account))).map((m) => m.post)).toEqual(['person'])
    expect((await rowOf(id)).manager?.name).toBe(b!.named.name)
  })

  test('S2-37 what is left out stays: a telephone that was mistyped', async () => {
    const manager = await human(server, unit.id)
    const id = await secondaryUnit(server, unit, '软件学院', { ...manager.named, phone: stranger().phone })
    expect((await rowOf(id)).manager?.state).toBe('waiting')
    expect((await change(id, { manager: { phone: manager.named.phone } })).body.state).toBe('active')
    expect((await change(id, { manager: {} })).problem.code).toBe('structure.nothing_changed')
  })

  test('E38 who becomes manager and waits at that very desk is decided on by the unit', async () => {
    const [a, b] = await people(2)
    const id = await secondaryUnit(server, unit, '软件学院')
    const [ra, rb] = [await stands(server, unit.id, a!, { secondaryUnitId: id }), await stands(server, unit.id, b!, { secondaryUnitId: id })]
    expect((await change(id, { manager: a!.named })).body.moved).toBe(1)
    expect(await placeOf(server, ra)).toMatchObject({ secondaryUnitId: id, deskId: unit.id })
    expect(await placeOf(server, rb)).toMatchObject({ deskId: id })
    // He is manager no longer: his own stays where it is.
    await change(id, { manager: b!.named })
    expect(await placeOf(server, ra)).toMatchObject({ deskId: unit.id })
    expect(await placeOf(server, rb)).toMatchObject({ deskId: unit.id })
  })

  test('E36 E23 without a successor it is vacant, since when the unit sees; what waits waits there', async () => {
    const a = await human(server, unit.id)
    const id = await secondaryUnit(server, unit, '软件学院', stranger())
    const review = await stands(server, unit.id, a, { secondaryUnitId: id })
    const { version } = await rowOf(id)
    server.clock.advance({ seconds: 1 })
    expect((await server.ask(verbs.revokeManager, { id, version, reason: '已退休' }, unit.visitor)).status).toBe(200)
    const row = await rowOf(id)
    expect([row.manager, row.vacantSince, row.pending]).toEqual([null, server.clock.now().toISOString(), 1])
    expect(row.closed).toContainEqual({ verb: 'revokeManager', code: 'structure.vacant', params: { name: '软件学院' } })
    expect((await list()).vacant).toBe(1)
    expect((await server.ask(verbs.changes, {}, unit.visitor)).body.rows.map((one) => one.kind)).toEqual(['vacate', 'add'])
    expect(await placeOf(server, review)).toMatchObject({ deskId: id, state: 'pending' })
    // A vacant post has nothing that could stay as it is.
    expect(Object.keys((await change(id, { manager: { name: '欧阳若兰' } })).problem.fields)).toEqual(['manager.phone', 'manager.document'])
    expect((await change(id, { manager: stranger() })).body.state).toBe('waiting')
  })
})

describe('删除', () => {
  test('S2-38 C5 E29 archived, never deleted: the post ends at once, the account stays', async () => {
    const manager = await human(server, unit.id)
    const id = await secondaryUnit(server, unit, '软件学院', manager.named)
    const visitor = await signedIn(server, manager.account)
    expect((await remove(id)).status).toBe(200)
    expect((await list()).rows).toEqual([])
    expect((await server.ask(accountsContract.me, {}, visitor)).status).toBe(401)
    const again = await signedIn(server, manager.account)
    expect((await postsOf(again)).map((m) => m.post)).toEqual(['person'])
    expect((await server.ask(verbs.mine, {}, again)).body.ended).toMatchObject([{ kind: 'secondary_unit_manager', secondaryUnit: '软件学院', reason: '二级单位已删除' }])
    const { rows } = (await server.ask(verbs.archivedSecondaryUnits, {}, unit.visitor)).body
    expect(rows).toMatchObject([{ id, name: '软件学院' }])
    // The name is free again, and the archived one keeps its own.
    await secondaryUnit(server, unit, '软件学院')
    expect((await remove(id, undefined, 2)).problem.code).toBe('overtaken')
  })

  test('S2-39 E27 N11 blocked while somebody refers to it, and the answer of "why not" is the same', async () => {
    const [a, b] = await people(2)
    const id = await secondaryUnit(server, unit, '软件学院')
    await stands(server, unit.id, a!, { secondaryUnitId: id, state: 'approved' })
    await stands(server, unit.id, b!, { secondaryUnitId: id })
    const refused = await remove(id)
    expect([refused.status, refused.problem.code]).toEqual([409, 'structure.referred'])
    expect(refused.problem.title).toContain('2')
    const row = await rowOf(id)
    expect(row.can).toEqual(['changeSecondaryUnit', 'revokeManager', 'removeMoving', 'movePeople'])
    expect(row.closed).toContainEqual({ verb: 'removeSecondaryUnit', code: 'structure.referred', params: { name: '软件学院', n: 2 } })
    const { body } = await server.ask(verbs.referrers, { place: id }, unit.visitor)
    expect(body.rows.map((one) => one.name).toSorted()).toEqual([a!.named.name, b!.named.name].toSorted())
    const why = await server.ask(helpContract.why, { deed: 'structure.removeSecondaryUnit', subject: id }, unit.visitor)
    expect(why.body).toMatchObject({ code: 'structure.referred' })
  })

  test('E27 E32 removed together with its people: to another secondary unit, or to the unit itself', async () => {
    const [a, b] = await people(2)
    const [software, chemistry] = [await secondaryUnit(server, unit, '软件学院'), await secondaryUnit(server, unit, '化学学院')]
    const [ra, rb] = [await stands(server, unit.id, a!, { secondaryUnitId: software }), await stands(server, unit.id, b!, { secondaryUnitId: software, state: 'approved' })]
    expect((await remove(software, software)).problem.code).toBe('structure.place.same')
    expect((await remove(software, '0190aaaa-0000-7000-8000-000000000009')).problem.code).toBe('structure.place.unknown')
    expect((await remove(software, chemistry)).body.moved).toBe(2)
    for (const one of [ra, rb]) expect(await placeOf(server, one)).toMatchObject({ secondaryUnitId: chemistry, deskId: chemistry })
    expect((await remove(chemistry, 'unit')).body.moved).toBe(2)
    for (const one of [ra, rb]) expect(await placeOf(server, one)).toMatchObject({ secondaryUnitId: null, deskId: unit.id })
  })

  test('S2-39 I7 a link that comes with the deletion is refused by the database', async () => {
    const a = await human(server, unit.id)
    const id = await secondaryUnit(server, unit, '软件学院')
    await remove(id)
    await expect(stands(server, unit.id, a, { secondaryUnitId: id })).rejects.toMatchObject({ constraint: 'a_person_belongs_to_a_secondary_unit_in_force' })
  })
})

describe('人员', () => {
  test('S2-57 moved between secondary units: those who stand there, and nobody of another unit', async () => {
    const [a, b] = await people(2)
    const [software, chemistry] = [await secondaryUnit(server, unit, '软件学院'), await secondaryUnit(server, unit, '化学学院')]
    await stands(server, unit.id, a!, { secondaryUnitId: software })
    await stands(server, unit.id, b!, { secondaryUnitId: software, specialty: '计算机软件' })
    const move = (from: string | null, to: string | null, who: object) => server.ask(verbs.movePeople, { from, to, people: who as never }, unit.visitor)
    expect((await move(software, software, { matching: {} })).problem.code).toBe('structure.place.same')
    expect((await move(chemistry, software, { matching: {} })).problem.code).toBe('structure.move.nobody')
    expect((await move(chemistry, software, { personIds: [a!.personId] })).problem.code).toBe('structure.move.gone')
    expect((await move(software, chemistry, { matching: { specialty: '软件' } })).body.moved).toBe(1)
    expect((await move(software, chemistry, { matching: { state: 'pending' } })).body.moved).toBe(1)
    const other = await unitAtDesk(server)
    const far = await secondaryUnit(server, other, '软件学院')
    expect((await move(chemistry, far, { matching: {} })).problem.code).toBe('structure.place.unknown')
    expect((await server.ask(verbs.referrers, { place: chemistry }, other.visitor)).status).toBe(404)
  })

  test('S2-39 the people of a place by page, and by name, position, speciality and state', async () => {
    const id = await secondaryUnit(server, unit, '软件学院')
    for (const [i, one] of (await people(5)).entries()) {
      await stands(server, unit.id, one, { secondaryUnitId: id, state: i % 2 ? 'approved' : 'pending', position: `第${i}研究室`, specialty: i === 3 ? '计算机软件' : '化学', draft: i === 4 })
    }
    const search = async (more: object) => (await server.ask(verbs.referrers, { place: id, ...more }, unit.visitor)).body
    const first = await search({ size: 2 })
    expect([first.rows.length, first.total.n, first.pages]).toEqual([2, 5, 3])
    expect((await search({ size: 2, after: first.next ?? '' })).rows).toHaveLength(2)
    expect((await search({ position: '3研究' })).rows.map((row) => row.position)).toEqual(['第3研究室'])
    expect((await search({ specialty: '软件' })).rows).toHaveLength(1)
    expect((await search({ state: 'approved' })).rows).toHaveLength(2)
    expect((await search({ name: first.rows[0]?.name })).rows.map((row) => row.name)).toContain(first.rows[0]?.name)
    expect(first.rows[0]).toMatchObject({ hasDraft: true, desk: 'secondary_unit', isManager: false })
  })
})

test('E26 S2-35 the history of a secondary unit: names, managers, who did what', async () => {
  const id = await secondaryUnit(server, unit, '软件学院', stranger({ name: '司马青云' }))
  await change(id, { name: '软件与人工智能学院', manager: stranger({ name: '上官文静' }) })
  await remove(id)
  const { body } = await server.ask(verbs.secondaryUnitHistory, { id }, unit.visitor)
  expect(body).toMatchObject({ name: '软件与人工智能学院', active: false })
  expect(body.managers.map((m) => m.name)).toEqual(expect.arrayContaining(['司马青云', '上官文静']))
  expect(body.events.map((e) => e.event).toSorted()).toEqual(['archived', 'ended', 'ended', 'granted', 'granted', 'opened', 'renamed'])
  expect(body.events.find((e) => e.event === 'renamed')).toMatchObject({ name: '软件与人工智能学院', nameBefore: '软件学院', by: unit.account.displayName })
  expect(await replaySecondaryUnit(server.tools, id)).toEqual(await secondaryUnitOf(server.tools.db, unit.id, id))
  expect((await server.ask(verbs.secondaryUnitHistory, { id }, (await unitAtDesk(server)).visitor)).status).toBe(404)
})

test('E04 a dissolved unit: its secondary units are archived, its posts end, those who held them are out', async () => {
  const [boss, manager] = await people(2)
  await server.ask(verbs.authorise, boss!.named, unit.visitor)
  await secondaryUnit(server, unit, '软件学院', manager!.named)
  const visitor = await signedIn(server, manager!.account)
  await sql`update unit set status = 'dissolved' where id = ${unit.id}`.execute(server.tools.db)
  well(await within(server, async (tx) => (await happened(tx, platformCall(server), 'units.dissolved', { subject: unit.id })) ?? 'done'))
  expect((await server.ask(accountsContract.me, {}, visitor)).status).toBe(401)
  const { rows } = await sql<{ open: number; active: number }>`
    select (select count(*)::int from role_grant where unit_id = ${unit.id} and upper_inf(during)) as open,
      (select count(*)::int from secondary_unit where unit_id = ${unit.id} and active) as active`.execute(server.tools.db)
  expect(rows).toEqual([{ open: 0, active: 0 }])
})

test('S2-36 a deed that is sent twice has one effect (I9)', async () => {
  const [key, input] = ['01900000-0000-7000-8000-0000000000aa', { name: '软件学院', manager: stranger() }]
  const twice = [await server.ask(verbs.addSecondaryUnit, input, unit.visitor, { key }), await server.ask(verbs.addSecondaryUnit, input, unit.visitor, { key })]
  expect(twice[0]?.body).toEqual(twice[1]?.body)
  expect((await list()).rows).toHaveLength(1)
})
