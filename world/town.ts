import type { FastifyInstance } from 'fastify'
import { Mendable } from '../src/give-up.ts'
import { minuteOf } from '../src/kernel/clock.ts'
import { needsSetup, setupTokenIfEmpty } from '../src/modules/accounts/index.ts'
import { accountsContract } from '../src/modules/accounts/contract.ts'
import { authoritiesContract } from '../src/modules/authorities/contract.ts'
import { staffContract } from '../src/modules/authorities/staff-contract.ts'
import { portalContract } from '../src/modules/portal/contract.ts'
import { settingsContract } from '../src/modules/settings/contract.ts'
import { transact } from '../src/platform/db/transaction.ts'
import { eventsOf, record, thePlatform } from '../src/platform/journal.ts'
import type { Tools } from '../src/platform/tools.ts'
import { totpCode } from '../src/platform/totp.ts'
import { browserOf, Refused, type Browser } from './browser.ts'
import { authorities, staff, townPassword, units, type Staff } from './cast.ts'
import { lettersTo } from './mailbox.ts'
import { announcements } from './announcements.ts'
import { applyInTown } from './applications-of-the-town.ts'
import { openCalls } from './calls-of-the-town.ts'
import { openCollege } from './college.ts'
import { persons } from './persons.ts'
import { registerPerson, registerSubsystems } from './register-person.ts'
import { registerUnit } from './register.ts'
import { sampleOriginOf } from './sample.ts'
import { claimUnit, waitsAtDesks } from './waiting.ts'

type Say = (line: string) => void

/** The town, as far as a test needs it: who is signed in where, and what the authorities are called by. */
export interface Town {
  /** A signed-in browser of a member of staff, by user name. */
  staff: Record<string, Browser>
  /** Of a unit account, by user name. */
  units: Record<string, Browser>
  /** Of a person, by user name. */
  persons: Record<string, Browser>
  /** Id of an authority, by key. */
  authority: Record<string, string>
  /** Id of a subsystem, by code. */
  subsystem: Record<string, string>
}

/** How much of the town a test wants; the demo takes all of it. */
export interface Extent {
  units: readonly string[] | 'all'
  /** Their units must be wanted as well; with anybody come the demo's subsystems. Absent: nobody. */
  persons?: readonly string[] | 'all'
  /** The demo's calls are published; with everybody they come of themselves. */
  calls?: boolean
  /** Something to do at the desks beside the registrations: a claim, a question, a note. Needs all units. */
  waiting?: boolean
}

async function withSecondFactor(browser: Browser, tools: Tools): Promise<void> {
  const { secret, setup } = await browser.ask(accountsContract.beginSecondFactor, {})
  // The code of half a minute ago is good as well, and leaves the present one for whoever signs in first (I16).
  const codeBefore = () => totpCode(secret, new Date(tools.clock.now().getTime() - 30_000))
  for (;;) {
    const code = codeBefore()
    try {
      await browser.ask(accountsContract.confirmSecondFactor, { setup, code })
      return
    } catch (error) {
      // A new half minute began on the way to the server, and the code is one too old: its successor is as good as it was.
      const isTooOld = error instanceof Refused && error.problem.fields.code?.code === 'second_factor.wrong' && codeBefore() !== code
      if (!isTooOld) throw error
    }
  }
}

/** The first administrator comes in by the printed token, as on any fresh installation: no account exists before. */
async function firstAdministrator(tools: Tools, app: FastifyInstance, who: Staff): Promise<Browser> {
  const token = await setupTokenIfEmpty(tools)
  if (!token) throw new Error('the platform has an administrator already')
  const browser = browserOf(app)
  const done = await browser.send('/setup', { token, userName: who.userName, displayName: who.name, mail: who.mail, password: townPassword, passwordAgain: townPassword })
  if (done.status !== 303) throw new Error(`set-up: ${done.status}`)
  await withSecondFactor(browser, tools)
  return browser
}

async function setsPassword(tools: Tools, app: FastifyInstance, who: Staff): Promise<Browser> {
  const letter = (await lettersTo(tools, who.mail)).find(({ params }) => typeof params.link === 'string')
  if (!letter) throw new Error(`no link was sent to ${who.userName}`)
  const token = new URL(String(letter.params.link), 'http://town').searchParams.get('token') ?? ''
  const browser = browserOf(app)
  await browser.send('/set-password', { token, password: townPassword, passwordAgain: townPassword })
  await browser.ask(accountsContract.signIn, { userName: who.userName, password: townPassword })
  await withSecondFactor(browser, tools)
  return browser
}

/** Everything through the verbs that people use, in the order in which a real platform comes to life. */
export async function buildTown(tools: Tools, app: FastifyInstance, extent: Extent = { units: 'all', persons: 'all', waiting: true }): Promise<Town> {
  const [first, ...others] = staff
  if (!first) throw new Error('the cast has no administrator')
  const town: Town = { staff: {}, units: {}, persons: {}, authority: {}, subsystem: {} }
  const admin = await firstAdministrator(tools, app, first)
  town.staff[first.userName] = admin
  await admin.ask(settingsContract.change, { changes: [{ key: 'registration.draft_days', version: 0, value: 30 }] })
  for (const a of authorities) {
    const made = await admin.ask(authoritiesContract.add, {
      kind: a.kind, parentId: a.kind === 'bureau' ? null : (town.authority.bureau ?? null), name: a.name, nameEn: a.nameEn, region: a.region ?? null, contactPhone: a.phone,
    })
    town.authority[a.key] = made.id
  }
  for (const who of others) {
    await admin.ask(staffContract.addStaff, {
      userName: who.userName, displayName: who.name, mail: who.mail, post: who.post, authorityId: who.authority ? (town.authority[who.authority] ?? null) : null,
    })
    town.staff[who.userName] = await setsPassword(tools, app, who)
  }
  for (const text of announcements) {
    const { pinned, ...words } = text
    const drafted = await admin.ask(portalContract.draftAnnouncement, words)
    const shown = await admin.ask(portalContract.publishAnnouncement, { id: drafted.id, version: drafted.version })
    if (pinned) await admin.ask(portalContract.pinAnnouncement, { id: drafted.id, version: shown.version, pinned })
  }
  for (const [i, unit] of units.entries()) {
    if (extent.units !== 'all' && !extent.units.includes(unit.userName)) continue
    // Each at a desk of its own: limits per address are not the town's subject.
    town.units[unit.userName] = await registerUnit(tools, browserOf(app, `127.0.1.${i + 1}`), unit, town)
  }
  const wanted = persons.filter(({ userName }) => extent.persons === 'all' || extent.persons?.includes(userName))
  if (wanted.length > 0) await registerSubsystems(admin, sampleOriginOf(tools.config.port), town)
  for (const [i, person] of wanted.entries()) {
    town.persons[person.userName] = await registerPerson(tools, browserOf(app, `127.0.2.${i + 1}`), person, town)
  }
  if (extent.calls || extent.persons === 'all') await openCalls(town, tools.clock.now())
  if (extent.persons === 'all') {
    await openCollege(town)
    await applyInTown(town, tools.clock.now())
  }
  if (extent.waiting) {
    await claimUnit(tools, browserOf(app, '127.0.3.1'))
    await waitsAtDesks(town)
  }
  return town
}

const townId = '00000000-0000-7000-8000-00000000c17e'

/** D26: an empty demo database gets the town; one with people in it is left as it is. */
export async function buildTownIfEmpty(tools: Tools, app: FastifyInstance, say: Say): Promise<void> {
  const whole = async () => (await eventsOf(tools.db, tools.keyring, 'demo', townId)).length > 0
  if (!(await needsSetup(tools))) {
    if (await whole()) return
    const where = tools.database.kind === 'embedded' ? tools.config.dataDir : 'DATABASE_URL'
    // The first start was broken off while the town was being built: nobody has used it yet, and it is not whole.
    throw new Mendable(`演示城上次没有建完，请清空 ${where} 后重新启动。The demo town was not finished last time: empty ${where} and start again.`)
  }
  say('正在建立演示城（仅首次，约十秒）… Building the demo town (first start only, about ten seconds) …')
  await buildTown(tools, app)
  await transact(tools.db, {}, async (tx) => record(tx, tools.keyring, thePlatform, { room: 'demo', subject: townId, seq: 1, event: 'town_built' }))
}

const posts: Record<Staff['post'], string> = { platform_admin: '平台管理员 platform administrator', authority_officer: '主管部门审核人员 officer', support_officer: '技术支持 support' }

/** What the first screen of a terminal should tell: where, who, and where the mail goes. */
export function welcome(tools: Tools, sample: string | null, provider: string | null): string[] {
  const { publicUrl } = tools.config
  const name = (key: string | undefined) => authorities.find((a) => a.key === key)?.name ?? ''
  return [
    '',
    `  科汇 Kehui 演示城已就绪（${minuteOf(tools.clock.now())}） The demo town is ready`,
    `    打开 Open               ${publicUrl}`,
    `    邮件、短信、动态口令 Mail, SMS and one-time codes   ${publicUrl}/demo`,
    ...(sample ? [`    示例子系统 Sample subsystems   ${sample}`] : []),
    ...(provider ? [`    模拟身份提供方 Simulated identity provider   ${provider}`] : []),
    `    所有演示人员的密码 Password of everybody   ${townPassword}`,
    '',
    ...staff.map((who) => `    ${who.userName.padEnd(16)} ${posts[who.post]} ${name(who.authority)}`),
    ...units.filter((u) => u.until === 'approved').map((u) => `    ${u.userName.padEnd(16)} 单位管理用户 unit account ${u.name}`),
    ...units.filter((u) => ['returned', 'submitted'].includes(u.until)).slice(0, 3).map((u) => `    ${u.userName.padEnd(16)} 注册中的单位 registering (${u.until}) ${u.name}`),
    ...persons.slice(0, 1).map((who) => `    ${who.userName.padEnd(16)} 填报用户 person ${who.name}`),
    '',
    '    主管部门和平台人员登录时还需输入演示页上的动态口令。Staff also need the one-time code from the demo page.',
    '    按 Ctrl-C 停止。Ctrl-C stops it.',
    '',
  ]
}
