import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { newId } from '../../src/kernel/ids.ts'
import { settleFile } from '../../src/modules/drafts/file-store.ts'
import { draftsContract as verbs } from '../../src/modules/drafts/contract.ts'
import { contentOf, draftForUpdate, lockDraft, unlockDraft } from '../../src/modules/drafts/index.ts'
import { draftOf, openCall, uploads } from '../draft-stage.ts'
import { within } from '../people.ts'
import { actorOf, filler, reviewedUnit, type Filler } from '../profile-stage.ts'
import { testServer, type TestServer } from '../server.ts'
import { eight, through } from './eight.ts'

let server: TestServer
let leader: Filler
let unitId: string
let callId: string
let id: string

beforeAll(async () => {
  server = await testServer()
  unitId = (await reviewedUnit(server, '渝江示范大学')).id
  leader = await filler(server, unitId, { name: '林知远' })
  callId = await openCall(server)
})

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Page >>\nendobj\n%%EOF\n')
const titleOf = async () => (await contentOf(server.tools.db, server.tools, id))?.values.title

describe('two windows', () => {
  it('save the same field at once: one wins, each other is told what stands there; other fields never meet', async () => {
    id = await draftOf(server, leader, callId)
    const windows = await Promise.all([0, 1, 2, 3].map(() => actorOf(server, leader.who)))
    let version = 0
    for (let round = 0; round < 15; round++) {
      const answers = await Promise.all(windows.map((window, n) => window.gets(verbs.save, {
        id, fields: [{ field: 'title', base: version, value: `第${round}轮第${n}个` }, ...(n === 0 ? [{ field: 'funds', base: round, value: round + 1 }] : [])],
      })))
      const won = answers.flatMap(({ saved }, n) => (saved.some(({ field }) => field === 'title') ? [n] : []))
      expect(won).toHaveLength(1)
      const standing = await titleOf()
      expect(standing).toBe(`第${round}轮第${won[0]}个`)
      version++
      for (const [n, { conflicts }] of answers.entries()) if (n !== won[0]) expect(conflicts).toEqual([{ field: 'title', version, value: standing }])
      expect(answers[0]?.saved).toContainEqual({ field: 'funds', version: round + 1 })
    }
  })

  it('invite the same number at once: one invitation, one message', async () => {
    id = await draftOf(server, leader, callId)
    const before = (await server.sent('sms')).length
    const answers = await Promise.all(Array.from({ length: 6 }, () => leader.ask(verbs.invite, { id, name: '白露', phone: '16499990100' })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 5 }, () => 422)])
    expect((await leader.gets(verbs.open, { id })).members).toHaveLength(1)
    expect((await server.sent('sms')).length).toBe(before + 1)
  })

  it('bring more files at once than the field takes: no more stay, and none lies about without its row', async () => {
    id = await draftOf(server, leader, callId)
    const answers = await Promise.all(Array.from({ length: 6 }, () => uploads(server, leader, verbs.attach, { id, field: 'proof' }, { name: 'a.pdf', bytes: pdf })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
    expect((await leader.gets(verbs.open, { id })).files).toHaveLength(2)
    expect(await server.tools.files.keysIn('drafts', new Date(Date.now() + 60_000))).toHaveLength(2)
  })
})

describe('E39 a save and a submission', () => {
  it('meet: what was frozen is what stands there, whole saves before it or none of them after it', async () => {
    id = await draftOf(server, leader, callId)
    let version = 0
    for (let round = 0; round < 25; round++) {
      const submitting = within(server, async (tx) => {
        await draftForUpdate(tx, id)
        const frozen = (await contentOf(tx, server.tools, id))?.values
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 4))
        await lockDraft(tx, id)
        return { frozen }
      })
      const saving = leader.gets(verbs.save, { id, fields: [{ field: 'title', base: version, value: `甲${round}` }, { field: 'funds', base: version, value: round }] })
      const [submitted, saved] = await Promise.all([submitting, saving])
      if (isRefusal(submitted)) throw new Error(submitted.code)
      const now = (await contentOf(server.tools.db, server.tools, id))?.values
      expect(now).toEqual(submitted.frozen)
      expect([0, 2]).toContain(saved.saved.length)
      if (saved.saved.length === 2) expect(now).toMatchObject({ title: `甲${round}`, funds: round })
      else expect(saved.refused.map(({ code }) => code)).toEqual(['drafts.locked', 'drafts.locked'])
      version += saved.saved.length / 2
      await within(server, async (tx) => (await unlockDraft(tx, id, 'all'), true))
    }
  })
})

describe('E59 an invitation', () => {
  it('confirmed twice at once is confirmed once, and the leader hears of it once', async () => {
    for (let round = 0; round < 5; round++) {
      id = await draftOf(server, leader, callId)
      const member = await filler(server, unitId, { name: '宋知行' })
      await leader.gets(verbs.invite, { id, name: '宋知行', phone: member.who.phone })
      const memberId = (await member.gets(verbs.myInvitations, {})).invitations[0]?.id ?? ''
      const before = (await server.sent('inbox')).length
      const answers = await Promise.all(Array.from({ length: 4 }, () => member.ask(verbs.answer, { memberId, answer: 'confirm' })))
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
      expect((await server.sent('inbox')).length).toBe(before + 1)
    }
  })
})

describe('I23 a version that refers to a file, and the file that turns out to be infected', () => {
  it('meet: either the version stands and the file is not refused any more, or it is refused and no version shows it', async () => {
    for (let round = 0; round < 12; round++) {
      id = await draftOf(server, leader, callId)
      const { file } = (await uploads(server, leader, verbs.attach, { id, field: 'proof' }, { name: 'a.pdf', bytes: pdf })).body
      const { db } = server.tools
      await application(id)
      // As the applications room does it: the row of the version carries the state that it saw.
      const submitting = db.insertInto('application_file').values({ application_id: id, revision: 1, file_id: file.id, file_state: 'clean' }).execute().then(() => true, () => false)
      const refusing = db.updateTable('draft_file').set({ state: 'refused', refusal: 'file.infected' }).where('id', '=', file.id).execute().then(() => true, () => false)
      const [submitted, refused] = await Promise.all([submitting, refusing])
      expect([submitted, refused].toSorted()).toEqual([false, true])
      const row = await db.selectFrom('draft_file').select('state').where('id', '=', file.id).executeTakeFirstOrThrow()
      const shown = await db.selectFrom('application_file').select('file_id').where('file_id', '=', file.id).execute()
      expect([row.state, shown.length]).toEqual(submitted ? ['clean', 1] : ['refused', 0])
      expect(await within(server, async (tx) => settleFile(tx, file.id, { state: 'refused', refusal: 'file.infected' }))).toBe(false)
    }
  })
})

/** An application with a first version, as far as files need one. */
async function application(of: string): Promise<void> {
  const { db } = server.tools
  const now = server.clock.now()
  await db.insertInto('application').values({
    id: of, call_id: callId, category: '软科学', leader_id: leader.personId, account_id: leader.who.accountId, leader_name: '林知远', unit_id: unitId, unit_name: '渝江示范大学',
    state: 'draft', place: 1, begun_at: now, changed_at: now,
  }).execute()
  await db.insertInto('application_version').values({
    application_id: of, revision: 1, call_version: 1, call_id: callId, content: '{}', hash: newId().replaceAll('-', '').repeat(2), received_at: now,
    submitted_by: leader.who.accountId, receipt: 'x', leader_id: leader.personId, leader_name: '林知远', unit_name: '渝江示范大学', correct_until: new Date(now.getTime() + 1e7),
  }).execute()
}

describe('the last word on members (E59)', () => {
  const member = (draftId: string, phone: string, state: 'invited' | 'confirmed', one: Filler | null = null) => sql`
    insert into draft_member (id, draft_id, name, phone, phone_blind, state, person_id, account_id, invited_at, answered_at)
    values (${newId()}, ${draftId}, '苏合', ${server.tools.keyring.seal('16410000001', 'draft_member.phone')}, ${phone}, ${state}, ${one?.personId ?? null}, ${one?.who.accountId ?? null}, now(), ${one && server.clock.now()})`
    .execute(server.tools.db)

  it('eight invitations of one number to one project: one stands; who declined may be invited again', async () => {
    const draftId = await draftOf(server, leader, callId)
    expect(through(await eight(() => member(draftId, 'one number', 'invited')), 'one_invitation_per_phone')).toBe(1)
    await sql`update draft_member set state = 'declined' where draft_id = ${draftId}`.execute(server.tools.db)
    expect(through(await eight(() => member(draftId, 'one number', 'invited')), 'one_invitation_per_phone')).toBe(1)
  })

  it('one person under eight numbers: one place in the project, and one in another', async () => {
    const one = await filler(server, unitId, { name: '苏合' })
    for (const draftId of [await draftOf(server, leader, callId), await draftOf(server, leader, callId)]) {
      expect(through(await eight((i) => member(draftId, `number ${i}`, 'confirmed', one)), 'one_place_per_member')).toBe(1)
    }
  })
})
