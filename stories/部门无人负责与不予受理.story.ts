import { expect, test } from 'vitest'
import { deed, kept, lineOf, ofLeader, ofReview, openProject, part, write } from './harness/applications.ts'
import { axe, seen } from './harness/look.ts'
import { dialog, inDialog } from './harness/posts.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { labelled, press } from './harness/wizard.ts'

const { signedIn } = await story({ inOrder: true })
const title = '开源软件社区参与激励机制调查'
const school = '软件学院'
const because = '该部门目前没有管理人员'
let his: Visitor
let keeper: Visitor
const panel = () => keeper.page.locator('.decide-panel')

test('S2-78 D18 退回两处的申报书：各部分标明有几处，改好后重新提交，回到部门', async () => {
  his = await signedIn('yj_jiaoshi4')
  const { page } = his
  await page.goto(ofLeader)
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByText('以下2处可以修改，其余内容不变：').waitFor()
  const parts = page.getByRole('navigation', { name: '申报书各部分' })
  expect(await parts.getByText('标注1处').count()).toBe(2)
  await write(page, '调查对象与样本量', '示范市高校、院所 30 家，分层抽样，问卷 800 份')
  await part(page, '研究方案')
  await page.getByLabel(/支出事项/).first().fill('问卷印制与发放（按份测算）')
  await page.keyboard.press('Tab')
  await kept(page)
  await page.getByText('已填写完整，可以提交').waitFor()
  await press(page, '提交')
  await press(page, '确认提交')
  await page.getByRole('heading', { level: 1, name: '申报回执' }).waitFor()
})

test('D11 E36 撤销部门管理人员后，申报书留在部门，单位看到无人负责；可以改派，也可以代为审核', async () => {
  keeper = await signedIn('yujiang_daxue')
  const { page } = keeper
  await page.goto('/app/center/secondary-units')
  await page.getByRole('link', { name: school, exact: true }).click()
  await press(page, '撤销管理人员')
  await labelled(page, '理由').fill('任期届满。')
  await dialog(page).getByText(`不再是“${school}”的管理人员`).waitFor()
  await inDialog(page, '撤销管理人员')
  await dialog(page).getByText(/^已撤销管理人员/).waitFor()
  // It is on the unit's to-do list, which leads to exactly what lies there.
  await page.goto('/app/todo')
  await page.getByRole('link', { name: `“${school}”没有管理人员，有申报书待审核` }).click()
  await page.getByText('共查询出1条记录').waitFor()
  await lineOf(page, title).getByText('无人负责').waitFor()
  await seen(page, '01-无人负责')
  await openProject(page, title)
  await page.getByText(`“${school}”目前没有管理人员。单位可以代为审核，需说明原因。`).waitFor()
  await press(page, '改派审核部门')
  await dialog(page).getByText('直接转入单位审核').waitFor()
  await dialog(page).getByText('此操作无法撤销。').waitFor()
  await axe(page)
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
})

test('D11 单位说明原因后代为审核，十分钟内可以撤销；没有原因不能代审', async () => {
  const { page } = keeper
  await deed(page, '项目申报审核（单位）')
  await panel().getByRole('button', { name: /^项目申报审核（单位）/ }).click()
  await panel().getByText('请填写代审原因').waitFor()
  await panel().getByRole('button', { name: because }).click()
  await seen(page, '02-代为审核')
  await panel().getByRole('button', { name: /^项目申报审核（单位）/ }).click()
  await page.getByText('已通过，转至渝江示范大学（演示）。').waitFor()
  await deed(page, '撤销')
  await page.getByText('已撤销，申报书回到本环节。').waitFor()
  await deed(page, '项目申报审核（单位）')
  await panel().getByRole('button', { name: because }).click()
  await panel().getByRole('button', { name: /^项目申报审核（单位）/ }).click()
  await page.getByText('已通过，转至渝江示范大学（演示）。').waitFor()
  await deed(page, '提交至科技局')
  await page.getByText('已通过，转至津渝示范市科学技术局（演示）。').waitFor()
})

test('E60 负责人看到由单位代为审核及其原因', async () => {
  const { page } = his
  await page.goto(ofLeader)
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByText(because).first().waitFor()
  await seen(page, '03-负责人看到代审')
})

test('1.4.5 科技局不予受理：须选择原因并说明；负责人看到原因，限项名额随即空出（E58）', async () => {
  const { page } = await signedIn('kejiju_sun')
  await page.goto(ofReview)
  await openProject(page, title)
  await deed(page, '不予受理')
  const asked = page.locator('.decide-panel')
  await asked.getByRole('button', { name: /^不予受理/ }).click()
  await asked.getByText('请选择不予受理原因').waitFor()
  await asked.getByText('请填写说明').waitFor()
  await asked.getByRole('button', { name: '不属于指南支持范围' }).click()
  await asked.getByLabel(/^说明/).fill('选题不属于本年度指南支持范围。')
  await seen(page, '04-不予受理')
  await asked.getByRole('button', { name: /^不予受理/ }).click()
  await page.getByText('已作出不予受理决定。').waitFor()
  const own = his.page
  await own.reload()
  await own.getByText('选题不属于本年度指南支持范围。').first().waitFor()
  await seen(own, '05-负责人看到不予受理')
  await own.goto(ofLeader)
  await own.getByRole('link', { name: /^申报 津渝示范市软科学研究项目申报指南/ }).click()
  await own.getByText('已占0项，限1项').waitFor()
})
