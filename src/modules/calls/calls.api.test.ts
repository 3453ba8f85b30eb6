import { beforeAll, describe, expect, test } from 'vitest'
import { testServer } from '../../../checks/server.ts'
import type { Browser } from '../../../world/browser.ts'
import { ruanKexue } from '../../../world/calls/ruan-kexue.ts'
import { buildTown, type Town } from '../../../world/town.ts'
import { newId } from '../../kernel/ids.ts'
import { callById } from './call-store.ts'
import { replayCall } from './call-journal.ts'
import { callsContract as verbs } from './contract.ts'
import type { CallDocument } from './document.ts'
import { callOfVersion, openCalls, publishedCall } from './index.ts'

const server = await testServer({ config: { demo: true }, start: new Date('2026-11-22T02:00:00Z') })
const { db } = server.tools
let town: Town
let sun: Browser

beforeAll(async () => {
  town = await buildTown(server.tools, server.app, { units: [] })
  if (!town.staff.kejiju_sun) throw new Error('the bureau is empty')
  sun = town.staff.kejiju_sun
})

const documentNow = (): CallDocument => ruanKexue(server.clock.now())
let n = 0
/** A call that 孙科局 began, with this document in its editor. */
async function written(document: object = documentNow()) {
  const begun = await sun.ask(verbs.beginCall, { code: `RKX${2026 + n++}`, title: '软科学研究项目' })
  const saved = await sun.ask(verbs.saveDraft, { id: begun.id, draftVersion: begun.draftVersion, document: JSON.stringify(document) })
  return { id: begun.id, version: begun.version, draftVersion: saved.draftVersion }
}
async function publishedNow(document?: object) {
  const call = await written(document)
  return { ...call, ...(await sun.ask(verbs.publish, { ...call, note: null })) }
}
const write = async (id: string, draftVersion: number, document: object) =>
  (await sun.ask(verbs.saveDraft, { id, draftVersion, document: JSON.stringify(document) })).draftVersion

describe('指南管理 is the bureau’s', () => {
  test('its officers have it; those of other authorities and the platform do not', async () => {
    const { haihe_wang: wang, pingtai_zhou: zhou } = town.staff
    expect(await sun.ask(verbs.rights, {})).toEqual({ mayWrite: true, mayKeepDays: true })
    expect([await wang?.ask(verbs.rights, {}), await zhou?.ask(verbs.rights, {})]).toEqual([{ mayWrite: false, mayKeepDays: false }, { mayWrite: false, mayKeepDays: true }])
    const { id, version, draftVersion } = await written()
    const refusals = [
      await wang?.refused(verbs.list, {}), await wang?.refused(verbs.beginCall, { code: 'HH2026', title: '海河计划' }), await wang?.refused(verbs.callDraft, { id }),
      await wang?.refused(verbs.saveDraft, { id, draftVersion, document: '{}' }), await wang?.refused(verbs.publish, { id, version, draftVersion, note: null }),
      await wang?.refused(verbs.withdraw, { id, version, reason: '不归我管' }),
    ]
    expect(refusals.map((problem) => [problem?.status, problem?.code])).toEqual(refusals.map(() => [403, 'calls.bureau_only']))
    expect(await zhou?.refused(verbs.list, {})).toMatchObject({ status: 403, code: 'not_your_post' })
    expect((await callById(db, id))?.draftVersion).toBe(draftVersion)
  })

  test('a code is canonical and stands once', async () => {
    const begun = await sun.ask(verbs.beginCall, { code: 'ｚｄyf26', title: '重点研发' })
    expect((await callById(db, begun.id))?.code).toBe('ZDYF26')
    const taken = await sun.refused(verbs.beginCall, { code: 'ZDYF26', title: '又一个' })
    expect([taken.status, taken.fields.code?.code]).toEqual([409, 'calls.code_taken'])
    expect((await sun.refused(verbs.beginCall, { code: '2026', title: '无字母' })).fields.code?.code).toBe('calls.code')
    // What was taken back before anybody read it gives its code free.
    await sun.ask(verbs.withdraw, { id: begun.id, version: begun.version, reason: '代码有误' })
    await sun.ask(verbs.beginCall, { code: 'ZDYF26', title: '重点研发' })
  })
})

describe('writing', () => {
  test('what is half written is kept as it is, and two windows never write over one another', async () => {
    const { id, draftVersion } = await written({ title: { zh: '半成品' }, form: { tabs: [{ id: 'a' }] }, later: [1, null] })
    expect((await sun.ask(verbs.callDraft, { id })).document).toEqual({ title: { zh: '半成品' }, form: { tabs: [{ id: 'a' }] }, later: [1, null] })
    const again = await sun.refused(verbs.saveDraft, { id, draftVersion: draftVersion - 1, document: '{"title":{"zh":"另一窗口"}}' })
    expect([again.status, again.code]).toEqual([409, 'calls.draft_overtaken'])
    expect((await sun.ask(verbs.list, {})).rows.find((row) => row.id === id)).toMatchObject({ title: { zh: '半成品', en: '' }, phase: 'draft', leader: null })
  })

  test.each(['', '[]', '"text"', '{"a":', 'null', '{"a":"\\u0000"}', '{"a":"\\ud800"}', `{"a":${'['.repeat(100)}${']'.repeat(100)}}`])('%s is no document', async (document) => {
    const { id, draftVersion } = await written()
    expect((await sun.refused(verbs.saveDraft, { id, draftVersion, document })).fields.document?.code).toBe('calls.not_a_document')
  })

  test('the places where it is broken are told, and keep it from being published', async () => {
    const broken = { ...documentNow(), category: undefined, form: { ...documentNow().form, rules: [{ id: 'r', severity: 'error', holds: { field: 'nowhere', isFilled: true }, sentence: { zh: '规则' }, at: 'title' }] } }
    const call = await written(broken)
    const { problems } = await sun.ask(verbs.problems, { id: call.id })
    expect(problems).toEqual([{ place: ['category'], code: 'calls.problem.missing', params: { least: 1 } }, expect.objectContaining({ code: 'calls.problem.unknown_field', place: expect.arrayContaining(['rules', 0]) })])
    const refused = await sun.refused(verbs.publish, { ...call, note: null })
    expect([refused.status, refused.code, refused.fields['document.category']?.code]).toEqual([422, 'calls.broken', 'calls.problem.missing'])
    expect(await publishedCall(db, call.id)).toBeNull()
  })
})

describe('publishing', () => {
  test('gives version 1 with its windows, and the journal tells the row', async () => {
    const call = await publishedNow()
    expect(call).toMatchObject({ published: 1, version: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const { windows } = await sun.ask(verbs.windows, { id: call.id })
    expect(windows.map(({ level, nth, movedBy }) => [level, nth, movedBy])).toEqual([['bureau', 1, null], ['department', 1, null], ['leader', 1, null], ['unit', 1, null]])
    const row = await callById(db, call.id)
    expect(row).toMatchObject(await replayCall(server.tools, call.id) ?? {})
    expect((await openCalls(db, server.clock.now())).map(({ id }) => id)).toContain(call.id)
    expect((await publishedCall(db, call.id))?.document).toEqual(documentNow())
  })

  test('a window that has ended already is refused beside its field', async () => {
    const document = documentNow()
    const past = { opensAt: '2026-10-01T09:00:00+08:00', closesAt: '2026-10-20T17:00:00+08:00' }
    const call = await written({ ...document, windows: { ...document.windows, leader: past } })
    const refused = await sun.refused(verbs.publish, { ...call, note: null })
    expect(refused.fields['document.windows.leader.closesAt']?.code).toBe('calls.closes_in_the_past')
  })

  test('a change is a new version with its note; the one before stays as it was (N15)', async () => {
    const call = await publishedNow()
    const before = await callOfVersion(db, call.id, 1)
    expect((await sun.refused(verbs.publish, { ...call, note: '没有改动' })).code).toBe('calls.unchanged')
    const draftVersion = await write(call.id, call.draftVersion, { ...documentNow(), contact: '022-00000119' })
    const wanted = { id: call.id, version: call.version, draftVersion }
    expect((await sun.refused(verbs.publish, { ...wanted, note: null })).fields.note?.code).toBe('calls.note_required')
    const { from, to } = await sun.ask(verbs.difference, { id: call.id })
    expect([from.version, to.version, to.document.contact]).toEqual([1, null, '022-00000119'])
    expect(await sun.ask(verbs.publish, { ...wanted, note: '更新咨询电话' })).toMatchObject({ published: 2, version: 3 })
    expect(await callOfVersion(db, call.id, 1)).toEqual(before)
    expect((await callOfVersion(db, call.id, 2)).contact).toBe('022-00000119')
    expect((await sun.ask(verbs.callDraft, { id: call.id })).versions.map(({ version, note }) => [version, note])).toEqual([[2, '更新咨询电话'], [1, '']])
  })

  test('of two who publish what they saw, one is overtaken; the same key answers the same', async () => {
    const call = await written()
    const key = newId()
    const once = await sun.ask(verbs.publish, { ...call, note: null }, { key })
    expect(await sun.ask(verbs.publish, { ...call, note: null }, { key })).toEqual(once)
    expect((await sun.refused(verbs.publish, { ...call, note: null })).code).toBe('overtaken')
  })

  test('windows move by their own deed: what a later draft says of them does not count', async () => {
    const call = await publishedNow()
    const document = documentNow()
    const draftVersion = await write(call.id, call.draftVersion, { ...document, contact: '新电话', windows: { ...document.windows, leader: { ...document.windows.leader, closesAt: '2027-05-01T17:00:00+08:00' } } })
    await sun.ask(verbs.publish, { id: call.id, version: call.version, draftVersion, note: '更新电话' })
    expect((await sun.ask(verbs.windows, { id: call.id })).windows).toHaveLength(4)
    expect((await publishedCall(db, call.id))?.document.windows.leader).toEqual({ opensAt: new Date(document.windows.leader.opensAt).toISOString(), closesAt: new Date(document.windows.leader.closesAt).toISOString() })
  })
})

describe('copies and withdrawals', () => {
  test('a copy begins as the other stands, without its windows', async () => {
    const call = await publishedNow()
    const copy = await sun.ask(verbs.copyCall, { id: call.id, code: `CP${2026 + n++}` })
    const { document, state } = await sun.ask(verbs.callDraft, { id: copy.id })
    expect([state, document.title, document.windows]).toEqual(['draft', documentNow().title, undefined])
    expect((await sun.ask(verbs.problems, { id: copy.id })).problems[0]?.place).toEqual(['windows'])
  })

  test('a call that nobody has applied in is withdrawn, with its reason, for good', async () => {
    const call = await publishedNow()
    const gone = await sun.ask(verbs.withdraw, { id: call.id, version: call.version, reason: '计划调整，另行通知' })
    expect((await publishedCall(db, call.id))?.state).toBe('withdrawn')
    expect((await openCalls(db, server.clock.now())).map(({ id }) => id)).not.toContain(call.id)
    const { can, closed, phase } = await sun.ask(verbs.callDraft, { id: call.id })
    expect([can, phase, closed.map(({ code }) => code)]).toEqual([['copy'], 'withdrawn', Array.from({ length: 4 }, () => 'calls.withdrawn_already')])
    expect((await sun.refused(verbs.publish, { id: call.id, version: gone.version, draftVersion: gone.draftVersion, note: '再发布' })).code).toBe('calls.withdrawn_already')
    expect(await callById(db, call.id)).toMatchObject(await replayCall(server.tools, call.id) ?? {})
  })
})
