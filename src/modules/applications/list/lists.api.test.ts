import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { keptCountsAreExact, listStage, put, type ListStage } from '../../../../checks/application-rows.ts'
import { openCall } from '../../../../checks/draft-stage.ts'
import { person } from '../../../../checks/people.ts'
import { actorOf, type Actor } from '../../../../checks/profile-stage.ts'
import { testServer, type TestServer } from '../../../../checks/server.ts'
import type { Post } from '../../../kernel/actor.ts'
import type { AskOf } from '../../../kernel/contract.ts'
import { newId } from '../../../kernel/ids.ts'
import { applicationsContract as verbs } from '../contract.ts'
import { factRows } from '../store/facts.ts'
import { gatherCounts } from './jobs.ts'

let server: TestServer
let stage: ListStage
let other: ListStage
let authority: Actor
let authorityId: string

beforeAll(async () => {
  server = await testServer({ start: new Date('2026-03-02T02:00:00Z') })
  stage = await listStage(server)
  other = await listStage(server, '重庆示例研究院')
  authorityId = newId()
  await sql`insert into authority (id, kind, name, parent_id) values (${authorityId}, 'district', '示例区科技局', ${stage.bureauId})`.execute(server.tools.db)
  authority = await actorOf(server, await person(server, { post: 'authority_officer', scopeId: authorityId, displayName: '王区局' }))
  await put(server, stage, { state: 'draft', n: 3, title: '未完成的草稿' })
  await put(server, stage, { state: 'returned', n: 2, returnedBy: 'unit' })
  await put(server, stage, { state: 'withdrawn', n: 1 })
  await put(server, stage, { state: 'department', n: 4 })
  await put(server, stage, { state: 'department', n: 2, school: stage.law })
  await put(server, stage, { state: 'unit', n: 5, title: '面向山区的5G 网络优化', warnings: 1 })
  await put(server, stage, { state: 'unit', leaderName: '欧阳静好', title: '静好的研究' })
  await put(server, stage, { state: 'authority', n: 2, authorityId })
  await put(server, stage, { state: 'bureau', n: 3, authorityId })
  await put(server, stage, { state: 'accepted', n: 1 })
  await put(server, stage, { state: 'not_accepted', n: 1, school: null })
  await put(server, other, { state: 'unit', n: 2 })
  await put(server, other, { state: 'bureau', n: 1 })
})

type Filter = AskOf<typeof verbs.unitProjects>
const list = (who: Actor, filter: Filter = {}) => who.gets(verbs.unitProjects, { size: 100, ...filter })
const statesOf = async (who: Actor, filter: Filter = {}) => {
  const { rows } = await list(who, filter)
  return Object.fromEntries(Object.entries(Object.groupBy(rows, ({ state }) => state)).map(([state, group]) => [state, group?.length]))
}

describe('本单位的项目', () => {
  it('S2-76 S2-77 S2-78 the columns of the manual, with where each stands and what may be done', async () => {
    const { rows, total } = await list(stage.unit.account)
    expect(total).toEqual({ n: 25, exact: true })
    expect(rows.find(({ title }) => title.includes('山区'))).toMatchObject({
      number: expect.stringMatching(/^T/), title: expect.stringContaining('面向山区'), category: { zh: '软科学', en: 'Soft science' }, call: { id: stage.callId, title: { zh: '2027年度软科学研究', en: 'Soft science 2027' } }, leader: '林知远', secondaryUnit: { name: '软件学院' },
      submittedAt: '2026-03-02T02:00:00.000Z', state: 'unit', headline: 'unit', desk: { level: 'unit', name: '重庆示例大学' }, since: '2026-03-02T02:00:00.000Z', warnings: 1, isWaiting: true,
      can: ['pass', 'return'], closed: [],
    })
    expect(rows.map(({ headline }) => headline)).toEqual(expect.arrayContaining(['unsubmitted', 'department', 'unit', 'bureau']))
  })

  it('S2-79 the unit sees drafts, and only looks at what is not at its desk', async () => {
    const { rows } = await list(stage.unit.account)
    expect(rows.filter(({ state }) => state === 'draft')).toHaveLength(3)
    for (const { state, can, closed } of rows) {
      if (state === 'unit') continue
      expect(can, state).toEqual([])
      if (['department', 'authority', 'bureau'].includes(state)) expect(closed.length, state).toBeGreaterThan(0)
    }
    expect(rows.find(({ state }) => state === 'department')?.closed[0]).toMatchObject({ verb: 'pass', code: 'applications.at_department', params: { desk: expect.any(String) } })
  })

  it('S2-86 S2-87 S2-88 a school sees its own, and decides what lies at its desk', async () => {
    expect(await statesOf(stage.software.manager)).toEqual({ draft: 3, returned: 2, withdrawn: 1, department: 4, unit: 6, authority: 2, bureau: 3, accepted: 1 })
    const { rows } = await list(stage.law.manager)
    expect(rows.map(({ state, can, isWaiting }) => [state, can, isWaiting])).toEqual([['department', ['pass', 'return'], true], ['department', ['pass', 'return'], true]])
    expect((await list(stage.software.manager, { state: 'unit' })).rows.every(({ can, closed }) => can.length === 0 && closed[0]?.code === 'applications.at_level')).toBe(true)
  })

  it('1.3.2 the authority and the bureau see what has come up to them, and never what is not submitted', async () => {
    expect(await statesOf(authority)).toEqual({ authority: 2, bureau: 3 })
    expect((await list(authority, { state: 'authority' })).rows.every(({ can, isWaiting }) => can.includes('pass') && isWaiting)).toBe(true)
    expect(await statesOf(stage.bureau)).toEqual({ authority: 2, bureau: 4, accepted: 1, not_accepted: 1 })
    expect((await list(stage.bureau, { state: 'bureau' })).rows.every(({ can }) => can.includes('accept') && can.includes('correct') && can.includes('refuse') && !can.includes('pass'))).toBe(true)
    expect((await list(stage.bureau, { state: 'unsubmitted' })).total).toEqual({ n: 0, exact: true })
  })

  it('what the bureau sent back stays with it, and with nobody else above', async () => {
    const [sent] = await put(server, stage, { state: 'returned', returnedBy: 'bureau', authorityId })
    expect((await list(stage.bureau, { state: 'unsubmitted' })).rows.map(({ id }) => id)).toEqual([sent?.id])
    expect((await list(authority, { state: 'returned' })).rows.map(({ id }) => id)).toEqual([sent?.id])
    await sql`update application set returned_by = 'unit' where id = ${sent?.id}`.execute(server.tools.db)
    expect((await list(stage.bureau, { state: 'unsubmitted' })).rows).toEqual([])
  })

  it('a person, and a visitor, have no such list', async () => {
    expect((await stage.leader.ask(verbs.unitProjects, {})).problem.code).toBe('not_your_post')
    expect((await server.ask(verbs.unitProjects, {})).status).toBe(401)
  })
})

describe('filters', () => {
  const count = async (filter: Filter, who: Actor = stage.unit.account) => {
    const { rows, total } = await list(who, filter)
    expect(rows).toHaveLength(total.n)
    return total.n
  }

  it('S2-78 D17 by headline and by sub-state', async () => {
    const [draft, returned, withdrawn] = [await count({ state: 'draft' }), await count({ state: 'returned' }), await count({ state: 'withdrawn' })]
    expect([draft, withdrawn, await count({ state: 'department' }), await count({ state: 'unit' })]).toEqual([3, 1, 6, 6])
    expect(await count({ state: 'unsubmitted' })).toBe(draft + returned + withdrawn)
  })

  it('D21 names and titles by any part, in the forms in which people type them', async () => {
    expect([await count({ title: '山区' }), await count({ title: '5g网络' }), await count({ title: '５Ｇ　网' }), await count({ title: '区' }), await count({ title: '没有的' })]).toEqual([5, 5, 5, 5, 0])
    expect([await count({ leader: '阳静' }), await count({ leader: '静' }), await count({ leader: '林知' })]).toEqual([1, 1, (await count({})) - 1])
    expect([await count({ leader: '阳静' }, stage.software.manager), await count({ leader: '阳静' }, stage.law.manager), await count({ leader: '阳静' }, other.unit.account)]).toEqual([1, 0, 0])
    expect([await count({ title: '关键技术' }, stage.bureau), await count({ title: '山区' }, stage.bureau)]).toEqual([8, 0])
  })

  it('by 项目编号 or its beginning, 申报时间, 部门, warnings, and what waits here', async () => {
    const { rows: [one] } = await list(stage.unit.account, { state: 'unit' })
    const number = one?.number ?? ''
    expect((await list(stage.unit.account, { number: number.toLowerCase() })).rows.map(({ id }) => id)).toEqual([one?.id])
    expect([await count({ number: '%' }), await count({ from: '2026-03-02', to: '2026-03-02', state: 'unit' }), await count({ from: '2026-03-03' })]).toEqual([0, 6, 0])
    expect([await count({ secondaryUnitId: stage.law.id }), await count({ secondaryUnitId: stage.law.id }, other.unit.account), await count({ warned: true })]).toEqual([2, 0, 5])
    expect([await count({ waiting: true }), await count({ waiting: true }, stage.law.manager), await count({ waiting: true }, authority), await count({ waiting: true }, stage.bureau)]).toEqual([6, 2, 2, 4])
    expect(await count({ unitId: other.unit.id }, stage.bureau)).toBe(1)
  })

  it('by call, within the own list', async () => {
    const callId = await openCall(server)
    await put(server, stage, { state: 'draft', callId, n: 2 })
    expect([await count({ callId }), await count({ callId, state: 'draft' }), await count({ callId }, other.unit.account), await count({ callId: stage.callId, state: 'draft' })]).toEqual([2, 2, 0, 3])
    expect((await stage.unit.account.gets(verbs.projectChoices, {})).calls).toContainEqual(expect.objectContaining({ id: callId, n: 2, waiting: 0 }))
  })
})

describe('totals, pages and the queue', () => {
  it('D22 S2-78 the counts of every list are those of its rows, in every state, and a job that gathers them changes none', async () => {
    const check = async (who: Actor) => {
      const { rows } = await list(who)
      const { all, waiting, headlines, states } = await who.gets(verbs.projectCounts, {})
      expect(all).toBe(rows.length)
      expect(waiting).toBe(rows.filter(({ isWaiting }) => isWaiting).length)
      for (const [headline, n] of Object.entries(headlines)) expect(n, headline).toBe(rows.filter((row) => row.headline === headline).length)
      for (const [state, n] of Object.entries(states)) expect(n, state).toBe(rows.filter((row) => row.state === state).length)
    }
    const all = [stage.unit.account, stage.software.manager, stage.law.manager, authority, stage.bureau, other.unit.account]
    for (const who of all) await check(who)
    expect(await keptCountsAreExact(server)).toEqual([])
    await gatherCounts(server.tools.db)
    await gatherCounts(server.tools.db)
    expect(await keptCountsAreExact(server)).toEqual([])
    for (const who of all) await check(who)
    const { rows } = await sql`select from application_total where shard <> 8 or n = 0`.execute(server.tools.db)
    expect(rows).toEqual([])
  })

  it('D22 rights: a list, its search, its counts and a batch reach exactly what can be opened (reach.ts)', async () => {
    await put(server, stage, { state: 'returned', returnedBy: 'authority', authorityId })
    await put(server, stage, { state: 'unit', returnedBy: 'bureau', authorityId })
    await put(server, stage, { state: 'withdrawn', returnedBy: 'bureau', authorityId })
    const all = await server.tools.db.selectFrom('application').select(['id', 'version']).execute()
    const desks: [Actor, Post, string, string | null][] = [
      [stage.unit.account, 'unit_account', stage.unit.id, stage.unit.id], [stage.software.manager, 'secondary_unit_manager', stage.software.id, stage.unit.id],
      [stage.law.manager, 'secondary_unit_manager', stage.law.id, stage.unit.id], [authority, 'authority_officer', authorityId, null], [stage.bureau, 'authority_officer', stage.bureauId, null],
      [other.unit.account, 'unit_account', other.unit.id, other.unit.id],
    ]
    for (const [who, post, scopeId, unitId] of desks) {
      const reached = (await factRows(server.tools.db, { mandate: { post, scopeId, unitId, scopeName: '' } }, all.map(({ id }) => id))).map(({ id }) => id).toSorted()
      const { rows } = await list(who)
      expect(rows.map(({ id }) => id).toSorted(), post).toEqual(reached)
      expect((await who.gets(verbs.projectCounts, {})).all, post).toBe(reached.length)
      expect((await list(who, { title: '的' })).rows.every(({ id }) => reached.includes(id)), post).toBe(true)
      const frozen = await who.gets(verbs.preflightBatch, { verb: 'pass', of: { items: all } })
      expect(frozen.items - (frozen.skipped.find(({ code }) => code === 'not_found')?.n ?? 0), post).toBe(reached.length)
      expect((await who.gets(verbs.preflightBatch, { verb: 'pass', of: { filter: {} } })).items, post).toBe(reached.length)
    }
  })

  it('D22 rights: counts, choices and neighbours of others tell nothing', async () => {
    expect(await other.unit.account.gets(verbs.projectCounts, { secondaryUnitId: stage.software.id })).toMatchObject({ all: 0, waiting: 0 })
    const choices = await other.unit.account.gets(verbs.projectChoices, {})
    expect(choices.secondaryUnits.map(({ name }) => name).toSorted()).toEqual(['法学院', '软件学院'])
    expect(choices.secondaryUnits.every(({ id, n }) => id !== stage.software.id && (n === 3 || n === 0))).toBe(true)
    const { rows: [one] } = await list(stage.unit.account, { state: 'unit' })
    expect((await other.unit.account.ask(verbs.open, { id: one?.id ?? '' })).status).toBe(404)
  })

  it('D22 S2-51 any page by its number, there and back', async () => {
    await put(server, stage, { state: 'unit', n: 55 })
    const whole = await list(stage.unit.account)
    const ids: string[] = []
    const pages = Math.ceil(whole.total.n / 10)
    for (let page = 1; page <= pages; page++) ids.push(...(await list(stage.unit.account, { page, size: 10 })).rows.map(({ id }) => id))
    expect(ids).toEqual(whole.rows.map(({ id }) => id))
    const third = await list(stage.unit.account, { page: 3, size: 10 })
    const back = await list(stage.unit.account, { before: third.previous ?? '', size: 10 })
    expect([back.page, back.rows.map(({ id }) => id)]).toEqual([2, ids.slice(10, 20)])
    const inState = await list(stage.unit.account, { state: 'unit', page: 6, size: 10 })
    expect([inState.pages, inState.page, inState.rows.length]).toEqual([Math.ceil(inState.total.n / 10), 6, 10])
    expect((await list(stage.software.manager, { page: 8, size: 10 })).page).toBe(8)
  })

  it('N7 the queue has who came first at its head, and keeps its order through pages; N4 its neighbours', async () => {
    const { rows } = await list(stage.unit.account, { order: 'queue' })
    const ids = rows.map(({ id }) => id)
    expect(rows.every(({ isWaiting }) => isWaiting)).toBe(true)
    const times = rows.map(({ queuedAt, id }) => `${queuedAt} ${id}`)
    expect(times).toEqual(times.toSorted())
    const second = await list(stage.unit.account, { order: 'queue', size: 10, page: 2 })
    expect(second.rows.map(({ id }) => id)).toEqual(ids.slice(10, 20))
    expect(await stage.unit.account.gets(verbs.open, { id: ids[1] ?? '' })).toMatchObject({ previousId: ids[0], nextId: ids[2] })
    expect((await stage.unit.account.gets(verbs.open, { id: ids[0] ?? '' })).previousId).toBe(null)
  })
})
