import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { filler, reviewedUnit, secondaryUnit, submitted, type Filler, type ReviewedUnit } from '../../../checks/profile-stage.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { minuteOf } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { profilesContract as verbs } from './contract.ts'

let server: TestServer
let unit: ReviewedUnit
let software: string
let zhang: Filler
let ouyang: Filler
let hou: Filler
let lines: Record<'zhang' | 'ouyang' | 'hou', { id: string; revision: number }>

type Filters = Parameters<typeof found>[0]
const found = (filters: { [K in keyof Parameters<typeof ask>[0]]?: unknown }) => ask(filters)
const ask = (filters: Parameters<ReviewedUnit['account']['ask']>[1]) => unit.account.gets(verbs.reviews, filters as never)
const names = async (filters: Filters) => (await found({ desk: 'all', ...filters })).rows.map((row) => row.name)

beforeAll(async () => {
  server = await testServer({ start: new Date('2024-01-30T02:13:20Z') })
  unit = await reviewedUnit(server, '重庆示例大学')
  software = await secondaryUnit(server, unit.id, '软件学院')
  zhang = await filler(server, unit.id, { name: '张知远' })
  ouyang = await filler(server, unit.id, { name: '欧阳文静' })
  hou = await filler(server, unit.id, { name: '侯文远' })
  const first = await submitted(zhang, server, unit.id)
  server.clock.advance({ days: 1 })
  const second = await submitted(ouyang, server, unit.id, { reviewed: { secondaryUnitId: software, education: '14', title: '2' } })
  server.clock.advance({ days: 1 })
  const third = await submitted(hou, server, unit.id, { reviewed: { title: '3' } })
  lines = { zhang: first, ouyang: second, hou: third }
})

describe('the review list', () => {
  it('S2-45 S2-48 S2-49 S2-50 S2-52 S2-53 the columns of the manual, the last change first, numbers masked, with what may be done', async () => {
    const page = await found({ desk: 'all' })
    expect(page.rows.map((row) => [row.name, row.state])).toEqual([['侯文远', 'pending'], ['欧阳文静', 'pending'], ['张知远', 'pending']])
    expect(page.rows[1]).toMatchObject({
      id: lines.ouyang.id, sex: expect.stringMatching(/^[12]$/), documentType: 'ID', document: expect.stringMatching(/^5\*{15}..$/), phone: expect.stringMatching(/^164\*{4}\d{4}$/),
      education: '14', title: '2', unit: '重庆示例大学', secondaryUnit: { id: software, name: '软件学院' }, desk: 'secondary_unit', revision: 1,
    })
    expect(minuteOf(new Date(page.rows[2]?.updatedAt ?? ''))).toBe('2024-01-30 10:13')
    expect(page.rows[0]).toMatchObject({ desk: 'unit', can: ['approve', 'refuse'], closed: [], secondaryUnit: null })
    expect(page).toMatchObject({ total: { n: 3, exact: true }, counts: { pending: 3, approved: 0, refused: 0, left: 0 } })
    expect((await found({ desk: 'all', order: 'oldest' })).rows.map((row) => row.name)).toEqual(['张知远', '欧阳文静', '侯文远'])
  })

  it('S2-47 D21 finds by a part of the name, and by number and phone whole or by their last four', async () => {
    expect(await names({ name: '文静' })).toEqual(['欧阳文静'])
    expect(await names({ name: '文' })).toEqual(['侯文远', '欧阳文静'])
    expect(await names({ name: '静文' })).toEqual([])
    expect(await names({ document: zhang.document })).toEqual(['张知远'])
    expect(await names({ document: ` ${zhang.document.toLowerCase().slice(0, 6)} ${zhang.document.slice(6)}` })).toEqual(['张知远'])
    expect(await names({ document: hou.document.slice(-4) })).toContain('侯文远')
    expect(await names({ document: zhang.document.slice(0, 14) })).toEqual([])
    expect(await names({ phone: ouyang.who.phone })).toEqual(['欧阳文静'])
    expect(await names({ phone: `+86 ${ouyang.who.phone}` })).toEqual(['欧阳文静'])
    expect(await names({ phone: ouyang.who.phone.slice(-4) })).toContain('欧阳文静')
    expect(await names({ phone: ouyang.who.phone.slice(0, 7) })).toEqual([])
  })

  it('S2-47 finds by 工作单位 and 部门, by days of the last change with both ends, and by state', async () => {
    expect(await names({ workplace: '软件' })).toEqual(['欧阳文静'])
    expect(await names({ workplace: '示例大学' })).toHaveLength(3)
    expect(await names({ workplace: '法学' })).toEqual([])
    expect(await names({ secondaryUnitId: software })).toEqual(['欧阳文静'])
    expect(await names({ from: '2024-01-31', to: '2024-01-31' })).toEqual(['欧阳文静'])
    expect(await names({ from: '2024-01-31' })).toEqual(['侯文远', '欧阳文静'])
    expect(await names({ to: '2024-01-30' })).toEqual(['张知远'])
    expect(await names({ state: 'approved' })).toEqual([])
    expect(await names({ state: 'pending', name: '远', order: 'oldest' })).toEqual(['张知远', '侯文远'])
    expect((await unit.account.ask(verbs.reviews, { from: '2024-02-30' })).status).toBe(422)
  })

  it("S2-57 the unit's own desk has those it decides on; a secondary unit's desk can be looked into", async () => {
    expect((await found({})).rows.map((row) => row.name)).toEqual(['侯文远', '张知远'])
    expect((await found({ desk: software })).rows.map((row) => row.name)).toEqual(['欧阳文静'])
    expect(await unit.account.gets(verbs.secondaryUnits, {})).toEqual({ secondaryUnits: [{ id: software, name: '软件学院', waiting: 1, isVacant: true }] })
  })

  it('S2-51 pages of the chosen size, there and back, by number, with exact totals that follow every change', async () => {
    const one = await found({ desk: 'all', size: 1 })
    expect([one.page, one.pages, one.previous]).toEqual([1, 3, null])
    const two = await found({ desk: 'all', size: 1, after: one.next })
    const three = await found({ desk: 'all', size: 1, page: 3 })
    expect([...two.rows, ...three.rows].map((row) => row.name)).toEqual(['欧阳文静', '张知远'])
    expect((await found({ desk: 'all', size: 1, before: three.previous })).rows.map((row) => row.name)).toEqual(['欧阳文静'])
    expect((await found({ desk: 'all', size: 1, page: 80 })).page).toBe(3)
    const { rows: [kept] } = await sql<{ n: number }>`select sum(n)::int as n from profile_review_total where unit_id = ${unit.id}`.execute(server.tools.db)
    expect(kept?.n).toBe(3)
  })

  it('D22 a page of it is one statement, whatever it is filtered by', async () => {
    const asked: string[] = []
    const { db } = server.tools
    const counting = db.withPlugin({ transformQuery: ({ node }) => (asked.push(node.kind), node), transformResult: async ({ result }) => result })
    const { reviewsOf } = await import('./list-store.ts')
    const reach = { unitId: unit.id, deskId: null }
    for (const filters of [{}, { state: 'pending' as const }, { name: '文静' }, { from: '2024-01-31', workplace: '软件' }]) {
      asked.length = 0
      await reviewsOf(counting, server.tools.keyring, reach, { desk: 'all', order: 'newest', size: 20, ...filters })
      expect(asked).toHaveLength(1)
    }
  })

  it('D14 nobody sees lines of another unit: neither in the list nor by their id', async () => {
    const other = await reviewedUnit(server, '重庆示例研究院')
    const { account } = other
    expect((await account.gets(verbs.reviews, { desk: 'all' })).rows).toEqual([])
    expect((await account.gets(verbs.reviews, { desk: software })).rows).toEqual([])
    expect((await account.gets(verbs.reviews, { document: zhang.document, desk: 'all' })).rows).toEqual([])
    expect((await account.ask(verbs.review, { id: lines.zhang.id })).status).toBe(404)
    expect((await account.ask(verbs.approve, lines.zhang)).status).toBe(404)
    expect((await account.ask(verbs.revealDocument, { id: lines.zhang.id, reason: '核对证件' })).status).toBe(404)
    expect((await account.gets(verbs.decideBatch, { items: [lines.zhang], outcome: 'approve' })).outcomes).toEqual([{ id: lines.zhang.id, outcome: 'not_found' }])
    expect((await zhang.ask(verbs.reviews, {})).status).toBe(403)
    expect((await unit.account.ask(verbs.review, { id: newId() })).status).toBe(404)
  })
})

describe('one line', () => {
  it('S2-46 S2-54 what is new stands beside what was approved, with neighbours in the order of the list', async () => {
    await unit.account.gets(verbs.approve, lines.zhang)
    const again = await submitted(zhang, server, unit.id, { reviewed: { title: '2', position: '实验室主任' } })
    const seen = await unit.account.gets(verbs.review, { id: again.id, state: 'pending' })
    expect(seen).toMatchObject({
      state: 'pending', revision: 2, name: '张知远', changed: ['title', 'position'], submitted: { title: '2', position: '实验室主任' }, approved: { revision: 1, title: '1' },
      documentVouchedBy: 'unit', documentTaken: false, decision: null, desk: 'unit', can: ['approve', 'refuse'], next: lines.hou.id, previous: null,
      plain: { nationality: 'CN', birthDate: expect.stringMatching(/^\d{4}$/) },
    })
    expect(seen.submitted.document).toMatch(/^5\*{15}..$/)
    expect(seen.timeline.map((e) => [e.event, e.revision, e.by])).toEqual([['submitted', 1, '张知远'], ['approved', 1, '周衡'], ['submitted', 2, '张知远']])
    expect(await unit.account.gets(verbs.review, { id: lines.hou.id, state: 'pending' })).toMatchObject({ next: null, previous: again.id })
  })

  it('S2-55 S2-56 a refusal needs its reason, the person reads it, corrects and submits again', async () => {
    expect((await unit.account.ask(verbs.refuse, { ...lines.hou, reason: ' ' })).problem.fields).toMatchObject({ reason: { code: 'text.length' } })
    await unit.account.gets(verbs.refuse, { ...lines.hou, reasonCodes: ['title_unproven', 'incomplete'], reason: '职称与证书不一致，请核对' })
    expect(await unit.account.gets(verbs.review, { id: lines.hou.id })).toMatchObject({
      state: 'refused', decision: { outcome: 'refused', by: '周衡', reason: '职称与证书不一致，请核对', reasonCodes: ['title_unproven', 'incomplete'] }, can: [],
    })
    const stored = await server.tools.db.selectFrom('profile_decision').selectAll().where('person_id', '=', hou.personId).executeTakeFirstOrThrow()
    expect(stored.reason).not.toContain('职称')
    const told = (await server.sent('inbox')).filter((message) => message.template === 'profiles.notice.refused')
    expect(told).toHaveLength(1)
    expect((await server.sent('sms')).some((message) => message.template === 'profiles.notice.refused')).toBe(true)
    const again = await submitted(hou, server, unit.id, { reviewed: { title: '4' } })
    expect(again).toMatchObject({ id: lines.hou.id, revision: 2 })
    expect((await found({ state: 'pending' })).rows[0]).toMatchObject({ id: lines.hou.id, revision: 2 })
  })

  it('E20 E39 a version that was withdrawn, submitted anew or decided is not decided again: the second hears what happened', async () => {
    const stale = await unit.account.ask(verbs.approve, lines.hou)
    expect([stale.status, stale.problem.code]).toEqual([409, 'profiles.review.stale'])
    await hou.gets(verbs.withdraw, { revision: 2 })
    const withdrawn = await unit.account.ask(verbs.approve, { id: lines.hou.id, revision: 2 })
    expect([withdrawn.status, withdrawn.problem.code]).toEqual([409, 'profiles.review.decided.withdrawn'])
    expect((await unit.account.ask(verbs.review, { id: lines.hou.id })).status).toBe(404)
    const third = await submitted(hou, server, unit.id, { reviewed: { title: '4' } })
    await unit.account.gets(verbs.approve, third)
    const second = await unit.account.ask(verbs.refuse, { ...third, reason: '来迟一步' })
    expect([second.status, second.problem.code]).toEqual([409, 'profiles.review.decided.approved'])
    expect(second.problem.detail).toContain('周衡')
  })

  it('S2-54 approving again with the same key answers the same and has one effect (I9)', async () => {
    const one = await filler(server, unit.id)
    const line = await submitted(one, server, unit.id)
    const key = newId()
    const answers = [await unit.account.ask(verbs.approve, line, { key }), await unit.account.ask(verbs.approve, line, { key })]
    expect(answers.map((answer) => answer.status)).toEqual([200, 200])
    expect(await server.tools.db.selectFrom('profile_decision').select('version').where('person_id', '=', one.personId).execute()).toEqual([{ version: 1 }])
    expect((await server.sent('mail')).filter((message) => message.template === 'profiles.notice.approved' && message.address === one.who.mail)).toHaveLength(1)
  })

  it('E45 numbers and phones are revealed one by one, with a reason that is recorded', async () => {
    expect((await unit.account.ask(verbs.revealDocument, { id: lines.ouyang.id, reason: '' })).status).toBe(422)
    expect(await unit.account.gets(verbs.revealDocument, { id: lines.ouyang.id, reason: '核对纸质材料' })).toMatchObject({ document: ouyang.document, birthDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
    expect(await unit.account.gets(verbs.revealPhone, { id: lines.ouyang.id, reason: '电话核实' })).toMatchObject({ phone: ouyang.who.phone, mail: ouyang.who.mail })
    const looks = await server.tools.db.selectFrom('journal').select(['event', 'account_id', 'body']).where('room', '=', 'profiles.reveal').orderBy('event').execute()
    expect(looks.map((look) => [look.event, look.account_id, (look.body as { personId: string }).personId])).toEqual([
      ['document_revealed', unit.account.who.accountId, ouyang.personId], ['phone_revealed', unit.account.who.accountId, ouyang.personId],
    ])
  })
})
