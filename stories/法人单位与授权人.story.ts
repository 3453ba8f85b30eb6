import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { demoBankAccount, demoBankCode, demoLandline, demoMail, demoMobile } from '../src/codes/demo-numbers.ts'
import { units } from '../world/cast.ts'
import { actAs, pressClosed } from './harness/center.ts'
import { chineseLeft } from './harness/english.ts'
import { enter, focused, tabTo, typeInto } from './harness/keyboard.ts'
import { axe, picture, seen } from './harness/look.ts'
import { institute, openPerson } from './harness/persons.ts'
import { authorisedLabels, centerTab, centerTabs, dialog, errorOf, inDialog, managerLabels, openTab, townPerson, typeNamed } from './harness/posts.ts'
import { hearsSignedOut } from './harness/signed-out.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { labelled, press } from './harness/wizard.ts'

const { signedIn, demo } = await story({ inOrder: true })
const unit = units.find(({ userName }) => userName === 'haihe_yanjiu') ?? units[0]!
/** Somebody of the unit whose document it vouches for, and somebody who is new. */
const a = townPerson('hh_tianbao1')
const b = townPerson('hh_tianbao2')
const authorised = '法人单位授权人'
/** As it is named in the header. */
const post = `${institute}（${authorised}）`
let keeper: Visitor
let hers: Visitor
let his: Visitor

/** 维护单位信息, opened. */
async function maintain(page: Page): Promise<void> {
  await page.goto('/app/center/unit')
  await press(page, '维护单位信息')
  await labelled(page, 'E-mail').waitFor()
}
async function typeBank(page: Page, n: number): Promise<void> {
  await labelled(page, '开户银行').fill('演示银行海河支行')
  await labelled(page, '银行账号').fill(demoBankAccount(n))
  await labelled(page, '银行行号').fill(demoBankCode('tianjin', n))
}
const done = (page: Page, sentence: string) => page.getByText(sentence).first().waitFor()

test('S2-03 S2-05 S2-06 S2-08 法人单位登录后进入首页，有“用户中心”和“项目管理”；用户中心的标签与手册一致', async () => {
  keeper = await signedIn(unit.userName)
  const { page } = keeper
  const portal = page.getByRole('region', { name: '首页' })
  await portal.getByRole('link', { name: /^项目管理/ }).waitFor()
  expect(await portal.locator('.tiles.large b').allInnerTexts()).toEqual(['用户中心', '项目管理'])
  await seen(page, '01-首页')
  await portal.getByRole('link', { name: /^用户中心/ }).click()
  await page.getByRole('heading', { name: '用户中心', level: 1 }).waitFor()
  expect(await centerTabs(page)).toEqual(['单位信息', '账号授权', '二级单位', '个人信息审核'])
  await page.locator('.center-head .owner').waitFor()
  await done(page, '本单位尚未维护单位信息')
  await seen(page, '02-尚未维护')
})

test('S2-12 S2-20 S2-24 S2-25 维护单位信息：灰色字段不能修改，红星必填；关键词2个、6个的不能保存', async () => {
  const { page } = keeper
  await press(page, '维护单位信息')
  await labelled(page, 'E-mail').waitFor()
  const grey = page.locator('.field.fixed')
  expect(await grey.locator('.label').allInnerTexts()).toEqual(expect.arrayContaining(['单位名称', '统一社会信用代码', '法定代表人', '单位所在省市', '单位地域', '单位所在区县']))
  expect(await grey.locator('input, textarea, [role=combobox]').count()).toBe(0)
  const starred = page.locator('.unit-profile-form .field:has(.star) > label')
  expect((await starred.allInnerTexts()).map((text) => text.replace(/\*.*$/s, '').trim()))
    .toEqual(['单位联系人手机', '单位联系人办公电话', 'E-mail', '户名', '开户银行', '银行账号', '银行行号'])
  await press(page, '保存')
  await page.locator('.summary').waitFor()
  await seen(page, '03-漏填')
  await labelled(page, '通信地址').fill('海河示范路2号演示大厦')
  await labelled(page, '邮政编码').fill('300000')
  await labelled(page, '单位联系人姓名').fill('赵明演')
  await labelled(page, '单位联系人手机').fill(demoMobile(901))
  await labelled(page, '单位联系人办公电话').fill(demoLandline('tianjin', 901))
  await labelled(page, 'E-mail').fill(demoMail('kyc.haihe'))
  await labelled(page, '户名').fill(unit.name)
  await typeBank(page, 901)
  for (const words of ['海洋工程，先进材料', '海洋工程，先进材料，智能制造，生物医药，软件工程，新能源']) {
    await labelled(page, '研究领域关键词').fill(words)
    await press(page, '保存')
    await errorOf(page, '研究领域关键词').getByText('请填写3至5个研究领域关键词，用逗号分隔').waitFor()
    await page.locator('.summary').waitFor()
  }
  await seen(page, '04-关键词6个')
})

test('S2-20 S2-21 S2-22 S2-23 D20 3至5个关键词可以保存，银行账号首次登记立即使用；查看时有银行行号和变更记录', async () => {
  const { page } = keeper
  await labelled(page, '研究领域关键词').fill('海洋工程，先进材料、智能制造')
  await press(page, '保存')
  await done(page, '单位信息维护成功，银行账号已登记')
  const fact = (label: string) => page.locator('.facts > *', { hasText: label }).first()
  await page.getByText(demoBankCode('tianjin', 901).slice(0, 3)).first().waitFor()
  expect((await page.locator('main').innerText()).replaceAll(/\s/g, '')).toContain(`银行行号${demoBankCode('tianjin', 901)}`)
  expect(await page.locator('main').innerText(), 'the bank account is masked').not.toContain(demoBankAccount(901))
  await fact('研究领域关键词').getByText('智能制造').waitFor()
  await page.getByText('登记银行账号').waitFor()
  await seen(page, '05-单位信息')
})

test('S2-27 S2-28 S2-31 只用键盘新增授权：三个字段、变更影响、授权；已有授权人时说明为何不能新增', async () => {
  hers = await signedIn(a.userName)
  const { page } = keeper
  await openTab(page, '账号授权')
  await done(page, '尚未设置法人单位授权人')
  await page.getByText('注意：法人单位授权人不可与二级单位管理人员是同一个人。').waitFor()
  await seen(page, '06-账号授权')
  await page.locator('main').focus()
  await enter(page, '新增授权')
  await dialog(page).waitFor()
  await enter(page, '授权')
  await dialog(page).locator('.summary').waitFor()
  await seen(page, '07-新增授权-漏填')
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  await expect.poll(() => focused(page), { message: 'the focus comes back to what opened the dialog' }).toBe('新增授权')
  await page.keyboard.press('Enter')
  await dialog(page).waitFor()
  await typeInto(page, '姓名', a.name)
  await typeInto(page, '手机号码', a.phone)
  await typeInto(page, '证件号码', a.document)
  await tabTo(page, '授权')
  await dialog(page).getByRole('button', { name: '明细', exact: true }).click()
  await dialog(page).getByText(`授权“${a.name}”为法人单位授权人`).waitFor()
  await seen(page, '08-变更影响')
  await enter(page, '授权')
  await dialog(page).getByText(`已授权“${a.name}”为法人单位授权人`).waitFor()
  await seen(page, '09-已授权')
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  await page.getByText('生效', { exact: true }).waitFor()
  expect(await page.locator('main').innerText(), 'phone and document are masked').not.toMatch(new RegExp(`${a.phone}|${a.document}`))
  await pressClosed(page, '新增授权')
  await dialog(page).getByText(new RegExp(`^已授权“${a.name}”为法人单位授权人（\\d{4}-\\d\\d-\\d\\d.*），一个单位仅可授权1人`)).waitFor()
  await seen(page, '10-为何不能新增')
  await press(page, '知道了')
})

test('S2-04 S2-09 S2-29 S2-61 D16 E22 授权人切换身份：除账号授权外与单位相同；直接打开账号授权的地址也不能进入', async () => {
  const { page } = hers
  await page.goto('/app/portal')
  await page.getByText('当前用户').first().waitFor()
  await actAs(page, post)
  await page.goto('/app/center')
  expect(await centerTabs(page)).toEqual(['个人信息', '单位信息', '二级单位', '个人信息审核'])
  await seen(page, '11-授权人-个人信息')
  await page.goto('/app/center/authorisation')
  await page.getByText(`“账号授权”由单位管理用户使用，当前身份是${authorised}。`).waitFor()
  await seen(page, '12-授权人-账号授权')
  const answer = await page.request.get('/api/structure/authorisation')
  expect(answer.status()).toBe(403)
  expect(await answer.json()).toMatchObject({ code: 'structure.not_delegable', detail: '账号授权仅限法人单位账号本身办理，法人单位授权人不能办理' })
  await openTab(page, '二级单位')
  await done(page, '尚未设置二级单位')
  await seen(page, '13-授权人-二级单位')
  await openTab(page, '个人信息审核')
  await page.getByRole('heading', { name: '个人信息审核' }).waitFor()
  await axe(page)
})

test('S2-32 S2-41 E15 授权人不能同时为二级单位管理人员：单位设置、授权人自己设置，都说明原因', async () => {
  for (const [i, { page }] of [keeper, hers].entries()) {
    await page.goto('/app/center/secondary-units/new')
    await labelled(page, '二级单位（部门）名称').fill('海洋工程研究所')
    await typeNamed(page, a, managerLabels)
    await press(page, '保存')
    await page.locator('.summary').waitFor()
    await errorOf(page, managerLabels[2]).getByText(/^法人单位授权人不可与二级单位管理人员为同一人：该人员为本单位的法人单位授权人/).waitFor()
    if (i === 0) await seen(page, '14-授权人不能为管理人员')
  }
})

test('S2-26 D20 授权人变更银行账号：等待法人单位账号确认，确认前仍使用原账号；确认后使用新账号', async () => {
  const { page } = hers
  await maintain(page)
  await press(page, '变更银行账号')
  await labelled(page, '户名').fill(unit.name)
  await typeBank(page, 902)
  await axe(page)
  await press(page, '保存')
  await done(page, '银行账号的变更待确认，确认前仍使用原账号')
  await pressClosed(page, '确认变更')
  await dialog(page).getByText(/银行账号的变更须由提交人以外的人确认/).waitFor()
  await seen(page, '15-授权人-待确认')
  await press(page, '知道了')
  await keeper.page.goto('/app/center/unit')
  await keeper.page.getByText('请核对开户银行、银行账号和银行行号后确认').waitFor()
  await seen(keeper.page, '16-单位-待确认')
  await press(keeper.page, '确认变更')
  await dialog(keeper.page).getByText('确认后立即使用以下账号').waitFor()
  await seen(keeper.page, '17-确认变更')
  await inDialog(keeper.page, '确认变更')
  await done(keeper.page, '银行账号的变更已确认，现使用新账号')
  await keeper.page.getByText('确认银行账号变更').waitFor()
  await picture(keeper.page, '18-变更记录')
})

test('S2-30 S2-34 E17 E19 更改授权人：看到影响后执行，新授权人尚未核验的待激活；原授权人打开的页面立即失效', async () => {
  // What she has begun stays with the unit: a change of the bank account waits.
  await maintain(hers.page)
  await press(hers.page, '变更银行账号')
  await labelled(hers.page, '户名').fill(unit.name)
  await typeBank(hers.page, 903)
  await press(hers.page, '保存')
  await done(hers.page, '银行账号的变更待确认，确认前仍使用原账号')

  const { page } = keeper
  await openTab(page, '账号授权')
  await press(page, `更改 ${a.name}`)
  await dialog(page).getByText(`现授权人“${a.name}”的授权立即终止`).waitFor()
  await typeNamed(page, b, authorisedLabels)
  await dialog(page).getByText(`“${a.name}”不再是法人单位授权人`).waitFor()
  await dialog(page).getByText(`授权“${b.name}”为法人单位授权人`).waitFor()
  await seen(page, '19-更改授权人')
  await inDialog(page, '授权')
  await dialog(page).getByText('待激活：本人首次登录且姓名、手机号码、证件号码一致时自动生效').waitFor()
  await seen(page, '21-待激活')
  await page.keyboard.press('Escape')
  await page.getByText(`请告知“${b.name}”`).waitFor()

  await hearsSignedOut(hers.page, centerTab(hers.page, '二级单位'))
  await picture(hers.page, '22-原授权人-登录已失效')
  await demo.letterTo(a.mail, ({ subject }) => subject === `${institute}的法人单位授权已终止`)
})

test('S2-34 E17 E19 新授权人登录时证件尚未核验：单位看到不一致的项目；单位启用其账号后登录即生效，接着办理前任留下的事项', async () => {
  his = await signedIn(b.userName)
  const { page } = keeper
  await openTab(page, '账号授权')
  await page.reload()
  await page.getByText('证件尚未核验').waitFor()
  await seen(page, '23-证件尚未核验')
  await openPerson(page, b.userName)
  await press(page, '启用')
  await inDialog(page, '启用')
  await done(page, `已启用${b.name}`)
  await his.leave()
  his = await signedIn(b.userName)
  await his.page.goto('/app/portal')
  await actAs(his.page, post)
  expect(await (await his.page.request.get('/api/accounts/me')).json()).toMatchObject({ mandate: { post: 'authorised_person' } })
  await his.page.goto('/app/center/unit')
  await his.page.getByText('请核对开户银行、银行账号和银行行号后确认').waitFor()
  await seen(his.page, '24-新授权人-前任留下的事项')
  await press(his.page, '确认变更')
  await inDialog(his.page, '确认变更')
  await done(his.page, '银行账号的变更已确认，现使用新账号')
})

test('S2-33 E23 撤销授权：须写理由，看到影响后执行；历任授权人、撤销期限和本人看到的原因', async () => {
  const { page } = keeper
  await page.goto('/app/center/authorisation')
  await page.getByText('生效', { exact: true }).waitFor()
  await press(page, `撤销授权 ${b.name}`)
  await dialog(page).getByText(`“${b.name}”不再是法人单位授权人`).waitFor()
  await inDialog(page, '撤销授权')
  await dialog(page).locator('.summary').waitFor()
  await labelled(page, '理由').fill('工作调整，由法人单位账号办理。')
  await seen(page, '25-撤销授权')
  await inDialog(page, '撤销授权')
  await dialog(page).getByText(`已撤销“${b.name}”的授权`).waitFor()
  await dialog(page).getByText(/前可以撤销/).waitFor()
  await seen(page, '26-已撤销')
  await page.keyboard.press('Escape')
  await done(page, '尚未设置法人单位授权人')
  const past = page.locator('.past-grants > li')
  await expect.poll(async () => (await past.locator('b').allInnerTexts()).toSorted()).toEqual([a.name, b.name].toSorted())
  await past.filter({ hasText: b.name }).getByText('工作调整，由法人单位账号办理。').waitFor()
  await seen(page, '27-历任授权人')

  await his.page.reload()
  await his.page.waitForURL(/\/sign-in/)
  await his.leave()
  his = await signedIn(b.userName)
  await his.page.getByText(`${institute}：法人单位授权人，已于`).waitFor()
  await his.page.getByText('工作调整，由法人单位账号办理。').waitFor()
  await seen(his.page, '28-本人看到的原因')
  await his.page.goto('/app/center')
  expect(await centerTabs(his.page)).toEqual(['个人信息'])
})

test('S2-08 S2-12 S2-27 英文：首页、单位信息、维护、账号授权', async () => {
  const { page } = await signedIn(unit.userName, { lang: 'en' })
  const typed = new RegExp([unit.name, '海河示范', '赵明演', '赵\\*\\*', '演示', '海洋工程', '先进材料', '智能制造', '林示范', a.name, b.name, '工作调整'].join('|'))
  const complete = async (name: string) => {
    expect(await chineseLeft(page, typed), name).toEqual([])
    await seen(page, `29-英文-${name}`)
  }
  await page.goto('/app/portal')
  await page.locator('.tiles.large a').nth(1).waitFor()
  await complete('首页')
  await page.goto('/app/center/unit')
  await page.locator('.timeline li').first().waitFor()
  await complete('单位信息')
  await page.locator('.page-title button, main button.ant-btn-primary').first().click()
  await page.locator('.unit-profile-form').waitFor()
  await complete('维护单位信息')
  await page.goto('/app/center/authorisation')
  await page.locator('.past-grants > li').first().waitFor()
  await complete('账号授权')
})
