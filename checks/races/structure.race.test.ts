import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { structureContract as verbs } from '../../src/modules/structure/contract.ts'
import { evolveGrant, type GrantKind, type Named } from '../../src/modules/structure/role-grant.ts'
import { insertGrant } from '../../src/modules/structure/role-grant-store.ts'
import { insertSecondaryUnit } from '../../src/modules/structure/secondary-unit-store.ts'
import { activeUnit } from '../active-unit.ts'
import { human, placeOf, secondaryUnit, stands, stranger, unitAtDesk, type UnitAtDesk } from '../structure-of-unit.ts'
import { signedIn } from '../people.ts'
import { testServer, type TestServer } from '../server.ts'
import { metBy } from './eight.ts'

let server: TestServer
let unit: UnitAtDesk
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  unit = await unitAtDesk(server)
})

/** What came of it: done, or the code, the one beside a field before all. */
const outcome = async (asked: Promise<{ status: number; problem: { code: string; fields: Record<string, { code: string }> } }>): Promise<string> => {
  const { status, problem } = await asked
  return status === 200 ? 'done' : (Object.values(problem.fields)[0]?.code ?? problem.code)
}
const count = (said: readonly string[]) => Object.fromEntries([...new Set(said)].toSorted().map((one) => [one, said.filter((s) => s === one).length]))
const eight = <T>(work: (i: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 8 }, (_, i) => work(i)))
const openGrants = async (kind: GrantKind) => (await sql<{ id: string; name: string }>`select id, name from role_grant where unit_id = ${unit.id} and kind = ${kind} and upper_inf(during)`.execute(server.tools.db)).rows
const versionOf = async (id: string) => (await server.tools.db.selectFrom('secondary_unit').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version

describe('I1 S2-27 one authorised person per unit', () => {
  it('eight are authorised at once: one is, the others are told', async () => {
    const said = await eight(() => outcome(server.ask(verbs.authorise, stranger(), unit.visitor)))
    expect(count(said)).toEqual({ done: 1, 'structure.authorised_already': 7 })
    expect(await openGrants('authorised_person')).toHaveLength(1)
  })

  it('S2-30 eight changes of one grant at once: one is made', async () => {
    const { id } = (await server.ask(verbs.authorise, stranger(), unit.visitor)).body
    const said = await eight(() => outcome(server.ask(verbs.replaceAuthorised, { grantId: id ?? '', ...stranger() }, unit.visitor)))
    expect(count(said)).toEqual({ done: 1, overtaken: 7 })
    expect(await openGrants('authorised_person')).toHaveLength(1)
  })
})

describe('I2 S2-32 E15 nobody is both', () => {
  it('authorised and made manager at once, by document: one of the two', async () => {
    for (let round = 0; round < 8; round++) {
      unit = await unitAtDesk(server)
      const person = stranger()
      const said = await Promise.all([
        outcome(server.ask(verbs.authorise, person, unit.visitor)), outcome(server.ask(verbs.addSecondaryUnit, { name: '软件学院', manager: person }, unit.visitor)),
      ])
      expect(said.filter((s) => s === 'done')).toHaveLength(1)
      expect(said.filter((s) => s.startsWith('structure.exclusive'))).toHaveLength(1)
      expect((await openGrants('authorised_person')).length + (await openGrants('secondary_unit_manager')).length).toBe(1)
    }
  })

  it('by account, while he signs in: what waits does not come in force beside what he holds', async () => {
    for (let round = 0; round < 8; round++) {
      unit = await unitAtDesk(server)
      const a = await human(server, unit.id, { vouched: false })
      const wait = await server.ask(verbs.addSecondaryUnit, { name: '软件学院', manager: { ...a.named, phone: stranger().phone } }, unit.visitor)
      expect(wait.body.state).toBe('waiting')
      await server.tools.db.updateTable('person').set({ state: 'enabled', vouched_at: server.clock.now() }).where('id', '=', a.personId).execute()
      const passport = { ...a.named, documentType: 'PASSPORT', name: 'OUYANG', document: `E${String(10_000_000 + round)}` }
      await Promise.all([
        signedIn(server, a.account), server.ask(verbs.changeSecondaryUnit, { id: wait.body.id ?? '', version: 1, name: null, manager: { phone: a.named.phone } }, unit.visitor),
        server.ask(verbs.authorise, passport, unit.visitor),
      ])
      const { rows } = await sql`
        select account_id from role_grant where unit_id = ${unit.id} and account_id is not null and upper_inf(during) group by account_id having count(distinct kind) > 1`.execute(server.tools.db)
      expect(rows).toEqual([])
    }
  })
})

describe('I3 I22 S2-40 one manager, one name', () => {
  it('eight managers are set at once: one is, the others look again', async () => {
    const id = await secondaryUnit(server, unit, '软件学院')
    await server.ask(verbs.revokeManager, { id, version: 1, reason: '已退休' }, unit.visitor)
    const version = await versionOf(id)
    const said = await eight(() => outcome(server.ask(verbs.changeSecondaryUnit, { id, version, name: null, manager: stranger() }, unit.visitor)))
    expect(count(said)).toEqual({ done: 1, overtaken: 7 })
    expect(await openGrants('secondary_unit_manager')).toHaveLength(1)
  })

  it('E26 eight of one name at once: one is opened, with one manager', async () => {
    const said = await eight((i) => outcome(server.ask(verbs.addSecondaryUnit, { name: i % 2 ? '软件 学院' : '软件学院', manager: stranger() }, unit.visitor)))
    expect(count(said)).toEqual({ done: 1, 'structure.name.taken': 7 })
    expect(await openGrants('secondary_unit_manager')).toHaveLength(1)
  })
})

describe('I7 S2-39 nobody is linked to a secondary unit that is gone', () => {
  const links = (a: Awaited<ReturnType<typeof human>>, id: string) =>
    stands(server, unit.id, a, { secondaryUnitId: id }).then(() => 'linked', (error: Error & { constraint?: string }) => error.constraint ?? error.message)

  it('somebody submits while it is removed: removed and unlinked, or linked and told', async () => {
    const seen = new Set<string>()
    for (let round = 0; round < 12; round++) {
      const [a, id] = [await human(server, unit.id), await secondaryUnit(server, unit, `第${round}学院`)]
      const [removed, linked] = await Promise.all([outcome(server.ask(verbs.removeSecondaryUnit, { id, version: 1 }, unit.visitor)), links(a, id)])
      seen.add(`${removed} ${linked}`)
    }
    expect([...seen].filter((one) => !['done a_person_belongs_to_a_secondary_unit_in_force', 'structure.referred linked'].includes(one))).toEqual([])
  })

  it('E32 it is removed together with its people while one more comes: everybody stands somewhere', async () => {
    for (let round = 0; round < 8; round++) {
      const [from, to] = [await secondaryUnit(server, unit, `甲${round}学院`), await secondaryUnit(server, unit, `乙${round}学院`)]
      const [a, b] = [await human(server, unit.id), await human(server, unit.id)]
      const review = await stands(server, unit.id, a, { secondaryUnitId: from })
      await Promise.all([outcome(server.ask(verbs.removeSecondaryUnit, { id: from, version: 1, moveTo: to }, unit.visitor)), links(b, from)])
      expect(await placeOf(server, review)).toMatchObject({ secondaryUnitId: to, deskId: to })
      const { rows } = await sql`select from profile_review r join secondary_unit s on s.id = r.secondary_unit_id where r.unit_id = ${unit.id} and not s.active`.execute(server.tools.db)
      expect(rows).toEqual([])
    }
  })

  it('two secondary units are removed into each other at once: one stays, with everybody', async () => {
    for (let round = 0; round < 8; round++) {
      const [one, two] = [await secondaryUnit(server, unit, `甲${round}`.padEnd(3, '系')), await secondaryUnit(server, unit, `乙${round}`.padEnd(3, '系'))]
      await stands(server, unit.id, await human(server, unit.id), { secondaryUnitId: one })
      await stands(server, unit.id, await human(server, unit.id), { secondaryUnitId: two })
      const said = await Promise.all([
        outcome(server.ask(verbs.removeSecondaryUnit, { id: one, version: 1, moveTo: two }, unit.visitor)), outcome(server.ask(verbs.removeSecondaryUnit, { id: two, version: 1, moveTo: one }, unit.visitor)),
      ])
      expect(said.toSorted()).toEqual(['done', 'structure.place.unknown'])
    }
  })
})

describe('N9 E19 what ends, ends once', () => {
  it('a change is undone eight times at once: once', async () => {
    const { changeId } = (await server.ask(verbs.authorise, stranger(), unit.visitor)).body
    const said = await eight(() => outcome(server.ask(verbs.undoChange, { id: changeId }, unit.visitor)))
    expect(count(said)).toEqual({ done: 1, 'structure.undo.done': 7 })
  })

  it('S2-30 he signs in for the first time while the unit replaces him: nobody keeps a mandate without its grant', async () => {
    for (let round = 0; round < 6; round++) {
      unit = await unitAtDesk(server)
      const a = await human(server, unit.id, { vouched: false })
      const { id } = (await server.ask(verbs.authorise, a.named, unit.visitor)).body
      await server.tools.db.updateTable('person').set({ state: 'enabled', vouched_at: server.clock.now() }).where('id', '=', a.personId).execute()
      await Promise.all([signedIn(server, a.account), outcome(server.ask(verbs.replaceAuthorised, { grantId: id ?? '', ...stranger() }, unit.visitor))])
      const { rows } = await sql`select from mandate where scope_id = ${unit.id} and post = 'authorised_person' and upper_inf(during)`.execute(server.tools.db)
      expect(rows).toEqual([])
    }
  })
})

// Nobody asks first, nobody holds the structure: the database alone.
describe('the last word', () => {
  const at = new Date('2026-01-05T01:00:00Z')
  const grant = (kind: GrantKind, secondaryUnitId: string | null, who: Named) =>
    insertGrant(server.tools.db, server.tools.keyring, evolveGrant(null, newId(), { event: 'granted', at: at.toISOString(), unitId: unit.id, kind, secondaryUnitId, who }), null)
  const who = (): Named => {
    const { name, phone, document } = stranger()
    return { name, phone, document: { type: 'ID', number: document } }
  }
  const opened = async (name: string) => {
    const id = newId()
    await insertSecondaryUnit(server.tools.db, { id, unitId: unit.id, name, active: true, version: 1, createdAt: at, archivedAt: null })
    return id
  }

  it('I1 eight authorised persons', async () => {
    const said = await metBy(Array.from({ length: 8 }, () => () => grant('authorised_person', null, who())))
    expect(said.filter((one) => one === 'done')).toHaveLength(1)
    for (const one of said) expect(['done', 'one_authorised_person_per_unit', 'one_authorised_person_at_a_time']).toContain(one)
  })

  it('I1 I3 nor in the past: two whose times overlap, though both have ended', async () => {
    const id = await opened('软件学院')
    const past = (kind: GrantKind, place: string | null) => () => sql`
      insert into role_grant (id, unit_id, kind, secondary_unit_id, name, phone, phone_blind, document_type, document, document_blind, granted_at, ended_at, during)
      values (${newId()}, ${unit.id}, ${kind}, ${place}, '甲', 'x', 'x', 'ID', 'x', ${newId()}, ${at}, ${at}, tstzrange(${at}, ${at}::timestamptz + interval '1 day'))`.execute(server.tools.db)
    expect(await metBy([past('authorised_person', null), past('authorised_person', null)])).toEqual(['done', 'one_authorised_person_at_a_time'])
    expect(await metBy([past('secondary_unit_manager', id), past('secondary_unit_manager', id)])).toEqual(['done', 'one_manager_at_a_time'])
  })

  it('I3 eight managers of one secondary unit', async () => {
    const id = await opened('软件学院')
    const said = await metBy(Array.from({ length: 8 }, () => () => grant('secondary_unit_manager', id, who())))
    expect(said.filter((one) => one === 'done')).toHaveLength(1)
    for (const one of said) expect(['done', 'one_manager_per_secondary_unit', 'one_manager_at_a_time']).toContain(one)
  })

  it('I2 both at once, by document', async () => {
    for (let round = 0; round < 8; round++) {
      unit = { ...unit, id: await activeUnit(server.tools.db) }
      const [id, person] = [await opened('软件学院'), who()]
      expect(await metBy([() => grant('authorised_person', null, person), () => grant('secondary_unit_manager', id, person)])).toEqual(['done', 'nobody_is_both_authorised_and_manager'])
    }
  })

  it('I2 E16 both at once, by account, under two documents', async () => {
    const { accountId } = unit.account
    for (let round = 0; round < 8; round++) {
      unit = { ...unit, id: await activeUnit(server.tools.db) }
      const id = await opened('软件学院')
      await grant('authorised_person', null, who())
      await grant('secondary_unit_manager', id, who())
      const takes = (kind: GrantKind) => () => sql`update role_grant set account_id = ${accountId}, activated_at = ${at} where unit_id = ${unit.id} and kind = ${kind}`.execute(server.tools.db)
      expect(await metBy([takes('authorised_person'), takes('secondary_unit_manager')])).toEqual(['done', 'no_account_is_both_authorised_and_manager'])
    }
  })

  it('I3 a manager is not of another unit’s secondary unit, nor of none', async () => {
    const id = await opened('软件学院')
    unit = { ...unit, id: await activeUnit(server.tools.db) }
    expect(await metBy([() => grant('secondary_unit_manager', id, who())])).toEqual(['a_manager_manages_a_secondary_unit_of_the_unit'])
    expect(await metBy([() => grant('secondary_unit_manager', null, who())])).toEqual(['a_manager_has_a_secondary_unit'])
    expect(await metBy([async () => grant('authorised_person', await opened('数学学院'), who())])).toEqual(['a_manager_has_a_secondary_unit'])
  })

  it('E29 a post is given while the secondary unit is archived: one of the two', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await opened(`第${round}学院`)
      const archive = () => sql`update secondary_unit set active = false, archived_at = ${at} where id = ${id}`.execute(server.tools.db)
      expect(await metBy([archive, () => grant('secondary_unit_manager', id, who())])).toEqual(['a_manager_in_force_manages_an_active_secondary_unit', 'done'])
    }
  })

  it('I22 eight of one name', async () => {
    const said = await metBy(Array.from({ length: 8 }, (_, i) => () => opened(i % 2 ? 'Ｓoftware' : 'software')))
    expect(count(said)).toEqual({ done: 1, one_secondary_unit_per_name: 7 })
  })

  it('1.4.3 what is written by halves is not written', async () => {
    const id = await opened('软件学院')
    await grant('secondary_unit_manager', id, who())
    const where = sql`where unit_id = ${unit.id}`
    expect(await metBy([() => sql`update role_grant set activated_at = ${at} ${where}`.execute(server.tools.db)])).toEqual(['an_active_grant_has_its_account'])
    expect(await metBy([() => sql`update role_grant set ended_at = ${at} ${where}`.execute(server.tools.db)])).toEqual(['an_ended_grant_has_its_time'])
    expect(await metBy([() => sql`update secondary_unit set archived_at = ${at} where id = ${id}`.execute(server.tools.db)])).toEqual(['an_archived_secondary_unit_has_its_time'])
  })
})
