import { beforeAll, describe, expect, it } from 'vitest'
import { platformCall, well, within } from '../../../checks/people.ts'
import { filler, manager, reviewedUnit, secondaryUnit, submitted, type Actor, type Filler, type ReviewedUnit } from '../../../checks/profile-stage.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import type { Post } from '../../kernel/actor.ts'
import { endMandate } from '../accounts/index.ts'
import { myDataContract } from '../my-data/contract.ts'
import { tidyDesksJob } from './at-desk-server.ts'
import { profilesContract as verbs } from './contract.ts'

let server: TestServer
let unit: ReviewedUnit

beforeAll(async () => {
  server = await testServer()
  unit = await reviewedUnit(server, '重庆示例大学')
})

const authorised = (name: string) => filler(server, unit.id, { name, post: 'authorised_person' })
const postEnds = async (one: Filler, post: Post, scopeId: string) =>
  well(await within(server, (tx) => endMandate(tx, platformCall(server), { accountId: one.who.accountId, post, scopeId })))
const waits = async (name: string, secondaryUnitId: string | null = null) => {
  const one = await filler(server, unit.id, { name })
  return { one, line: await submitted(one, server, unit.id, { reviewed: { secondaryUnitId } }) }
}
const opened = (by: Actor, id: string) => by.gets(verbs.review, { id, desk: 'all' })
const notesOf = async (by: Actor, id: string) => (await opened(by, id)).notes.map(({ isOwn, by: name, reasonCodes, reason }) => ({ isOwn, by: name, reasonCodes, reason }))
const namesAt = async (by: Actor, id: string) => (await by.gets(verbs.here, { id })).others.map(({ name }) => name)
const write = (by: Actor, { id, revision }: { id: string; revision: number }, reason: string, reasonCodes: ('title_unproven' | 'other')[] = []) =>
  by.ask(verbs.saveNote, { id, revision, reasonCodes, reason })

describe('E19 what was begun to be written goes on with whoever follows', () => {
  it('E19 the successor reads it after the post of its writer has ended, and what he writes himself stands beside it', async () => {
    const { line } = await waits('林知远')
    const [a, b] = [await authorised('陈予安'), await authorised('许清和')]
    expect((await write(a, line, '职称证书', ['title_unproven'])).status).toBe(200)
    await postEnds(a, 'authorised_person', unit.id)
    expect((await a.ask(verbs.review, { id: line.id, desk: 'all' })).status).toBe(403)
    const ofA = { isOwn: false, by: '陈予安', reasonCodes: ['title_unproven'], reason: '职称证书' }
    expect(await notesOf(b, line.id)).toEqual([ofA])
    server.clock.advance({ minutes: 1 })
    await write(b, line, '职称证书与姓名不符')
    expect(await notesOf(b, line.id)).toEqual([{ isOwn: true, by: '许清和', reasonCodes: [], reason: '职称证书与姓名不符' }, ofA])
    await write(b, line, '  ')
    expect(await notesOf(b, line.id)).toEqual([ofA])
  })

  it('E19 it is gone with the decision, whoever decides, and nothing of it is told to the person', async () => {
    const { one, line } = await waits('苏映雪')
    const a = await authorised('沈若水')
    await write(a, line, '证书编号核对中，先不要通过')
    await unit.account.gets(verbs.approve, { id: line.id, revision: line.revision })
    expect((await opened(a, line.id)).notes).toEqual([])
    expect(await server.tools.db.selectFrom('profile_note').select('account_id').where('review_id', '=', line.id).execute()).toEqual([])
    expect(JSON.stringify([await one.gets(verbs.mine, {}), await one.gets(myDataContract.mine, {})])).not.toContain('证书编号核对中')
    const late = await write(a, line, '再写一句')
    expect([late.status, late.problem?.code]).toEqual([409, 'profiles.review.decided.approved'])
  })

  it('E19 I8 it speaks of one version: of an older one it is refused, and not shown beside a newer', async () => {
    const { one, line } = await waits('顾长风')
    await write(unit.account, line, '学位证书')
    await one.gets(verbs.withdraw, { revision: line.revision })
    const again = await submitted(one, server, unit.id, { reviewed: { position: '讲师' } })
    const late = await write(unit.account, line, '学位证书不符')
    expect([late.status, late.problem?.code]).toEqual([409, 'profiles.review.stale'])
    expect(again.id).toBe(line.id)
    expect(await notesOf(unit.account, again.id)).toEqual([])
  })

  it('E19 S2-58 only where one may decide: neither the desk of another, nor oneself, nor another unit', async () => {
    const software = await secondaryUnit(server, unit.id, '软件学院')
    const law = await secondaryUnit(server, unit.id, '法学院')
    const luo = await manager(server, unit, software)
    const { line } = await waits('江晚舟', software)
    await write(luo, line, '最高学历', ['other'])
    expect(await notesOf(luo, line.id)).toHaveLength(1)
    // The unit looks on; while the secondary unit has a manager who is not silent, it is his to say.
    expect(await notesOf(unit.account, line.id)).toEqual([])
    expect((await write(unit.account, line, '不由本单位审核')).problem?.code).toBe('profiles.at_secondary_unit')
    expect((await write(await manager(server, unit, law, '白露'), line, '看一看')).status).toBe(404)
    expect((await write((await reviewedUnit(server, '重庆示例研究院')).account, line, '看一看')).status).toBe(404)
    const a = await authorised('贺兰亭')
    const own = await submitted(a, server, unit.id)
    expect((await write(a, own, '本人')).problem?.code).toBe('profiles.own_review')
    expect((await write(unit.account, own, '本人')).status).toBe(200)
    expect(await notesOf(a, own.id)).toEqual([])
  })

  it('E19 what nobody went on with for a month goes', async () => {
    const { line } = await waits('何远山')
    await write(unit.account, line, '待核')
    server.clock.advance({ days: 29 })
    await tidyDesksJob.run(server.tools)
    expect(await notesOf(unit.account, line.id)).toHaveLength(1)
    server.clock.advance({ days: 2 })
    await tidyDesksJob.run(server.tools)
    expect(await notesOf(unit.account, line.id)).toEqual([])
  })
})

describe('E20 who has somebody open is named to whoever opens him too', () => {
  it('E20 each hears of the others, not of himself; without a sign they are gone', async () => {
    const { line } = await waits('秦望舒')
    const a = await authorised('陆青禾')
    expect(await unit.account.gets(verbs.here, { id: line.id })).toEqual({ state: 'pending', revision: line.revision, others: [] })
    expect(await namesAt(a, line.id)).toEqual(['周衡'])
    expect(await namesAt(unit.account, line.id)).toEqual(['陆青禾'])
    server.clock.advance({ seconds: 60 })
    expect(await namesAt(a, line.id)).toEqual(['周衡'])
    server.clock.advance({ seconds: 60 })
    expect(await namesAt(a, line.id)).toEqual([])
  })

  it('E19 E20 whose post ends is gone at once; it holds nobody up, and whoever comes second hears the outcome', async () => {
    const { line } = await waits('温如玉')
    const [a, b] = [await authorised('程雪松'), await authorised('叶知秋')]
    await namesAt(a, line.id)
    server.clock.advance({ seconds: 5 })
    await namesAt(b, line.id)
    expect(await namesAt(unit.account, line.id)).toEqual(['程雪松', '叶知秋'])
    await postEnds(a, 'authorised_person', unit.id)
    expect(await namesAt(unit.account, line.id)).toEqual(['叶知秋'])
    await b.gets(verbs.approve, { id: line.id, revision: line.revision })
    expect(await unit.account.gets(verbs.here, { id: line.id })).toMatchObject({ state: 'approved', revision: line.revision })
    const second = await unit.account.ask(verbs.refuse, { id: line.id, revision: line.revision, reason: '证书不符' })
    expect([second.status, second.problem?.code]).toEqual([409, 'profiles.review.decided.approved'])
  })

  it('E20 D14 within reach only', async () => {
    const { line } = await waits('方时雨')
    expect((await (await reviewedUnit(server, '重庆示例医院')).account.ask(verbs.here, { id: line.id })).status).toBe(404)
  })

  it('E20 PI-6 one look is recorded once, however long it lasts, and read in 我的数据', async () => {
    const { one, line } = await waits('杜若飞')
    for (let i = 0; i < 3; i++) {
      await unit.account.gets(verbs.here, { id: line.id })
      server.clock.advance({ seconds: 30 })
    }
    const looks = async () => (await one.gets(myDataContract.lookers, {})).rows.map(({ what, by, mandate }) => ({ what, by, mandate }))
    const look = { what: '打开了个人信息审核页', by: '周衡', mandate: '重庆示例大学（单位管理用户）' }
    expect(await looks()).toEqual([look])
    server.clock.advance({ minutes: 10 })
    await unit.account.gets(verbs.here, { id: line.id })
    expect(await looks()).toEqual([look, look])
  })
})

describe('N4 what was corrected since the last refusal', () => {
  it('N4 S2-55 beside the reason, until something is approved', async () => {
    const { one, line } = await waits('严子墨')
    expect((await opened(unit.account, line.id)).corrected).toBe(null)
    await unit.account.gets(verbs.refuse, { id: line.id, revision: line.revision, reasonCodes: ['title_unproven'], reason: '职称与实际不符' })
    const again = await submitted(one, server, unit.id, { reviewed: { title: '2', position: '技术工程师' } })
    expect((await opened(unit.account, line.id)).corrected).toMatchObject({
      fields: ['title'], before: { revision: line.revision, title: '1' }, decision: { outcome: 'refused', by: '周衡', reasonCodes: ['title_unproven'], reason: '职称与实际不符' },
    })
    await unit.account.gets(verbs.approve, { id: line.id, revision: again.revision })
    expect((await opened(unit.account, line.id)).corrected).toBe(null)
    await submitted(one, server, unit.id, { reviewed: { title: '3' } })
    expect((await opened(unit.account, line.id)).corrected).toBe(null)
  })

  it('N4 one who takes back what was corrected is compared with what was refused all the same', async () => {
    const { one, line } = await waits('梁思远')
    await unit.account.gets(verbs.refuse, { id: line.id, revision: line.revision, reason: '职务有误' })
    const { revision } = await submitted(one, server, unit.id, { reviewed: { position: '讲师' } })
    await one.gets(verbs.withdraw, { revision })
    await submitted(one, server, unit.id, { reviewed: { position: '教授' } })
    expect((await opened(unit.account, line.id)).corrected).toMatchObject({ fields: ['position'], before: { revision: line.revision, position: '技术工程师' } })
  })
})
