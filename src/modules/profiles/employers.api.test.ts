import { beforeAll, describe, expect, it } from 'vitest'
import { person, platformCall, well, within } from '../../../checks/people.ts'
import { actorOf, filler, form, reviewedUnit, submitted, type ReviewedUnit } from '../../../checks/profile-stage.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { demoResidentId } from '../../codes/demo-numbers.ts'
import { happened } from '../../platform/consequences.ts'
import { peopleContract } from '../people/contract.ts'
import { comeProven } from '../people/index.ts'
import { profilesContract as verbs } from './contract.ts'
import { approvedProfile } from './index.ts'

let server: TestServer
let before: ReviewedUnit
let after: ReviewedUnit

beforeAll(async () => {
  server = await testServer()
  before = await reviewedUnit(server, '重庆示例大学')
  after = await reviewedUnit(server, '重庆示例研究院')
})

const stateAt = async (unit: ReviewedUnit, personId: string) =>
  (await server.tools.db.selectFrom('profile_review').select('state').where('unit_id', '=', unit.id).where('person_id', '=', personId).executeTakeFirst())?.state ?? null
const personOf = (id: string) => server.tools.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const inForce = (id: string) => approvedProfile(server.tools.db, server.tools.keyring, id)

describe('another employer', () => {
  it('E40 S2-71 the new unit reviews; its approval binds the person to it, the old unit is told and keeps what happened there', async () => {
    const one = await filler(server, before.id, { name: '张知远' })
    const first = await submitted(one, server, before.id)
    await before.account.gets(verbs.approve, first)
    const next = await submitted(one, server, after.id)
    // Until then nothing has changed: the approved version and the old unit stand.
    expect([await stateAt(before, one.personId), await stateAt(after, one.personId), (await inForce(one.personId))?.unitName]).toEqual(['approved', 'pending', '重庆示例大学'])
    expect(await after.account.gets(verbs.review, { id: next.id })).toMatchObject({ changed: ['unit'], approved: { unit: { name: '重庆示例大学' } }, documentVouchedBy: 'another', documentTaken: false })
    await after.account.gets(verbs.approve, next)
    expect([await stateAt(before, one.personId), await stateAt(after, one.personId), (await inForce(one.personId))?.unitName]).toEqual(['left', 'approved', '重庆示例研究院'])
    expect(await personOf(one.personId)).toMatchObject({ unit_id: after.id, state: 'enabled' })
    expect((await server.sent('inbox')).some((message) => message.template === 'people.notice.left')).toBe(true)
    expect((await before.account.gets(verbs.reviews, { desk: 'all' })).rows.map((row) => row.id)).not.toContain(first.id)
    expect((await before.account.gets(verbs.reviews, { desk: 'all', state: 'left' })).rows).toMatchObject([{ id: first.id, can: [], closed: [{ code: 'profiles.review.left' }, {}] }])
    const kept = await before.account.gets(verbs.review, { id: first.id })
    expect(kept).toMatchObject({ state: 'left', submitted: { unit: { name: '重庆示例大学' } }, plain: { nationality: null } })
    expect(kept.timeline.map((e) => e.event)).toEqual(['submitted', 'approved', 'left'])
    // Nothing of what he is there: not what the next unit approved, nor how he is reached now.
    expect([kept.approved, kept.phone, kept.mail]).toEqual([null, null, null])
    expect((await before.account.gets(verbs.reviews, { desk: 'all', state: 'left' })).rows.map((row) => row.phone)).toEqual([''])
    expect((await before.account.ask(verbs.revealDocument, { id: first.id, reason: '还想看看' })).status).toBe(404)
    expect((await one.gets(verbs.mine, {})).timeline.map((e) => [e.event, e.desk])).toEqual([
      ['begun', null], ['changed', null], ['submitted', '重庆示例大学'], ['approved', '重庆示例大学'], ['submitted', '重庆示例研究院'], ['left', '重庆示例大学'], ['approved', '重庆示例研究院'],
    ])
  })

  it('E40 back at the first employer the same line waits again, and shows the new version', async () => {
    const one = await filler(server, before.id)
    const first = await submitted(one, server, before.id)
    await before.account.gets(verbs.approve, first)
    await after.account.gets(verbs.approve, await submitted(one, server, after.id))
    const back = await submitted(one, server, before.id, { reviewed: { title: '2' } })
    expect([back.id, back.revision]).toEqual([first.id, 3])
    await before.account.gets(verbs.approve, back)
    expect([await stateAt(before, one.personId), await stateAt(after, one.personId)]).toEqual(['approved', 'left'])
  })

  it('E40 D14 whom one unit refused and another approved, the first sees no further', async () => {
    const one = await filler(server, before.id)
    const first = await submitted(one, server, before.id)
    await before.account.gets(verbs.refuse, { ...first, reason: '不属于本单位' })
    await after.account.gets(verbs.approve, await submitted(one, server, after.id))
    expect([await stateAt(before, one.personId), await stateAt(after, one.personId)]).toEqual(['left', 'approved'])
    expect(await before.account.gets(verbs.review, { id: first.id })).toMatchObject({ state: 'left', approved: null, phone: null, plain: { nationality: null } })
    expect((await before.account.ask(verbs.revealPhone, { id: first.id, reason: '还想看看' })).status).toBe(404)
  })

  it('S2-46 E42 a changed document is in force once approved: with the person, and with what it says of him', async () => {
    const one = await filler(server, before.id, { document: demoResidentId('chongqing', '1991-01-01', 311) })
    await before.account.gets(verbs.approve, await submitted(one, server, before.id))
    const other = demoResidentId('chongqing', '1992-02-02', 312)
    const line = await submitted(one, server, before.id, { reviewed: { documentType: 'ID', document: other } })
    expect((await one.gets(verbs.mine, {})).values).toMatchObject({ sex: '1', birthDate: '1991-01-01' })
    expect(await before.account.gets(verbs.review, { id: line.id })).toMatchObject({ changed: ['document'], documentVouchedBy: 'nobody', documentTaken: false })
    await before.account.gets(verbs.approve, line)
    // S2-48: the list as well says what is in force.
    expect((await before.account.gets(verbs.reviews, { document: other })).rows).toMatchObject([{ id: line.id, sex: '2' }])
    expect((await one.gets(verbs.mine, {})).values).toMatchObject({ sex: '2', birthDate: '1992-02-02' })
    expect((await inForce(one.personId))?.document).toEqual({ type: 'ID', number: other })
  })

  it('S1-58 S2-48 whom the support finds to be called otherwise stands so in the list, and is found by it', async () => {
    const one = await filler(server, before.id, { name: '张之远' })
    const line = await submitted(one, server, before.id)
    const support = await actorOf(server, await person(server, { post: 'support_officer' }))
    const { version } = await personOf(one.personId)
    await support.gets(peopleContract.correct, { id: one.personId, version, newName: '张志远', newDocumentType: '', newDocument: '', note: '本人持证件到窗口申请' })
    expect((await before.account.gets(verbs.reviews, { name: '张志远' })).rows).toMatchObject([{ id: line.id, name: '张志远' }])
    expect((await before.account.gets(verbs.reviews, { name: '张之远' })).rows).toEqual([])
  })

  it('S2-02 S2-71 who came through the city and belongs to no unit is bound by the approval of the one he names', async () => {
    const who = await person(server, { displayName: '赵清远', post: 'person' })
    const document = { type: 'ID', number: demoResidentId('chongqing', '1993-03-03', 511) }
    const personId = well(await within(server, (tx) => comeProven(tx, platformCall(server), { accountId: who.accountId, userName: who.userName, name: who.displayName, document })))
    const one = { ...(await actorOf(server, who)), personId, document: document.number }
    expect(await one.gets(verbs.mine, {})).toMatchObject({ employer: null, document: { type: 'ID' }, derived: { birthDate: '1993-03-03' } })
    const line = await submitted(one, server, after.id)
    expect(await after.account.gets(verbs.review, { id: line.id })).toMatchObject({ documentVouchedBy: 'city', approved: null })
    await after.account.gets(verbs.approve, line)
    expect(await personOf(personId)).toMatchObject({ unit_id: after.id, state: 'enabled', vouched_at: expect.any(Date) })
  })

  it('I15 a document that another account is confirmed with is not approved; the desk sees it beforehand', async () => {
    const owner = await filler(server, after.id, { document: demoResidentId('chongqing', '1985-08-08', 411) })
    const one = await filler(server, before.id, { document: null })
    const line = await submitted(one, server, before.id, { reviewed: { documentType: 'ID', document: owner.document } })
    expect(await before.account.gets(verbs.review, { id: line.id })).toMatchObject({ documentTaken: true, documentVouchedBy: 'nobody' })
    const refused = await before.account.ask(verbs.approve, line)
    expect([refused.status, refused.problem.code]).toEqual([409, 'profiles.document_taken'])
    expect(await stateAt(before, one.personId)).toBe('pending')
    expect((await before.account.gets(verbs.decideBatch, { items: [line], outcome: 'approve' })).outcomes).toEqual([{ id: line.id, outcome: 'document_taken' }])
  })
})

describe('who leaves', () => {
  it('E40 whom the unit releases is approved no longer; what he submitted to it ends, and he is told', async () => {
    const one = await filler(server, before.id)
    await before.account.gets(verbs.approve, await submitted(one, server, before.id))
    await submitted(one, server, before.id, { reviewed: { title: '2' } })
    const { version } = await personOf(one.personId)
    await before.account.gets(peopleContract.release, { id: one.personId, version, reason: '已离职' })
    expect([await stateAt(before, one.personId), await inForce(one.personId)]).toEqual(['left', null])
    expect(await one.gets(verbs.mine, {})).toMatchObject({ badge: 'none', waiting: null, latest: { state: 'withdrawn' }, can: ['change', 'submit'] })
    expect((await server.sent('inbox')).filter((message) => message.template === 'profiles.notice.ended').map((message) => message.params.unit)).toEqual(['重庆示例大学'])
  })

  it('E40 what waits at the next unit stays there when the present one lets him go', async () => {
    const one = await filler(server, before.id)
    await before.account.gets(verbs.approve, await submitted(one, server, before.id))
    const next = await submitted(one, server, after.id)
    const { version } = await personOf(one.personId)
    await before.account.gets(peopleContract.release, { id: one.personId, version, reason: '已离职' })
    expect([await stateAt(before, one.personId), await stateAt(after, one.personId)]).toEqual(['left', 'pending'])
    await after.account.gets(verbs.approve, next)
    expect((await inForce(one.personId))?.unitName).toBe('重庆示例研究院')
  })

  it('E40 who chooses another unit himself takes back what waited elsewhere', async () => {
    const third = await reviewedUnit(server, '重庆示例医院')
    const one = await filler(server, before.id)
    await before.account.gets(verbs.approve, await submitted(one, server, before.id))
    await submitted(one, server, after.id)
    const { version } = await personOf(one.personId)
    await one.gets(peopleContract.choose, { version, unitId: third.id })
    expect([await stateAt(before, one.personId), await stateAt(after, one.personId), await inForce(one.personId)]).toEqual(['left', 'left', null])
  })

  it('E04 nobody waits at the desk of a unit that is dissolved, and nothing it approved is in force', async () => {
    const gone = await reviewedUnit(server, '重庆示例公司')
    const [approved, waits, comes] = [await filler(server, gone.id), await filler(server, gone.id), await filler(server, after.id)]
    await gone.account.gets(verbs.approve, await submitted(approved, server, gone.id))
    await submitted(waits, server, gone.id)
    await submitted(comes, server, gone.id)
    well(await within(server, async (tx) => (await happened(tx, { ...platformCall(server), tools: server.tools }, 'units.dissolved', { subject: gone.id })) ?? true))
    expect([await stateAt(gone, approved.personId), await stateAt(gone, waits.personId), await stateAt(gone, comes.personId)]).toEqual(['left', 'left', 'left'])
    expect(await inForce(approved.personId)).toBeNull()
    expect((await server.sent('inbox')).filter((message) => message.template === 'profiles.notice.ended' && message.params.unit === '重庆示例公司')).toHaveLength(2)
    expect((await comes.gets(verbs.mine, {})).waiting).toBeNull()
    expect(await comes.gets(verbs.submit, form(after.id, { version: (await comes.gets(verbs.mine, {})).version }))).toMatchObject({ desk: 'unit' })
  })
})
