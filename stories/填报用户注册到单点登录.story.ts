import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { axe, picture } from './harness/look.ts'
import { comeToThePersonForm, fillPerson, findUnit, newPerson, peopleOfUnit, rowOf, takeUnit, university } from './harness/persons.ts'
import { signInAs } from './harness/sign-in.ts'
import { story } from './harness/story.ts'
import { labelled, press } from './harness/wizard.ts'
import type { Visitor } from './harness/visitor.ts'

const { visitor, signedIn, demo } = await story({ inOrder: true })
const who = newPerson(1)
let person: Visitor
let keeper: Visitor

const dialogOf = (page: Page) => page.getByRole('dialog')
const card = (page: Page, name: string) => page.locator('li.subsystem').filter({ has: page.getByRole('heading', { name }) })
const tick = (page: Page, name: string) => page.locator('.ticks').getByRole('checkbox', { name })
/** 【模块配置】 of her, from the list. */
async function openModules(page: Page): Promise<void> {
  await peopleOfUnit(page)
  await rowOf(page, who.userName).getByRole('link', { name: `模块配置：${who.name}` }).click()
  await page.getByRole('heading', { name: '模块配置', level: 1 }).waitFor()
  await page.locator('.ticks').waitFor()
}

test('S1-16 S1-22 S1-23 选择用户类型；不同意用户协议的，注册结束；同意的，进入填报用户注册', async () => {
  person = await visitor()
  const { page } = person
  await page.goto('/')
  await page.getByRole('link', { name: '立即注册' }).first().click()
  await page.getByRole('heading', { name: '选择用户类型' }).waitFor()
  expect(await page.locator('main .card h2').allInnerTexts()).toEqual(['单位管理用户注册', '填报用户注册'])
  await axe(page)
  await picture(page, '01-选择用户类型')
  await page.getByRole('link', { name: /^填报用户注册/ }).click()
  await page.getByRole('button', { name: '不同意' }).waitFor()
  await axe(page)
  await press(page, '不同意')
  await page.getByRole('heading', { name: '注册过程已结束' }).waitFor()
  await page.goto('/app/registration/person')
  await page.getByText('请先阅读并同意用户协议').waitFor()
  await comeToThePersonForm(page)
})

test('S1-24 S1-25 S1-32 填报用户注册：一页表单，缺项逐一列出；负责人的姓名和证件号码相互核对', async () => {
  const { page } = person
  await press(page, '注册')
  await page.locator('.summary').waitFor()
  await axe(page)
  await picture(page, '02-缺项')
  await fillPerson(page, demo, { ...who, document: `${who.document.slice(0, 17)}${who.document.endsWith('1') ? '2' : '1'}` })
  const document = page.locator('.field', { has: labelled(page, '证件号码') })
  await document.locator('.error').waitFor()
  await labelled(page, '证件号码').fill(who.document)
  await labelled(page, '负责人姓名').focus()
  await document.locator('.error').waitFor({ state: 'detached' })
})

test('S1-26 S1-27 S1-31 【选择】打开单位选择：按全称查询，只输入一部分或单位尚未审核通过的，查询不到并说明怎么办', async () => {
  const { page } = person
  await press(page, '选择')
  await dialogOf(page).getByRole('heading', { name: '单位选择' }).or(dialogOf(page).getByText('单位选择', { exact: true })).first().waitFor()
  for (const name of ['津沽示范理工', '示例第四科技有限公司（演示）']) {
    await findUnit(page, name)
    await dialogOf(page).getByText(`没有查询到“${name}”`).waitFor()
    expect(await dialogOf(page).getByRole('checkbox').count()).toBe(0)
  }
  await axe(page)
  await picture(page, '03-单位选择没有查询到')
  await dialogOf(page).getByRole('button', { name: '选择', exact: true }).click()
  await dialogOf(page).getByText('请先查询，并在查询结果前勾选单位').waitFor()
})

test('S1-27 S1-28 按全称查询到一个单位，在结果前勾选，【选择】后带回表单', async () => {
  const { page } = person
  await findUnit(page, university)
  await dialogOf(page).getByText('查询到 1 个单位').waitFor()
  await axe(page)
  await picture(page, '04-单位选择查询结果')
  await takeUnit(page, university)
  expect(await labelled(page, '管理单位').inputValue()).toBe(university)
  await axe(page)
  await picture(page, '05-填报用户注册')
})

test('S1-15 S1-29 【注册】后到提交成功，提示保管用户名和密码', async () => {
  const { page } = person
  await press(page, '注册')
  await page.getByRole('heading', { name: '提交成功' }).waitFor()
  await page.getByText('请妥善保管用户名和密码').waitFor()
  await page.getByText(`由${university}的管理员确认`).waitFor()
  await axe(page)
  await picture(page, '06-提交成功')
  const mail = await demo.letterTo(who.mail, ({ subject }) => subject.includes('填报用户注册成功'))
  expect(mail.body).toContain(university)
})

test('S1-30 可以正常登录，看到等待页：谁在办理、自何时起、单位联系人（遮盖）、可以做什么', async () => {
  await person.leave()
  person = await visitor()
  await signInAs(person, demo, who.userName)
  const { page } = person
  await page.getByRole('heading', { name: '等待单位管理员确认' }).waitFor()
  const waiting = page.locator('.waiting')
  const told = await waiting.innerText()
  expect(told).toContain(university)
  expect(told).toMatch(/起始时间\s*\d{4}-\d{2}-\d{2} \d{2}:\d{2}/)
  expect(told).toContain('164****0001')
  expect(told).not.toContain('16400000001')
  expect(told).not.toContain('jingu_ligong@example.com')
  await waiting.getByRole('button', { name: '改选单位' }).waitFor()
  await page.getByText('所有子系统暂时都不能进入').waitFor()
  expect(await page.getByRole('link', { name: /^进入/ }).count()).toBe(0)
  await axe(page)
  await picture(page, '07-等待单位管理员确认')
})

test('S1-30 提醒单位管理员：附言随邮件到达，24小时内只能提醒一次', async () => {
  const { page } = person
  await press(page, '提醒单位管理员')
  await dialogOf(page).getByLabel(/^留言/).fill('材料学院新入职教师，工号演示0801。')
  await axe(page)
  await picture(page, '08-提醒')
  await dialogOf(page).getByRole('button', { name: '提醒', exact: true }).click()
  await page.getByText(`已提醒${university}的单位管理员`).waitFor()
  await page.locator('.waiting').getByText('之后可再次提醒').waitFor()
  await page.getByRole('button', { name: '提醒单位管理员' }).waitFor({ state: 'detached' })
  const mail = await demo.letterTo('jingu_ligong@example.com', ({ subject }) => subject.includes(`${who.name}提醒确认`))
  expect(mail.body).toContain('工号演示0801')
})

test('S1-44 S1-45 S1-46 S1-47 S1-48 S1-51 S1-52 S2-05 D27 单位登录后，从首页一步即到本单位全部填报用户', async () => {
  keeper = await signedIn('jingu_ligong')
  const { page } = keeper
  const tiles = page.getByRole('region', { name: '首页' })
  await tiles.getByRole('link', { name: /^用户中心/ }).waitFor()
  await tiles.getByRole('link', { name: /^项目管理/ }).waitFor()
  await axe(page)
  await picture(page, '09-首页')
  await tiles.getByRole('link', { name: /^用户管理/ }).click()
  await page.locator('.data-list tbody tr a').first().waitFor()
  expect(new URL(page.url()).pathname).toBe('/app/people')
  expect(await page.locator('.filter label').allInnerTexts()).toEqual(['用户名', '负责人姓名'])
  expect(await page.locator('.total').innerText()).toBe('共查询出10条记录')
  const columns = (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.trim()).filter(Boolean)
  expect(columns).toEqual(['序号', '用户名', '负责人姓名', '手机号码', '电子邮箱', '用户状态', '操作'])
  const foot = page.getByRole('navigation', { name: '翻页' })
  expect((await foot.locator('.pager-count').innerText()).replaceAll(/\s+/g, ' ')).toBe('共10条记录 共1页 当前第1页')
  expect(await foot.getByRole('button').allInnerTexts()).toEqual(['首页', '上一页', '下一页', '末页'])
  const cells = (await rowOf(page, who.userName).getByRole('cell').allInnerTexts()).map((text) => text.trim())
  expect(cells.slice(1)).toEqual(['10', who.userName, expect.stringContaining(who.name), '164****0801', expect.stringContaining('***@example.com'), '已禁用', '模块配置'])
  const header = page.locator('header')
  await header.getByText(`当前用户：${university}`).waitFor()
  await header.getByRole('link', { name: '修改密码' }).waitFor()
  await header.getByRole('button', { name: '退出系统' }).waitFor()
  await axe(page)
  await picture(page, '09-用户管理')
})

test('S1-49 S1-50 D10 模块配置：四个子系统勾选两个，同时启用，保存后立即生效', async () => {
  const { page } = keeper
  await openModules(page)
  expect(await page.locator('.ticks').getByRole('checkbox').count()).toBe(4)
  await tick(page, '科技报告').check()
  await tick(page, '专家库').check()
  const enable = page.getByRole('checkbox', { name: '同时启用该用户' })
  expect(await enable.isChecked(), 'D10: granting the first module offers to enable').toBe(true)
  await page.getByText('将开通：科技报告（示例）、专家库（示例）').waitFor()
  await axe(page)
  await picture(page, '10-模块配置')
  await press(page, '保存')
  await page.getByText('已保存，立即生效').waitFor()
  await page.getByText('已启用该用户').waitFor()
  await press(page, '返回')
  await rowOf(page, who.userName).getByText('已启用').waitFor()
  const mail = await demo.letterTo(who.mail, ({ subject }) => subject === `账号已由${university}启用`)
  expect(mail.body).toContain('已确认您的身份并启用账号')
})

test('S1-50 单点登录：首页可以进入两个子系统，进入科技报告时不再输入密码', async () => {
  const { page } = person
  await page.goto('/app/')
  await page.getByRole('link', { name: '进入“科技报告（示例）”' }).waitFor()
  expect(await page.getByRole('link', { name: /^进入/ }).count()).toBe(2)
  await axe(page)
  await picture(page, '11-首页')
  await page.getByRole('link', { name: '我的子系统' }).first().click()
  await card(page, '科技报告').getByText('可进入').waitFor()
  expect(await page.getByRole('link', { name: /^进入/ }).count()).toBe(2)
  await axe(page)
  await picture(page, '11-我的子系统')
  await page.getByRole('link', { name: '进入“科技报告（示例）”' }).click()
  await page.getByRole('heading', { name: `${who.name}，已登录` }).waitFor()
  expect(new URL(page.url()).origin).not.toBe(new URL(keeper.page.url()).origin)
  await page.getByText(university).waitFor()
  await axe(page)
  await picture(page, '12-子系统内')
  await page.getByRole('link', { name: '打开示例记录' }).click()
  await page.getByRole('heading', { name: '示例记录' }).waitFor()
})

test('S1-50 未开通的子系统：平台说明原因和谁能办理，就在该页申请', async () => {
  const { page } = person
  const sample = new URL(page.url()).origin
  await page.goto(`${sample}/cgdj/`)
  await page.getByRole('link', { name: '用平台账号登录' }).click()
  await page.getByRole('heading', { name: '暂不能进入“成果登记（示例）”' }).waitFor()
  await page.getByText('所属单位尚未开通该子系统').waitFor()
  await page.getByText(`${university}的单位管理员`).waitFor()
  await page.getByText('164****0001').waitFor()
  await axe(page)
  await picture(page, '13-暂不能进入')
  await labelled(page, '说明').fill('登记“海水淡化膜”成果，请开通。')
  await press(page, '向单位管理员申请')
  await page.getByText('已向单位管理员申请开通').waitFor()
  await axe(page)
  await picture(page, '14-已申请')
})

test('S1-50 单位在开通申请中说明理由，不予开通；答复到达申请人', async () => {
  const { page } = keeper
  await page.goto('/app/people/requests')
  const row = page.getByRole('row').filter({ has: page.getByText(who.userName, { exact: true }) })
  await row.getByText('海水淡化膜').waitFor()
  expect(await page.locator('nav.tabs [aria-current=page]').allInnerTexts()).toEqual([expect.stringMatching(/^开通申请/)])
  await axe(page)
  await picture(page, '15-开通申请')
  await row.getByRole('button', { name: '不开通' }).click()
  await dialogOf(page).getByRole('button', { name: '不开通', exact: true }).click()
  await dialogOf(page).getByText('请填写理由').waitFor()
  await dialogOf(page).getByRole('textbox').fill('成果由科研院统一登记，请将材料交科研院。')
  await dialogOf(page).getByText('请填写理由').waitFor({ state: 'detached' })
  await axe(page)
  await picture(page, '16-不开通')
  await dialogOf(page).getByRole('button', { name: '不开通', exact: true }).click()
  await page.getByText(`已答复“${who.name}”`).waitFor()
  await person.page.goto('/app/me')
  await card(person.page, '成果登记').getByText('成果由科研院统一登记').waitFor()
  await axe(person.page)
  await picture(person.page, '17-未予开通')
})

test('S1-50 已进入科技报告时单位取消开通：下一次请求即退出，并有说明；再次登录时平台说明原因', async () => {
  const { page } = person
  await page.getByRole('link', { name: '进入“科技报告（示例）”' }).click()
  await page.getByRole('heading', { name: `${who.name}，已登录` }).waitFor()
  await openModules(keeper.page)
  await tick(keeper.page, '科技报告').uncheck()
  await keeper.page.getByText('下一次操作即被拒绝').waitFor()
  await axe(keeper.page)
  await picture(keeper.page, '18-取消开通')
  await press(keeper.page, '保存')
  await keeper.page.getByText('已取消：科技报告（示例）').waitFor()
  await page.getByRole('link', { name: '打开示例记录' }).click()
  // Over the back channel or from the platform's own answer: whichever was first, she reads that it is over.
  await page.getByRole('heading', { name: /登录已结束|不能继续使用本子系统/ }).waitFor()
  expect(await page.locator('main').innerText()).not.toContain('这里本应是')
  await axe(page)
  await picture(page, '19-下一次请求')
  await page.getByRole('link', { name: '重新登录' }).click()
  await page.getByRole('heading', { name: '暂不能进入“科技报告（示例）”' }).waitFor()
})

test('S1-50 其余已开通的子系统照常使用；在平台退出后，子系统的登录也结束', async () => {
  const { page, context } = person
  await page.goto('/app/')
  await page.getByRole('link', { name: '进入“专家库（示例）”' }).click()
  await page.getByRole('heading', { name: `${who.name}，已登录` }).waitFor()
  const platform = await context.newPage()
  await platform.goto('/app/')
  await platform.locator('header').getByRole('button', { name: '退出系统' }).click()
  await platform.waitForURL(({ pathname }) => pathname === '/')
  await page.getByRole('link', { name: '打开示例记录' }).click()
  await page.getByRole('heading', { name: /登录已结束|不能继续使用本子系统/ }).waitFor()
  await platform.close()
})

test('S1-50 从子系统登录：平台确认身份后回到子系统；在子系统退出，平台也退出', async () => {
  const { page } = person
  await page.getByRole('link', { name: '重新登录' }).click()
  await page.getByLabel(/^用户名/).fill(who.userName)
  await page.getByLabel(/^密码/).fill(who.password)
  await press(page, '登录')
  await page.getByRole('heading', { name: `${who.name}，已登录` }).waitFor()
  await press(page, '退出')
  await page.getByRole('heading', { name: '退出系统' }).waitFor()
  await axe(page)
  await picture(page, '20-确认退出')
  await press(page, '退出')
  await page.getByRole('heading', { name: '已退出' }).waitFor()
  await page.goto('/app/')
  await page.waitForURL(/\/sign-in/)
})
