import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { demoResidentId } from '../src/codes/demo-numbers.ts'
import { persons } from '../world/persons.ts'
import { actAs, cell, college, lineOf, maintain, openReview, ownProfile, reviews, showState } from './harness/center.ts'
import { axe, picture } from './harness/look.ts'
import { findUnit, takeUnit } from './harness/persons.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { choose, labelled, press } from './harness/wizard.ts'

const { signedIn, demo } = await story({ inOrder: true })
const software = '软件学院'
const who = persons.find(({ userName }) => userName === 'yj_jiaoshi9') ?? persons[0]!
let person: Visitor
let manager: Visitor

const dialogOf = (page: Page) => page.getByRole('dialog')
const tabs = (page: Page) => page.getByRole('navigation', { name: '用户中心' }).getByRole('link').allInnerTexts()
const field = (page: Page, label: string) => page.locator('.field', { has: page.locator('.label, label', { hasText: label }) }).first()
const names = (page: Page) => page.locator('.data-list tbody .reviewed-name').allInnerTexts()
const badge = (page: Page) => page.locator('.profile-head h2 .tag, .profile-head h2 .state-tag').first()
/** The list or page is asked for anew after a deed. */
async function badgeIs(page: Page, word: string): Promise<void> {
  await expect.poll(() => badge(page).innerText()).toBe(word)
}
const facts = (page: Page) => page.locator('.review-body')

test('S2-11 S2-63 S2-64 S2-65 S2-67 S2-68 S2-69 S2-70 S2-71 S2-72 S2-73 S2-74 普通人员只有个人信息：两句提示、各栏次序，尚未审核的没有标记', async () => {
  person = await signedIn(who.userName)
  const { page } = person
  await page.goto('/app/center')
  await page.locator('.profile-rows').waitFor()
  expect(await tabs(page)).toEqual(['个人信息'])
  expect(await page.locator('.profile-hints li').allInnerTexts()).toEqual([
    '修改证件号码、工作单位、最高学历、最高学位、职称、职务信息需提交单位审核', '维护个人信息前请确保工作单位已注册',
  ])
  await page.getByText('个人信息尚未提交审核').waitFor()
  expect(await badge(page).count()).toBe(0)
  expect(await page.locator('.profile-rows dt').allInnerTexts()).toEqual([
    '姓名', '性别', '国籍/地区', '民族', '政治面貌', '证件类型', '证件号码', '出生日期', '工作单位所在省/市', '工作单位所在区/县', '工作单位地域',
    '单位性质', '工作单位名称', '单位通信地址', '最高学历', '最高学位', '职称', '职务', '专业', '手机', '办公电话', 'Email', 'QQ', '微信',
  ])
  expect(await page.locator('main').innerText()).not.toContain(who.document)
  await axe(page)
  await picture(page, '01-个人信息')
})

test('S2-66 E42 维护个人信息：性别和出生日期由身份证号码得出，不能另填；号码有误的在该栏提示，已填写的不丢失', async () => {
  const { page } = person
  await maintain(page)
  await field(page, '性别').getByText('女性').waitFor()
  await field(page, '出生日期').getByText('1983-10-02').waitFor()
  expect(await page.getByRole('radio').count(), 'the sex is no choice').toBe(0)
  await page.getByRole('button', { name: '更改证件', exact: true }).click()
  await labelled(page, '办公电话').fill('023-00008009')
  const document = page.locator('.field', { has: page.getByLabel(/^证件号码/) })
  await labelled(page, '证件号码').fill(`${who.document.slice(0, 17)}${who.document.endsWith('1') ? '2' : '1'}`)
  await labelled(page, '专业').fill('软件工程')
  await document.locator('.error').waitFor()
  expect(await page.getByRole('radio').count(), 'nor while the number is wrong').toBe(0)
  await axe(page)
  await picture(page, '02-证件号码有误')
  await labelled(page, '证件号码').fill(demoResidentId('chongqing', '1984-11-03', 33))
  await field(page, '出生日期').getByText('1984-11-03').waitFor()
  await field(page, '性别').getByText('男性').waitFor()
  await page.getByRole('button', { name: /^不更改，沿用/ }).click()
  await field(page, '出生日期').getByText('1983-10-02').waitFor()
  expect(await labelled(page, '办公电话').inputValue()).toBe('023-00008009')
})

test('S2-65 S2-70 S2-71 S2-75 工作单位按全称选择，省市、区县、性质、地址随之带出；有二级单位的选择所属部门', async () => {
  const { page } = person
  await field(page, '工作单位名称').getByRole('button', { name: '选择' }).click()
  await findUnit(page, '渝江示范')
  await dialogOf(page).getByText('没有查询到“渝江示范”').waitFor()
  await takeUnit(page, college)
  expect(await labelled(page, '工作单位名称').inputValue()).toBe(college)
  const given = await page.locator('.from-unit').innerText()
  for (const word of ['天津市', '演示区（天津，虚构）', '天津市内', '高等院校', '渝江示范大道1号']) expect(given).toContain(word)
  await press(page, '提交审核')
  await page.locator('.summary').waitFor()
  for (const label of ['国籍/地区', '所属部门', '最高学历', '最高学位', '职称']) await page.locator('.summary', { hasText: label }).waitFor()
  expect(await labelled(page, '专业').inputValue(), 'nothing is lost').toBe('软件工程')
  await axe(page)
  await picture(page, '03-缺项')
  await choose(page, '国籍/地区', '中国')
  await choose(page, '所属部门', software)
  await choose(page, '最高学历', '博士研究生')
  await choose(page, '最高学位', '硕士')
  await choose(page, '职称', '副高')
  await labelled(page, '职务').fill('教师')
  await page.getByText('尚无审核通过的信息，证件号码、工作单位、最高学历、最高学位、职称、职务均需单位审核。').waitFor()
  await page.getByText(/草稿已保存 \d{2}:\d{2}/).waitFor()
  await axe(page)
  await picture(page, '04-维护个人信息')
})

test('S2-57 S2-75 离开后草稿还在；提交后由二级单位审核，页面写明由谁审核、自何时起', async () => {
  const { page } = person
  await page.reload()
  await page.getByText('有尚未提交的修改').waitFor()
  await page.getByRole('button', { name: '继续填写', exact: true }).click()
  expect(await labelled(page, '职务').inputValue()).toBe('教师')
  await press(page, '提交审核')
  await page.getByText('已提交审核').first().waitFor()
  const waiting = page.locator('.waiting')
  await waiting.getByText(software).first().waitFor()
  expect(await waiting.innerText()).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/)
  await badgeIs(page, '待审核')
  await axe(page)
  await picture(page, '05-待审核')
})

test('S2-10 S2-45 S2-47 S2-48 S2-49 S2-50 S2-51 S2-58 S2-61 二级单位管理人员：以个人身份登录，切换身份后审核本部门人员', async () => {
  manager = await signedIn('yj_ruanjian')
  const { page } = manager
  await actAs(page, software)
  await page.goto('/app/center')
  await page.locator('.profile-rows').waitFor()
  expect((await tabs(page)).map((tab) => tab.replaceAll(/[\s\d]+/g, ''))).toEqual(['个人信息', '个人信息审核'])
  await reviews(page)
  expect(await page.locator('form.filters .filter label').allInnerTexts()).toEqual(['姓名', '证件号码', '手机号码', '工作单位', '更新时间', '状态'])
  await page.getByRole('button', { name: '查询', exact: true }).waitFor()
  await page.getByRole('button', { name: '重置', exact: true }).waitFor()
  const columns = (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.trim()).filter(Boolean)
  expect(columns).toEqual(['姓名', '性别', '证件号码', '手机号码', '最高学历', '职称', '工作单位（部门）', '最近更新时间', '状态', '操作'])
  await lineOf(page, who.name).getByText('副高').waitFor()
  const cells = (await lineOf(page, who.name).getByRole('cell').allInnerTexts()).map((text) => text.trim())
  expect(cells.slice(1, 9)).toEqual([
    who.name, '女', expect.stringContaining('*'), expect.stringContaining('****'), '博士研究生', '副高', `${college}(${software})`, expect.stringMatching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/),
  ])
  expect(await page.locator('.data-list').innerText()).not.toMatch(new RegExp(`${who.document}|${who.phone}`))
  expect(await names(page), 'those of the other school, and his own, are none of his').not.toEqual(expect.arrayContaining(['古丽米热·阿不都克里木']))
  expect(await names(page)).not.toContain('程砚秋')
  await lineOf(page, who.name).getByRole('link', { name: `审核 ${who.name}` }).waitFor()
  const foot = page.getByRole('navigation', { name: '翻页' })
  expect(await foot.getByRole('button').allInnerTexts()).toEqual(['上一页', '1', '尾页', '下一页'])
  await foot.getByText('共1页').waitFor()
  await foot.getByText('20/页').waitFor()
  await axe(page)
  await picture(page, '06-个人信息审核')
})

test('S2-47 S2-50 S2-52 按姓名、证件号码、状态查询，重置；姓名和号码不进入链接；已审核的只能查看', async () => {
  const { page } = manager
  await labelled(page, '姓名').fill(who.name)
  await page.locator('form.filters').getByLabel('证件号码', { exact: true }).fill(who.document)
  await press(page, '查询')
  await page.getByText('共查询出1条记录').waitFor()
  expect(decodeURIComponent(page.url())).not.toMatch(new RegExp(`${who.name}|${who.document}`))
  await press(page, '重置')
  await page.getByText('共查询出4条记录').waitFor()
  await showState(page, '审核已通过')
  await lineOf(page, '张若素').getByRole('link', { name: '查看 张若素' }).waitFor()
  await lineOf(page, '张若素').getByText('审核已通过').waitFor()
  await showState(page, '审核不通过')
  await lineOf(page, '侯知微').getByText('审核不通过').waitFor()
  await page.getByRole('group', { name: '状态' }).getByRole('button', { name: /^全部/ }).click()
  await lineOf(page, '侯知微').waitFor()
  await axe(page)
  await picture(page, '07-全部')
  await showState(page, '待审核')
})

test('S2-46 S2-53 S2-54 S2-55 审核：只看需要审核的六项；审核不通过必须填写驳回原因', async () => {
  const { page } = manager
  await openReview(page, who.name)
  await facts(page).getByText('六项均需审核').waitFor()
  const shown = await facts(page).locator('dl').first().locator('dt').allInnerTexts()
  expect(shown).toEqual(['证件号码', '工作单位', '最高学历', '最高学位', '职称', '职务'])
  expect(await facts(page).innerText()).not.toContain(who.document)
  await axe(page)
  await picture(page, '08-审核')
  await page.getByRole('button', { name: /^审核不通过/ }).click()
  const panel = page.getByRole('region', { name: '驳回原因' })
  await panel.getByRole('button', { name: /^确认/ }).click()
  await panel.getByText('请填写驳回原因（2至500字）').waitFor()
  await axe(page)
  await picture(page, '09-未填驳回原因')
  await panel.getByRole('button', { name: '最高学位与实际不符' }).click()
  expect(await panel.getByRole('textbox').inputValue()).toBe('最高学位与实际不符')
  await panel.getByRole('textbox').fill('人事档案中的最高学位是博士，请核对后重新提交。')
  await panel.getByRole('button', { name: /^确认/ }).click()
  await page.getByText(`已将${who.name}的个人信息审核为不通过，并通知本人`).waitFor()
  await page.getByText('审核不通过').first().waitFor()
  await axe(page)
  await picture(page, '10-审核不通过')
  const letter = await demo.letterTo(who.mail, ({ subject }) => subject === '个人信息审核不通过')
  expect(letter.body).toContain('人事档案中的最高学位是博士')
})

test('S2-56 本人看到驳回原因，原因在该栏旁边；修改后重新提交，回到待审核', async () => {
  const { page } = person
  await ownProfile(page)
  await page.getByText('人事档案中的最高学位是博士').first().waitFor()
  await cell(page, '最高学位').getByText('最高学位与实际不符').waitFor()
  await badgeIs(page, '审核不通过')
  await axe(page)
  await picture(page, '11-驳回原因')
  await page.getByRole('button', { name: '修改并重新提交', exact: true }).click()
  await choose(page, '最高学位', '博士')
  await press(page, '提交审核')
  await page.getByText('已提交审核').first().waitFor()
  await badgeIs(page, '待审核')
})

test('E39 审核期间本人撤回并重新提交：正在看旧内容的审核人不能通过，看到新内容后再审核', async () => {
  const { page } = manager
  await reviews(page)
  await openReview(page, who.name)
  await facts(page).getByText('教师').first().waitFor()
  const his = person.page
  await his.getByRole('button', { name: '撤回', exact: true }).click()
  await dialogOf(his).getByRole('button', { name: '撤回', exact: true }).click()
  await his.getByText('已撤回，可以修改后重新提交').waitFor()
  await axe(his)
  await picture(his, '12-已撤回')
  await maintain(his)
  await labelled(his, '职务').fill('教研室主任')
  await press(his, '提交审核')
  await his.getByText('已提交审核').first().waitFor()
  await page.getByRole('button', { name: /^审核通过/ }).click()
  await page.getByText('本人已撤回或重新提交，请核对最新内容后再审核').waitFor()
  await facts(page).getByText('教研室主任').waitFor()
  await axe(page)
  await picture(page, '13-本人已重新提交')
  await page.waitForTimeout(1_000) // Nobody can have read what came up a moment ago: the first press is not taken.
  await page.getByRole('button', { name: /^审核通过/ }).click()
  await page.getByText(`已审核通过${who.name}的个人信息，并通知本人`).waitFor()
})

test('S2-52 S2-54 S2-63 审核通过后，本人的基本信息旁为“已通过”', async () => {
  const { page } = person
  await ownProfile(page)
  await badgeIs(page, '已通过')
  await cell(page, '最高学位').getByText('博士').waitFor()
  await cell(page, '职务').getByText('教研室主任').waitFor()
  const history = page.getByRole('region', { name: '办理过程' })
  for (const what of ['审核通过', '审核不通过', '撤回', '提交审核']) await history.getByText(what).first().waitFor()
  await axe(page)
  await picture(page, '14-已通过')
})

test('1.4.4 S2-64 修改职称后待审核，原职称继续有效；审核期间六项锁定，其他信息保存后立即生效；可以撤回', async () => {
  const { page } = person
  await maintain(page)
  await page.getByText('没有需审核的修改，保存后立即生效。').waitFor()
  await choose(page, '职称', '正高')
  await page.getByText('需单位审核的修改：职称。其他修改随提交立即生效。').waitFor()
  await press(page, '提交审核')
  await page.getByText('已提交审核').first().waitFor()
  await cell(page, '职称').getByText('副高').waitFor()
  await cell(page, '职称').locator('.aside-value').getByText('正高').waitFor()
  await page.getByText('原来审核通过的信息继续有效，可以照常申报。').waitFor()
  await axe(page)
  await picture(page, '15-职称待审核')
  await maintain(page)
  await page.getByRole('group', { name: '正在审核的信息' }).getByText('正高').waitFor()
  expect(await page.getByLabel(/^职称/).count()).toBe(0)
  await labelled(page, 'QQ').fill('100000')
  await labelled(page, '微信').fill('kongly_demo')
  await axe(page)
  await picture(page, '16-审核期间')
  await press(page, '保存')
  await page.getByText('已保存，立即生效').waitFor()
  await cell(page, 'QQ').getByText('100000').waitFor()
  await badgeIs(page, '待审核') // What waits waits on.
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await dialogOf(page).getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByText('已撤回，可以修改后重新提交').waitFor()
  await expect.poll(() => cell(page, '职称').innerText()).toBe('副高')
  await maintain(page)
  await press(page, '提交审核')
  await page.getByText('已提交审核').first().waitFor()
})
