import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as client from 'openid-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChosenUnit, Newcomer } from '../../../../checks/people-of-units.ts'
import { begin, codeFor, Net, redeemed, register, relyingParty, stage, tick, type Registered, type Stage, type Way } from '../../../../checks/subsystem-entry.ts'
import { accountsContract } from '../../accounts/contract.ts'
import { peopleContract } from '../../people/contract.ts'
import { unitsContract } from '../../units/contract.ts'
import { townPassword } from '../../../../world/cast.ts'
import { subsystemsContract as verbs } from '../contract.ts'
import { tellLogouts } from './logout-job.ts'

let s: Stage
let one: Registered
let config: client.Configuration
let lin: Newcomer

/** A subsystem that is told of logouts: keeps what it was told, and answers as the test says. */
const told: { sub: string; sid: string; events: object; nonce?: unknown; aud: string }[] = []
let answersWith = 200
let listener: Server

beforeAll(async () => {
  listener = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => void (body += piece)).on('end', () => {
      const token = new URLSearchParams(body).get('logout_token') ?? ''
      told.push(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()))
      response.writeHead(answersWith, { location: '/elsewhere' }).end()
    })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  s = await stage()
  one = await register(s.admin, { backchannelLogoutUri: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/told` })
  config = await relyingParty(s.origin, one)
})
afterAll(async () => {
  await s.server.close()
  listener.close()
})
beforeEach(async () => {
  told.length = 0
  answersWith = 200
  lin = await s.comesWith(one)
})

/** Others of earlier tests may be told of meanwhile. */
const toldOfLin = () => told.filter(({ sub }) => sub === lin.id)

const configure = (unit: ChosenUnit, subsystems: readonly Registered[]) => tick(unit, lin.id, subsystems)
const versionOf = async () => (await s.a.browser.ask(verbs.modules, { personId: lin.id })).person.version

interface Inside {
  net: Net
  token: string
  idToken: string
  way: Way
}

async function inside(): Promise<Inside> {
  const { net, way, left } = await codeFor(s, lin, config, one)
  const tokens = await redeemed(config, left, way)
  if (typeof tokens === 'string') throw new Error(tokens)
  return { net, way, token: tokens.access_token, idToken: tokens.id_token ?? '' }
}

/** What the subsystem gets for its token now. */
async function userinfo(token: string): Promise<number> {
  const answer = await fetch(`${s.origin}/oidc/userinfo`, { headers: { authorization: `Bearer ${token}` } })
  if (answer.status !== 200) expect(answer.headers.get('www-authenticate')).toContain('invalid_token')
  return answer.status
}

/** What the person meets at the next sign-in. */
async function meets(net: Net): Promise<string> {
  const { url } = await begin(config, one)
  const { left, body, status } = await net.follow(url)
  return left ? 'in' : `${status} ${/<div class="notice warn"><p>([^<]+)/.exec(body)?.[1] ?? (body.includes('name="password"') ? 'sign in' : body.slice(0, 500))}`
}

/** Somebody is inside, and the subsystem wants the password anew: the sign-in, and the page that asks. */
async function askedAgain(net: Net, more: Record<string, string>): Promise<{ way: Way; path: string }> {
  const way = await begin(config, one, more)
  const asked = await net.follow(way.url)
  expect(asked.body).toContain('要求重新登录')
  return { way, path: /action="(\/oidc\/interaction\/[^"]+)"/.exec(asked.body)?.[1] ?? '' }
}

const suspend = async (unit: ChosenUnit, verb: 'suspend' | 'resume') => {
  const { version } = await unit.officer.ask(unitsContract.unit, { id: unit.id })
  await unit.officer.ask(unitsContract[verb], { id: unit.id, version, reason: '年度核查' })
}

describe('S1-50 whoever loses the right is out at the next request', () => {
  it('S1-50 the grant is taken away between the code and the token', async () => {
    const { way, left } = await codeFor(s, lin, config, one)
    await configure(s.a, [])
    expect(await redeemed(config, left, way)).toBe('invalid_grant')
  })

  it('S1-50 the grant is taken away while inside: 401, the reason at the next sign-in, and the subsystem is told', async () => {
    const { net, token } = await inside()
    expect(await userinfo(token)).toBe(200)
    await configure(s.a, [])
    expect(await userinfo(token)).toBe(401)
    expect(await meets(net)).toBe('403 所属单位尚未开通该子系统。')
    await tellLogouts(s.server.tools)
    expect(toldOfLin()).toEqual([expect.objectContaining({ sub: lin.id, aud: one.code, sid: expect.any(String), events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })])
    expect(toldOfLin()[0]?.nonce).toBeUndefined()
    await configure(s.a, [one])
    expect(await meets(net)).toBe('in')
  })

  it('S1-48 the unit disables the person; the modules stay as they are', async () => {
    const { net, token } = await inside()
    await s.a.browser.ask(peopleContract.disable, { id: lin.id, version: await versionOf(), reason: '借调期间停用' })
    expect(await userinfo(token)).toBe(401)
    expect(await meets(net)).toBe('403 所属单位已禁用该账号。')
    await tellLogouts(s.server.tools)
    expect(toldOfLin()).toHaveLength(1)
    await s.a.browser.ask(peopleContract.enable, { id: lin.id, version: await versionOf() })
    expect(await meets(net)).toBe('in')
  })

  it('E09 the person is released: the grants end with it, and another unit gives its own', async () => {
    const { net, token } = await inside()
    await s.a.browser.ask(peopleContract.release, { id: lin.id, version: await versionOf(), reason: '已离职' })
    expect(await userinfo(token)).toBe(401)
    expect(await meets(net)).toBe('403 目前没有所属单位，请先选择单位。')
    const { version } = await lin.browser.ask(peopleContract.me, {})
    await lin.browser.ask(peopleContract.choose, { version, unitId: s.b.id })
    expect(await meets(net)).toBe('403 所属单位尚未确认并启用该账号。')
    await tick(s.b, lin.id, [one])
    expect(await meets(net)).toBe('in')
  })

  it('S1-50 the unit is suspended: refused at once, told within seconds', async () => {
    const { net, token } = await inside()
    await suspend(s.a, 'suspend')
    expect(await userinfo(token)).toBe(401)
    expect(await meets(net)).toBe('403 所属单位的账号已停用或注销，本单位用户暂不能进入子系统。')
    await tellLogouts(s.server.tools)
    expect(toldOfLin()).toHaveLength(1)
    await suspend(s.a, 'resume')
    await s.a.browser.send('/sign-in', { userName: s.a.userName, password: townPassword })
    expect(await meets(net)).toBe('in')
  })

  it('the subsystem is closed by the platform: everybody is out, and in again when it opens', async () => {
    const { net, token } = await inside()
    const current = async () => (await s.admin.ask(verbs.registry, {})).subsystems.find(({ id }) => id === one.id)?.version ?? 0
    await s.admin.ask(verbs.close, { id: one.id, version: await current() })
    expect(await userinfo(token)).toBe(401)
    expect(await meets(net)).toBe('403 该子系统已停用。')
    await s.admin.ask(verbs.open, { id: one.id, version: await current() })
    expect(await meets(net)).toBe('in')
  })

  it('S1-52 退出系统 of the platform: the token is dead, the subsystem is told, the next entry asks for the password', async () => {
    const { net, token } = await inside()
    await net.signOut()
    expect(await userinfo(token)).toBe(401)
    await tellLogouts(s.server.tools)
    expect(toldOfLin()).toHaveLength(1)
    expect(await meets(net)).toBe('200 sign in')
  })

  it('a token lives ten minutes at most', async () => {
    const { token } = await inside()
    s.server.clock.advance({ minutes: 10, seconds: 1 })
    expect(await userinfo(token)).toBe(401)
  })
})

describe('the provider knows nobody but whom the platform knows', () => {
  it('another person signs in in the same browser: the subsystem gets the other one', async () => {
    const { net } = await inside()
    const su = await s.comesWith(one)
    await net.signOut()
    await net.signIn(su.who.userName)
    const way = await begin(config, one)
    const { left } = await net.follow(way.url)
    const tokens = await redeemed(config, left, way)
    expect(typeof tokens === 'string' ? tokens : tokens.claims()?.sub).toBe(su.id)
  })

  it('a step begun by somebody else, shown to a victim, signs nobody in as the victim', async () => {
    const attacker = new Net(s.origin)
    const { url } = await begin(config, one)
    const step = (await attacker.go(url)).location ?? ''
    const victim = new Net(s.origin)
    await victim.signIn(lin.who.userName)
    const page = await victim.go(step)
    const resume = /url=([^"]+)"/.exec(page.body)?.[1] ?? ''
    expect(resume).toContain('/oidc/auth/')
    // The victim's browser did not begin it; the attacker's, which did, is nobody.
    expect((await victim.go(resume)).status).toBe(400)
    const onward = await attacker.go(resume)
    expect(onward.location).not.toContain('code=')
  })

  it('the cookie of the provider alone, without a session of the platform, is worth nothing', async () => {
    const { net } = await inside()
    net.drop('kehui')
    expect(await meets(net)).toBe('200 sign in')
  })

  it('the account of a unit, or of staff, reads that this is for people', async () => {
    const net = new Net(s.origin)
    await net.signIn(s.a.userName)
    const { url } = await begin(config, one)
    const { left, status, body } = await net.follow(url)
    expect([left, status]).toEqual([null, 403])
    expect(body).toContain('由填报用户本人进入')
  })

  it('prompt=login is not answered from another browser, whoever signs in there', async () => {
    const { net } = await inside()
    const { path } = await askedAgain(net, { prompt: 'login' })
    s.server.clock.advance({ seconds: 2 })
    for (const who of [lin, await s.comesWith(one)]) {
      const elsewhere = new Net(s.origin)
      await elsewhere.signIn(who.who.userName)
      const resume = /url=([^"]+)"/.exec((await elsewhere.go(path)).body)?.[1] ?? ''
      expect(resume).toContain('/oidc/auth/')
    }
    const resume = path.replace('/oidc/interaction/', '/oidc/auth/')
    const onward = await net.follow(resume)
    expect([onward.left, onward.body.includes('要求重新登录')]).toEqual([null, true])
  })

  it.each(['0', '1', '2'])('max_age=%s asks for the password once, however long the way back takes', async (seconds) => {
    const { net } = await inside()
    s.server.clock.advance({ seconds: 5 })
    const { way, path } = await askedAgain(net, { max_age: seconds })
    s.server.clock.advance({ seconds: 2 })
    await net.go(path, { deed: 'again' })
    const back = await net.go('/sign-in', { userName: lin.who.userName, password: townPassword, back: path })
    s.server.clock.advance({ seconds: 20 })
    const { left } = await net.follow(back.location ?? '')
    expect(left?.searchParams.get('code')).toBeTruthy()
    // Within its time nobody is asked.
    expect((await net.follow((await begin(config, one, { max_age: '600' })).url)).left?.searchParams.get('code')).toBeTruthy()
    const tokens = await redeemed(config, left, way)
    expect(typeof tokens === 'string' ? tokens : tokens.claims()?.auth_time).toEqual(expect.any(Number))
  })

  it('prompt=login asks for the password again, once', async () => {
    const { net } = await inside()
    const { way, path } = await askedAgain(net, { prompt: 'login' })
    s.server.clock.advance({ seconds: 2 })
    const again = await net.go(path, { deed: 'again' })
    expect(again.location).toBe(`/sign-in?back=${encodeURIComponent(path)}`)
    const back = await net.go('/sign-in', { userName: lin.who.userName, password: townPassword, back: path })
    const { left } = await net.follow(back.location ?? '')
    const tokens = await redeemed(config, left, way)
    expect(typeof tokens === 'string' ? tokens : tokens.claims()?.sub).toBe(lin.id)
  })
})

describe('who is refused is told by which rule, and can ask (S1-30)', () => {
  it('S1-30 S1-50 the page names the rule and the unit, masks its contact, and asks the unit once', async () => {
    await configure(s.a, [])
    const net = new Net(s.origin)
    await net.signIn(lin.who.userName)
    const { url } = await begin(config, one)
    const page = await net.follow(url)
    expect(page.body).toContain('所属单位尚未开通该子系统。')
    expect(page.body).toContain(`${s.a.name}的单位管理员`)
    expect(page.body).toMatch(/\d{3}\*{4}\d{4}/)
    expect(page.body).not.toContain(s.a.mail)
    const path = /action="(\/oidc\/interaction\/[^"]+)"/.exec(page.body)?.[1] ?? ''
    for (let n = 0; n < 2; n++) {
      const asked = await net.go(path, { deed: 'ask', note: '承担项目需要' })
      expect([asked.status, asked.location]).toEqual([303, path])
    }
    expect((await net.go(path)).body).toContain('已向单位管理员申请开通')
    const { rows } = await s.a.browser.ask(verbs.requests, {})
    expect(rows.filter(({ person }) => person.id === lin.id)).toMatchObject([{ note: '承担项目需要', subsystem: { code: one.code } }])
    await configure(s.a, [one])
    expect((await net.follow(path)).left?.searchParams.get('code')).toBeTruthy()
  })
})

describe('退出 from a subsystem (OpenID Connect RP-Initiated Logout)', () => {
  const endUrl = (more: Record<string, string>) => client.buildEndSessionUrl(config, more)
  const confirm = (body: string) => ({ xsrf: /name="xsrf" value="([^"]+)"/.exec(body)?.[1] ?? '', logout: 'yes' })

  it('asks first; then platform and subsystem are left, and it leads back', async () => {
    const { net, idToken, token } = await inside()
    const page = await net.go(endUrl({ id_token_hint: idToken, post_logout_redirect_uri: one.logoutUri, state: 'abc' }))
    expect(page.body).toContain('请求退出登录')
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${new URL(one.logoutUri).origin};`)
    expect(await userinfo(token)).toBe(200)
    const done = await net.go('/oidc/sign-out/confirm', confirm(page.body))
    expect([done.status, done.location]).toEqual([303, `${one.logoutUri}?state=abc`])
    expect(net.has('kehui')).toBe(false)
    expect(await userinfo(token)).toBe(401)
    await tellLogouts(s.server.tools)
    expect(toldOfLin()).toHaveLength(1)
    expect(await meets(net)).toBe('200 sign in')
  })

  it('an address that is not registered leads nowhere', async () => {
    const { net, idToken, token } = await inside()
    for (const uri of ['https://evil.example.org/', `${one.logoutUri}/more`, `${one.logoutUri}?a=1`, one.redirectUri]) {
      const page = await net.go(endUrl({ id_token_hint: idToken, post_logout_redirect_uri: uri }))
      expect([page.status, page.location]).toEqual([400, null])
    }
    // Nobody says for whom: the address is not followed.
    const page = await net.go(`${s.origin}/oidc/sign-out?post_logout_redirect_uri=${encodeURIComponent('https://evil.example.org/')}`)
    const done = await net.go('/oidc/sign-out/confirm', confirm(page.body))
    expect(done.location).toBe(`${s.origin}/oidc/sign-out/success`)
    expect((await net.go(done.location ?? '')).body).toContain('已退出登录')
    expect(await userinfo(token)).toBe(401)
  })

  it('without the word of the page nothing ends', async () => {
    const { net, token } = await inside()
    await net.go(endUrl({ client_id: one.code }))
    expect((await net.go('/oidc/sign-out/confirm', { xsrf: 'wrong', logout: 'yes' })).status).toBe(400)
    expect(await userinfo(token)).toBe(200)
  })

  it('nobody is signed in any more: the page says so and leads back', async () => {
    const { net, idToken } = await inside()
    await net.signOut()
    const page = await net.go(endUrl({ id_token_hint: idToken, post_logout_redirect_uri: one.logoutUri }))
    expect(page.body).toContain('已退出登录')
    expect((await net.go('/oidc/sign-out/confirm', confirm(page.body))).location).toBe(one.logoutUri)
  })
})

describe('a subsystem that does not answer is told again (OpenID Connect Back-Channel Logout)', () => {
  it('until it has heard, ever later, for a day; a redirect is no answer and is not followed', async () => {
    await inside()
    answersWith = 500
    await configure(s.a, [])
    await tellLogouts(s.server.tools)
    await tellLogouts(s.server.tools)
    expect(toldOfLin()).toHaveLength(1)
    s.server.clock.advance({ seconds: 6 })
    answersWith = 302
    await tellLogouts(s.server.tools)
    s.server.clock.advance({ seconds: 11 })
    answersWith = 204
    await tellLogouts(s.server.tools)
    expect(toldOfLin()).toHaveLength(3)
    s.server.clock.advance({ minutes: 20 })
    await tellLogouts(s.server.tools)
    expect(toldOfLin()).toHaveLength(3)
  })
})

describe('time goes by', () => {
  it('a session that rested too long, and one that another device ended, likewise', async () => {
    const { token } = await inside()
    s.server.clock.advance({ minutes: 9 })
    expect(await userinfo(token)).toBe(200)
    const devices = await lin.browser.ask(accountsContract.sessions, {})
    expect(devices.length).toBeGreaterThan(1)
    await lin.browser.ask(accountsContract.endOtherSessions, {})
    expect(await userinfo(token)).toBe(401)
    const resting = await inside()
    s.server.clock.advance({ minutes: 31 })
    expect(await userinfo(resting.token)).toBe(401)
    await tellLogouts(s.server.tools)
    expect(toldOfLin()).toHaveLength(2)
  })
})
