import { expect, test } from 'vitest'
import { actAs, openReview, reviews } from './harness/center.ts'
import { deed, lineOf, ofLeader, ofUnit, openProject, showTab } from './harness/applications.ts'
import { axe, picture, seen } from './harness/look.ts'
import { openPerson, peopleOfUnit } from './harness/persons.ts'
import { dialog, inDialog } from './harness/posts.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { press } from './harness/wizard.ts'

const { signedIn } = await story({ inOrder: true })
const waiting = '高校技术经理人队伍建设的现状与对策调查'
const returned = '开源软件社区参与激励机制调查'
const remark = '请补充问卷样本的来源与数量'
let keeper: Visitor
let deputy: Visitor

const open = async ({ page }: Visitor, title: string) => {
  await page.goto(ofUnit)
  await lineOf(page, title).waitFor()
  await openProject(page, title)
}
const kept = ({ page }: Visitor) => page.getByText(/^草稿已保存/).waitFor()

test('E20 单位账号和授权人同时打开一份申报书，互相看到正在查看', async () => {
  keeper = await signedIn('yujiang_daxue')
  deputy = await signedIn('yj_shouquan')
  await actAs(deputy.page, '法人单位授权人')
  await open(keeper, waiting)
  await open(deputy, waiting)
  await deputy.page.getByText(/正在查看$/).waitFor({ timeout: 70_000 }) // Asked when it is opened, and every half minute.
  await keeper.page.reload()
  await keeper.page.getByText('秦望舒正在查看').waitFor()
  await picture(keeper.page, '01-正在查看')
})

test('E19 写到一半的退回意见自动保存：换一个窗口还在，授权人可以接着写；办理后消失', async () => {
  const { page } = keeper
  await deed(page, '退回')
  await page.getByRole('button', { name: /内容不完整$/ }).click()
  await page.getByRole('button', { name: /^标注/ }).first().click()
  await page.getByRole('textbox', { name: /的修改要求$/ }).first().fill(remark)
  await kept(keeper)
  await picture(page, '02-草稿已保存')
  const again = await signedIn('yujiang_daxue')
  await open(again, waiting)
  await again.page.getByText('尚未发出的退回意见').waitFor()
  await again.page.getByText(remark).waitFor()
  await picture(again.page, '03-另一窗口')
  await open(deputy, waiting)
  await deputy.page.getByText(/起草的退回意见，尚未发出/).waitFor()
  await axe(deputy.page)
  await picture(deputy.page, '04-他人起草')
  await press(deputy.page, '接着写')
  expect(await deputy.page.getByRole('textbox', { name: /的修改要求$/ }).first().inputValue()).toBe(remark)
  await deputy.page.waitForTimeout(1_000)
  await picture(deputy.page, '05-接着写')
  await deputy.page.keyboard.press('Control+Enter')
  await deputy.page.getByText('已退回至负责人。').waitFor()
  await again.page.reload()
  await again.page.getByRole('heading', { level: 1, name: waiting }).waitFor()
  expect(await again.page.getByText('尚未发出的退回意见').count()).toBe(0)
})

test('E10 负责人被禁用：单位看到提示，变更项目负责人，理由必填', async () => {
  const { page } = keeper
  await peopleOfUnit(page)
  await openPerson(page, 'yj_jiaoshi4')
  await press(page, '禁用')
  await dialog(page).getByRole('textbox').fill('已调离')
  await inDialog(page, '禁用')
  await page.getByText('已禁用柴景行').waitFor()
  await page.goto(ofUnit)
  await showTab(page, '按状态查看', '未提交')
  await lineOf(page, returned).getByText('负责人变动').waitFor()
  await picture(page, '06-列表')
  await openProject(page, returned)
  await page.getByText('负责人柴景行已被单位禁用').waitFor()
  await axe(page)
  await picture(page, '07-负责人变动')
  await press(page, '变更项目负责人')
  await dialog(page).getByText('此操作无法撤销。').waitFor()
  await inDialog(page, '变更项目负责人')
  await dialog(page).getByText('请填写理由').waitFor()
  await dialog(page).getByRole('textbox').fill('原负责人已调离，由课题组成员接手')
  await inDialog(page, '变更项目负责人')
  await dialog(page).getByText('请选择新的负责人').waitFor()
  await dialog(page).getByRole('combobox').click()
  await page.keyboard.type('夏以')
  await page.locator('.ant-select-item-option', { hasText: '夏以宁' }).waitFor()
  await axe(page)
  await picture(page, '08-选择负责人')
  await page.keyboard.press('Enter')
  await inDialog(page, '变更项目负责人')
})

test('E10 E58 没有审核通过个人信息的、已满额的不能担任，说明依据哪一条', async () => {
  const { page } = keeper
  await dialog(page).getByText(/个人信息尚未审核通过，不能担任项目负责人/).waitFor()
  await picture(page, '09-不能担任')
  await dialog(page).getByRole('combobox').click()
  await page.keyboard.type('方听')
  await page.locator('.ant-select-item-option', { hasText: '方听澜' }).click()
  await inDialog(page, '变更项目负责人')
  await dialog(page).getByText(/^方听澜已满额，不能担任项目负责人/).waitFor()
  await picture(page, '10-已满额')
  await inDialog(page, '取消')
})

test('E10 审核通过其个人信息后指定为负责人，申报书转入其“我的申报”', async () => {
  const { page } = keeper
  await reviews(page)
  await openReview(page, '程一川')
  await page.waitForTimeout(1_000) // Nobody can have read what came up a moment ago.
  await page.getByRole('region', { name: '审核操作' }).getByRole('button', { name: /^审核通过/ }).click()
  await page.getByText('已审核通过').first().waitFor()
  await page.goto(ofUnit)
  await showTab(page, '按状态查看', '未提交')
  await openProject(page, returned)
  await press(page, '变更项目负责人')
  await dialog(page).getByRole('combobox').click()
  await page.keyboard.type('程一')
  await page.locator('.ant-select-item-option', { hasText: '程一川' }).click()
  await dialog(page).getByRole('textbox').fill('原负责人已调离，由课题组成员接手')
  await inDialog(page, '变更项目负责人')
  await page.getByText('项目负责人已变更为程一川。').waitFor()
  await picture(page, '11-已变更')
  const his = await signedIn('yj_jiaoshi8')
  await his.page.goto(ofLeader)
  await his.page.getByRole('link', { name: returned, exact: true }).first().click()
  await his.page.getByRole('heading', { level: 1, name: returned }).waitFor()
  await seen(his.page, '12-新负责人')
  // What was handed in before stays whose it was, and its PDF is not for him (E61).
  await his.page.getByRole('link', { name: '回执 第1版' }).click()
  await his.page.getByRole('heading', { level: 1, name: '申报回执' }).waitFor()
  await his.page.locator('.receipt').getByText('柴景行', { exact: true }).waitFor()
  await his.page.locator('.receipt').getByText(/软件学院$/).waitFor()
  expect(await his.page.getByRole('link', { name: '申报书 PDF' }).count()).toBe(0)
  await seen(his.page, '13-前任负责人的回执')
})
