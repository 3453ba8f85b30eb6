import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { draftOf, form, openCall, publish } from '../../../checks/draft-stage.ts'
import { well, within } from '../../../checks/people.ts'
import { filler, reviewedUnit, submitted, type Filler, type ReviewedUnit } from '../../../checks/profile-stage.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { profilesContract } from '../profiles/contract.ts'
import { callDocument } from '../calls/document.ts'
import { callOfVersion } from '../calls/index.ts'
import { newId } from '../../kernel/ids.ts'
import { draftsContract as verbs } from './contract.ts'
import { contentOf, draftForUpdate, dropDraft, lockDraft, unlockDraft } from './index.ts'

let server: TestServer
let unit: ReviewedUnit
let leader: Filler
let callId: string

beforeAll(async () => {
  server = await testServer()
  unit = await reviewedUnit(server, '渝江示范大学')
  leader = await filler(server, unit.id, { name: '林知远' })
  callId = await openCall(server)
})

const paragraph = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const put = (id: string, ...fields: { field: string; base: number; value: unknown }[]) => leader.gets(verbs.save, { id, fields })

describe('a draft as it is written', () => {
  it('S2-78 opens with the call in force, facts of the platform, the window and nothing filled in; nobody else finds it', async () => {
    const id = await draftOf(server, leader, callId)
    const opened = await leader.gets(verbs.open, { id })
    expect(opened).toMatchObject({
      id, values: {}, members: [], files: [], lock: 'open', marks: [], frozen: null, call: { id: callId, version: 1, document: { title: { zh: '2027年度软科学研究' } } },
      window: { isOpen: true }, correctUntil: null, leader: { name: '林知远' },
      facts: { 'unit.name': '渝江示范大学', 'leader.name': '林知远', 'leader.mail': leader.who.mail, 'leader.phone': leader.who.phone, 'unit.region': expect.stringContaining('天津市') },
    })
    expect(opened.facts['leader.title']).toBeUndefined()
    const other = await filler(server, unit.id, { name: '宋知行' })
    for (const stranger of [other, unit.account]) expect([404, 403]).toContain((await stranger.ask(verbs.open, { id })).status)
    expect((await other.ask(verbs.save, { id, fields: [{ field: 'title', base: 0, value: 'x' }] })).status).toBe(404)
  })

  it('N18 facts are those that the unit approved, by their names', async () => {
    const one = await filler(server, unit.id, { name: '白露' })
    const line = await submitted(one, server, unit.id)
    await unit.account.gets(profilesContract.approve, { id: line.id, revision: line.revision })
    const { facts } = await one.gets(verbs.open, { id: await draftOf(server, one, callId) })
    expect(facts).toMatchObject({ 'leader.title': '正高', 'leader.education': '博士研究生', 'leader.position': '技术工程师' })
  })

  it('keeps changed fields one by one, and tells what it cannot keep beside each', async () => {
    const id = await draftOf(server, leader, callId)
    const first = await put(id, { field: 'title', base: 0, value: '城市内涝预警' }, { field: 'funds', base: 0, value: 20.5 }, { field: 'funny', base: 0, value: 1 }, { field: 'members', base: 0, value: [] }, { field: 'kind', base: 0, value: 'z' })
    expect(first.saved).toEqual(expect.arrayContaining([{ field: 'title', version: 1 }, { field: 'funds', version: 1 }]))
    expect([first.saved.length, first.conflicts]).toEqual([2, []])
    expect(first.refused).toEqual([
      { field: 'funny', code: 'drafts.field_unknown', params: {} }, { field: 'members', code: 'calls.value.not_kept_here', params: {} }, { field: 'kind', code: 'calls.value.option', params: {} },
    ])
    const { values, savedAt } = await leader.gets(verbs.open, { id })
    expect(values).toMatchObject({ title: { value: '城市内涝预警', version: 1 }, funds: { value: 20.5, version: 1 } })
    expect(savedAt).toBe(first.at)
    expect((await leader.ask(verbs.save, { id, fields: [{ field: 'title', base: 1, value: 'a' }, { field: 'title', base: 1, value: 'b' }] })).status).toBe(422)
  })

  it('a version that no field can have is refused', async () => {
    const id = await draftOf(server, leader, callId)
    await put(id, { field: 'title', base: 0, value: '甲' })
    for (const base of [2_147_483_646, 2_147_483_648, Number.MAX_SAFE_INTEGER]) expect((await leader.ask(verbs.save, { id, fields: [{ field: 'title', base, value: '乙' }] })).status).toBeLessThan(500)
  })

  it('what no text may hold is refused beside the field, and a text as large as people write them is kept', async () => {
    const id = await draftOf(server, leader, callId)
    const said = async (value: unknown) => {
      const answer = await leader.ask(verbs.save, { id, fields: [{ field: 'aims', base: 0, value }] })
      return answer.status === 200 ? (answer.body.refused[0]?.code ?? 'saved') : `${answer.status} ${answer.problem.code}`
    }
    const text = (more: object) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', ...more }] }] })
    let deep: object = { type: 'paragraph' }
    for (let n = 0; n < 14; n++) deep = { type: 'blockquote', content: [deep] }
    const cell = (words: string) => ({ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] })
    const table = (rows: number) => ({ type: 'table', content: Array.from({ length: rows }, () => ({ type: 'tableRow', content: Array.from({ length: 10 }, () => cell('监测数据')) })) })
    expect([
      await said('<b>HTML</b>'), await said({ type: 'doc', content: [{ type: 'script' }] }), await said(text({ marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] })),
      await said(text({ text: 'a\u202Eb' })), await said({ type: 'doc', content: [deep] }), await said([1, 2]), await said({ type: 'doc', content: [{ type: 'paragraph', content: 'x' }] }),
      await said({ type: 'doc', content: [{ type: 'paragraph', attrs: { onclick: 'x' } }] }),
    ]).toEqual([
      'calls.value.rich_shape', 'calls.value.rich_node', 'calls.value.rich_link', 'calls.value.rich_text', 'calls.value.rich_node', 'calls.value.rich_shape', 'calls.value.rich_shape', 'calls.value.rich_attribute',
    ])
    expect([await said(paragraph('x'.repeat(60_001))), await said(paragraph('x'.repeat(1_100_000)))]).toEqual(['calls.value.rich_characters', '413 body_too_large'])
    expect(await said({ type: 'doc', content: [table(30), table(30)] })).toBe('saved')
    expect((await contentOf(server.tools.db, server.tools, id))?.values.aims).toEqual({ type: 'doc', content: [table(30), table(30)] })
  })

  it('two windows: whoever comes second is told what stands there, and nothing is overwritten; sent again, the same is saved', async () => {
    const id = await draftOf(server, leader, callId)
    await put(id, { field: 'title', base: 0, value: '甲' })
    expect(await put(id, { field: 'title', base: 0, value: '乙' }, { field: 'aims', base: 0, value: paragraph('内容') })).toMatchObject({
      saved: [{ field: 'aims', version: 1 }], conflicts: [{ field: 'title', version: 1, value: '甲' }], refused: [],
    })
    // The answer to the first was lost on its way: the window sends it again.
    expect(await put(id, { field: 'title', base: 0, value: '甲' })).toMatchObject({ saved: [{ field: 'title', version: 1 }], conflicts: [] })
    expect(await put(id, { field: 'title', base: 1, value: '丙' })).toMatchObject({ saved: [{ field: 'title', version: 2 }] })
    expect(await put(id, { field: 'title', base: 1, value: null })).toMatchObject({ conflicts: [{ field: 'title', version: 2, value: '丙' }] })
    expect(await put(id, { field: 'title', base: 2, value: '' })).toMatchObject({ saved: [{ field: 'title', version: 3 }] })
    // Changed from what never was: nothing comes of it.
    expect(await put(id, { field: 'funds', base: 7, value: 1 })).toMatchObject({ saved: [], conflicts: [{ field: 'funds', version: 0, value: null }] })
    expect((await contentOf(server.tools.db, server.tools, id))?.values).toEqual({ aims: paragraph('内容') })
  })

  it('E39 D18 what is locked or was not marked is refused field by field; it opens again', async () => {
    const id = await draftOf(server, leader, callId)
    await put(id, { field: 'title', base: 0, value: '甲' })
    well(await within(server, async (tx) => {
      expect(await draftForUpdate(tx, id)).toMatchObject({ lock: 'open', marks: [], draft: { id, call_id: callId } })
      expect(await draftForUpdate(tx, newId())).toBeNull()
      await lockDraft(tx, id)
      return true
    }))
    expect(await put(id, { field: 'title', base: 1, value: '乙' }, { field: 'funds', base: 0, value: 1 })).toMatchObject({
      saved: [], conflicts: [], refused: [{ field: 'title', code: 'drafts.locked' }, { field: 'funds', code: 'drafts.locked' }],
    })
    well(await within(server, async (tx) => (await unlockDraft(tx, id, ['funds', 'proof', 'funds']), true)))
    expect(await leader.gets(verbs.open, { id })).toMatchObject({ lock: 'marked', marks: ['funds', 'proof'] })
    expect(await put(id, { field: 'title', base: 1, value: '乙' }, { field: 'funds', base: 0, value: 1 })).toMatchObject({
      saved: [{ field: 'funds', version: 1 }], refused: [{ field: 'title', code: 'drafts.not_marked' }],
    })
    well(await within(server, async (tx) => (await unlockDraft(tx, id, 'all'), true)))
    expect(await put(id, { field: 'title', base: 1, value: '乙' })).toMatchObject({ saved: [{ field: 'title', version: 2 }] })
  })

  it('a new version of the call counts at once: a field that is gone is not kept any more, and what stood in it is not lost', async () => {
    const own = await openCall(server)
    const id = await draftOf(server, leader, own)
    await put(id, { field: 'kind', base: 0, value: 'a' })
    const document = await callOfVersion(server.tools.db, own, 1)
    const [basic, ...rest] = form.tabs
    await publish(server, own, callDocument.parse({ ...document, form: { ...form, tabs: [{ ...basic, fields: basic?.fields.filter(({ id: name }) => name !== 'kind') }, ...rest] } }))
    expect(await put(id, { field: 'kind', base: 1, value: 'b' })).toMatchObject({ saved: [], refused: [{ field: 'kind', code: 'drafts.field_unknown' }] })
    expect(await leader.gets(verbs.open, { id })).toMatchObject({ call: { version: 2 }, values: { kind: { value: 'a' } } })
  })
})

describe('E10 E11 frozen, and visible', () => {
  it('E10 a leader whom the unit disabled reads everything and changes nothing; enabled again he goes on', async () => {
    const one = await filler(server, unit.id, { name: '沈青' })
    const id = await draftOf(server, one, callId)
    await one.gets(verbs.save, { id, fields: [{ field: 'title', base: 0, value: '甲' }] })
    const state = (to: string) => sql`update person set state = ${to} where id = ${one.personId}`.execute(server.tools.db)
    await state('disabled')
    expect((await one.ask(verbs.save, { id, fields: [{ field: 'title', base: 1, value: '乙' }] })).problem).toMatchObject({ status: 409, code: 'drafts.frozen.disabled', helper: 'unit' })
    expect((await one.ask(verbs.invite, { id, name: '白露', phone: '16412345678' })).problem.code).toBe('drafts.frozen.disabled')
    expect(await one.gets(verbs.open, { id })).toMatchObject({ values: { title: { value: '甲' } }, frozen: { code: 'drafts.frozen.disabled' } })
    await state('enabled')
    expect((await one.gets(verbs.save, { id, fields: [{ field: 'title', base: 1, value: '乙' }] })).saved).toHaveLength(1)
  })

  it('E11 in Tianjin 项目管理 is taken away: the draft is frozen until it is given back', async () => {
    const tianjin = await testServer({ config: { profile: 'tianjin' } })
    const own = await reviewedUnit(tianjin, '天津示例大学')
    const one = await filler(tianjin, own.id)
    const id = await draftOf(tianjin, one, await openCall(tianjin))
    const save = (base: number) => one.ask(verbs.save, { id, fields: [{ field: 'title', base, value: `第${base}稿` }] })
    const subsystem = newId()
    const { db } = tianjin.tools
    await sql`
      insert into subsystem (id, code, name, name_en, entry_url, redirect_uris, open_to, secret_digest, sort)
      values (${subsystem}, 'projects', '项目管理', 'Projects', 'https://kehui.example.org/app/projects', '{https://kehui.example.org/app/projects}', 'granted', 'x', 1)`.execute(db)
    await sql`insert into subsystem_grant (id, person_id, subsystem_id, unit_id, granted_by, during) values (${newId()}, ${one.personId}, ${subsystem}, ${own.id}, ${own.account.who.accountId}, tstzrange(now(), null))`.execute(db)
    expect((await save(0)).body.saved).toHaveLength(1)
    await sql`update subsystem_grant set during = tstzrange(lower(during), now())`.execute(db)
    expect((await save(1)).problem).toMatchObject({ status: 409, code: 'drafts.frozen.module', helper: 'unit' })
    expect(await one.gets(verbs.open, { id })).toMatchObject({ frozen: { code: 'drafts.frozen.module', params: {} }, values: { title: { value: '第0稿' } } })
  })

  it('a draft that was never submitted goes with everything in it', async () => {
    const id = await draftOf(server, leader, callId)
    await put(id, { field: 'title', base: 0, value: '甲' })
    await leader.gets(verbs.invite, { id, name: '白露', phone: '16412345670' })
    well(await within(server, async (tx) => (await dropDraft(tx, id), true)))
    expect((await leader.ask(verbs.open, { id })).status).toBe(404)
  })
})

describe('N18 answers of another application', () => {
  it('fill what is still empty and of the same kind, once, and nothing else', async () => {
    const [from, to] = [await draftOf(server, leader, callId), await draftOf(server, leader, callId)]
    await put(from, { field: 'title', base: 0, value: '甲' }, { field: 'aims', base: 0, value: paragraph('内容') }, { field: 'promise', base: 0, value: true }, { field: 'budget', base: 0, value: [{ id: 'r1', cells: { item: '设备', amount: 3 } }] })
    await put(to, { field: 'title', base: 0, value: '乙' })
    expect((await leader.gets(verbs.sources, { id: to })).sources.find(({ id }) => id === from)).toMatchObject({ title: '甲', callTitle: { zh: '2027年度软科学研究' } })
    const answer = await leader.gets(verbs.copyFrom, { id: to, from })
    expect(answer.copied.map(({ field }) => field).toSorted()).toEqual(['aims', 'budget'])
    expect(answer.skipped).toBe(2)
    expect((await leader.gets(verbs.open, { id: to })).values).toMatchObject({ title: { value: '乙' }, budget: { value: [{ id: 'r1', cells: { item: '设备', amount: 3 } }] } })
    expect((await leader.gets(verbs.copyFrom, { id: to, from })).copied).toEqual([])
    const other = await filler(server, unit.id)
    expect((await other.ask(verbs.copyFrom, { id: await draftOf(server, other, callId), from })).status).toBe(404)
  })
})
