import { expect, test } from 'vitest'
import { actAs } from './harness/center.ts'
import { deed, kept, ofLeader, ofUnit, openProject, write } from './harness/applications.ts'
import { axe, seen } from './harness/look.ts'
import { inDialog } from './harness/posts.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { labelled, press } from './harness/wizard.ts'

const { signedIn } = await story({ inOrder: true })
const title = '高校技术经理人队伍建设的现状与对策调查'
let hers: Visitor

test('S2-89 D18 单位只标注“申请经费”；改小后“经费使用计划”与之不符，负责人打开该栏目一并修改', async () => {
  const unit = await signedIn('yujiang_daxue')
  await unit.page.goto(ofUnit)
  await openProject(unit.page, title)
  await deed(unit.page, '退回')
  await unit.page.getByRole('region', { name: '申请经费（万元）' }).getByRole('button', { name: '标注' }).click()
  await unit.page.getByLabel('“申请经费（万元）”的修改要求').fill('请压缩经费')
  await unit.page.getByRole('button', { name: /^退回至负责人（修改 1 处）/ }).click()
  await unit.page.getByText('已退回至负责人。').first().waitFor()

  hers = await signedIn('yj_jiaoshi1')
  const { page } = hers
  await page.goto(ofLeader)
  await page.getByRole('link', { name: title }).first().click()
  await page.getByText('以下1处可以修改，其余内容不变：').waitFor()
  await labelled(page, '申请经费').waitFor()
  await write(page, '申请经费', '3')
  const notice = page.locator('.notice').filter({ hasText: '另有1处未标注的栏目不符合填报要求' })
  await notice.getByRole('button', { name: '经费使用计划' }).waitFor()
  await axe(page)
  await seen(page, '01-未标注的栏目也须修改')
  await notice.getByRole('button', { name: '打开这些栏目' }).click()
  await page.getByRole('heading', { level: 2, name: '研究方案' }).waitFor()
  await notice.waitFor({ state: 'detached' })
  const amounts = page.getByLabel(/金额（万元）/)
  await amounts.first().waitFor()
  expect(await page.locator('.rich[contenteditable=true]').count()).toBe(0)
  const n = await amounts.count()
  for (let i = 0; i < n; i++) {
    await amounts.nth(i).fill(i === 0 ? '3' : '0')
    await page.keyboard.press('Tab')
  }
  await kept(page)
  await page.getByText('已填写完整，可以提交').waitFor()
  await seen(page, '02-已打开并修改')
})

test('D5 改动超出标注的栏目，重新提交后从部门起逐级审核；部门看到打开了什么、改了什么', async () => {
  const { page } = hers
  await press(page, '提交')
  await page.getByText('提交后由软件学院审核。').waitFor()
  await press(page, '确认提交')
  await page.getByRole('heading', { level: 1, name: '申报回执' }).waitFor()
  const manager = await signedIn('yj_ruanjian')
  await actAs(manager.page, '软件学院')
  await manager.page.goto(ofUnit)
  await openProject(manager.page, title)
  await manager.page.getByRole('button', { name: '审核意见与流程' }).click()
  await manager.page.getByText('打开未标注但有误的栏目').first().waitFor()
  await seen(manager.page, '03-部门看到的改动')
  await deed(manager.page, '退回')
  await manager.page.getByLabel(/^退回说明/).fill('请与学院商量后再报')
  await manager.page.getByRole('button', { name: /^退回至负责人/ }).click()
  await manager.page.getByText('已退回至负责人。').first().waitFor()
})

test('E58 不再修改的，负责人可以放弃申报，不再占用限项名额；截止之前仍可重新提交', async () => {
  const { page } = hers
  await page.goto(ofLeader)
  await page.getByRole('link', { name: title }).first().click()
  await press(page, '放弃申报')
  await seen(page, '04-放弃申报')
  await inDialog(page, '放弃申报')
  await page.getByText('未提交 · 已撤回').first().waitFor()
  expect(await page.getByRole('button', { name: '放弃申报' }).count()).toBe(0)
  await seen(page, '05-已放弃')
})
