import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { claim, resting, supportOfficer, townUnit, type Claim } from '../../../checks/claims.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { townPassword } from '../../../world/cast.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { buildTown } from '../../../world/town.ts'
import { accountsContract } from '../accounts/contract.ts'
import { helpContract } from '../help/contract.ts'
import { unitsContract } from '../units/contract.ts'
import { recoveryContract as verbs } from './contract.ts'

const server = await testServer({ config: { demo: true } })
const town = await buildTown(server.tools, server.app, { units: ['shili_keji3', 'haihe_yanjiu', 'jingu_ligong'] })
const { shili_keji3: unit, haihe_yanjiu: other } = town.units
if (!unit || !other) throw new Error('the town is not whole')
const lines = (n: number) => Array.from({ length: n }, (_, i) => `第${i + 1}条`).join('\n')

/** The new keeper at his first sign-in. */
async function successorOf(c: Claim, address: string): Promise<Visitor> {
  const letter = (await lettersTo(server.tools, c.mail)).find(({ template }) => template === 'recovery.notice.claimant_handed_over')
  const successor = new Visitor(address)
  await server.visit('/set-password', successor, { token: new URL(String(letter?.params.link), 'http://town').searchParams.get('token') ?? '', password: townPassword, passwordAgain: townPassword })
  await server.ask(accountsContract.signIn, { userName: c.userName, password: townPassword }, successor)
  return successor
}

describe('N12 交接备忘 belongs to the unit', () => {
  test('N12 is written, changed by version, and taken away for good', async () => {
    const { id } = await unit.ask(verbs.addNote, { title: '年度申报', body: lines(3), recursMonth: 3, recursDay: 15 })
    await unit.ask(verbs.changeNote, { id, version: 1, title: '年度申报组织', body: '先发通知', recursMonth: 3, recursDay: null })
    expect((await unit.refused(verbs.changeNote, { id, version: 1, title: '另一窗口', body: '' })).code).toBe('overtaken')
    expect(await unit.ask(verbs.notes, {})).toMatchObject([{ title: '年度申报组织', recursMonth: 3, recursDay: null, version: 2 }])
    expect((await other.refused(verbs.changeNote, { id, version: 2, title: '别家', body: '' })).status).toBe(404)
    expect((await other.refused(verbs.removeNote, { id, version: 2 })).status).toBe(404)
    expect(await other.ask(verbs.notes, {})).toEqual([])
    await unit.ask(verbs.removeNote, { id, version: 2 })
    expect(await unit.ask(verbs.notes, {})).toEqual([])
    // Its texts are gone from the journal as well; that there was something stays.
    const past = await server.tools.db.selectFrom('journal').select('event').where('subject', '=', id).orderBy('seq').execute()
    expect(past.map(({ event }) => event)).toEqual(['note_added', 'note_changed', 'note_removed'])
    expect(await server.tools.db.selectFrom('journal_private').select('id').where('subject', '=', id).execute()).toEqual([])
  })

  test.each([
    [{ title: '', body: '' }, 'title'],
    [{ title: '长', body: '字'.repeat(2001) }, 'body'],
    [{ title: '没有这一天', body: '', recursMonth: 2, recursDay: 30 }, 'recursDay'],
    [{ title: '没有月份', body: '', recursDay: 3 }, 'recursDay'],
    [{ title: '十三月', body: '', recursMonth: 13 }, 'recursMonth'],
  ])('N12 what is no note is said beside its field: %j', async (input, field) => {
    expect((await unit.refused(verbs.addNote, input)).fields).toHaveProperty(field)
  })
})

test('N12 the successor finds what was left and confirms it piece by piece, each with who and when', async () => {
  expect((await unit.ask(verbs.handover, {})).handover).toBeNull()
  await unit.ask(verbs.addNote, { title: '每年3月组织申报', body: '二月底发通知', recursMonth: 3 })
  await unit.ask(verbs.addNote, { title: '财务联系人', body: '演示老师' })
  server.clock.advance({ minutes: 1 })
  const c = await claim(server, townUnit('shili_keji3'))
  const [a, b] = [await supportOfficer(server, '甲支持'), await supportOfficer(server, '乙支持')]
  await server.ask(verbs.verify, { id: c.id, version: 1, checks: ['name', 'code', 'seal'], reason: '一致' }, a.visitor)
  await resting(server, townUnit('shili_keji3'))
  await server.ask(verbs.confirm, { id: c.id, version: 2 }, b.visitor)
  const successor = await successorOf(c, '198.18.94.1')
  // What comes after the hand-over is no part of the package.
  server.clock.advance({ minutes: 1 })
  await server.ask(verbs.addNote, { title: '自己写的', body: '' }, successor)
  const { handover } = (await server.ask(verbs.handover, {}, successor)).body
  expect(handover).toMatchObject({ left: 3, finishedAt: null })
  expect(handover?.items.map(({ kind, note }) => note?.title ?? kind)).toEqual(['unit_facts', '每年3月组织申报', '财务联系人'])
  const id = handover?.id ?? ''
  expect((await server.ask(verbs.confirmItem, { id, item: 'note:none' }, successor)).status).toBe(404)
  expect((await other.refused(verbs.confirmItem, { id, item: 'unit_facts' })).status).toBe(404)
  for (const [i, { item }] of (handover?.items ?? []).entries()) {
    expect((await server.ask(verbs.confirmItem, { id, item }, successor)).body.left).toBe(2 - i)
    // Confirmed twice is confirmed once.
    if (i === 0) expect((await server.ask(verbs.confirmItem, { id, item }, successor)).body.left).toBe(2)
  }
  const done = (await server.ask(verbs.handover, {}, successor)).body.handover
  expect(done).toMatchObject({ left: 0, finishedAt: expect.any(String) as unknown })
  expect(done?.items.every(({ confirmed }) => confirmed?.by === '刘接任')).toBe(true)
  const past = await server.tools.db.selectFrom('journal').select('event').where('subject', '=', id).orderBy('seq').execute()
  expect(past.map(({ event }) => event)).toEqual(['handover_begun', 'item_confirmed', 'item_confirmed', 'item_confirmed'])
})

test('N12 what was left may be done with by itself: then the hand-over is finished all the same', async () => {
  const lone = townUnit('jingu_ligong')
  const unitId = (await server.tools.db.selectFrom('unit').select('id').where('credit_code', '=', lone.creditCode).executeTakeFirstOrThrow()).id
  server.clock.advance({ minutes: 1 })
  const [first, rival] = [await claim(server, lone), await claim(server, lone)]
  const [a, b] = [await supportOfficer(server, '丙支持'), await supportOfficer(server, '丁支持')]
  await resting(server, lone)
  await server.ask(verbs.verify, { id: first.id, version: 1, checks: ['name', 'code', 'seal'], reason: '一致' }, a.visitor)
  expect((await server.ask(verbs.confirm, { id: first.id, version: 2 }, b.visitor)).status).toBe(200)
  const successor = await successorOf(first, '198.18.94.7')
  const { handover } = (await server.ask(verbs.handover, {}, successor)).body
  expect(handover?.items.map(({ item }) => item)).toEqual(['unit_facts', 'claims'])
  await server.ask(verbs.confirmItem, { id: handover?.id ?? '', item: 'unit_facts' }, successor)
  await rival.browser.ask(verbs.withdraw, { token: rival.token, version: 1 })
  const isFinished = async () => (await server.tools.db.selectFrom('handover').select('finished_at').where('unit_id', '=', unitId).executeTakeFirstOrThrow()).finished_at !== null
  expect(await isFinished()).toBe(false)
  expect((await server.ask(verbs.handover, {}, successor)).body.handover).toMatchObject({ left: 0, finishedAt: expect.any(String) as unknown })
  expect(await isFinished()).toBe(true)
  // Confirmed in a window that still shows it: done, and written down once.
  expect((await server.ask(verbs.confirmItem, { id: handover?.id ?? '', item: 'unit_facts' }, successor)).body).toEqual({ left: 0 })
  const past = await server.tools.db.selectFrom('journal').select('event').where('subject', '=', handover?.id ?? '').orderBy('seq').execute()
  expect(past.map(({ event }) => event)).toEqual(['handover_begun', 'item_confirmed', 'handover_finished'])
})

test('E12 the account of before learns from the facts what became of it, and asks support from that page', async () => {
  const before = new Visitor('198.18.94.2')
  await server.ask(accountsContract.signIn, { userName: 'shili_keji3', password: townPassword }, before)
  const kept = (await server.ask(unitsContract.kept, {}, before)).body
  const { ended } = await server.tools.db.selectFrom('mandate').innerJoin('account', 'account.id', 'mandate.account_id')
    .select(sql<Date>`upper(during)`.as('ended')).where('user_name', '=', 'shili_keji3').executeTakeFirstOrThrow()
  expect(kept).toEqual({ unit: townUnit('shili_keji3').name, why: 'handed_over', since: ended.toISOString(), reason: null, keeper: '刘**' })
  const asked = await server.ask(helpContract.ask, { helper: 'support', code: 'units.handed_over', path: '/app/registration', note: '我仍在本单位任职，请核查' }, before)
  expect(asked.status).toBe(200)
  // Who keeps a unit has nothing to learn here, nor who never kept one; a unit that rests is told since when and why.
  expect(await other.ask(unitsContract.kept, {})).toBeNull()
  const officer = town.staff.haihe_wang
  expect(await officer?.ask(unitsContract.kept, {})).toBeNull()
  const { id } = await other.ask(unitsContract.home, {})
  const { version } = (await officer?.ask(unitsContract.unit, { id })) ?? { version: 0 }
  await officer?.ask(unitsContract.suspend, { id, version, reason: '证照已吊销' })
  await other.ask(accountsContract.signIn, { userName: 'haihe_yanjiu', password: townPassword })
  expect(await other.ask(unitsContract.kept, {})).toMatchObject({ unit: townUnit('haihe_yanjiu').name, why: 'suspended', reason: '证照已吊销', keeper: null })
})
