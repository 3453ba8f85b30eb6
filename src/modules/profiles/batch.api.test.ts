import { beforeAll, describe, expect, it } from 'vitest'
import { filler, manager, reviewedUnit, secondaryUnit, submitted, type Filler, type ReviewedUnit } from '../../../checks/profile-stage.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { newId } from '../../kernel/ids.ts'
import { cellsOf, unpacked } from '../../platform/xlsx/testing/read-back.ts'
import { profilesContract as verbs } from './contract.ts'
import { exportJobs } from './export-work.ts'

let server: TestServer
let unit: ReviewedUnit
let software: string
let luo: Filler

beforeAll(async () => {
  server = await testServer({ start: new Date('2026-03-02T02:00:00Z') })
  unit = await reviewedUnit(server, '重庆示例大学')
  software = await secondaryUnit(server, unit.id, '软件学院')
  luo = await manager(server, unit, software)
})

async function waiting(n: number, more: Parameters<typeof submitted>[3] = {}) {
  const made = []
  for (let i = 0; i < n; i++) made.push(await submitted(await filler(server, unit.id), server, unit.id, more))
  return made
}
const item = ({ id, revision }: { id: string; revision: number }) => ({ id, revision })
const kept = async () => {
  const [totals, lines] = [
    await server.tools.db.selectFrom('profile_review_total').selectAll().where('unit_id', '=', unit.id).where('n', '<>', 0).execute(),
    await server.tools.db.selectFrom('profile_review').select(['desk_id', 'place', 'state']).where('unit_id', '=', unit.id).execute(),
  ]
  const of = (rows: readonly { desk_id: string; state: string; n: number }[]) =>
    Object.entries(Object.groupBy(rows, (row) => `${row.desk_id} ${row.state}`)).map(([key, group]) => [key, (group ?? []).reduce((sum, row) => sum + row.n, 0)]).toSorted()
  return { totals: of(totals), lines: of(lines.map((line) => ({ ...line, n: 1 }))) }
}

describe('many at once', () => {
  it('S2-60 E46 E47 E49 each is judged by itself: done, decided already, submitted anew, at another desk, not there', async () => {
    const [a, b, c] = await waiting(3)
    const [elsewhere] = await waiting(1, { reviewed: { secondaryUnitId: software } })
    if (!a || !b || !c || !elsewhere) throw new Error('nobody waits')
    await unit.account.gets(verbs.approve, item(b))
    const nobody = newId()
    const answer = await unit.account.gets(verbs.decideBatch, {
      items: [item(a), item(b), { id: c.id, revision: 7 }, item(elsewhere), { id: nobody, revision: 1 }], outcome: 'approve',
    })
    expect(answer.done).toBe(1)
    expect(Object.fromEntries(answer.outcomes.map(({ id, outcome }) => [id, outcome]))).toEqual({
      [a.id]: 'done', [b.id]: 'decided', [c.id]: 'stale', [elsewhere.id]: 'at_secondary_unit', [nobody]: 'not_found',
    })
    const { totals, lines } = await kept()
    expect(totals).toEqual(lines)
  })

  it('S2-60 E50 a batch of refusals needs its reason, and everybody reads it', async () => {
    const some = await waiting(2)
    const items = some.map(item)
    expect((await unit.account.ask(verbs.decideBatch, { items, outcome: 'refuse' })).problem.fields).toMatchObject({ reason: { code: 'field.required' } })
    expect(await unit.account.gets(verbs.decideBatch, { items, outcome: 'refuse', reasonCodes: ['incomplete'], reason: '请补全职务' })).toMatchObject({ done: 2 })
    const decisions = await server.tools.db.selectFrom('profile_decision').select(['outcome', 'reason_codes']).where('person_id', 'in', some.map(({ personId }) => personId)).execute()
    expect(decisions).toEqual([{ outcome: 'refused', reason_codes: ['incomplete'] }, { outcome: 'refused', reason_codes: ['incomplete'] }])
    expect((await server.sent('mail')).filter((message) => message.template === 'profiles.notice.refused')).toHaveLength(2)
  })

  it('I9 repeated with the same key it answers the same, tells nobody twice, and moves no place', async () => {
    const items = (await waiting(3)).map(item)
    const key = newId()
    const first = await unit.account.ask(verbs.decideBatch, { items, outcome: 'approve' }, { key })
    const places = () => server.tools.db.selectFrom('profile_review').select(['id', 'place']).where('id', 'in', items.map(({ id }) => id)).orderBy('place').execute()
    const [before, told] = [await places(), (await server.sent()).length]
    const second = await unit.account.ask(verbs.decideBatch, { items, outcome: 'approve' }, { key })
    expect([second.status, second.body]).toEqual([200, first.body])
    expect([await places(), (await server.sent()).length]).toEqual([before, told])
    // They stand at the top in the order in which they stood before.
    expect(before.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
  })

  it('S2-60 a large batch takes as many statements as a small one', async () => {
    const { decide } = await import('./decide.ts')
    const { transact } = await import('../../platform/db/transaction.ts')
    const { platformCall } = await import('../../../checks/people.ts')
    const count = async (n: number) => {
      const items = (await waiting(n)).map(item)
      let asked = 0
      const counting = server.tools.db.withPlugin({ transformQuery: ({ node }) => (asked++, node), transformResult: async ({ result }) => result })
      const call = {
        ...platformCall(server),
        actor: { accountId: unit.account.who.accountId, userName: '', displayName: '周衡', sessionId: '', mandate: { post: 'unit_account' as const, scopeId: unit.id, unitId: unit.id, scopeName: unit.name } },
      }
      await transact(counting, server.tools.constraintWords, async (tx) => {
        await decide(tx, call, items, { outcome: 'approve', reason: null, reasonCodes: [], actForReason: null })
        return true
      })
      return asked
    }
    expect(await count(7)).toBe(await count(2))
  })

  it('E48 a selection is everything in the filter that this desk can decide now', async () => {
    const mine = (await waiting(2)).map(item)
    const theirs = (await waiting(1, { reviewed: { secondaryUnitId: software } })).map(item)
    const found = await unit.account.gets(verbs.selection, { desk: 'all' })
    expect(found.items).toEqual(expect.arrayContaining(mine))
    expect(found.items).not.toEqual(expect.arrayContaining(theirs))
    expect(found.more).toBe(false)
    expect((await luo.gets(verbs.selection, {})).items).toEqual(expect.arrayContaining(theirs))
  })
})

describe('E45 a list taken out', () => {
  const run = async (name: string) => exportJobs.find((job) => job.name === name)?.run(server.tools)

  it('needs a purpose, is made in the background with numbers masked, is told, and only its asker can fetch it', async () => {
    const one = await filler(server, unit.id, { name: '导出者' })
    await submitted(one, server, unit.id)
    expect((await unit.account.ask(verbs.exportReviews, { filters: {}, purpose: '' })).status).toBe(422)
    const { id } = await unit.account.gets(verbs.exportReviews, { filters: { name: '导出' }, purpose: '年度人员核对' })
    expect((await unit.account.ask(verbs.exportReviews, { filters: {}, purpose: '再来一份' })).problem.code).toBe('profiles.export.waiting')
    expect((await unit.account.ask(verbs.download, { id })).problem.code).toBe('profiles.export.gone')
    await run('profiles.export')
    expect((await unit.account.gets(verbs.exports, {})).exports).toMatchObject([{ id, state: 'made', rows: 1, purpose: '年度人员核对' }])
    const file = await server.app.inject({ method: 'GET', url: `/api/profiles/exports/${id}/file`, headers: { host: 'kehui.example.org', cookie: cookieOf(unit.account) } })
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
    const text = Object.values(cellsOf(unpacked(file.rawPayload)['xl/worksheets/sheet1.xml'] ?? '')).join(' ')
    expect(text).toContain('导出者')
    expect(text).not.toContain(one.document)
    expect(text).not.toContain(one.who.phone)
    expect((await luo.ask(verbs.download, { id })).status).toBe(404)
    const journal = await server.tools.db.selectFrom('journal').select('event').where('room', 'like', 'profiles.export%').orderBy('at').execute()
    expect(journal.map(({ event }) => event)).toEqual(['asked', 'made', 'downloaded'])
    expect((await server.sent('inbox')).some((message) => message.template === 'profiles.notice.exported')).toBe(true)
  })

  it('reaches what its asker reaches, and nothing once he acts there no longer', async () => {
    await waiting(1, { reviewed: { secondaryUnitId: software } })
    const { id } = await luo.gets(verbs.exportReviews, { filters: { desk: 'all' }, purpose: '核对本院人员' })
    await run('profiles.export')
    const atDesk = await server.tools.db.selectFrom('profile_review').select('id').where('desk_id', '=', software).where('state', 'in', ['pending', 'approved', 'refused']).execute()
    expect((await luo.gets(verbs.exports, {})).exports[0]).toMatchObject({ id, state: 'made', rows: atDesk.length })
    const { id: late } = await luo.gets(verbs.exportReviews, { filters: {}, purpose: '离任之后' })
    await server.tools.db.updateTable('mandate').set({ during: `[2000-01-01,2000-01-02)` }).where('account_id', '=', luo.who.accountId).execute()
    await run('profiles.export')
    expect(await server.tools.db.selectFrom('profile_export').select('state').where('id', '=', late).executeTakeFirst()).toEqual({ state: 'failed' })
  })

  it('goes after a day, with its file', async () => {
    server.clock.advance({ days: 1, minutes: 1 })
    const before = await server.tools.files.keysIn('exports', new Date(Date.now() + 60_000))
    expect(before.length).toBeGreaterThan(0)
    await run('profiles.expire_exports')
    expect(await server.tools.files.keysIn('exports', new Date(Date.now() + 60_000))).toEqual([])
    expect((await unit.account.gets(verbs.exports, {})).exports.map(({ state }) => state)).toEqual(['expired'])
  })
})

const cookieOf = (who: Pick<Filler, 'visitor'>): string => [...who.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
