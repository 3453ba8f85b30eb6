import { beforeAll, describe, expect, it } from 'vitest'
import { person, signedIn, type Person } from '../../../checks/people.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { accountsContract } from '../accounts/contract.ts'
import { settingsContract } from '../settings/contract.ts'
import { authoritiesContract as verbs } from './contract.ts'

const server = await testServer()
let zhou: Person
let admin: Visitor
let haihe: string

const facts = (name: string) => ({ name, nameEn: null, region: null, sort: 0, contactPhone: null })
const wang = { userName: 'haihe_wang', displayName: '王海河', mail: 'haihe_wang@example.org', phone: null }
const rowOf = async (name: string) => {
  const row = (await server.ask(verbs.staff, { name }, admin)).body.rows[0]
  if (!row) throw new Error(`${name} is no staff`)
  return row
}

beforeAll(async () => {
  zhou = await person(server, { post: 'platform_admin', displayName: '周平台' })
  admin = await signedIn(server, zhou)
  const bureau = (await server.ask(verbs.add, { kind: 'bureau', parentId: null, ...facts('示范市科学技术局（演示）') }, admin)).body.id
  haihe = (await server.ask(verbs.add, { kind: 'district', parentId: bureau, ...facts('海河示范区科学技术局（演示）') }, admin)).body.id
})

/** The person opens the link of the newest letter and sets a password. */
async function setsPassword(mail: string, password: string) {
  const letter = (await server.sent('mail')).filter((message) => message.address === mail && message.params.link).at(-1)
  const token = new URL(String(letter?.params.link), 'https://kehui.example.org').searchParams.get('token') ?? ''
  return server.visit('/set-password', new Visitor(), { token, password, passwordAgain: password })
}

describe('S1-55 staff of authorities and the platform', () => {
  it('a new officer gets a link, sets a password, and owes a second factor', async () => {
    const added = await server.ask(verbs.addStaff, { ...wang, post: 'authority_officer', authorityId: haihe }, admin)
    expect(added.status).toBe(200)
    const row = await rowOf('haihe_wang')
    expect(row).toMatchObject({ name: '王海河', invited: true, secondFactor: false, mail: 'h***@example.org', mandates: [{ post: 'authority_officer', authorityId: haihe }] })
    expect((await setsPassword(wang.mail, 'mei-Gui7hua')).status).toBe(303)
    const signIn = await server.ask(accountsContract.signIn, { userName: wang.userName, password: 'mei-Gui7hua' }, new Visitor('203.0.113.77'))
    expect(signIn.body.stage).toBe('second_factor_setup')
    expect((await rowOf('haihe_wang')).invited).toBe(false)
  })

  it.each([
    [{ userName: 'haihe_wang' }, 409, 'userName', 'account.user_name_taken'],
    [{ mail: 'HAIHE_wang@example.org' }, 409, 'mail', 'account.mail_bound'],
    [{ authorityId: null }, 422, 'authorityId', 'staff.choose_authority'],
    [{ displayName: '123' }, 422, 'displayName', 'person_name.characters'],
  ])('%o is refused beside its field, and nothing half-made stays', async (more, status, field, code) => {
    const input = { userName: 'haihe_feng', displayName: '冯海河', mail: 'haihe_feng@example.org', post: 'authority_officer' as const, authorityId: haihe, ...more }
    const answer = await server.ask(verbs.addStaff, input, admin)
    expect([answer.status, answer.problem.fields[field]?.code]).toEqual([status, code])
    expect((await server.ask(verbs.staff, { name: 'haihe_feng' }, admin)).body.rows).toEqual([])
  })

  it('a post given twice is refused; one that ends, ends at the next request', async () => {
    const { accountId } = await rowOf('haihe_wang')
    const held = await server.ask(verbs.grantMandate, { accountId, post: 'authority_officer', authorityId: haihe }, admin)
    expect([held.status, held.problem.code]).toEqual([409, 'mandate.held'])
    const qian = await person(server, { post: 'platform_admin', displayName: '钱平台' })
    const visitor = await signedIn(server, qian)
    expect((await server.ask(verbs.atDesk, {}, visitor)).status).toBe(200)
    await server.ask(verbs.endMandate, { accountId: qian.accountId, post: 'platform_admin' }, admin)
    expect((await server.ask(verbs.atDesk, {}, visitor)).status).toBe(403)
    expect((await server.ask(verbs.grantMandate, { accountId: qian.accountId, post: 'platform_admin' }, admin)).status).toBe(200)
  })

  it('S1-58 technical support acts for no authority, owes a second factor, and can do nothing at the desk', async () => {
    const wen = { userName: 'jishu_wen', displayName: '温技术', mail: 'wen@example.org', phone: null }
    expect((await server.ask(verbs.addStaff, { ...wen, post: 'support_officer' }, admin)).status).toBe(200)
    expect(await rowOf('jishu_wen')).toMatchObject({ mandates: [{ post: 'support_officer', authorityId: null, authority: '' }] })
    expect((await setsPassword(wen.mail, 'mei-Gui7hua')).status).toBe(303)
    const signIn = await server.ask(accountsContract.signIn, { userName: wen.userName, password: 'mei-Gui7hua' }, new Visitor('203.0.113.79'))
    expect(signIn.body.stage).toBe('second_factor_setup')
    const he = await person(server, { post: 'support_officer', displayName: '何技术' })
    const visitor = await signedIn(server, he)
    expect((await server.ask(verbs.staff, {}, visitor)).status).toBe(403)
    expect((await server.ask(verbs.staff, { post: 'support_officer' }, admin)).body.rows.map((row) => row.name).sort()).toEqual(['何技术', '温技术'])
    const on = { accountId: (await rowOf('jishu_wen')).accountId, post: 'support_officer' as const }
    expect((await server.ask(verbs.endMandate, on, admin)).status).toBe(200)
    expect((await server.ask(verbs.grantMandate, on, admin)).status).toBe(200)
    const { rows } = (await server.ask(settingsContract.changes, { room: 'staff', subject: on.accountId }, admin)).body
    expect(rows.map((row) => row.sentence)).toEqual([
      '为“温技术”增加身份：技术支持人员', '收回“温技术”的身份：技术支持人员', '新增工作人员“温技术”，身份为技术支持人员',
    ])
  })

  it('a lost device is reset: sessions end, the next sign-in sets up another', async () => {
    const sun = await person(server, { post: 'platform_admin', displayName: '孙平台' })
    const visitor = await signedIn(server, sun)
    expect((await server.ask(verbs.resetStaffSecondFactor, { accountId: sun.accountId }, admin)).status).toBe(200)
    expect((await server.ask(verbs.atDesk, {}, visitor)).status).toBe(401)
    const again = await server.ask(accountsContract.signIn, { userName: sun.userName, password: sun.password }, new Visitor('203.0.113.78'))
    expect(again.body.stage).toBe('second_factor_setup')
  })

  it('a disabled account has no sessions, gets no link and no post, and comes back', async () => {
    const li = await person(server, { post: 'authority_officer', scopeId: haihe, displayName: '李停用' })
    const visitor = await signedIn(server, li)
    const on = { accountId: li.accountId }
    expect((await server.ask(verbs.disableStaff, on, admin)).status).toBe(200)
    expect((await server.ask(accountsContract.me, {}, visitor)).status).toBe(401)
    expect((await server.ask(verbs.resendLink, on, admin)).problem.code).toBe('staff.disabled')
    expect((await server.ask(verbs.grantMandate, { ...on, post: 'platform_admin' }, admin)).problem.code).toBe('staff.disabled')
    expect((await rowOf(li.userName)).can).toEqual(['enable'])
    expect((await server.ask(verbs.enableStaff, on, admin)).status).toBe(200)
  })

  it('the change log names who did what to whom, and the journal itself keeps no name', async () => {
    const { accountId } = await rowOf('haihe_wang')
    await server.ask(verbs.resendLink, { accountId }, admin)
    const { rows } = (await server.ask(settingsContract.changes, { room: 'staff', subject: accountId }, admin)).body
    expect(rows.map((row) => row.sentence)).toEqual([
      '向工作人员“王海河”重发设置密码的链接', '新增工作人员“王海河”，身份为“海河示范区科学技术局（演示）”审核人员',
    ])
    const kept = await server.tools.db.selectFrom('journal').select('body').where('room', '=', 'staff').execute()
    expect(JSON.stringify(kept)).not.toContain('王海河')
  })

  it('a unit account is no staff: it is not seen here and nothing can be done to it', async () => {
    const unit = await person(server, { displayName: '单位用户' })
    expect((await server.ask(verbs.staff, { name: unit.userName }, admin)).body.rows).toEqual([])
    expect((await server.ask(verbs.disableStaff, { accountId: unit.accountId }, admin)).status).toBe(404)
  })
})

describe('I21 the last administrator', () => {
  it('nobody acts on the own account', async () => {
    for (const verb of [verbs.disableStaff, verbs.resetStaffSecondFactor, verbs.resendLink] as const) {
      expect((await server.ask(verb, { accountId: zhou.accountId }, admin)).problem.code).toBe('staff.yourself')
    }
  })

  it('an administrator who is disabled does not count', async () => {
    const others = (await server.ask(verbs.staff, { post: 'platform_admin' }, admin)).body.rows.filter((row) => !row.yourself)
    for (const { accountId } of others) await server.ask(verbs.disableStaff, { accountId }, admin)
    const [other] = others
    const visitor = await signedIn(server, await person(server, { post: 'platform_admin', displayName: '郑平台' }))
    const zheng = (await server.ask(verbs.staff, { name: '郑平台' }, visitor)).body.rows[0]
    expect((await server.ask(verbs.disableStaff, { accountId: zhou.accountId }, visitor)).status).toBe(200)
    // Only 郑平台 is left in use; the others still hold their posts, but cannot sign in.
    expect(other && (await server.ask(verbs.enableStaff, { accountId: other.accountId }, visitor)).status).toBe(200)
    expect((await server.ask(verbs.endMandate, { accountId: other?.accountId ?? '', post: 'platform_admin' }, visitor)).status).toBe(200)
    expect(zheng?.yourself).toBe(true)
  })
})
