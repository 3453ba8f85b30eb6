import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { browserOf, type Browser } from '../../world/browser.ts'
import { demoResidentId } from '../../src/codes/demo-numbers.ts'
import { newId } from '../../src/kernel/ids.ts'
import { peopleContract as verbs } from '../../src/modules/people/contract.ts'
import { replayPerson } from '../../src/modules/people/person-journal.ts'
import { documentColumns, personIn } from '../../src/modules/people/person-store.ts'
import { unitsContract } from '../../src/modules/units/contract.ts'
import { comer, personInput } from '../newcomer.ts'
import { twoUnits, type ChosenUnit, type Newcomer } from '../people-of-units.ts'
import { testServer, type TestServer } from '../server.ts'

let server: TestServer
let a: ChosenUnit
let b: ChosenUnit
let comes: (more?: Parameters<Awaited<ReturnType<typeof twoUnits>>['comes']>[0]) => Promise<Newcomer>
let documents = 0

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  ;({ a, b, comes } = await twoUnits(server))
})

const outcome = async (work: Promise<unknown>) => work.then(() => 'done', (error: Error & { problem?: { code: string } }) => error.problem?.code ?? error.message)
const aDocument = () => demoResidentId('tianjin', '1969-07-08', ++documents)
const rowOf = (id: string) => server.tools.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('I15 S1-N1 one unit answers for a document', () => {
  it('two units enable two people with one document at once: one is enabled, the other is told, nothing is half-done', async () => {
    for (let round = 0; round < 12; round++) {
      const document = aDocument()
      const [here, there] = [await comes({ document }), await comes({ document, unitId: b.id })]
      const said = await Promise.all([
        outcome(a.browser.ask(verbs.enable, { id: here.id, version: 1 })), outcome(b.browser.ask(verbs.enable, { id: there.id, version: 1 })),
      ])
      expect(said.toSorted()).toEqual(['done', 'people.document_vouched'])
      const vouched = await server.tools.db.selectFrom('person').select('id').where('id', 'in', [here.id, there.id]).where('vouched_at', 'is not', null).execute()
      expect(vouched).toHaveLength(1)
    }
  })

  it('within one unit as well', async () => {
    for (let round = 0; round < 6; round++) {
      const document = aDocument()
      const [one, two] = [await comes({ document }), await comes({ document })]
      const said = await Promise.all([one, two].map(({ id }) => outcome(a.browser.ask(verbs.enable, { id, version: 1 }))))
      expect(said.filter((s) => s === 'done')).toHaveLength(1)
      expect(said.filter((s) => s.startsWith('people.document_vouched'))).toHaveLength(1)
    }
  })
})

describe('E09 a person moves on while the unit decides', () => {
  it('enable and choose at once: the person ends in one unit, whole, and the loser is told', async () => {
    for (let round = 0; round < 12; round++) {
      const { browser, id } = await comes()
      const said = await Promise.all([
        outcome(a.browser.ask(verbs.enable, { id, version: 1 })), outcome(browser.ask(verbs.choose, { version: 1, unitId: b.id })),
      ])
      expect(said.filter((s) => s === 'done')).toHaveLength(1)
      expect(['overtaken', 'not_found']).toContain(said.find((s) => s !== 'done'))
      const row = await rowOf(id)
      expect([row.state, row.unit_id, row.version]).toEqual(said[0] === 'done' ? ['enabled', a.id, 2] : ['new', b.id, 2])
      expect(await replayPerson(server.tools, id)).toEqual(personIn(await rowOf(id), server.tools.keyring))
    }
  })

  it('release, disable and enable of one person at once: one step per version', async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await comes()
      await a.browser.ask(verbs.enable, { id, version: 1 })
      const said = await Promise.all([
        outcome(a.browser.ask(verbs.release, { id, version: 2, reason: '已调离' })), outcome(a.browser.ask(verbs.disable, { id, version: 2, reason: '暂停使用' })),
        outcome(a.browser.ask(verbs.enable, { id, version: 2 })),
      ])
      expect(said.filter((s) => s === 'done')).toHaveLength(1)
      expect(said[2]).not.toBe('done')
      const events = await server.tools.db.selectFrom('journal').select('event').where('subject', '=', id).where('room', '=', 'people.person').execute()
      expect(events).toHaveLength(3)
    }
  })

  it('a person who clicks twice at two units at once joins one of them', async () => {
    for (let round = 0; round < 8; round++) {
      const { browser, id } = await comes()
      await a.browser.ask(verbs.refuse, { id, version: 1, reason: '查无此人' })
      const said = await Promise.all([a, b].map((unit) => outcome(browser.ask(verbs.choose, { version: 2, unitId: unit.id }))))
      expect(said.toSorted()).toEqual(['done', 'overtaken'])
      expect((await rowOf(id)).version).toBe(3)
    }
  })

  it('people who change places between two units never wait for each other for ever', async () => {
    for (let round = 0; round < 6; round++) {
      const movers = await Promise.all(Array.from({ length: 6 }, (_, i) => comes({ unitId: i % 2 ? a.id : b.id })))
      const said = await Promise.all(movers.map(({ browser }, i) => outcome(browser.ask(verbs.choose, { version: 1, unitId: i % 2 ? b.id : a.id }))))
      expect(said).toEqual(movers.map(() => 'done'))
    }
  })

  it('S1-31 nobody joins a unit that is being suspended: whoever came in came before', async () => {
    for (let round = 0; round < 5; round++) {
      const movers = await Promise.all(Array.from({ length: 4 }, () => comes()))
      const { version } = await b.officer.ask(unitsContract.unit, { id: b.id })
      const [suspended, ...said] = await Promise.all([
        outcome(b.officer.ask(unitsContract.suspend, { id: b.id, version, reason: '核查期间停用' })),
        ...movers.map(({ browser }) => outcome(browser.ask(verbs.choose, { version: 1, unitId: b.id }))),
      ])
      expect(suspended).toBe('done')
      expect(said.every((s) => s === 'done' || s === 'input.invalid')).toBe(true)
      const { at } = await server.tools.db.selectFrom('journal').select('at').where('subject', '=', b.id).where('event', '=', 'suspended').orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow()
      const joined = await server.tools.db.selectFrom('journal').select('at').where('event', '=', 'chosen').where('subject', 'in', movers.map(({ id }) => id)).execute()
      expect(joined.every((one) => one.at <= at)).toBe(true)
      await b.officer.ask(unitsContract.resume, { id: b.id, version: version + 1, reason: '核查完毕' })
    }
  })
})

describe('S1-44 fifty register at once', () => {
  it('in one unit they get fifty places, and the totals are what counting gives', async () => {
    const visitors: { browser: Browser; input: Awaited<ReturnType<typeof personInput>> }[] = []
    for (let n = 0; n < 50; n++) {
      const browser = browserOf(server.app, `198.18.77.${n}`)
      visitors.push({ browser, input: await personInput(server.tools, browser, comer(7_000 + n, a.id)) })
    }
    const before = await server.tools.db.selectFrom('unit_people').select('next_place').where('unit_id', '=', a.id).executeTakeFirstOrThrow()
    const said = await Promise.all(visitors.map(({ browser, input }) => outcome(browser.ask(verbs.register, input))))
    expect(said).toEqual(visitors.map(() => 'done'))
    const places = await server.tools.db.selectFrom('person').select('place').where('unit_id', '=', a.id).where('place', '>=', before.next_place).orderBy('place').execute()
    expect(places.map(({ place }) => place)).toEqual(Array.from({ length: 50 }, (_, i) => before.next_place + i))
    // One of them had the mail of the hour.
    const mails = await server.tools.db.selectFrom('outbox').select('id').where('template', '=', 'people.notice.waiting').where('channel', '=', 'mail').where('journal_subject', 'in',
      server.tools.db.selectFrom('person').select('id').where('unit_id', '=', a.id).where('place', '>=', before.next_place)).execute()
    expect(mails.length).toBeLessThanOrEqual(1)
  })

  it('I14 the same registration six times at once makes one account and one person', async () => {
    const browser = browserOf(server.app, '198.18.78.1')
    const input = await personInput(server.tools, browser, comer(7_100, a.id))
    const said = await Promise.all(Array.from({ length: 6 }, () => outcome(browserOf(server.app, '198.18.78.1').ask(verbs.register, input))))
    expect(said.filter((s) => s === 'done')).toHaveLength(1)
    expect(await server.tools.db.selectFrom('person').select('id').where('user_name', '=', input.userName).execute()).toHaveLength(1)
  })
})

/** Nobody asks here: whatever a later verb forgets, the database holds it, under the name of the rule. */
describe('the last word of the database', () => {
  let place = 900_000
  const insert = async (more: Record<string, unknown> = {}) => {
    const id = newId()
    const accountId = newId()
    await sql`insert into account (id, user_name, display_name, password_hash) values (${accountId}, ${`zuihou_${id}`}, '林知远', 'x')`.execute(server.tools.db)
    const row = { id, account_id: accountId, user_name: `zuihou_${id}`, name: '林知远', state: 'new', unit_id: a.id, place: ++place, joined_at: new Date(), ...more }
    await server.tools.db.insertInto('person').values(row).execute()
    return row
  }
  const refusal = async (work: Promise<unknown>) => work.then(() => null, (error: { constraint?: string }) => error.constraint)

  it('one person per account, one place in the list of a unit, one vouched person per document', async () => {
    const row = await insert()
    expect(await refusal(insert({ account_id: row.account_id }))).toBe('one_person_per_account')
    expect(await refusal(insert({ place: row.place }))).toBe('one_place_in_the_list_of_a_unit')
    const vouched = () => ({ ...documentColumns(server.tools.keyring, { type: 'ID', number: demoResidentId('tianjin', '1958-01-01', 5) }), state: 'enabled', vouched_at: new Date() })
    await insert(vouched())
    expect(await refusal(insert(vouched()))).toBe('one_vouched_person_per_document')
    await insert({ ...vouched(), state: 'new', vouched_at: null })
  })

  it('a row is whole: document, unit, place, time and state hang together', async () => {
    expect(await refusal(insert({ document_type: 'ID' }))).toBe('a_document_is_whole')
    expect(await refusal(insert({ document_type: 'ID', document: 'x', document_blind: 'x' }))).toBe('a_document_is_whole')
    expect(await refusal(insert({ state: 'refused' }))).toBe('a_person_without_unit_is_unbound_refused_or_released')
    expect(await refusal(insert({ unit_id: null, place: null, joined_at: null }))).toBe('a_person_without_unit_is_unbound_refused_or_released')
    expect(await refusal(insert({ place: null }))).toBe('a_person_of_a_unit_has_a_place_in_its_list')
    expect(await refusal(insert({ joined_at: null }))).toBe('a_person_of_a_unit_has_a_place_in_its_list')
    expect(await refusal(insert({ state: 'enabled' }))).toBe('only_who_belongs_to_a_unit_is_vouched_for')
    expect(await refusal(insert({ vouched_at: new Date() }))).toBe('only_who_belongs_to_a_unit_is_vouched_for')
  })

  it('D22 the kept totals follow whoever writes', async () => {
    const { id } = await insert()
    const kept = async () => Number((await sql<{ n: number }>`select coalesce(sum(n), 0)::int as n from person_total`.execute(server.tools.db)).rows[0]?.n)
    const before = await kept()
    await sql`update person set state = 'refused', unit_id = null, place = null, joined_at = null where id = ${id}`.execute(server.tools.db)
    expect(await kept()).toBe(before - 1)
    await sql`update person set state = 'released' where id = ${id}`.execute(server.tools.db)
    expect(await kept()).toBe(before - 1)
    await sql`update person set state = 'new', unit_id = ${b.id}, place = ${++place}, joined_at = now() where id = ${id}`.execute(server.tools.db)
    expect(await kept()).toBe(before)
  })
})

it('D22 after all these races the kept totals are what counting would give', async () => {
  const counted = await sql`select unit_id, place / 512 as block, state, count(*) as n from person where unit_id is not null group by 1, 2, 3 order by 1, 2, 3`.execute(server.tools.db)
  const kept = await sql`select unit_id, block, state, n from person_total where n <> 0 order by 1, 2, 3`.execute(server.tools.db)
  expect(kept.rows).toEqual(counted.rows)
})
