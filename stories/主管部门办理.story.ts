import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { licenceAsPdf } from './harness/licence.ts'
import { axe, picture } from './harness/look.ts'
import { signInAs } from './harness/sign-in.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { atStep, choose, labelled, press, uploadLicence } from './harness/wizard.ts'

const { visitor, signedIn, demo } = await story({ inOrder: true })
let wang: Visitor
let feng: Visitor

const list = async (page: Page) => {
  await page.goto('/app/units/reviews')
  await page.locator('.data-list').waitFor()
}
const names = (page: Page) => page.locator('.data-list tbody tr a').allInnerTexts()
const total = (page: Page) => page.locator('.total').innerText()
const open = async (page: Page, name: string) => {
  await list(page)
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('region', { name: '审核操作' }).waitFor()
}
const dialogOf = (page: Page) => page.getByRole('dialog')

test('S1-55 待审核列表：各状态的件数、筛选、重置', async () => {
  wang = await signedIn('haihe_wang')
  const { page } = wang
  await list(page)
  await axe(page)
  expect(await total(page)).toBe('共查询出6条记录')
  const tabs = page.getByRole('group', { name: '按状态查看' }).getByRole('button')
  expect(await tabs.allInnerTexts()).toEqual(['待审核6', '退回修改1', '已生效2', '不通过1', '全部10'].map((text) => expect.stringMatching(new RegExp(text.replace(/(\d+)/, '\\s*$1')))))

  await labelled(page, '单位名称').fill('第六')
  await press(page, '查询')
  await page.getByText('共查询出2条记录').waitFor()
  expect(await names(page)).toEqual(['示例第六科技有限公司（演示）', '示例第六科技（演示）有限公司'])
  await picture(page, '筛选')
  await press(page, '重置')
  await page.getByText('共查询出6条记录').waitFor()

  await labelled(page, '联系人手机').fill('0005')
  await press(page, '查询')
  await page.getByText('共查询出1条记录').waitFor()
  expect(await names(page)).toEqual(['示例第五智能装备股份有限公司（演示）'])
  expect(page.url(), 'S1-N4: a phone number never stands in a link').not.toContain('0005')
  await press(page, '重置')

  await labelled(page, '单位名称').fill('没有这样的单位')
  await press(page, '查询')
  await page.getByText('没有符合条件的记录').waitFor()
  await axe(page)
  await picture(page, '没有记录')
  await press(page, '重置')
  await page.getByRole('button', { name: /已生效/ }).click()
  await page.getByText('共查询出2条记录').waitFor()
})

test('S1-N4 S1-55 联系方式默认遮盖，查看须点击，并告知将留下记录', async () => {
  const { page } = wang
  await open(page, '示例第四科技有限公司（演示）')
  expect(await page.locator('main').innerText()).not.toContain('16400000004')
  const reveal = page.getByRole('button', { name: '查看完整内容 手机号码' })
  expect(await reveal.getAttribute('title')).toBe('查看将被记录')
  await reveal.click()
  await page.getByText('16400000004').waitFor()
  await page.reload()
  await reveal.waitFor()
  expect(await page.locator('main').innerText()).not.toContain('16400000004')
  await axe(page)
  await picture(page, '详情')
})

test('D15 E01 E07 同一代码的两项注册、相同的名称都有提示和理由', async () => {
  const { page } = wang
  await open(page, '示例第六科技有限公司（演示）')
  await page.getByText('另有 1 项待审核的注册使用同一统一社会信用代码').waitFor()
  await picture(page, '代码重复')
  await open(page, '示例第三科技有限公司 (演示)')
  await page.getByText('已有同名单位，其统一社会信用代码为').waitFor()
  await picture(page, '名称相同')
})

test('S1-18 D15 代码校验不通过的，核对证照后勾选才能通过', async () => {
  const { page } = wang
  await open(page, '示例农业专业合作社（演示）')
  await page.getByRole('button', { name: /^通过/ }).click()
  await dialogOf(page).getByRole('button', { name: '通过', exact: true }).click()
  await dialogOf(page).getByText('须核对登记证照后勾选').waitFor()
  await axe(page)
  await picture(page, '人工核验')
  await dialogOf(page).getByRole('checkbox').check()
  await dialogOf(page).getByRole('button', { name: '通过', exact: true }).click()
  await page.getByText('已通过，示例农业专业合作社（演示）的账号已生效').waitFor()
})

test('S1-55 同一代码的第一项通过后，另一项不能再通过，只能退回或不通过；不通过须写理由', async () => {
  const { page } = wang
  await open(page, '示例第六科技有限公司（演示）')
  await page.getByRole('button', { name: /^通过/ }).click()
  await dialogOf(page).getByRole('button', { name: '通过', exact: true }).click()
  await page.getByText('已通过').first().waitFor()
  await open(page, '示例第六科技（演示）有限公司')
  await page.getByText('已有生效单位').first().waitFor()
  expect(await page.getByRole('button', { name: /^通过/ }).isDisabled()).toBe(true)
  await axe(page)
  await picture(page, '已有生效单位')
  await page.getByRole('button', { name: /^不通过/ }).click()
  await dialogOf(page).getByRole('button', { name: '不通过', exact: true }).click()
  await dialogOf(page).getByText('请填写理由').waitFor()
  await picture(page, '不通过')
  await dialogOf(page).getByRole('textbox').fill('该代码的单位已注册，请联系本单位管理员。')
  await dialogOf(page).getByRole('button', { name: '不通过', exact: true }).click()
  await page.getByText('不予通过').waitFor()
  const [mail] = await demo.mailTo('shili_keji6b@example.com', ({ subject }) => subject.includes('未通过审核'))
  expect(mail?.body).toContain('请联系本单位管理员')
})

test('S1-55 退回：至少一项，每项写理由', async () => {
  const { page } = wang
  await open(page, '示例第四科技有限公司（演示）')
  await page.getByRole('button', { name: /^退回/ }).click()
  await press(page, '退回')
  await page.getByText('请至少勾选一项并填写理由').waitFor()
  await page.getByRole('checkbox', { name: '需要修改：法定代表人' }).check()
  await page.getByRole('checkbox', { name: '需要修改：登记证照' }).check()
  await page.getByLabel('登记证照的修改理由').fill('请上传彩色扫描件（PDF）。')
  await press(page, '退回')
  await page.getByText('请填写理由').first().waitFor()
  await axe(page)
  await picture(page, '退回缺理由')
  await page.getByLabel('法定代表人的修改理由').fill('与证照上的法定代表人不一致')
  await press(page, '退回')
  await page.getByText('已退回').first().waitFor()
})

test('S1-43 D24 证照为PDF时逐页显示', async () => {
  const unit = await visitor()
  await signInAs(unit, demo, 'shili_keji4')
  const { page } = unit
  await page.getByText('需要修改后再次提交').waitFor()
  await atStep(page, '单位')
  await labelled(page, '法定代表人').fill('端木衡')
  await press(page, '下一步')
  await atStep(page, '证照')
  await uploadLicence(page, await licenceAsPdf(page, '示例第四科技有限公司（演示）'))
  await page.locator('.document canvas').first().waitFor()
  await press(page, '下一步')
  await atStep(page, '确认')
  await press(page, '提交')
  await page.getByRole('heading', { name: '提交成功' }).waitFor()
  await open(wang.page, '示例第四科技有限公司（演示）')
  await wang.page.locator('.document canvas').first().waitFor()
  await wang.page.getByText('退回后有修改').first().waitFor()
  await axe(wang.page)
  await picture(wang.page, '证照为PDF')
})

test('E05 S1-55 转交：选错主管部门的，转给负责的部门，申请人无需重填', async () => {
  const { page } = wang
  await open(page, '示例第三科技有限公司 (演示)')
  await page.getByRole('button', { name: /^转交/ }).click()
  const dialog = dialogOf(page)
  await dialog.getByRole('radio', { name: '两江示范区科学技术局（演示）' }).check()
  await dialog.locator('#transfer-reason').fill('注册地址在两江示范区。')
  await axe(page)
  await picture(page, '转交')
  await dialog.getByRole('button', { name: '转交', exact: true }).click()
  await page.getByText('已转交两江示范区科学技术局（演示）').waitFor()
  await list(page)
  expect(await names(page)).not.toContain('示例第三科技有限公司 (演示)')
  const he = await signedIn('liangjiang_he')
  await open(he.page, '示例第三科技有限公司 (演示)')
  await he.page.getByText('注册地址在两江示范区。').waitFor()
  const unit = await visitor()
  await signInAs(unit, demo, 'shili_keji7')
  await unit.page.locator('.waiting').getByText('两江示范区科学技术局（演示）').waitFor()
})

test('S1-08 两人同时办理：后一人被告知已由他人办理，操作没有生效', async () => {
  feng = await signedIn('haihe_feng')
  const unit = '示例第五智能装备股份有限公司（演示）'
  await open(wang.page, unit)
  await open(feng.page, unit)
  await wang.page.getByRole('button', { name: /^通过/ }).click()
  await dialogOf(wang.page).getByRole('button', { name: '通过', exact: true }).click()
  await wang.page.getByText('已通过').first().waitFor()
  await feng.page.getByRole('button', { name: /^不通过/ }).click()
  await dialogOf(feng.page).getByRole('textbox').fill('来晚了一步。')
  await dialogOf(feng.page).getByRole('button', { name: '不通过', exact: true }).click()
  await feng.page.getByText('此注册刚刚已由他人办理，当前为“已生效”。').waitFor()
  await axe(feng.page)
  await picture(feng.page, '已由他人办理')
})

test('S1-08 停用与恢复单位：停用后其账号立即退出', async () => {
  const unit = await visitor()
  await signInAs(unit, demo, 'haihe_yanjiu')
  const { page } = wang
  await page.goto('/app/units')
  await page.getByRole('button', { name: '停用海河示范研究院（演示）' }).click()
  await dialogOf(page).getByRole('textbox').fill('演示停用。')
  await dialogOf(page).getByRole('button', { name: '停用', exact: true }).click()
  await page.getByText('已停用海河示范研究院（演示），其账号已退出。').waitFor()
  await axe(page)
  await picture(page, '单位管理')
  await unit.page.goto('/app/')
  await unit.page.waitForURL(/\/sign-in/)
  await page.getByRole('button', { name: '恢复海河示范研究院（演示）' }).click()
  await dialogOf(page).getByRole('textbox').fill('演示恢复。')
  await dialogOf(page).getByRole('button', { name: '恢复', exact: true }).click()
  await page.getByText('已恢复海河示范研究院（演示）。').waitFor()
  await signInAs(unit, demo, 'haihe_yanjiu')
  await unit.page.locator('header').getByText('当前用户：海河示范研究院（演示）').waitFor()
})

test('S1-55 上级部门看得到下级的注册；没有待办时说明原因', async () => {
  const sun = await signedIn('kejiju_sun')
  const { page } = sun
  await list(page)
  await page.getByText('没有待审核的单位注册').waitFor()
  await picture(page, '没有待办')
  await choose(page, '办理部门', '含下级部门')
  await press(page, '查询')
  await page.locator('.data-list tbody tr, .cards li').first().waitFor()
  await picture(page, '含下级部门')
})
