import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type * as client from 'openid-client'
import { platformCall, well, within } from '../../../checks/people.ts'
import type { Newcomer } from '../../../checks/people-of-units.ts'
import { codeFor, redeemed, register, relyingParty, stage, type Registered, type Stage } from '../../../checks/subsystem-entry.ts'
import { townPassword } from '../../../world/cast.ts'
import { disableAccount, replaceMailbox } from '../accounts/index.ts'
import { peopleContract } from '../people/contract.ts'
import { unitsContract } from '../units/contract.ts'
import { subsystemsContract as verbs } from './contract.ts'

let s: Stage
let one: Registered
let config: client.Configuration
let lin: Newcomer
let su: Newcomer
let others: Newcomer

beforeAll(async () => {
  s = await stage()
  one = await register(s.admin, { backchannelLogoutUri: 'http://127.0.0.1:9/told' })
  config = await relyingParty(s.origin, one)
  others = await s.comes({ unitId: s.b.id })
  const { version } = (await s.b.browser.ask(verbs.modules, { personId: others.id })).person
  await s.b.browser.ask(verbs.configure, { personId: others.id, version, granted: [one.id], enable: true })
  await enters(others)
})
afterAll(() => s.server.close())
beforeEach(async () => {
  ;[lin, su] = [await s.comesWith(one), await s.comesWith(one)]
  await s.server.tools.db.deleteFrom('logout_call').execute()
})

/** Inside the subsystem; gives what the token opens there now. */
async function enters(who: Newcomer): Promise<() => Promise<number>> {
  const { way, left } = await codeFor(s, who, config, one)
  const tokens = await redeemed(config, left, way)
  if (typeof tokens === 'string') throw new Error(tokens)
  return async () => (await fetch(`${s.origin}/oidc/userinfo`, { headers: { authorization: `Bearer ${tokens.access_token}` } })).status
}

/** Queued with the deed itself, before any job has run. */
const queuedFor = async () => (await s.server.tools.db.selectFrom('logout_call').select('person_id').orderBy('created_at').execute()).map((row) => row.person_id).sort()
const visitsOf = async (who: Newcomer) => (await s.server.tools.db.selectFrom('subsystem_visit').select('sid').where('person_id', '=', who.id).execute()).length
const unitVersion = async () => (await s.a.officer.ask(unitsContract.unit, { id: s.a.id })).version

it('S1-50 a unit is suspended: all its people are out with the deed, and the subsystem will be told of each; another unit’s stay', async () => {
  const tokens = [await enters(lin), await enters(su)]
  await s.a.officer.ask(unitsContract.suspend, { id: s.a.id, version: await unitVersion(), reason: '年度核查' })
  expect(await queuedFor()).toEqual([lin.id, su.id].sort())
  expect(await Promise.all(tokens.map((ask) => ask()))).toEqual([401, 401])
  expect([await visitsOf(lin), await visitsOf(others)]).toEqual([0, 1])
  await s.a.officer.ask(unitsContract.resume, { id: s.a.id, version: await unitVersion(), reason: '核查通过' })
  const back = await enters(lin)
  expect(await back()).toBe(200)
  await s.a.browser.send('/sign-in', { userName: s.a.userName, password: townPassword })
})

it('the platform disables an account: whoever uses it is out of subsystems with the deed', async () => {
  const ask = await enters(lin)
  await enters(su)
  const { id: accountId } = await s.server.tools.db.selectFrom('account').select('id').where('user_name', '=', lin.who.userName).executeTakeFirstOrThrow()
  well(await within(s.server, (tx) => disableAccount(tx, platformCall(s.server), accountId)))
  expect(await queuedFor()).toEqual([lin.id])
  expect(await ask()).toBe(401)
})

it('S1-12 密码重置 by the unit: the subsystem entered with the old password is left as well', async () => {
  const ask = await enters(lin)
  const { version } = (await s.a.browser.ask(verbs.modules, { personId: lin.id })).person
  await s.a.browser.ask(peopleContract.resetPassword, { id: lin.id, version })
  expect(await queuedFor()).toEqual([lin.id])
  expect(await ask()).toBe(401)
})

it('S1-58 更换登记邮箱 by the support: whoever is in a subsystem under the account is out of it', async () => {
  const ask = await enters(lin)
  const { account_id: accountId } = await s.server.tools.db.selectFrom('person').select('account_id').where('id', '=', lin.id).executeTakeFirstOrThrow()
  well(await within(s.server, (tx) => replaceMailbox(tx, platformCall(s.server), accountId, 'gengxin.youxiang@example.com')))
  expect(await queuedFor()).toEqual([lin.id])
  expect(await ask()).toBe(401)
})

it('E04 a unit is dissolved: all its people are out with the deed', async () => {
  const tokens = [await enters(lin), await enters(su)]
  await s.a.officer.ask(unitsContract.dissolve, { id: s.a.id, version: await unitVersion(), ending: 'dissolved', successors: [], reason: '单位已注销' })
  expect((await queuedFor()).filter((id) => [lin.id, su.id].includes(id))).toEqual([lin.id, su.id].sort())
  expect(await Promise.all(tokens.map((ask) => ask()))).toEqual([401, 401])
  expect(await visitsOf(others)).toBe(1)
  // What it had opened ends with it, in the journal as well.
  const grants = await s.server.tools.db.selectFrom('subsystem_grant').select('id').where('unit_id', '=', s.a.id).where(sql<boolean>`upper_inf(during)`).execute()
  expect(grants).toEqual([])
  const ended = await s.server.tools.db.selectFrom('journal').select('body').where('event', '=', 'ended').execute()
  for (const { id } of [lin, su]) expect(ended.filter(({ body }) => (body as { personId: string }).personId === id)).toHaveLength(1)
})
