import { sql } from 'kysely'
import type { Guard } from '../../src/kernel/contract.ts'
import { newId } from '../../src/kernel/ids.ts'
import { demoCreditCode } from '../../src/codes/demo-numbers.ts'
import { accountsContract } from '../../src/modules/accounts/contract.ts'
import { portalContract } from '../../src/modules/portal/contract.ts'
import { oneTimeCodesOfDemo } from '../../src/modules/accounts/index.ts'
import { acceptAgreement, townAnswers } from '../../world/register.ts'
import { browserOf } from '../../world/browser.ts'
import { townPassword } from '../../world/cast.ts'
import { buildTown } from '../../world/town.ts'
import { person, proof, signedIn } from '../people.ts'
import { Visitor, type TestServer } from '../server.ts'
import { activeUnit } from '../active-unit.ts'
import { askingsOfApplicationLists } from './inputs-of-application-lists.ts'
import { askingsOfApplications } from './inputs-of-applications.ts'
import { askingsOfCalls } from './inputs-of-calls.ts'
import { askingsOfDrafts } from './inputs-of-drafts.ts'
import { askingsOfHelp } from './inputs-of-help.ts'
import { askingsOfLegacy } from './inputs-of-legacy.ts'
import { askingsOfPeople } from './inputs-of-people.ts'
import { askingsOfPrints } from './inputs-of-prints.ts'
import { askingsOfProfiles } from './inputs-of-profiles.ts'
import { askingsOfRecovery } from './inputs-of-recovery.ts'
import { askingsOfStructure } from './inputs-of-structure.ts'
import { askingsOfSubsystems } from './inputs-of-subsystems.ts'
import { askingsOfUnitProfiles } from './inputs-of-unit-profiles.ts'

/** An input that would do, and who may send it. */
export interface Asking {
  visitor: () => Visitor
  input: () => Promise<Record<string, unknown>> | Record<string, unknown>
  /** Rows to put back after it was done, so that it can be done again: table and id. */
  rows?: readonly (readonly [table: string, id: string])[]
}

let addresses = 0
/** Somebody new each time: limits per address are not what is tested here. */
const stranger = () => new Visitor(`198.51.${100 + Math.floor(++addresses / 250)}.${addresses % 250}`)

async function signIn(server: TestServer, userName: string, { half = false } = {}): Promise<Visitor> {
  const visitor = stranger()
  const first = await server.ask(accountsContract.signIn, { userName, password: townPassword }, visitor)
  if (half || first.body.stage === 'full') return visitor
  server.clock.advance({ seconds: 30 })
  const code = (await oneTimeCodesOfDemo(server.tools)).find((one) => one.userName === userName)?.code ?? ''
  const second = await server.ask(accountsContract.verifySecondFactor, { code }, visitor)
  if (second.status !== 200) throw new Error(`${userName} is not signed in: ${second.text}`)
  return visitor
}

/** For every verb that takes text: an input that is good, within a small town. Those that need nothing but ids are made up by the test. */
export async function askings(server: TestServer): Promise<{ given: Record<string, Asking>; visitorFor: (guard: Guard) => () => Visitor }> {
  const { db } = server.tools
  const town = await buildTown(server.tools, server.app, { units: ['haihe_yanjiu', 'shili_keji3', 'shili_keji4', 'shili_yiyuan'] })
  const people = {
    admin: await signIn(server, 'pingtai_zhou'), officer: await signIn(server, 'haihe_wang'), half: await signIn(server, 'haihe_feng', { half: true }),
    unit: await signIn(server, 'shili_keji3'), applicant: await signIn(server, 'shili_yiyuan'), bureau: await signIn(server, 'kejiju_sun'),
  }
  const idOf = async (table: 'unit_registration' | 'unit' | 'account', where: ReturnType<typeof sql>) => {
    const { rows: [row] } = await sql<{ id: string }>`select id from ${sql.table(table)} where ${where} limit 1`.execute(db)
    if (!row) throw new Error(`nothing in ${table}`)
    return row.id
  }
  const versionOf = async (table: string, id: string) =>
    (await sql<{ version: number }>`select version from ${sql.table(table)} where id = ${id}`.execute(db)).rows[0]?.version ?? 0
  const on = (table: string, id: string, more: Record<string, unknown>) => async () => ({ id, version: await versionOf(table, id), ...more })

  const draft = await idOf('unit_registration', sql`state = 'draft'`)
  const waiting = await idOf('unit_registration', sql`state = 'submitted'`)
  // Not the one whose account asks: to be suspended ends its sessions.
  const unit = await idOf('unit', sql`name like '海河%'`)
  const haihe = town.authority.haihe ?? ''
  // Nobody else's password is tried wrongly five times.
  const keeping = await person(server, { post: 'unit_account', scopeId: await activeUnit(db) })
  const keeper = await signedIn(server, keeping, stranger())
  const officerId = await idOf('account', sql`user_name = 'jiaowei_li'`)
  const admin = { visitor: () => people.admin }
  const officer = { visitor: () => people.officer }
  const applicant = { visitor: () => people.applicant }
  const someUnit = { visitor: () => people.unit }
  const anyone = { visitor: stranger }
  const page = { after: '', before: '' }

  const announcement = (await server.ask(portalContract.draftAnnouncement, { title: '公告', body: '正文' }, people.admin)).body.id
  const agreement = (await server.ask(portalContract.draftAgreement, {}, people.admin)).body.id

  let beginning: Record<string, unknown> | null = null
  let n = 0
  const begin = async () => {
    const used = beginning && (await sql<{ id: string }>`select id from account where user_name = ${String(beginning.userName)}`.execute(db)).rows.length > 0
    if (beginning && !used) return beginning
    n++
    beginning = {
      acceptanceId: await acceptAgreement(browserOf(server.app, `198.18.0.${n % 250}`)), userName: `huai_shuru${n}`, password: townPassword, passwordAgain: townPassword,
      contactName: '演示人', mailProofId: await proof(server, 'mail', `huai_shuru${n}@example.com`), phoneProofId: await proof(server, 'phone', `1649${String(n).padStart(7, '0')}`),
      questions: townAnswers,
    }
    return beginning
  }
  const unitFacts = {
    name: '示例坏输入科技有限公司（演示）', creditCode: demoCreditCode('tianjin', 4321), creditCodeByHand: false, legalNature: '1', legalType: '11', legalRepresentative: '演示人',
    authorityId: haihe, registeredDistrict: '120199', registeredAddress: '示范路1号演示楼', locatedDistrict: '120199', locatedAddress: '示范路1号演示楼', contactName: '演示人',
  }
  const review = (more: Record<string, unknown>): Asking => ({ ...officer, input: on('unit_registration', waiting, more), rows: [['unit_registration', waiting]] })
  const ofUnit = (more: Record<string, unknown>): Asking => ({ ...officer, input: on('unit', unit, more), rows: [['unit', unit]] })
  let staffed = 0

  const given: Record<string, Asking> = {
    'settings.change': { ...admin, input: async () => ({ changes: [{ key: 'owner.name_zh', version: (await sql<{ version: number }>`select version from setting where key = 'owner.name_zh'`.execute(db)).rows[0]?.version ?? 0, value: `示范局${newId()}` }] }) },
    'settings.changes': { ...admin, input: () => ({ ...page, room: 'settings' }) },
    'lists.choices': { ...anyone, input: () => ({ id: 'legal_nature' }) },
    'lists.entries': { ...admin, input: () => ({ id: 'legal_nature' }) },
    'lists.add': { ...admin, input: () => ({ list: 'legal_nature', code: `x${++staffed}`, name: '演示', nameEn: 'Demo', from: null, parent: null }) },
    'lists.rename': { ...admin, input: async () => ({ list: 'legal_nature', code: '4', version: await entryVersion('4'), name: `演示${newId()}`, nameEn: '' }) },
    'lists.end': { ...admin, input: async () => ({ list: 'legal_nature', code: '3', version: await entryVersion('3'), to: '2099-01-01', successor: null }) },
    'lists.revive': { ...admin, input: async () => ({ list: 'legal_nature', code: '3', version: await entryVersion('3') }) },
    'accounts.requestCode': { ...anyone, input: () => ({ purpose: 'register', channel: 'mail', address: `a${++addresses}@example.com` }) },
    'accounts.proveCode': { ...anyone, input: () => ({ id: newId(), code: '000000' }) },
    'accounts.signIn': { ...anyone, input: () => ({ userName: 'nobody_here', password: 'nothing', back: '/app/' }) },
    'accounts.verifySecondFactor': { visitor: () => people.half, input: () => ({ code: '000000' }) },
    'accounts.confirmSecondFactor': { ...someUnit, input: () => ({ setup: 'x', code: '000000', password: 'x' }) },
    'accounts.removeSecondFactor': { ...someUnit, input: () => ({ password: 'x' }) },
    'accounts.changePassword': { ...someUnit, input: () => ({ password: 'x', newPassword: 'Mei-Gui7hua', newPasswordAgain: 'Mei-Gui7hua' }) },
    'accounts.changeContact': { ...someUnit, input: () => ({ proofId: newId(), password: 'x' }) },
    'accounts.changeSecurityQuestions': { visitor: () => keeper, input: () => ({ questions: townAnswers, password: keeping.password }) },
    'accounts.setLanguage': { ...someUnit, input: () => ({ lang: 'zh' }) },
    'authorities.staff': { ...admin, input: () => ({ ...page, name: '李', post: 'authority_officer' }) },
    'authorities.addStaff': { ...admin, input: () => ({ userName: `renyuan_${++staffed}`, displayName: '演示人', mail: `renyuan${staffed}@example.com`, phone: `1648${String(staffed).padStart(7, '0')}`, lang: 'zh', post: 'authority_officer', authorityId: haihe }) },
    'authorities.grantMandate': { ...admin, input: () => ({ accountId: officerId, post: 'authority_officer', authorityId: haihe }) },
    'authorities.endMandate': { ...admin, input: () => ({ accountId: newId(), post: 'authority_officer', authorityId: haihe }) },
    'authorities.add': { ...admin, input: () => ({ kind: 'municipal', parentId: town.authority.bureau, name: `示范委${newId()}（演示）`, nameEn: 'Demo', region: null, contactPhone: '022-00000200' }) },
    'authorities.change': { ...admin, input: async () => ({ id: town.authority.health, version: await versionOf('authority', town.authority.health ?? ''), name: `示范卫${newId()}（演示）`, nameEn: 'Demo', region: null, contactPhone: '022-00000200' }) },
    'authorities.move': { ...admin, input: async () => ({ id: town.authority.health, version: await versionOf('authority', town.authority.health ?? ''), parentId: town.authority.education }) },
    'portal.announcements': { ...admin, input: () => ({ ...page, state: 'draft' }) },
    'portal.draftAnnouncement': { ...admin, input: () => ({ title: '公告', titleEn: '', body: '正文', bodyEn: '' }) },
    'portal.editAnnouncement': { ...admin, input: on('announcement', announcement, { title: `公告${newId()}`, titleEn: '', body: '正文', bodyEn: '' }) },
    'portal.editAgreement': { ...admin, input: on('agreement', agreement, { title: '协议', titleEn: 'Agreement', body: '正文', bodyEn: 'Text', changeNote: '' }) },
    'units.begin': { ...anyone, input: begin },
    'units.save': { ...applicant, input: on('unit_registration', draft, unitFacts) },
    'units.reviews': { ...officer, input: () => ({ ...page, state: 'submitted', name: '示例', creditCode: '91', phone: '0004', reach: 'below' }) },
    'units.return': review({ marks: [{ field: 'name', reason: '不一致' }], note: '' }),
    'units.refuse': review({ reason: '不通过' }),
    'units.transfer': review({ reason: '转交', authorityId: town.authority.education }),
    'units.units': { ...officer, input: () => ({ ...page, name: '示例', creditCode: '91', status: 'active' }) },
    'units.pick': { ...officer, input: () => ({ text: '示例' }) },
    'units.suspend': ofUnit({ reason: '停用' }),
    'units.resume': ofUnit({ reason: '恢复' }),
    'units.rename': { ...officer, input: async () => ({ ...(await on('unit', unit, { reason: '更名' })()), name: `示例${++staffed}号科技有限公司（演示）` }), rows: [['unit', unit]] },
    'units.dissolve': ofUnit({ ending: 'dissolved', successors: [], reason: '注销' }),
    ...(await askingsOfCalls(server, people.bureau)),
    ...(await askingsOfApplicationLists(server)), ...(await askingsOfApplications(server)),
    ...(await askingsOfDrafts(server)),
    ...(await askingsOfPrints(server)),
    ...(await askingsOfUnitProfiles(server)),
    ...(await askingsOfPeople(server, people.unit, stranger)),
    ...(await askingsOfProfiles(server)),
    ...(await askingsOfRecovery(server, people.unit, stranger)),
    ...(await askingsOfSubsystems(server, people.unit, people.admin)),
    ...(await askingsOfStructure(server)),
    ...(await askingsOfHelp(server, people.unit, people.officer)),
    ...(await askingsOfLegacy(server, people.admin)),
    'inbox.list': { ...someUnit, input: () => ({ ...page, show: 'all' }) },
  }

  const visitorFor = (guard: Guard) => {
    if (guard === 'anyone') return stranger
    if (guard === 'half_session') return () => people.half
    if (guard === 'session') return () => people.unit
    return () => (guard.includes('platform_admin') ? people.admin : guard.includes('authority_officer') ? people.officer : people.unit)
  }
  return { given, visitorFor }

  async function entryVersion(code: string): Promise<number> {
    return (await sql<{ version: number }>`select version from code_entry where list = 'legal_nature' and code = ${code}`.execute(db)).rows[0]?.version ?? 0
  }
}
