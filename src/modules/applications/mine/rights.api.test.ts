import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { applicationStage, begun, decided, leaderIn, publishedSmallCall, sound, submits, submitted, versionOf, writes, type Stage } from '../../../../checks/applications.ts'
import { person, platformCall, within } from '../../../../checks/people.ts'
import { actorOf } from '../../../../checks/profile-stage.ts'
import { testServer } from '../../../../checks/server.ts'
import { happened } from '../../../platform/consequences.ts'
import { subsystemsContract } from '../../subsystems/contract.ts'
import { applicationsContract as verbs } from '../contract.ts'
import { tellDesks } from '../desk/news.ts'
import { mostDrafts } from './start.ts'

const server = await testServer()
let stage: Stage

beforeAll(async () => {
  stage = await applicationStage(server)
})

describe('D4 E14 the own information', () => {
  test('D4 drafting always; submitting once a version is approved', async () => {
    const { unit, call } = stage
    const waiting = await leaderIn(server, unit.id, { state: 'pending' })
    // Told before the first word is written, not at the end.
    expect(await waiting.gets(verbs.start, { callId: call.id })).toMatchObject({ can: ['begin'], closed: [{ verb: 'submit', code: 'projects.profile_pending' }] })
    const id = await begun(waiting, call.id)
    await writes(waiting, id, sound)
    expect(await submits(server, waiting, id)).toMatchObject({ status: 409, body: { code: 'projects.profile_pending' } })
    expect((await waiting.gets(verbs.check, { id })).closed).toContainEqual(expect.objectContaining({ verb: 'submit', code: 'projects.profile_pending' }))
  })

  test('E14 handed in before the time that the call names is enough while it waits', async () => {
    const { unit } = stage
    const waiting = await leaderIn(server, unit.id, { state: 'pending' })
    const soon = await publishedSmallCall(server, { profileHandedInBefore: new Date(server.clock.now().getTime() + 1000).toISOString() })
    const past = await publishedSmallCall(server, { profileHandedInBefore: new Date(server.clock.now().getTime() - 1000).toISOString() })
    expect(await submitted(server, waiting, soon.id)).toMatchObject({ state: 'unit' })
    const id = await begun(waiting, past.id)
    await writes(waiting, id, sound)
    expect(await submits(server, waiting, id)).toMatchObject({ status: 409, body: { code: 'projects.profile_pending' } })
  })

  test('nobody fills the platform with drafts', async () => {
    const one = await leaderIn(server, stage.unit.id)
    const id = await begun(one, stage.call.id)
    await sql`with more as (insert into draft (id, call_id, leader_id, account_id, begun_at, saved_at)
        select gen_random_uuid(), d.call_id, d.leader_id, d.account_id, d.begun_at, d.saved_at from draft d, generate_series(2, ${mostDrafts}) where d.id = ${id} returning *)
      insert into application (id, call_id, category, leader_id, account_id, leader_name, unit_id, unit_name, state, place, begun_at, changed_at)
      select m.id, m.call_id, a.category, m.leader_id, m.account_id, a.leader_name, a.unit_id, a.unit_name, 'draft', nextval('application_place'), m.begun_at, m.begun_at
      from more m join application a on a.id = ${id}`.execute(server.tools.db)
    expect(await one.ask(verbs.begin, { callId: stage.call.id })).toMatchObject({ status: 409, body: { code: 'applications.drafts.most' } })
    expect((await one.gets(verbs.start, { callId: stage.call.id })).closed).toMatchObject([{ verb: 'begin', code: 'applications.drafts.most' }])
    await one.gets(verbs.drop, { id, version: 1 })
    expect((await one.ask(verbs.begin, { callId: stage.call.id })).status).toBe(200)
  })

  test('who may apply is answered before anything is begun', async () => {
    const { leader } = stage
    const call = await publishedSmallCall(server, { eligibility: [{ kind: 'leaderAgeAtMost', years: 20, onDate: '2026-01-01', sentence: { zh: '负责人不超过20岁。', en: '' } }] })
    const answer = await leader.gets(verbs.start, { callId: call.id })
    expect(answer).toMatchObject({ can: [], eligibility: [{ outcome: 'not_met' }] })
    expect(await leader.ask(verbs.begin, { callId: call.id })).toMatchObject({ status: 409, body: { code: 'calls.not_eligible' } })
  })
})

describe('E10 E04 what happens to the people and the unit', () => {
  test('E10 a disabled leader: nothing is deleted, the unit goes on, he submits no more', async () => {
    const { unit, leader, manager, call } = await applicationStage(server)
    const draft = await begun(leader, call.id)
    const { id } = await submitted(server, leader, call.id)
    await sql`update person set state = 'disabled' where id = ${leader.personId}`.execute(server.tools.db)
    await within(server, async (tx) => (await happened(tx, platformCall(server), 'people.disabled', { subject: leader.personId })) ?? true)
    expect((await server.sent('inbox')).map(({ template }) => template)).toContain('applications.notice.leader_gone')
    expect(await submits(server, leader, draft)).toMatchObject({ status: 409, body: { code: 'applications.disabled' } })
    await decided(server, manager, 'pass', id)
    expect(await decided(server, unit.account, 'return', id)).toMatchObject({ state: 'returned' })
  })

  test('E11 where there is no 项目管理 at all the draft stays visible, and is not handed in', async () => {
    const { leader, call } = stage
    const id = await begun(leader, call.id)
    await writes(leader, id, sound)
    server.tools.config.profile = 'tianjin'
    const answer = await submits(server, leader, id)
    const shown = await leader.gets(verbs.show, { id })
    server.tools.config.profile = 'both'
    expect(answer).toMatchObject({ status: 409, body: { code: 'projects.not_here' } })
    expect(shown).toMatchObject({ state: 'draft', title: sound.title })
    expect(shown.closed).toContainEqual(expect.objectContaining({ verb: 'submit', code: 'projects.not_here' }))
  })

  test('E11 项目管理 taken from a person by his unit: the count is told before, the draft freezes, and goes on once it is given back', async () => {
    const { leader, unit, call } = await applicationStage(server)
    const admin = await actorOf(server, await person(server, { post: 'platform_admin', displayName: '周平台' }))
    const before = server.tools.config.profile
    server.tools.config.profile = 'tianjin'
    try {
      const module = await admin.gets(subsystemsContract.add, {
        code: 'projects', name: '项目管理', nameEn: 'Projects', about: '', aboutEn: '', entryUrl: 'https://kehui.example.org/app/projects', redirectUris: ['https://kehui.example.org/app/projects'],
        logoutUris: [], backchannelLogoutUri: '', openTo: 'granted', sort: 1,
      })
      const asked = () => unit.account.gets(subsystemsContract.modules, { personId: leader.personId })
      const freezes = async () => (await asked()).modules.find(({ code }) => code === 'projects')?.freezes
      const tick = async (granted: string[]) => unit.account.gets(subsystemsContract.configure, { personId: leader.personId, version: (await asked()).person.version, granted })
      const registered = async () => (await admin.gets(subsystemsContract.registry, {})).subsystems.map(({ code, freezes: told }) => [code, told])
      await tick([module.id])
      expect(await freezes()).toBe(0)
      const id = await begun(leader, call.id)
      await writes(leader, id, sound)
      await submitted(server, leader, call.id)
      expect(await freezes()).toBe(1)
      expect(await registered()).toContainEqual(['projects', { drafts: 1, people: 1 }])

      await tick([])
      expect(await freezes()).toBe(1)
      expect(await registered()).toContainEqual(['projects', { drafts: 0, people: 0 }])
      expect(await submits(server, leader, id)).toMatchObject({ status: 409, body: { code: 'subsystems.access.not_granted', helper: 'unit' } })
      const shown = await leader.gets(verbs.show, { id })
      expect(shown).toMatchObject({ state: 'draft', title: sound.title })
      expect(shown.closed).toContainEqual(expect.objectContaining({ verb: 'submit', code: 'subsystems.access.not_granted' }))

      await tick([module.id])
      expect(await submits(server, leader, id)).toMatchObject({ status: 200, body: { state: 'department' } })
    } finally {
      server.tools.config.profile = before
    }
    // Where it is everybody's (D25) nothing freezes by a tick.
    expect((await admin.gets(subsystemsContract.registry, {})).subsystems.every(({ freezes }) => freezes === null)).toBe(true)
  })

  test('who left the unit leaves his applications there', async () => {
    const { leader, call, unit } = await applicationStage(server)
    const id = await begun(leader, call.id)
    await writes(leader, id, sound)
    const other = await applicationStage(server)
    await sql`update person set unit_id = ${other.unit.id}, place = 99 where id = ${leader.personId}`.execute(server.tools.db)
    const answer = await submits(server, leader, id)
    expect(answer).toMatchObject({ status: 409, body: { code: 'applications.left_unit' } })
    expect((await unit.account.gets(verbs.open, { id })).unit.id).toBe(unit.id)
  })

  test('E04 a dissolved unit: what lay there is back with its leader, what is above stays', async () => {
    const { leader, manager, unit, call } = await applicationStage(server)
    const [a, b] = [await submitted(server, leader, call.id), await submitted(server, leader, call.id)]
    await decided(server, manager, 'pass', b.id)
    await decided(server, unit.account, 'pass', b.id)
    await within(server, async (tx) => (await happened(tx, platformCall(server), 'units.dissolved', { subject: unit.id })) ?? true)
    expect(await versionOf(server, a.id)).toMatchObject({ state: 'withdrawn', deskId: null })
    expect(await versionOf(server, b.id)).toMatchObject({ state: 'bureau' })
  })
})

describe('I18 notices', () => {
  test('the leader hears of each thing once', async () => {
    const { leader, manager, call } = await applicationStage(server)
    const { id, number } = await submitted(server, leader, call.id)
    await decided(server, manager, 'return', id)
    const told = (await server.sent('mail')).filter(({ params }) => params.number === number).map(({ template }) => template)
    expect(told).toEqual(['applications.notice.submitted', 'applications.notice.returned'])
  })

  test('a desk hears of what came together: at once the first time, then at most once an hour', async () => {
    const { leader, manager, call, department } = await applicationStage(server)
    const count = async () => (await server.sent('mail')).filter(({ template, params }) => template === 'applications.notice.desk' && params.desk === department.name).map(({ params }) => params.n)
    await submitted(server, leader, call.id)
    await tellDesks(server.tools)
    // What has only just arrived may have neighbours that are not committed yet.
    expect(await count()).toEqual([])
    server.clock.advance({ seconds: 31 })
    await tellDesks(server.tools)
    expect(await count()).toEqual([1])
    server.clock.advance({ minutes: 1 })
    for (let i = 0; i < 3; i++) await submitted(server, leader, call.id)
    await tellDesks(server.tools)
    expect(await count()).toEqual([1])
    server.clock.advance({ minutes: 60 })
    await tellDesks(server.tools)
    await tellDesks(server.tools)
    expect(await count()).toEqual([1, 3])
    expect(manager.personId).toBeTruthy()
  })
})
