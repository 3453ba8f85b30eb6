import { strict as assert } from 'node:assert'
import type { Page } from 'playwright-core'
import { openChromium } from '../../stories/harness/chromium.ts'
import { subsystemsContract as verbs } from '../../src/modules/subsystems/contract.ts'
import { townPassword } from '../../world/cast.ts'
import { twoUnits } from '../people-of-units.ts'
import { missing, startApache } from './apache.ts'
import { freePort, register, tick } from './party.ts'
import { startPlatform } from './platform.ts'

/**
 * `npm run proof:relying-parties`: a second relying party, which shares no code with us or with openid-client: Debian's
 * Apache with mod_auth_openidc, driven by Chromium, against the whole program. Sign-in through the form (whose
 * `form-action` must not stand in the way), claims, PKCE, a wrong redirect address, the grant taken away, sign-out from
 * either side. Exit code 1 at the first thing that is not so.
 */
const lack = missing()
if (lack) {
  console.error(lack)
  process.exit(1)
}

const [platformPort, apachePort] = [await freePort(), await freePort()]
const platform = await startPlatform(platformPort)
const { town, a, comes } = await twoUnits(platform as never)
const admin = town.staff.pingtai_zhou
if (!admin) throw new Error('no administrator')
const origin = `http://127.0.0.1:${apachePort}`
const subsystem = await register(admin, {
  entryUrl: `${origin}/secure/`, redirectUris: [`${origin}/secure/back`], logoutUris: [`${origin}/`], backchannelLogoutUri: `${origin}/secure/back?logout=backchannel`,
})
const lin = await comes()
await tick(a, lin.id, [subsystem])
const apache = await startApache(apachePort, platform.origin, subsystem.code, subsystem.secret)
const chromium = await openChromium()

/** Until it is so, at most twenty seconds. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000
  while (!(await isSo())) {
    assert(Date.now() < end, `not within twenty seconds: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function signIn(page: Page): Promise<void> {
  await page.locator('[name=userName]').fill(lin.who.userName)
  await page.locator('[name=password]').fill(townPassword)
  await page.locator('main form button[type=submit]').click()
}

const enter = async (page: Page) => page.goto(`${origin}/secure/`)
const isInside = async (page: Page) => (await page.title()) === 'inside'

const steps: Record<string, (page: Page) => Promise<void>> = {
  async 'S1-05 S1-50 sign-in through the form of the platform leads into Apache, with the claims; the way there carries PKCE S256'(page) {
    const asked: string[] = []
    page.on('request', (request) => void asked.push(request.url()))
    await enter(page)
    await signIn(page)
    await page.waitForURL(`${origin}/secure/`)
    assert(await isInside(page))
    const begun = new URL(asked.find((url) => url.startsWith(`${platform.origin}/oidc/auth?`)) ?? 'x:/')
    assert.equal(begun.searchParams.get('code_challenge_method'), 'S256')
    const headers = (await page.reload())?.headers() ?? {}
    assert.equal(headers['x-person'], lin.id)
    assert.match(headers['x-unit'] ?? '', /^[0-9A-Z]{18}$/)
  },

  async 'an answer that was used is not taken again'(page) {
    const used: string[] = []
    page.on('request', (request) => void (request.url().startsWith(`${origin}/secure/back?`) && used.push(request.url())))
    await enter(page)
    await signIn(page)
    await page.waitForURL(`${origin}/secure/`)
    const other = await (await chromium.newContext()).newPage()
    await other.goto(used[0] ?? '')
    assert(!(await isInside(other)))
    await other.context().close()
  },

  async 'S1-50 the grant is taken away: out within seconds, the reason is said, and given again it opens'(page) {
    await enter(page)
    await signIn(page)
    await page.waitForURL(`${origin}/secure/`)
    await tick(a, lin.id, [])
    await until('out of Apache', async () => {
      await enter(page)
      return !(await isInside(page))
    })
    assert.match(await page.locator('main').innerText(), /所属单位尚未开通该子系统/)
    await tick(a, lin.id, [subsystem])
    await enter(page)
    assert(await isInside(page))
  },

  async 'a redirect address that is not registered is shown to the person, nobody is sent there'(page) {
    const { subsystems } = await admin.ask(verbs.registry, {})
    const registered = subsystems.find(({ id }) => id === subsystem.id)
    assert(registered)
    const { code: _, isOpen: _o, secretMadeAt: _s, granted: _g, ...facts } = registered
    const moved = await admin.ask(verbs.change, { ...facts, redirectUris: [`${origin}/elsewhere`] })
    await enter(page)
    assert.match(await page.locator('main').innerText(), /无法完成登录.*redirect_uri/s)
    assert(page.url().startsWith(platform.origin))
    await admin.ask(verbs.change, { ...facts, version: moved.version })
  },

  async '退出 begun in Apache: asked first, then out of both, and back at Apache'(page) {
    await enter(page)
    await signIn(page)
    await page.waitForURL(`${origin}/secure/`)
    await page.goto(`${origin}/secure/back?logout=${encodeURIComponent(`${origin}/`)}`)
    assert.match(await page.locator('main').innerText(), /请求退出登录/)
    await page.locator('button[name=logout]').click()
    await page.waitForURL(`${origin}/`)
    await enter(page)
    assert.equal(await page.locator('[name=password]').count(), 1)
  },

  async 'S1-52 退出系统 of the platform: out of Apache within seconds'(page) {
    await enter(page)
    await signIn(page)
    await page.waitForURL(`${origin}/secure/`)
    await page.goto(`${platform.origin}/sign-out`)
    await page.locator('main form button').click()
    await until('out of Apache', async () => {
      await enter(page)
      return (await page.locator('[name=password]').count()) === 1
    })
  },
}

try {
  for (const [name, step] of Object.entries(steps)) {
    const context = await chromium.newContext({ locale: 'zh-CN' })
    const page = await context.newPage()
    const blocked: string[] = []
    page.on('console', (message) => void (/Content Security Policy/.test(message.text()) && blocked.push(message.text())))
    await step(page)
    assert.deepEqual(blocked, [], 'the browser was kept from something')
    await context.close()
    console.log(`✓ ${name}`)
  }
} catch (error) {
  console.error(error, await apache.log())
  process.exitCode = 1
} finally {
  await chromium.close()
  await apache.stop()
  await platform.end()
}
