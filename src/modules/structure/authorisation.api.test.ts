import { beforeAll, describe, expect, test } from 'vitest'
import { human, secondaryUnit, stranger, unitAtDesk, type Human, type UnitAtDesk } from '../../../checks/structure-of-unit.ts'
import { platformCall, signedIn, well, within } from '../../../checks/people.ts'
import { testServer, Visitor, type TestServer } from '../../../checks/server.ts'
import { happened } from '../../platform/consequences.ts'
import { record, thePlatform } from '../../platform/journal.ts'
import { totpCode } from '../../platform/totp.ts'
import { accountsContract } from '../accounts/contract.ts'
import { disableAccount } from '../accounts/index.ts'
import { structureContract as verbs } from './contract.ts'
import { replayGrant } from './structure-journal.ts'
import { grantById } from './role-grant-store.ts'

let server: TestServer
let unit: UnitAtDesk
beforeAll(async () => {
  server = await testServer()
})
/** Each test has a unit of its own: it may authorise one person. */
const fresh = async () => {
  unit = await unitAtDesk(server)
  return unit
}
const authorisation = async (visitor = unit.visitor) => (await server.ask(verbs.authorisation, {}, visitor)).body
const authorise = (named: Human['named'], visitor = unit.visitor) => server.ask(verbs.authorise, named, visitor)
const replace = (grantId: string, named: Human['named']) => server.ask(verbs.replaceAuthorised, { grantId, ...named }, unit.visitor)
/** As whom somebody may act now. */
const postsOf = async (visitor: Visitor): Promise<string[]> => (await server.ask(accountsContract.me, {}, visitor)).body.mandates.map((m) => m.post).toSorted()
const actsAs = async (who: Human) => {
  const visitor = await signedIn(server, who.account)
  return { visitor, posts: await postsOf(visitor) }
}
const sentTo = async (accountId: string, template: string) =>
  (await server.tools.db.selectFrom('outbox').select(['template', 'channel']).where('recipient_id', '=', accountId).where('template', '=', template).execute()).map((row) => row.channel)
const switchTo = async (visitor: Visitor, post: string) => {
  const { body } = await server.ask(accountsContract.me, {}, visitor)
  const mandate = body.mandates.find((m) => m.post === post)
  if (!mandate) throw new Error(`no mandate of ${post}`)
  await server.ask(accountsContract.switchMandate, { mandateId: mandate.id }, visitor)
  return visitor
}

describe('新增授权', () => {
  test('S2-27 S2-28 S2-34 1.4.3 without an account the grant waits, and comes in force at the first sign-in that agrees', async () => {
    await fresh()
    const named = stranger()
    const made = await authorise(named)
    expect(made.body).toMatchObject({ state: 'waiting', moved: 0 })
    const { present, can, closed } = await authorisation()
    expect(present).toMatchObject({ state: 'waiting', name: named.name, documentType: 'ID', userName: null, differs: [] })
    expect(present?.phone).not.toContain(named.phone.slice(3, 7))
    expect(present?.document).toMatch(/^5\*+/)
    // S2-31
    expect(can).toEqual(['replaceAuthorised', 'revokeAuthorised'])
    expect(closed).toEqual([{ verb: 'authorise', code: 'structure.authorised_already', params: { name: named.name, since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } }])
    // Told at the number that was typed, once.
    const sms = (await server.sent('sms')).filter((one) => one.address === named.phone)
    expect(sms.map((one) => one.template)).toEqual(['structure.notice.authorised.named'])

    const who = await human(server, unit.id, named)
    expect((await actsAs(who)).posts).toEqual(['authorised_person', 'person'])
    expect((await authorisation()).present).toMatchObject({ state: 'active', userName: who.account.userName })
    expect(await sentTo(who.account.accountId, 'structure.notice.authorised.activated')).toEqual(expect.arrayContaining(['inbox', 'mail', 'sms']))
    expect(await sentTo(unit.account.accountId, 'structure.notice.authorised.in_force')).toEqual(expect.arrayContaining(['inbox', 'mail']))
  })

  test('1.4.3 with a matching account it is in force at once', async () => {
    await fresh()
    const who = await human(server, unit.id)
    expect((await authorise(who.named)).body.state).toBe('active')
  })

  test('E25 E18 somebody of another unit may be authorised, and manage a secondary unit there', async () => {
    const other = await unitAtDesk(server)
    await fresh()
    const who = await human(server, other.id)
    expect((await authorise(who.named)).body.state).toBe('active')
    // D14: the unit that names somebody from elsewhere is not told what he signs in with.
    expect((await authorisation()).present).toMatchObject({ state: 'active', userName: null, accountDisabled: false })
    const added = await server.ask(verbs.addSecondaryUnit, { name: '软件学院', manager: who.named }, other.visitor)
    expect(added.body.state).toBe('active')
  })

  test('S2-31 a second one is refused, and says who is authorised', async () => {
    await fresh()
    const first = stranger()
    await authorise(first)
    const second = await authorise(stranger())
    expect([second.status, second.problem.code]).toEqual([409, 'structure.authorised_already'])
    expect(second.problem.title).toContain(first.name)
  })

  test('S2-28 name, number and phone are judged by their rules', async () => {
    await fresh()
    const { problem } = await authorise(stranger({ document: '500199198005060011' }))
    expect(Object.keys(problem.fields)).toEqual(['document'])
    expect(Object.keys((await authorise(stranger({ name: 'John Smith' }))).problem.fields)).toEqual(['name'])
    expect(Object.keys((await authorise(stranger({ phone: '12' }))).problem.fields)).toEqual(['phone'])
  })

  test('a unit that names people without end is stopped for the day', async () => {
    await fresh()
    const { id } = (await authorise(stranger())).body
    const row = await server.tools.db.selectFrom('role_grant').selectAll().where('id', '=', id ?? '').executeTakeFirstOrThrow()
    // As many as a day allows, all ended: the counter counts what was given, not what is.
    const { during: _during, manages_active: _manages, ...plain } = row
    await server.tools.db.insertInto('role_grant').values(Array.from({ length: 299 }, (_, i) => ({
      ...plain, id: `01900000-0000-7000-8000-${String(i).padStart(12, '0')}`, during: 'empty', ended_at: server.clock.now(),
    }))).execute()
    const stopped = await replace(id ?? '', stranger())
    expect([stopped.status, stopped.problem.code]).toEqual([429, 'structure.namings.limit'])
  })
})

describe('at the sign-in', () => {
  test('E17 what differs is kept, its unit is told once per change of the set, and nobody else', async () => {
    await fresh()
    const who = await human(server, unit.id)
    await authorise({ ...who.named, name: '另有其人', phone: stranger().phone })
    expect((await actsAs(who)).posts).toEqual(['person'])
    await actsAs(who)
    const { present } = await authorisation()
    expect(present).toMatchObject({ state: 'waiting', differs: ['name', 'phone'] })
    expect(present?.triedAt).not.toBe(null)
    expect((await sentTo(unit.account.accountId, 'structure.notice.authorised.differs')).toSorted()).toEqual(['inbox', 'mail'])
    expect(await server.tools.db.selectFrom('outbox').select('id').where('recipient_id', '=', who.account.accountId).where('template', 'like', 'structure.%').execute()).toEqual([])
    expect((await server.ask(verbs.mine, {}, await signedIn(server, who.account))).body.waiting).toEqual([])
  })

  test('E17 a document that nobody answers for is no proof; once the unit vouches, it comes in force', async () => {
    await fresh()
    const who = await human(server, unit.id, { vouched: false })
    await authorise(who.named)
    await actsAs(who)
    expect((await authorisation()).present).toMatchObject({ state: 'waiting', differs: ['document_unproven'] })
    await server.tools.db.updateTable('person').set({ state: 'enabled', vouched_at: server.clock.now() }).where('id', '=', who.personId).execute()
    // Without signing in anew.
    const visitor = await signedIn(server, (await human(server, unit.id)).account)
    expect((await server.ask(verbs.activateMine, {}, visitor)).body).toEqual({ activated: 0 })
    await actsAs(who)
    expect((await authorisation()).present?.state).toBe('active')
  })

  test('S2-34 whoever has a second factor is not in before he has shown it: until then nothing comes in force', async () => {
    await fresh()
    const who = await human(server, unit.id, { vouched: false })
    const first = await signedIn(server, who.account)
    const begun = (await server.ask(accountsContract.beginSecondFactor, {}, first)).body
    const code = totpCode(begun.secret, server.clock.now())
    expect((await server.ask(accountsContract.confirmSecondFactor, { setup: begun.setup, code, password: who.account.password }, first)).status).toBe(200)
    await authorise(who.named)
    await server.tools.db.updateTable('person').set({ state: 'enabled', vouched_at: server.clock.now() }).where('id', '=', who.personId).execute()
    server.clock.advance({ seconds: 60 })
    const visitor = new Visitor()
    expect((await server.ask(accountsContract.signIn, { userName: who.account.userName, password: who.account.password }, visitor)).body.stage).toBe('second_factor')
    expect((await authorisation()).present?.state).toBe('waiting')
    expect((await server.ask(accountsContract.verifySecondFactor, { code: totpCode(begun.secret, server.clock.now()) }, visitor)).status).toBe(200)
    expect((await authorisation()).present?.state).toBe('active')
  })

  test('D14 somebody who only has the telephone, or only typed the number, is a stranger: nothing is told', async () => {
    await fresh()
    const who = await human(server, unit.id, { vouched: false })
    await authorise(stranger({ document: who.named.document }))
    await actsAs(who)
    expect((await authorisation()).present).toMatchObject({ differs: [], triedAt: null })
  })

  test('S2-34 what waits is shown to exactly its person, who may take it without signing in anew', async () => {
    await fresh()
    const who = await human(server, unit.id)
    const visitor = await signedIn(server, who.account)
    const other = stranger()
    const { id } = (await authorise({ ...who.named, phone: other.phone })).body
    // The unit corrects the telephone while he is signed in elsewhere under another number.
    await server.tools.db.updateTable('account').set({ phone_blind: server.tools.keyring.blind('16499999999', 'phone') }).where('id', '=', who.account.accountId).execute()
    await replace(id ?? '', who.named)
    await server.tools.db.updateTable('account').set({ phone_blind: server.tools.keyring.blind(who.named.phone, 'phone') }).where('id', '=', who.account.accountId).execute()
    expect((await server.ask(verbs.mine, {}, visitor)).body.waiting).toMatchObject([{ kind: 'authorised_person' }])
    expect((await server.ask(verbs.activateMine, {}, visitor)).body).toEqual({ activated: 1 })
    expect((await server.ask(verbs.mine, {}, visitor)).body).toMatchObject({ waiting: [], active: [{ kind: 'authorised_person' }] })
  })
})

describe('更改 and 撤销', () => {
  test('S2-30 E19 the change to B ends A at once: his sessions, his post, and he is told', async () => {
    await fresh()
    const [a, b] = [await human(server, unit.id), await human(server, unit.id)]
    const { id } = (await authorise(a.named)).body
    const visitor = await switchTo(await signedIn(server, a.account), 'authorised_person')
    expect((await server.ask(verbs.secondaryUnits, {}, visitor)).status).toBe(200)
    const changed = await replace(id ?? '', b.named)
    expect(changed.body.state).toBe('active')
    expect((await server.ask(verbs.secondaryUnits, {}, visitor)).problem.code).toBe('sign_in_first')
    const again = await actsAs(a)
    expect(again.posts).toEqual(['person'])
    expect((await server.ask(verbs.mine, {}, again.visitor)).body.ended).toMatchObject([{ kind: 'authorised_person', reason: '已更换为其他人员' }])
    expect(await sentTo(a.account.accountId, 'structure.notice.authorised.ended')).toHaveLength(3)
    const { past } = await authorisation()
    expect(past).toMatchObject([{ name: a.named.name, reason: '已更换为其他人员', grantedBy: unit.account.displayName }])
  })

  test('S2-33 E23 revoked without a successor, with its reason; then somebody may be authorised again', async () => {
    await fresh()
    const a = await human(server, unit.id)
    const { id } = (await authorise(a.named)).body
    expect((await server.ask(verbs.revokeAuthorised, { grantId: id ?? '', reason: '' }, unit.visitor)).problem.fields).toHaveProperty('reason')
    expect((await server.ask(verbs.revokeAuthorised, { grantId: id ?? '', reason: '已调离本单位' }, unit.visitor)).status).toBe(200)
    const { present, past, can, closed } = await authorisation()
    expect([present, past[0]?.reason]).toEqual([null, '已调离本单位'])
    expect(can).toEqual(['authorise'])
    expect(closed.map((one) => one.code)).toEqual(['structure.nobody_authorised', 'structure.nobody_authorised'])
    expect((await authorise(a.named)).body.state).toBe('active')
  })

  test('S2-30 what somebody else changed meanwhile is overtaken; the same person is no change', async () => {
    await fresh()
    const named = stranger()
    const { id } = (await authorise(named)).body
    expect((await replace(id ?? '', named)).problem.code).toBe('structure.same_person')
    const after = (await replace(id ?? '', stranger())).body
    expect((await replace(id ?? '', stranger())).problem.code).toBe('overtaken')
    expect((await server.ask(verbs.revokeAuthorised, { grantId: after.id ?? '', reason: '不再需要' }, unit.visitor)).status).toBe(200)
    expect((await replace(after.id ?? '', stranger())).problem.code).toBe('structure.nobody_authorised')
  })

  test('E21 a disabled account keeps the post, and the unit is told', async () => {
    await fresh()
    const a = await human(server, unit.id)
    await authorise(a.named)
    well(await within(server, (tx) => disableAccount(tx, platformCall(server), a.account.accountId)))
    expect((await authorisation()).present).toMatchObject({ state: 'active', accountDisabled: true })
    expect(await sentTo(unit.account.accountId, 'structure.notice.authorised.disabled')).toHaveLength(2)
  })
})

describe('S2-29 D16 everything but 账号授权', () => {
  test('E22 the authorised person is refused by the law, and the attempt is kept', async () => {
    await fresh()
    const a = await human(server, unit.id)
    const { id } = (await authorise(a.named)).body
    const visitor = await switchTo(await signedIn(server, a.account), 'authorised_person')
    const person = stranger()
    const grantId = id ?? ''
    const tries = [
      await server.ask(verbs.authorisation, {}, visitor), await authorise(person, visitor), await server.ask(verbs.replaceAuthorised, { grantId, ...person }, visitor),
      await server.ask(verbs.revokeAuthorised, { grantId, reason: '试一试' }, visitor), await server.ask(verbs.simulate, { change: { kind: 'revoke', grantId } }, visitor),
      await server.ask(verbs.revealGrant, { id: grantId, what: 'phone', reason: '试一试' }, visitor),
    ]
    for (const one of tries) expect([one.status, one.problem.code]).toEqual([403, 'structure.not_delegable'])
    const kept = await server.tools.db.selectFrom('journal').select(['event', 'body']).where('room', '=', 'structure.security').where('account_id', '=', a.account.accountId).orderBy('at').orderBy('subject').execute()
    expect(kept.map((row) => (row.body as { verb: string }).verb)).toEqual([
      'structure.authorisation', 'structure.authorise', 'structure.replaceAuthorised', 'structure.revokeAuthorised', 'structure.simulate', 'structure.revealGrant',
    ])
    expect((await authorisation()).present?.state).toBe('active')
    // S2-43: everything else he may.
    server.clock.advance({ seconds: 1 })
    expect((await server.ask(verbs.addSecondaryUnit, { name: '数学学院', manager: stranger() }, visitor)).status).toBe(200)
    // Changes of 账号授权 are not for him either.
    const { rows } = (await server.ask(verbs.changes, {}, visitor)).body
    expect(rows.map((row) => row.kind)).toEqual(['add'])
    expect((await server.ask(verbs.changes, {}, unit.visitor)).body.rows.map((row) => row.kind)).toEqual(['add', 'authorise'])
  })

  test('S2-29 a manager and a person are not asked at all', async () => {
    await fresh()
    const m = await human(server, unit.id)
    await secondaryUnit(server, unit, '软件学院', m.named)
    const visitor = await signedIn(server, m.account)
    expect((await server.ask(verbs.authorisation, {}, visitor)).problem.code).toBe('not_your_post')
    expect((await server.ask(verbs.secondaryUnits, {}, await switchTo(visitor, 'secondary_unit_manager'))).problem.code).toBe('not_your_post')
  })

  test('two units are two worlds: a grant of another is not there', async () => {
    const other = await unitAtDesk(server)
    const { id } = (await server.ask(verbs.authorise, stranger(), other.visitor)).body
    await fresh()
    expect((await server.ask(verbs.revealGrant, { id: id ?? '', what: 'phone', reason: '核对' }, unit.visitor)).status).toBe(404)
    expect((await server.ask(verbs.revokeAuthorised, { grantId: id ?? '', reason: '试一试' }, unit.visitor)).problem.code).toBe('structure.nobody_authorised')
  })
})

test('S2-42 S1-54 who holds a post is shown in clear for a reason that is kept, so many times a day', async () => {
  await fresh()
  const named = stranger()
  const { id } = (await authorise(named)).body
  const look = (what: 'phone' | 'document', reason = '与本人核对') => server.ask(verbs.revealGrant, { id: id ?? '', what, reason }, unit.visitor)
  expect((await look('phone')).body).toEqual({ value: named.phone })
  expect((await look('document')).body).toEqual({ value: named.document })
  expect((await look('document', '')).problem.fields).toHaveProperty('reason')
  for (let i = 0; i < 98; i++) await look('phone')
  expect((await look('phone')).problem.code).toBe('structure.look.limit')
})

test('S2-28 the journal alone gives the row, through all of its states', async () => {
  await fresh()
  const who = await human(server, unit.id)
  const { id } = (await authorise({ ...who.named, name: '另有其人' })).body
  await actsAs(who)
  const changed = (await replace(id ?? '', who.named)).body.id ?? ''
  const ended = await server.ask(verbs.revokeAuthorised, { grantId: changed, reason: '已调离' }, unit.visitor)
  expect(ended.status).toBe(200)
  for (const one of [id ?? '', changed]) {
    expect(await replayGrant(server.tools, one)).toEqual(await grantById(server.tools.db, server.tools.keyring, one))
  }
})

test('C5 the account stays: who was authorised signs in and acts for himself, and for another unit', async () => {
  await fresh()
  const a = await human(server, unit.id)
  const other = await unitAtDesk(server)
  await authorise(a.named, other.visitor)
  const { id } = (await authorise(a.named)).body
  expect((await actsAs(a)).posts).toEqual(['authorised_person', 'authorised_person', 'person'])
  await server.ask(verbs.revokeAuthorised, { grantId: id ?? '', reason: '已调离' }, unit.visitor)
  expect((await actsAs(a)).posts).toEqual(['authorised_person', 'person'])
})

test('S2-33 who leaves the unit keeps the post until the unit ends it, and the unit is told', async () => {
  await fresh()
  const a = await human(server, unit.id)
  await authorise(a.named)
  const { tools } = server
  const facts = { event: 'chosen', body: { unitId: unit.id, place: 1, before: null } }
  const seq = (n: number) => ({ room: 'people.person', subject: a.personId, seq: n })
  well(await within(server, async (tx) => {
    await record(tx, tools.keyring, thePlatform, { ...seq(1), ...facts })
    await record(tx, tools.keyring, thePlatform, { ...seq(2), event: 'released' })
    await tx.updateTable('person').set({ state: 'released', unit_id: null, place: null, joined_at: null, vouched_at: null }).where('id', '=', a.personId).execute()
    return (await happened(tx, platformCall(server), 'people.left', { subject: a.personId })) ?? 'done'
  }))
  expect((await authorisation()).present?.state).toBe('active')
  expect((await sentTo(unit.account.accountId, 'structure.notice.authorised.left')).toSorted()).toEqual(['inbox', 'mail'])
})
