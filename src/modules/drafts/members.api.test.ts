import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { movedWindow } from '../../../checks/applications.ts'
import { draftOf, openCall } from '../../../checks/draft-stage.ts'
import { well, within } from '../../../checks/people.ts'
import { filler, reviewedUnit, type Filler, type ReviewedUnit } from '../../../checks/profile-stage.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { addDays } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { draftsContract as verbs } from './contract.ts'
import { replayDraft } from './draft-journal.ts'
import { membersOf, phoneOf } from './member-store.ts'
import { invitationsWaiting } from './waiting.ts'
import { fullAmong } from './full.ts'
import { contentOf, dropDraft, lockDraft, unlockDraft } from './index.ts'

let server: TestServer
let unit: ReviewedUnit
let elsewhere: ReviewedUnit
let leader: Filler
let callId: string

beforeAll(async () => {
  server = await testServer()
  unit = await reviewedUnit(server, '渝江示范大学')
  elsewhere = await reviewedUnit(server, '重庆示例研究院')
  leader = await filler(server, unit.id, { name: '林知远' })
  callId = await openCall(server, { limits: [{ family: 'soft', role: 'member', most: 1, sentence: { zh: '参与项目不超过1项', en: '' } }] })
})

const invites = (id: string, who: { name: string; phone: string }, more: { task?: string; months?: number } = {}) => leader.ask(verbs.invite, { id, ...who, ...more })
const contact = (one: Filler) => ({ name: one.who.displayName, phone: one.who.phone })
/** The list as the journal alone tells it is the list as it stands. */
async function isWhatTheJournalTells(id: string): Promise<void> {
  const rows = await membersOf(server.tools.db, id)
  const { members } = await replayDraft(server.tools, id)
  expect(members.filter(({ state }) => state !== 'withdrawn')).toEqual(rows.map((row) => ({
    id: row.id, name: row.name, phone: phoneOf(server.tools.keyring, row), task: row.task, months: row.months === null ? null : Number(row.months),
    state: row.state, personId: row.person_id, unit: row.unit_name, title: row.title,
  })))
}
const mine = async (one: Filler) => (await one.gets(verbs.myInvitations, {})).invitations

describe('E59 members confirm in their own account', () => {
  it('N22 the answer is the same whether or not there is such a person, and nobody but him finds the invitation', async () => {
    const id = await draftOf(server, leader, callId)
    const member = await filler(server, elsewhere.id, { name: '白露' })
    await leader.gets(verbs.save, { id, fields: [{ field: 'title', base: 0, value: '城市内涝预警' }] })
    const before = (await server.sent()).length
    const known = await invites(id, contact(member), { task: '数据整理', months: 3.5 })
    const unknown = await invites(id, { name: '乔松', phone: '16499990000' }, { task: '数据整理', months: 3.5 })
    const [first, second] = [known.body.members[0], unknown.body.members[1]]
    expect(first).toMatchObject({ name: '白露', phone: expect.stringMatching(/^164\*{4}\d{4}$/), unit: '', title: '', task: '数据整理', months: 3.5, state: 'invited', answeredAt: null })
    expect({ ...second, id: '', name: '', phone: '' }).toEqual({ ...first, id: '', name: '', phone: '' })
    expect(Object.keys(known.headers).toSorted()).toEqual(Object.keys(unknown.headers).toSorted())
    // What is kept with the key of the deed names nobody.
    const kept = await server.tools.db.selectFrom('idempotency').select('answer').where('verb', '=', 'drafts.invite').execute()
    expect(JSON.stringify(kept)).not.toMatch(/白露|乔松|164/)
    // A message goes to either number; who has an account finds it in his inbox as well.
    const sent = (await server.sent()).slice(before)
    expect(sent.filter(({ channel }) => channel === 'sms').map(({ address }) => address)).toEqual([member.who.phone, '16499990000'])
    expect(sent.filter(({ channel }) => channel === 'inbox')).toHaveLength(1)
    expect(await mine(member)).toMatchObject([{ id: first?.id, title: '城市内涝预警', leader: '林知远', task: '数据整理', months: 3.5, state: 'invited', isOpen: true, callTitle: { zh: '2027年度软科学研究' } }])
    for (const stranger of [leader, await filler(server, elsewhere.id, { name: '白露' })]) expect(await mine(stranger)).toEqual([])
  })

  it('confirmed: name, unit and title of that day; the leader hears of it; his present name counts, not the number alone', async () => {
    const id = await draftOf(server, leader, callId)
    const member = await filler(server, elsewhere.id, { name: '宋知行' })
    await invites(id, contact(member))
    await invites(id, { name: '别人', phone: '16499990001' })
    const [invitation] = await mine(member)
    const memberId = invitation?.id ?? ''
    // Whatever number he has by now, nobody is invited by himself.
    const { phone_blind } = await server.tools.db.selectFrom('account').select('phone_blind').where('id', '=', leader.who.accountId).executeTakeFirstOrThrow()
    await sql`update draft_member set name = '林知远', phone_blind = ${phone_blind} where draft_id = ${id} and name = '别人'`.execute(server.tools.db)
    expect(await mine(leader)).toEqual([])
    const other = await filler(server, elsewhere.id, { name: '宋知行' })
    expect((await other.ask(verbs.answer, { memberId, answer: 'confirm' })).status).toBe(404)
    expect((await leader.ask(verbs.answer, { memberId, answer: 'confirm' })).status).toBe(404)
    const key = newId()
    expect((await member.ask(verbs.answer, { memberId, answer: 'confirm' }, { key })).body).toEqual({ state: 'confirmed' })
    expect((await member.ask(verbs.answer, { memberId, answer: 'confirm' }, { key })).body).toEqual({ state: 'confirmed' })
    expect((await member.ask(verbs.answer, { memberId, answer: 'confirm' })).problem).toMatchObject({ status: 409, code: 'drafts.invitation.answered' })
    const [shown] = (await leader.gets(verbs.open, { id })).members
    expect(shown).toMatchObject({ name: '宋知行', unit: '重庆示例研究院', state: 'confirmed', answeredAt: expect.any(String) })
    await sql`update unit set name = '改了名的研究院' where id = ${elsewhere.id}`.execute(server.tools.db)
    expect((await contentOf(server.tools.db, server.tools, id))?.members[0]).toMatchObject({ unit: '重庆示例研究院', state: 'confirmed' })
    await sql`update unit set name = '重庆示例研究院' where id = ${elsewhere.id}`.execute(server.tools.db)
    expect((await server.sent('inbox')).at(-1)).toMatchObject({ template: 'drafts.notice.confirmed', params: { member: '宋知行' } })
  })

  it('declined, invited anew, left again before the submission, and not while it is under way', async () => {
    const id = await draftOf(server, leader, callId)
    const member = await filler(server, elsewhere.id, { name: '沈青' })
    await invites(id, contact(member))
    let memberId = (await mine(member))[0]?.id ?? ''
    const again = async () => {
      await invites(id, contact(member))
      memberId = (await mine(member)).find(({ state }) => state === 'invited')?.id ?? ''
    }
    const answers = async (answer: 'confirm' | 'decline' | 'leave') => {
      const said = await member.ask(verbs.answer, { memberId, answer })
      return said.status === 200 ? said.body.state : said.problem.code
    }
    expect(await answers('leave')).toBe('drafts.invitation.answered')
    expect(await answers('decline')).toBe('declined')
    expect(await answers('confirm')).toBe('drafts.invitation.answered')
    await again()
    expect(await answers('confirm')).toBe('confirmed')
    expect(await answers('leave')).toBe('declined')
    expect((await server.sent('mail')).at(-1)).toMatchObject({ template: 'drafts.notice.left', address: leader.who.mail })
    await again()
    expect(await answers('confirm')).toBe('confirmed')
    well(await within(server, async (tx) => (await lockDraft(tx, id), true)))
    expect(await answers('leave')).toBe('drafts.invitation.under_way')
    expect((await mine(member)).filter(({ state }) => state === 'confirmed')).toMatchObject([{ id: memberId, isOpen: false }])
    expect((await invites(id, { name: '乔松', phone: '16499990002' })).problem.code).toBe('drafts.locked')
    well(await within(server, async (tx) => (await unlockDraft(tx, id, ['title']), true)))
    expect((await invites(id, { name: '乔松', phone: '16499990002' })).problem.code).toBe('drafts.not_marked')
    well(await within(server, async (tx) => (await unlockDraft(tx, id, ['members']), true)))
    expect((await invites(id, { name: '乔松', phone: '16499990002' })).status).toBe(200)
    await isWhatTheJournalTells(id)
  })

  it('nobody twice, not oneself, not more than the form takes; taken off, changed, put in order', async () => {
    const id = await draftOf(server, leader, callId)
    expect((await invites(id, { name: '林知远', phone: leader.who.phone })).problem.fields).toMatchObject({ phone: { code: 'drafts.member.yourself' } })
    const phones = ['16499990011', '16499990012', '16499990013', '16499990014', '16499990015']
    for (const [n, phone] of phones.entries()) {
      const said = await invites(id, { name: `张三${'一二三四五'[n]}`, phone })
      if (n < 4) expect(said.status).toBe(200)
      else expect(said.problem).toMatchObject({ code: 'drafts.member.most', detail: '项目参与人最多4人。' })
    }
    expect((await invites(id, { name: '张三一', phone: '16499990011' })).problem.fields).toMatchObject({ phone: { code: 'drafts.member.again' } })
    const { members } = await leader.gets(verbs.open, { id })
    const ids = members.map((member) => member.id)
    const ordered = await leader.gets(verbs.orderMembers, { id, memberIds: [ids[2] ?? '', ids[0] ?? '', newId()] })
    expect(ordered.members.map((member) => member.id)).toEqual([ids[2], ids[0], ids[1], ids[3]])
    const changed = await leader.gets(verbs.changeMember, { id, memberId: ids[0] ?? '', task: '建模', months: 6 })
    expect(changed.members[1]).toMatchObject({ task: '建模', months: 6 })
    const left = await leader.gets(verbs.removeMember, { id, memberId: ids[0] ?? '' })
    expect(left.members.map((member) => member.id)).toEqual([ids[2], ids[1], ids[3]])
    expect((await leader.ask(verbs.changeMember, { id, memberId: ids[0] ?? '', task: '', months: null })).status).toBe(404)
    expect((await invites(id, { name: '张三一', phone: '16499990011' })).status).toBe(200)
    await isWhatTheJournalTells(id)
    const events = await server.tools.db.selectFrom('journal').select(['event', 'seq']).where('room', '=', 'drafts').where('subject', '=', id).orderBy('seq').execute()
    expect(events.map(({ event }) => event)).toEqual(['member_invited', 'member_invited', 'member_invited', 'member_invited', 'members_ordered', 'member_changed', 'member_removed', 'member_invited'])
  })

  it('one person under two numbers stands on the list once', async () => {
    const id = await draftOf(server, leader, callId)
    const member = await filler(server, elsewhere.id, { name: '程朗' })
    await invites(id, contact(member))
    await invites(id, { name: '程朗', phone: '16499990030' })
    await member.gets(verbs.answer, { memberId: (await mine(member))[0]?.id ?? '', answer: 'confirm' })
    // He changed his number meanwhile.
    await sql`update account set phone_blind = (select phone_blind from draft_member where draft_id = ${id} and state = 'invited') where id = ${member.who.accountId}`.execute(server.tools.db)
    const second = (await mine(member)).find(({ state }) => state === 'invited')
    expect((await member.ask(verbs.answer, { memberId: second?.id ?? '', answer: 'confirm' })).problem).toMatchObject({ status: 409, code: 'drafts.member.again' })
    expect((await member.gets(verbs.answer, { memberId: second?.id ?? '', answer: 'decline' })).state).toBe('declined')
  })

  it('E58 N22 who has no place left is 已满额 once he has confirmed, and nobody hears by what', async () => {
    const [id, running] = [await draftOf(server, leader, callId), await draftOf(server, leader, callId)]
    const member = await filler(server, elsewhere.id, { name: '顾南' })
    await sql`
      insert into application (id, call_id, category, leader_id, account_id, leader_name, unit_id, unit_name, state, place, begun_at, changed_at)
      values (${running}, ${callId}, '软科学', ${leader.personId}, ${leader.who.accountId}, '林知远', ${unit.id}, '渝江示范大学', 'draft', 1, now(), now())`.execute(server.tools.db)
    await sql`insert into limit_slot (family, role, person_id, slot, most, application_id) values ('soft', 'member', ${member.personId}, 1, 1, ${running})`.execute(server.tools.db)
    expect((await invites(id, contact(member))).body.members[0]?.state).toBe('invited')
    // He alone sees which of his projects count.
    expect(await member.gets(verbs.myInvitations, {})).toMatchObject({
      invitations: [{ limits: [{ sentence: { zh: '参与项目不超过1项' }, most: 1, taken: 1 }] }], counted: [{ id: running, role: 'member', leader: '林知远', callTitle: { zh: '2027年度软科学研究' } }],
    })
    await member.gets(verbs.answer, { memberId: (await mine(member))[0]?.id ?? '', answer: 'confirm' })
    const [shown] = (await leader.gets(verbs.open, { id })).members
    expect(shown?.state).toBe('full')
    expect(JSON.stringify(shown)).not.toMatch(/soft|软科学|limit/)
    // His place in this very application is no obstacle to it.
    expect(await fullAmong(server.tools.db, running, [{ family: 'soft', role: 'member', most: 1, sentence: { zh: '', en: '' } }], [member.personId])).toEqual(new Set())
  })

  it('E53 E59 what its leader can hand in no more waits for nobody; in a correction it is answered until that is over', async () => {
    const call = await openCall(server)
    const id = await draftOf(server, leader, call)
    const member = await filler(server, elsewhere.id, { name: '温言' })
    await invites(id, contact(member))
    const [now, closes] = [server.clock.now(), new Date(server.clock.now().getTime() - 60_000)]
    const line = () => invitationsWaiting.of({ actor: { accountId: member.who.accountId }, tools: server.tools } as Parameters<typeof invitationsWaiting.of>[0])
    expect([(await mine(member))[0]?.isOpen, (await line())[0]?.n]).toEqual([true, 1])
    await movedWindow(server, call, 'leader', 2, { opensAt: new Date(now.getTime() - 86_400_000), closesAt: closes })
    expect(await mine(member)).toMatchObject([{ state: 'invited', isOpen: false, until: null }])
    expect(await line()).toEqual([])

    const correctUntil = addDays(now, 3)
    await sql`
      insert into application (id, call_id, category, leader_id, account_id, leader_name, unit_id, unit_name, state, place, begun_at, changed_at, correct_until)
      values (${id}, ${call}, '软科学', ${leader.personId}, ${leader.who.accountId}, '林知远', ${unit.id}, '渝江示范大学', 'draft', 2, ${now}, ${now}, ${correctUntil})`.execute(server.tools.db)
    expect(await mine(member)).toMatchObject([{ isOpen: true, until: correctUntil.toISOString() }])
    expect(await line()).toMatchObject([{ n: 1, until: correctUntil }])
    const memberId = (await mine(member))[0]?.id ?? ''
    expect((await member.gets(verbs.answer, { memberId, answer: 'confirm' })).state).toBe('confirmed')
    // Over again: who has confirmed may still leave.
    await sql`update application set correct_until = ${now} where id = ${id}`.execute(server.tools.db)
    expect(await mine(member)).toMatchObject([{ state: 'confirmed', isOpen: true, until: null }])
  })

  it('numbers are sealed', async () => {
    const id = await draftOf(server, leader, callId)
    const member = await filler(server, elsewhere.id, { name: '方瑜' })
    await invites(id, contact(member))
    const stored = await server.tools.db.selectFrom('draft_member').select(['phone', 'phone_blind']).where('draft_id', '=', id).executeTakeFirstOrThrow()
    expect(JSON.stringify(stored)).not.toContain(member.who.phone)
  })

  it('nobody sends messages without end, not by drafts that he drops either', async () => {
    const one = await filler(server, unit.id, { name: '方远' })
    const id = await draftOf(server, one, callId)
    await sql`
      insert into journal (room, subject, seq, event, account_id, at)
      select 'drafts', gen_random_uuid(), 2, 'member_invited', ${one.who.accountId}, ${server.clock.now()} from generate_series(1, 60) n`.execute(server.tools.db)
    expect((await one.ask(verbs.invite, { id, name: '白露', phone: '16499990020' })).problem).toMatchObject({ status: 429, code: 'drafts.member.too_many' })
    server.clock.advance({ days: 2 })
    expect((await one.ask(verbs.invite, { id, name: '白露', phone: '16499990020' })).status).toBe(200)
  })

  it('N22 a number gets five messages a day, whoever invites it; the invitations stand, and the answer is the same', async () => {
    const phone = '16499990021'
    const messages = async () => (await server.sent('sms')).filter(({ address }) => address === phone).length
    const said: unknown[] = []
    for (let n = 0; n < 7; n++) {
      const one = await filler(server, unit.id, { name: `邀请人${'甲乙丙丁戊己庚'[n]}` })
      const answer = await one.ask(verbs.invite, { id: await draftOf(server, one, callId), name: '白露', phone })
      said.push([answer.status, Object.keys(answer.body), answer.body.members.map(({ state }) => state)])
    }
    expect(said).toEqual(said.map(() => [200, ['members', 'version'], ['invited']]))
    expect(await messages()).toBe(5)
    // Another draft of the same day, and the draft is dropped: nothing is forgotten.
    const again = await filler(server, unit.id, { name: '方宁' })
    const dropped = await draftOf(server, again, callId)
    await again.gets(verbs.invite, { id: dropped, name: '白露', phone: '16499990022' })
    well(await within(server, async (tx) => (await dropDraft(tx, dropped), true)))
    await again.gets(verbs.invite, { id: await draftOf(server, again, callId), name: '白露', phone })
    expect(await messages()).toBe(5)
    await sql`update outbox set created_at = created_at - interval '25 hours'`.execute(server.tools.db)
    await again.gets(verbs.invite, { id: await draftOf(server, again, callId), name: '白露', phone })
    expect(await messages()).toBe(6)
  })
})
