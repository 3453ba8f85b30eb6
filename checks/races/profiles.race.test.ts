import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoResidentId } from '../../src/codes/demo-numbers.ts'
import { newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { profilesContract as verbs } from '../../src/modules/profiles/contract.ts'
import { moveReviews } from '../../src/modules/profiles/index.ts'
import { platformCall, within } from '../people.ts'
import { filler, form, manager, reviewedUnit, secondaryUnit, submitted, type Filler, type ReviewedUnit } from '../profile-stage.ts'
import { testServer, type TestServer } from '../server.ts'
import { said } from './eight.ts'

let server: TestServer
let a: ReviewedUnit
let b: ReviewedUnit

beforeAll(async () => {
  server = await testServer()
  a = await reviewedUnit(server, '重庆示例大学')
  b = await reviewedUnit(server, '重庆示例研究院')
})

const decisions = (personId: string) => server.tools.db.selectFrom('profile_decision').selectAll().where('person_id', '=', personId).execute()
const lineOf = (id: string) => server.tools.db.selectFrom('profile_review').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const version = async (one: Filler) => (await one.gets(verbs.mine, {})).version
const item = ({ id, revision }: { id: string; revision: number }) => ({ id, revision })

/** What is kept is what is there, whatever happened (D22). */
async function totalsAreExact(): Promise<void> {
  const { rows } = await sql`
    select * from (
      select unit_id, desk_id, place / 512 as block, state, count(*) as n from profile_review group by 1, 2, 3, 4) as lines
    full join (select unit_id, desk_id, block, state, n as kept from profile_review_total) as totals using (unit_id, desk_id, block, state)
    where n is distinct from kept`.execute(server.tools.db)
  expect(rows).toEqual([])
  const whole = await sql`
    select * from (select unit_id, place / 512 as block, state, count(*) as n from profile_review group by 1, 2, 3) as lines
    full join (select unit_id, block, state, n as kept from profile_unit_total) as totals using (unit_id, block, state)
    where n is distinct from kept`.execute(server.tools.db)
  expect(whole.rows).toEqual([])
}

describe('I8 E39 the version that was read', () => {
  it('withdrawn and submitted anew while the desk approves: either the first version is approved, or none', async () => {
    for (let round = 0; round < 10; round++) {
      const one = await filler(server, a.id)
      const line = await submitted(one, server, a.id)
      const v = await version(one)
      const anew = async () => {
        const withdrawn = await one.ask(verbs.withdraw, { revision: line.revision })
        return withdrawn.status === 200 ? one.ask(verbs.submit, form(a.id, { version: v + 1, reviewed: { title: '4' } })) : withdrawn
      }
      const [approved, again] = await Promise.all([a.account.ask(verbs.approve, line), anew()])
      const [row] = await decisions(one.personId)
      if (said(approved) === 'done') {
        expect([row?.outcome, again.status]).toEqual(['approved', 409])
        expect((await lineOf(line.id)).revision).toBe(1)
      } else {
        expect(['409 profiles.review.stale', '409 profiles.review.decided.withdrawn', '409 overtaken']).toContain(said(approved))
        expect([row?.outcome, said(again)]).toEqual(['withdrawn', 'done'])
        expect(await lineOf(line.id)).toMatchObject({ revision: 2, state: 'pending', title: '4' })
      }
    }
    await totalsAreExact()
  })

  it('what needs no review is changed while the desk approves: both hold', async () => {
    for (let round = 0; round < 6; round++) {
      const one = await filler(server, a.id)
      const line = await submitted(one, server, a.id)
      const v = await version(one)
      const [approved, changed] = await Promise.all([a.account.ask(verbs.approve, line), one.ask(verbs.change, { version: v, plain: { nationality: 'CN', qq: '1234567' } })])
      expect(said(approved)).toBe('done')
      expect(['done', '409 overtaken']).toContain(said(changed))
      const mine = await one.gets(verbs.mine, {})
      expect([mine.badge, mine.values.qq]).toEqual(['approved', said(changed) === 'done' ? '1234567' : null])
    }
  })
})

describe('I13 one version waits', () => {
  it('two to eight submissions at once: one waits, in one unit', async () => {
    for (const n of [2, 3, 5, 8]) {
      const one = await filler(server, a.id)
      await one.gets(verbs.saveDraft, { fields: {} })
      const answers = await Promise.all(Array.from({ length: n }, (_, i) => one.ask(verbs.submit, form(i % 2 ? a.id : b.id, { version: 1, reviewed: { title: String(1 + (i % 4)) } }))))
      expect(answers.map(said).filter((s) => s === 'done')).toHaveLength(1)
      expect(answers.map(said).filter((s) => s !== 'done' && !['409 profiles.pending', '409 profiles.pending.raced', '409 overtaken'].includes(s))).toEqual([])
      const lines = await server.tools.db.selectFrom('profile_review').select('state').where('person_id', '=', one.personId).execute()
      expect(lines).toEqual([{ state: 'pending' }])
    }
    await totalsAreExact()
  })

  it('the very first save and submission at once begin one profile', async () => {
    for (let round = 0; round < 6; round++) {
      const one = await filler(server, a.id)
      const answers = await Promise.all([one.ask(verbs.submit, form(a.id)), one.ask(verbs.submit, form(a.id)), one.ask(verbs.saveDraft, { fields: { title: '1' } })])
      expect(answers.slice(0, 2).map(said).filter((s) => s === 'done')).toHaveLength(1)
      const events = await server.tools.db.selectFrom('journal').select('event').where('subject', '=', one.personId).where('room', '=', 'profiles.profile').orderBy('seq').execute()
      expect(events.map(({ event }) => event)).toEqual(['begun', 'changed', 'submitted'])
    }
  })

  it('the database has the last word: a second pending line of one person is refused by its index', async () => {
    const one = await filler(server, a.id)
    const line = await submitted(one, server, a.id)
    await expect(sql`
      insert into profile_review (id, person_id, unit_id, revision, state, desk_id, place, name, document, document_blind, document_last4_blind, education, title, submitted_at, updated_at)
      select ${newId()}, person_id, ${b.id}, revision, 'pending', ${b.id}, 1000000, name, document, document_blind, document_last4_blind, education, title, now(), now()
      from profile_review where id = ${line.id}`.execute(server.tools.db)).rejects.toMatchObject({ constraint: 'one_pending_profile_per_person' })
  })
})

describe('I5 one decision per version', () => {
  it('approved twice, refused twice, and both at once: one of them, and the other hears of it', async () => {
    for (let round = 0; round < 8; round++) {
      const one = await filler(server, a.id)
      const line = await submitted(one, server, a.id)
      const refusal = { ...line, reason: '请核对职称' }
      const kinds = [[verbs.approve, line], [verbs.approve, line], [verbs.refuse, refusal], [verbs.refuse, refusal]] as const
      const answers = await Promise.all(kinds.map(([verb, input]) => a.account.ask(verb as typeof verbs.refuse, input as typeof refusal)))
      expect(answers.map(said).filter((s) => s === 'done')).toHaveLength(1)
      expect(answers.map(said).filter((s) => !/^(done|409 (profiles\.review\.decided\.(approved|refused)|overtaken))$/.test(s))).toEqual([])
      const [row, more] = await decisions(one.personId)
      expect([(await lineOf(line.id)).state, more]).toEqual([row?.outcome, undefined])
    }
    await totalsAreExact()
  })

  it('I11 the database refuses a decision on oneself, and one of a version that nobody submitted', async () => {
    const one = await filler(server, a.id)
    await submitted(one, server, a.id)
    const insert = (decider: string | null, v: number) => sql`
      insert into profile_decision (person_id, version, outcome, decided_by, decider_id, decided_at) values (${one.personId}, ${v}, 'approved', ${one.who.accountId}, ${decider}, now())`.execute(server.tools.db)
    await expect(insert(one.personId, 1)).rejects.toMatchObject({ constraint: 'nobody_reviews_himself' })
    await expect(insert(null, 7)).rejects.toMatchObject({ constraint: 'a_decision_names_a_version' })
  })
})

describe('I15 one person per document', () => {
  it('two units approve two people with one document at once: one is approved, the other stays as he was', async () => {
    for (let round = 0; round < 8; round++) {
      const document = demoResidentId('chongqing', '1977-07-07', 300 + round)
      const [one, two] = [await filler(server, a.id, { document: null }), await filler(server, b.id, { document: null })]
      const typed = { reviewed: { documentType: 'ID', document } }
      const [here, there] = [await submitted(one, server, a.id, typed), await submitted(two, server, b.id, typed)]
      const answers = (await Promise.all([a.account.ask(verbs.approve, here), b.account.ask(verbs.approve, there)])).map(said)
      expect(answers.filter((s) => s === 'done')).toHaveLength(1)
      expect(answers.filter((s) => !['done', '409 profiles.document_taken', '409 people.document_vouched'].includes(s))).toEqual([])
      const states = [(await lineOf(here.id)).state, (await lineOf(there.id)).state].toSorted()
      expect(states).toEqual(['approved', 'pending'])
    }
  })
})

describe('I10 overlapping batches', () => {
  it('of 40 lines in opposite order never wait crosswise: every line is decided once', async () => {
    const unit = await reviewedUnit(server, '重庆示例医院')
    const lines = []
    for (let i = 0; i < 40; i++) lines.push(item(await submitted(await filler(server, unit.id), server, unit.id)))
    const [first, second] = await Promise.all([
      unit.account.ask(verbs.decideBatch, { items: lines.slice(0, 30), outcome: 'approve' }),
      unit.account.ask(verbs.decideBatch, { items: lines.slice(10).toReversed(), outcome: 'refuse', reason: '请补全信息' }),
    ])
    expect([first.status, second.status]).toEqual([200, 200])
    expect(first.body.done + second.body.done).toBe(40)
    const outcomes = [...first.body.outcomes, ...second.body.outcomes].map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'decided')).toHaveLength(20)
    const places = await server.tools.db.selectFrom('profile_review').select('place').where('unit_id', '=', unit.id).execute()
    expect(new Set(places.map(({ place }) => place)).size).toBe(40)
    await totalsAreExact()
  })

  it('the same batch twice with one key has one effect (I9)', async () => {
    const lines: { id: string; revision: number }[] = []
    for (let i = 0; i < 6; i++) lines.push(item(await submitted(await filler(server, a.id), server, a.id)))
    const key = newId()
    const answers = await Promise.all(Array.from({ length: 4 }, () => a.account.ask(verbs.decideBatch, { items: lines, outcome: 'approve' }, { key })))
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
    expect(answers[0]?.body.done).toBe(6)
  })
})

describe('I7 the structure changes meanwhile', () => {
  it('a secondary unit ends while somebody submits to it: he is refused, or it stays', async () => {
    for (let round = 0; round < 8; round++) {
      const school = await secondaryUnit(server, a.id, `学院${round}`)
      const one = await filler(server, a.id)
      const end = sql`update secondary_unit set active = false, archived_at = now() where id = ${school}`.execute(server.tools.db).then(() => 'done', (error: { constraint?: string }) => String(error.constraint))
      const [ended, answer] = await Promise.all([end, one.ask(verbs.submit, form(a.id, { reviewed: { secondaryUnitId: school } }))])
      if (ended === 'done') expect(answer.problem.fields).toMatchObject({ secondaryUnitId: { code: 'profiles.secondary_unit.choose' } })
      else expect([ended, said(answer)]).toEqual(['a_person_belongs_to_a_secondary_unit_in_force', 'done'])
    }
  })

  it('moved to another desk while its manager decides: one after the other, never lost, never both', async () => {
    const [from, to] = [await secondaryUnit(server, a.id, '化学系'), await secondaryUnit(server, a.id, '化学学院')]
    const luo = await manager(server, a, from)
    for (let round = 0; round < 8; round++) {
      const one = await filler(server, a.id)
      const line = await submitted(one, server, a.id, { reviewed: { secondaryUnitId: from } })
      const move = within(server, async (tx) => (await moveReviews(tx, platformCall(server), [{ reviewId: line.id, secondaryUnitId: to, deskId: to }], { changeId: newId() }), true))
      const [approved, moved] = await Promise.all([luo.ask(verbs.approve, line), move])
      expect(isRefusal(moved)).toBe(false)
      const row = await lineOf(line.id)
      expect([row.desk_id, row.secondary_unit_id]).toEqual([to, to])
      expect([row.state, approved.status]).toEqual(row.state === 'approved' ? ['approved', 200] : ['pending', 404])
    }
    await totalsAreExact()
  })
})

describe('the database has the last word', () => {
  it('D22 I7 I13 whatever the program would write: what contradicts itself is not kept', async () => {
    const { db } = server.tools
    const [one, two] = [await filler(server, a.id), await filler(server, a.id)]
    const [line, other] = [await submitted(one, server, a.id), await submitted(two, server, a.id)]
    await a.account.gets(verbs.approve, other)
    const profile = (set: ReturnType<typeof sql>, personId = one.personId) => sql`update profile set ${set} where person_id = ${personId}`.execute(db)
    const review = (set: ReturnType<typeof sql>) => sql`update profile_review set ${set} where id = ${line.id}`.execute(db)
    const decision = (personId: string, outcome: string) =>
      sql`insert into profile_decision (person_id, version, outcome, decided_by, decided_at) values (${personId}, 1, ${outcome}, ${a.account.who.accountId}, now())`.execute(db)
    const broken: [string, Promise<unknown>][] = [
      ['an_approved_profile_has_its_time', profile(sql`approved_at = now()`)],
      ['a_draft_has_its_time', profile(sql`draft = 'x'`)],
      ['what_is_approved_was_submitted', profile(sql`approved_version = 7, approved_at = now()`)],
      ['a_review_is_of_a_version', review(sql`revision = 7`)],
      ['one_place_in_the_reviews_of_a_unit', review(sql`place = (select place from profile_review where id = ${other.id})`)],
      ['a_desk_is_the_unit_or_the_secondary_unit', review(sql`desk_id = ${newId()}`)],
      ['a_link_to_a_secondary_unit_is_to_an_active_one', review(sql`secondary_unit_active = true`)],
      ['a_person_belongs_to_a_secondary_unit_in_force', review(sql`secondary_unit_id = ${newId()}, secondary_unit_active = true`)],
      ['one_review_row_per_person_and_unit', sql`
        insert into profile_review (id, person_id, unit_id, revision, state, desk_id, place, name, document, document_blind, document_last4_blind, education, title, submitted_at, updated_at)
        select ${newId()}, person_id, unit_id, revision, 'left', desk_id, 2000000, name, document, document_blind, document_last4_blind, education, title, now(), now()
        from profile_review where id = ${line.id}`.execute(db)],
      ['a_refusal_has_its_reason', decision(one.personId, 'refused')],
      ['one_decision_per_profile_version', decision(two.personId, 'withdrawn')],
      ['a_made_export_has_its_file', sql`
        insert into profile_export (id, asked_by, unit_id, purpose, filters, state, asked_at) values (${newId()}, ${a.account.who.accountId}, ${a.id}, 'xx', 'x', 'made', now())`.execute(db)],
    ]
    const met = await Promise.all(broken.map(async ([name, work]) => [name, await work.then(() => 'kept', (error: { constraint?: string }) => error.constraint)]))
    expect(met).toEqual(broken.map(([name]) => [name, name]))
  })
})
