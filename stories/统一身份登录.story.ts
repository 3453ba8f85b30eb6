import { afterAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { demoMobile } from '../src/codes/demo-numbers.ts'
import { townPassword } from '../world/cast.ts'
import { actAs, cell, college, ownProfile } from './harness/center.ts'
import { cityBeside, comeAs, knownAs, throughDoor } from './harness/city.ts'
import { chineseLeft } from './harness/english.ts'
import { enter } from './harness/keyboard.ts'
import { axe, picture } from './harness/look.ts'
import { authorisedLabels, centerTabs, openTab, townPerson, typeNamed } from './harness/posts.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { labelled, press } from './harness/wizard.ts'

const { visitor, signedIn, program, demo } = await story({ inOrder: true })
const city = await cityBeside(program)
afterAll(() => city.stop())

const company = '渝州示范新材料有限公司（演示）'
const ran = knownAs('冉启明')
let unit: Visitor
let person: Visitor

const dialog = (page: Page) => page.getByRole('dialog')
const inDialog = (page: Page, verb: string): Promise<void> => dialog(page).getByRole('button', { name: verb, exact: true }).click()
/** What a change brings about was there to be read: only then it is carried out. */
const seen = (page: Page): Promise<void> => dialog(page).getByText(/^(将要发生|不影响任何人员和待审核事项)/).first().waitFor()
const inApp = (page: Page) => page.waitForURL(/\/app\//)
const facts = (page: Page) => page.locator('main')
const fact = (page: Page, label: string) => page.locator('.facts > div', { has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) }).locator('dd').first()

test('S2-06 S2-92 主办单位的名称和网址、两个技术支持电话由平台设置，登录前后都看得到', async () => {
  const { page } = await signedIn('pingtai_zhou')
  await page.goto('/app/platform/settings')
  await labelled(page, '主办单位网址').fill('https://kjj.example.org/')
  await labelled(page, '技术支持电话').fill('023-00000291、023-00000295')
  await press(page, '保存')
  await page.getByText('已保存，2项设置生效。').waitFor()
  const reader = await visitor()
  await reader.page.goto('/')
  for (const number of ['02300000291', '02300000295']) await reader.page.locator(`footer a[href="tel:${number}"]`).waitFor()
})

test('S2-01 S2-02 首页和登录页都有两个入口【法人用户】【个人用户】，没有账号的先在认证平台注册；本地账号照常登录', async () => {
  const { page } = await visitor()
  for (const path of ['/', '/sign-in']) {
    await page.goto(path)
    const doors = page.locator('.doors')
    expect(await doors.getByRole('link').filter({ hasText: /用户$/ }).allInnerTexts()).toEqual(['法人用户', '个人用户'])
    expect(await doors.innerText()).toMatch(/没有.+账号的，请先在.+注册/)
    await labelled(page, '用户名').waitFor()
    await axe(page)
    await picture(page, path === '/' ? '01-首页' : '02-登录页')
  }
})

test('S2-02 取消登录后回到平台，说明没有完成，可以重新进入', async () => {
  const { page } = await visitor()
  await throughDoor(page, '个人用户')
  await axe(page)
  await page.getByRole('button', { name: '取消登录' }).click()
  await page.getByRole('heading', { name: '未能通过统一身份认证登录' }).waitFor()
  await page.getByText('没有完成登录').waitFor()
  await axe(page)
  await picture(page, '03-没有完成登录')
  await page.locator('main').getByRole('link', { name: '个人用户' }).click()
  await page.getByRole('heading', { name: '选择登录的账号' }).waitFor()
})

test('S2-01 S2-03 S2-05 S2-06 法人首次登录：单位即建立，从首页进入用户中心', async () => {
  unit = await visitor()
  const { page } = unit
  await comeAs(page, '法人用户', company)
  await inApp(page)
  const portal = page.getByRole('region', { name: '首页' })
  await portal.getByRole('link', { name: /^用户中心/ }).waitFor()
  await portal.getByRole('link', { name: /^项目管理/ }).waitFor()
  await page.locator('header').getByText(`当前用户：${company}`).waitFor()
  await axe(page)
  await picture(page, '04-法人首次登录')
  await portal.getByRole('link', { name: /^用户中心/ }).click()
  await page.getByRole('heading', { name: '用户中心', level: 1 }).waitFor()
  expect(await centerTabs(page)).toEqual(['单位信息', '账号授权', '二级单位', '个人信息审核'])
  const owner = page.locator('.owner')
  expect(await owner.innerText()).toContain('kjj.example.org')
  expect(await owner.getByRole('link').getAttribute('href')).toBe('https://kjj.example.org/')
})

test('S2-03 S2-24 单位信息中登记机关的内容为灰色，不能填写', async () => {
  const { page } = unit
  await openTab(page, '单位信息')
  await page.getByText('由登记信息自动带出的内容，以登记机关的记载为准。').waitFor()
  await fact(page, '单位名称').getByText(company).waitFor()
  await fact(page, '注册资本').getByText('1200').waitFor()
  await axe(page)
  await picture(page, '05-单位信息')
  await press(page, '维护单位信息')
  await page.locator('.field.fixed', { hasText: company }).waitFor()
  for (const label of ['单位名称', '统一社会信用代码', '法定代表人', '注册资本']) expect(await page.getByLabel(new RegExp(`^${label}$`)).count(), label).toBe(0)
  await axe(page)
  await picture(page, '06-维护单位信息')
})

test('S2-27 S2-34 授权尚无账号的人员：待激活，写明如何生效', async () => {
  const { page } = unit
  await page.goto('/app/center/authorisation')
  await press(page, '新增授权')
  // The number of a phone that he no longer has.
  await typeNamed(page, { name: '冉启明', phone: demoMobile(7299), document: String(ran.claims.document_number) }, authorisedLabels)
  await seen(page)
  await inDialog(page, '授权')
  await dialog(page).getByText('已授权“冉启明”为法人单位授权人').waitFor()
  await axe(page)
  await picture(page, '07-待激活')
  await inDialog(page, '完成')
  await page.getByText('待激活', { exact: true }).waitFor()
})

test('S2-04 E42 个人首次登录：账号和个人信息即建立，证件已核实，性别和出生日期由证件得出，所在单位由本人选择', async () => {
  person = await visitor()
  const { page } = person
  await comeAs(page, '个人用户', '冉启明')
  await inApp(page)
  await page.locator('header').getByText('当前用户：冉启明').waitFor()
  await axe(page)
  await picture(page, '08-个人首次登录')
  await page.goto('/app/me')
  await page.getByRole('heading', { name: '请选择所在的单位' }).waitFor()
  await page.getByText('身份证件已核实').waitFor()
  await axe(page)
  await picture(page, '09-请选择所在的单位')
  await ownProfile(page)
  expect(await cell(page, '姓名').innerText()).toBe('冉启明')
  expect(await cell(page, '性别').innerText()).toBe('男性')
  expect(await cell(page, '出生日期').innerText()).toBe('1985-01-20')
  expect(await facts(page).innerText()).not.toContain(String(ran.claims.document_number))
  await axe(page)
  await picture(page, '10-个人信息')
})

test('E17 S2-34 登录时手机号码与授权不一致：仍为待激活，单位看到是哪一项并收到通知', async () => {
  const { page } = unit
  await page.reload()
  await page.getByText('本人已登录，但信息不一致').waitFor()
  await page.getByText(/^手机号码不一致/).waitFor()
  expect(await page.getByText(/^(姓名|证件号码)不一致/).count()).toBe(0)
  await axe(page)
  await picture(page, '11-信息不一致')
  await page.goto('/app/inbox')
  await page.getByText('法人单位授权人“冉启明”登录时信息不一致，尚未生效').first().waitFor()
})

test('S2-34 S2-30 单位更正手机号码，三项一致即生效：本人再次登录后切换身份，代表单位办理', async () => {
  const { page } = unit
  await page.goto('/app/center/authorisation')
  await page.getByRole('button', { name: /^更改/ }).click()
  await typeNamed(page, { name: '冉启明', phone: String(ran.claims.phone_number), document: String(ran.claims.document_number) }, authorisedLabels)
  await seen(page)
  await inDialog(page, '授权')
  await dialog(page).getByText('已授权“冉启明”为法人单位授权人').waitFor()
  await picture(page, '12-更改授权')
  await inDialog(page, '完成')

  const his = person.page
  await his.locator('header').getByRole('button', { name: '退出系统' }).click()
  await his.waitForURL(({ pathname }) => !pathname.startsWith('/app'))
  await comeAs(his, '个人用户', '冉启明')
  await inApp(his)
  await actAs(his, '法人单位授权人')
  await his.goto('/app/center')
  expect(await centerTabs(his)).toEqual(['个人信息', '单位信息', '二级单位', '个人信息审核'])
  await axe(his)
  await picture(his, '13-授权人')
  await page.reload()
  await page.getByText('生效', { exact: true }).waitFor()
  await axe(page)
  await picture(page, '14-生效')
})

test('S2-01 已有本地账号的个人：证件相同，输入本地账号的密码后关联，以后直接登录', async () => {
  const who = townPerson('yj_shouquan')
  const his = await visitor()
  const { page } = his
  await comeAs(page, '个人用户', who.name)
  await page.getByRole('heading', { name: '关联已有账号' }).waitFor()
  await page.getByText('已有账号的用户名：yj_****an').waitFor()
  await labelled(page, '用户名').fill(who.userName)
  await labelled(page, '密码').fill('Bu-Shi-Ta-De-1')
  await press(page, '确认关联并登录')
  await page.locator('.summary').waitFor()
  await axe(page)
  await picture(page, '15-关联已有账号')
  await labelled(page, '用户名').fill(who.userName)
  await labelled(page, '密码').fill(townPassword)
  await press(page, '确认关联并登录')
  await inApp(page)
  await page.locator('header').getByText(`当前用户：${who.name}`).waitFor()
  await page.goto('/app/account/city')
  await page.getByText('已关联', { exact: true }).waitFor()
  await axe(page)
  await picture(page, '16-已关联')
  await demo.letterTo(who.mail, ({ subject }) => subject.includes('账号已关联'))
  await page.locator('header').getByRole('button', { name: '退出系统' }).click()
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/app'))
  await comeAs(page, '个人用户', who.name)
  await inApp(page)
  await page.locator('header').getByText(`当前用户：${who.name}`).waitFor()
})

test('S2-01 S2-03 已注册的单位：输入单位账号的密码后关联，单位信息由登记机关带出', async () => {
  const { page } = await visitor()
  await comeAs(page, '法人用户', college)
  await page.getByRole('heading', { name: '关联已有账号' }).waitFor()
  await page.getByText('该单位在本平台已有单位账号').waitFor()
  await axe(page)
  await picture(page, '17-关联单位账号')
  await labelled(page, '用户名').fill('yujiang_daxue')
  await labelled(page, '密码').fill(townPassword)
  await press(page, '确认关联并登录')
  await inApp(page)
  await page.goto('/app/center/unit')
  await page.getByText('由登记信息自动带出的内容，以登记机关的记载为准。').waitFor()
})

test('S2-02 英文，只用键盘：从个人用户进入', async () => {
  const { page } = await visitor({ lang: 'en' })
  await page.goto('/')
  await page.locator('.doors').waitFor()
  expect(await chineseLeft(page, /^、$/)).toEqual([])
  await axe(page)
  await picture(page, '18-英文首页')
  await enter(page, 'Person')
  await page.waitForURL(/\/choose\//)
  await page.getByRole('button', { name: '古丽娜扎' }).focus()
  await page.keyboard.press('Enter')
  await inApp(page)
  await page.locator('header').getByText('古丽娜扎·阿不都热依木').waitFor()
  await page.goto('/app/account/city')
  await page.locator('main .facts').first().waitFor()
  expect(await chineseLeft(page, /古丽娜|演示|、\d/)).toEqual([])
  await axe(page)
  await picture(page, '19-英文统一身份认证')
})

test('S2-01 平台启动后认证平台一直没有应答：说明情况，仍可用本地账号登录', async () => {
  await city.stop()
  await program.stop()
  await program.start()
  const { page } = await visitor()
  await page.goto('/')
  await page.getByRole('link', { name: '法人用户', exact: true }).click()
  await page.getByRole('heading', { name: '未能通过统一身份认证登录' }).waitFor()
  await page.getByText(/暂时没有应答，请稍后重试/).waitFor()
  await axe(page)
  await picture(page, '20-没有应答')
  await page.getByRole('link', { name: '用本平台账号登录' }).click()
  await labelled(page, '用户名').fill('yj_jiaoshi1')
  await labelled(page, '密码').fill(townPassword)
  await press(page, '登录')
  await inApp(page)
})
