import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { claim, claimInput, resting, supportOfficer, townUnit } from '../../../checks/claims.ts'
import { person, platformCall, well, within } from '../../../checks/people.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { minuteOf } from '../../kernel/clock.ts'
import { townPassword } from '../../../world/cast.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { buildTown } from '../../../world/town.ts'
import { accountsContract } from '../accounts/contract.ts'
import { grantMandate } from '../accounts/index.ts'
import { replayCase } from './case-journal.ts'
import { caseById } from './case-store.ts'
import { recoveryContract as verbs } from './contract.ts'

const server = await testServer({ config: { demo: true } })
const town = await buildTown(server.tools, server.app, { units: ['shili_keji3', 'haihe_yanjiu', 'jingu_ligong'] })
const [unit, other, third] = [townUnit('shili_keji3'), townUnit('haihe_yanjiu'), townUnit('jingu_ligong')]
const { db, keyring } = server.tools
const accountOf = async (userName: string) => db.selectFrom('account').selectAll().where('user_name', '=', userName).executeTakeFirstOrThrow()
const versionOf = async (id: string) => (await db.selectFrom('recovery_case').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
const on = async (id: string) => ({ id, version: await versionOf(id) })
const verify = async (id: string, by: Visitor) => server.ask(verbs.verify, { ...(await on(id)), checks: ['name', 'code', 'seal'], reason: '逐项一致' }, by)
const confirm = async (id: string, by: Visitor) => server.ask(verbs.confirm, await on(id), by)
/** Who keeps the unit now. */
const keeperOf = async ({ creditCode }: { creditCode: string }) => db.selectFrom('mandate').innerJoin('account', 'account.id', 'mandate.account_id').innerJoin('unit', 'unit.id', 'mandate.scope_id')
  .selectAll('account').where('unit.credit_code', '=', creditCode).where('post', '=', 'unit_account').where(sql<boolean>`upper_inf(during)`).executeTakeFirstOrThrow()
const lettersOf = (address: string) => lettersTo(server.tools, address)
let n = 0
const officers = async () => {
  n++
  return [(await supportOfficer(server, `甲${n}`)).visitor, (await supportOfficer(server, `乙${n}`)).visitor] as const
}
const signIn = async (userName: string, password = townPassword) => {
  const visitor = new Visitor(`198.18.97.${++n}`)
  const signed = await server.ask(accountsContract.signIn, { userName, password }, visitor)
  return { visitor, status: signed.status, me: (await server.ask(accountsContract.me, {}, visitor)).body }
}
const setPassword = async (mail: string, template: string) => {
  const letter = (await lettersOf(mail)).findLast((one) => one.template === template)
  const token = new URL(String(letter?.params.link), 'http://town').searchParams.get('token') ?? ''
  await server.visit('/set-password', new Visitor(`198.18.97.${++n}`), { token, password: townPassword, passwordAgain: townPassword })
}

describe('E12 the keeper who uses his account has time to object', () => {
  test('E12 nothing is handed over before it is over, and keeper, claimant and officers are told until when', async () => {
    const [first, second] = await officers()
    const c = await claim(server, unit)
    const { opened_at } = await db.selectFrom('recovery_case').select('opened_at').where('id', '=', c.id).executeTakeFirstOrThrow()
    const until = minuteOf(new Date(opened_at.getTime() + 48 * 3_600_000))
    const keeper = town.units.shili_keji3
    expect((await keeper?.ask(verbs.claims, {}))?.[0]?.objectionUntil).toBeTruthy()
    // D14: before the evidence is found good, the claimant learns the rule, and nothing of the account.
    expect(await c.browser.ask(verbs.follow, { token: c.token })).toMatchObject({ objectionUntil: null })
    await verify(c.id, first)
    const refused = await confirm(c.id, second)
    expect(refused.problem).toMatchObject({ code: 'recovery.may_still_object', detail: expect.stringContaining(until) as unknown })
    const shown = (await server.ask(verbs.case, { id: c.id }, second)).body
    expect(minuteOf(new Date(shown.objectionUntil ?? 0))).toBe(until)
    expect(shown.keeperLastSignedInAt).toBeTruthy()
    expect((await c.browser.ask(verbs.follow, { token: c.token })).objectionUntil).toBe(shown.objectionUntil)
    const bodies = (await server.sent()).filter(({ params }) => params.number === c.number)
    for (const template of ['keeper_claimed', 'claimant_verified', 'desk_verified']) {
      expect(bodies.find((one) => one.template === `recovery.notice.${template}` && one.channel !== 'sms')?.body, template).toContain(until)
    }
    expect(bodies.find((one) => one.template === 'recovery.notice.claimant_opened')?.body).toContain('48小时')
    expect(bodies.find((one) => one.template === 'recovery.notice.claimant_opened')?.body).not.toContain(until)
    server.clock.advance({ hours: 49 })
    const [, later] = await officers()
    expect((await confirm(c.id, later)).body.state).toBe('handed_over')
  })

  test('N12 an account that nobody has signed in to for 90 days is handed over at once', async () => {
    const [first, second] = await officers()
    await resting(server, other)
    const c = await claim(server, other)
    await verify(c.id, first)
    expect((await server.ask(verbs.case, { id: c.id }, second)).body).toMatchObject({ objectionUntil: null })
    expect((await confirm(c.id, second)).body.state).toBe('handed_over')
  })
})

test('E12 whoever keeps the account after one who was overruled has his own objection', async () => {
  const [first, second] = await officers()
  await resting(server, third)
  const [rival, c] = [await claim(server, third), await claim(server, third)]
  const keeper = await signIn('jingu_ligong')
  await server.ask(verbs.object, { ...(await on(rival.id)), reason: '本人仍在职' }, keeper.visitor)
  await server.ask(verbs.overrule, { ...(await on(rival.id)), reason: '已离职' }, first)
  expect((await server.ask(verbs.object, { ...(await on(rival.id)), reason: '再次异议' }, keeper.visitor)).status).toBe(403)
  await verify(c.id, first)
  await resting(server, third)
  expect((await confirm(c.id, second)).status).toBe(200)
  await setPassword(c.mail, 'recovery.notice.claimant_handed_over')
  const successor = await signIn(c.userName)
  expect((await server.ask(verbs.claims, {}, successor.visitor)).body.find(({ id }) => id === rival.id)?.can).toEqual(['object'])
  const objected = await server.ask(verbs.object, { ...(await on(rival.id)), reason: '账号已由本人接管' }, successor.visitor)
  expect(objected.body.state).toBe('objected')
  expect((await server.ask(verbs.case, { id: rival.id }, first)).body).toMatchObject({ isOverruled: false, objection: '账号已由本人接管' })
  expect(await caseById(db, keyring, rival.id)).toEqual(await replayCase(server.tools, rival.id))
  await rival.browser.ask(verbs.withdraw, { token: rival.token, version: await versionOf(rival.id) })
})

describe('S1-10 who already has an account', () => {
  test('S1-10 forgot everything, but the only mobile is still his: his own account is restored with the new mailbox', async () => {
    const [first, second] = await officers()
    const before = await keeperOf(third)
    const kept = before
    const phone = keyring.open(before.phone ?? '', 'account.phone')
    const oldMail = keyring.open(before.mail ?? '', 'account.mail')
    const held = await signIn(kept.user_name)
    server.clock.advance({ minutes: 2 })
    await resting(server, third)
    const c = await claim(server, third, { cause: 'forgotten', phone })
    expect(await c.browser.ask(verbs.follow, { token: c.token })).toMatchObject({ course: 'restored' })
    await verify(c.id, first)
    expect((await server.ask(verbs.case, { id: c.id }, second)).body).toMatchObject({ course: 'restored', taken: [], account: { userName: kept.user_name } })
    expect((await confirm(c.id, second)).body.state).toBe('handed_over')
    expect((await server.ask(accountsContract.me, {}, held.visitor)).status).toBe(401)
    expect((await signIn(kept.user_name)).status).not.toBe(200)
    expect((await lettersOf(oldMail)).some(({ template }) => template === 'recovery.notice.keeper_restored')).toBe(true)
    await setPassword(c.mail, 'recovery.notice.claimant_restored')
    expect((await signIn(kept.user_name)).me).toMatchObject({ mandate: { post: 'unit_account', scopeName: third.name } })
    const after = await accountOf(kept.user_name)
    expect(after.id).toBe(before.id)
    expect(keyring.open(after.mail ?? '', 'account.mail')).toBe(c.mail)
    expect(await db.selectFrom('account').select('id').where('user_name', '=', c.userName).execute()).toEqual([])
    expect(await c.browser.ask(verbs.follow, { token: c.token })).toMatchObject({ state: 'handed_over', course: 'restored' })
    expect(await caseById(db, keyring, c.id)).toEqual(await replayCase(server.tools, c.id))
  })

  test('S1-10 the mobile of the unit passed to the next keeper: it leaves the account of the one who went', async () => {
    const kept = await keeperOf(other)
    const phone = keyring.open(kept.phone ?? '', 'account.phone')
    server.clock.advance({ minutes: 2 })
    const [first, second] = await officers()
    await resting(server, other)
    const c = await claim(server, other, { phone })
    await verify(c.id, first)
    expect((await server.ask(verbs.case, { id: c.id }, second)).body).toMatchObject({ course: 'new', taken: [] })
    expect((await confirm(c.id, second)).body.state).toBe('handed_over')
    expect((await accountOf(kept.user_name)).phone).toBeNull()
    await setPassword(c.mail, 'recovery.notice.claimant_handed_over')
    expect((await signIn(c.userName)).me.mandate).toMatchObject({ post: 'unit_account', scopeName: other.name })
  })

  test('S1-10 S2-61 the successor is a 填报用户 of the unit: his account keeps the unit beside what he is', async () => {
    server.clock.advance({ minutes: 2 })
    const own = await person(server, { userName: 'tianbao_ren', displayName: '古丽', post: 'person' })
    server.clock.advance({ minutes: 2 })
    const [first, second] = await officers()
    await resting(server, unit)
    const c = await claim(server, unit, { mail: own.mail, phone: own.phone, cause: 'left' })
    expect(await c.browser.ask(verbs.follow, { token: c.token })).toMatchObject({ course: 'granted' })
    await verify(c.id, first)
    expect((await server.ask(verbs.case, { id: c.id }, second)).body).toMatchObject({ course: 'granted', taken: [], account: { userName: 'tianbao_ren', name: '古丽' } })
    expect((await confirm(c.id, second)).body.state).toBe('handed_over')
    const letter = (await lettersOf(own.mail)).find(({ template }) => template === 'recovery.notice.claimant_granted')
    expect(letter?.params).toMatchObject({ userName: 'tianbao_ren', link: '/sign-in' })
    const { me } = await signIn('tianbao_ren', own.password)
    expect(me.mandates.map(({ post }) => post).sort()).toEqual(['person', 'unit_account'])
    expect(await caseById(db, keyring, c.id)).toEqual(await replayCase(server.tools, c.id))
  })

  test('S1-10 D14 half of somebody else’s is refused once the codes came back, beside its field', async () => {
    server.clock.advance({ minutes: 2 })
    const someone = await person(server, { post: 'person' })
    server.clock.advance({ minutes: 2 })
    const { browser, input } = await claimInput(server, unit, { mail: someone.mail })
    const refused = await browser.refused(verbs.open, input)
    expect(refused).toMatchObject({ fields: { mailProofId: { code: 'account.mail_bound' } } })
    expect(Object.keys(refused.fields)).toEqual(['mailProofId'])
  })
})

test('E12 two officers are two people: whoever made the other does not confirm what he verified, nor the other way round', async () => {
  server.clock.advance({ minutes: 2 })
  const [maker, made] = [await supportOfficer(server, '设岗人'), await supportOfficer(server, '新岗人')]
  server.clock.advance({ seconds: 5 })
  const call = { ...platformCall(server), actor: { accountId: maker.who.accountId, userName: maker.who.userName, displayName: '设岗人', sessionId: maker.who.accountId, mandate: null } }
  const haihe = await db.selectFrom('authority').select('id').limit(1).executeTakeFirstOrThrow()
  well(await within(server, (tx) => grantMandate(tx, call, { accountId: made.who.accountId, post: 'authority_officer', scopeId: haihe.id })))
  await resting(server, unit)
  for (const [one, two] of [[maker.visitor, made.visitor], [made.visitor, maker.visitor]] as const) {
    const c = await claim(server, unit)
    expect((await verify(c.id, one)).status).toBe(200)
    expect((await server.ask(verbs.case, { id: c.id }, two)).body).toMatchObject({ bar: 'bound', can: [] })
    expect((await server.ask(verbs.cases, { number: c.number }, two)).body.rows[0]?.can).toEqual([])
    expect((await confirm(c.id, two)).problem.code).toBe('recovery.officers_bound')
    const [, another] = await officers()
    expect((await server.ask(verbs.case, { id: c.id }, another)).body.can).toContain('confirm')
    await c.browser.ask(verbs.withdraw, { token: c.token, version: await versionOf(c.id) })
  }
})
