import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { actAs } from './harness/center.ts'
import { deed, kept, ofLeader, ofUnit, openProject, write } from './harness/applications.ts'
import { axe, seen } from './harness/look.ts'
import { inDialog } from './harness/posts.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { labelled, press } from './harness/wizard.ts'

const { signedIn, program, whileResting } = await story({ inOrder: true })
const title = '高校技术经理人队伍建设的现状与对策调查'
const call = '软科学研究'
let hers: Visitor

/** How many of the places within the limit of this call she takes, as the page says it before anything is begun (E58). */
async function takes(page: Page, sentence: string): Promise<void> {
  await page.goto(ofLeader)
  await page.locator('.open-calls > li', { hasText: call }).getByRole('link', { name: /^申报/ }).click()
  await page.getByText(sentence, { exact: true }).waitFor()
}

async function openOwn(page: Page): Promise<void> {
  await page.goto(ofLeader)
  await page.getByRole('link', { name: title }).first().click()
}

test('S2-89 D18 单位只标注“申请经费”；改小后“经费使用计划”与之不符，负责人打开该栏目一并修改', async () => {
  const unit = await signedIn('yujiang_daxue')
  await unit.page.goto(ofUnit)
  await openProject(unit.page, title)
  await deed(unit.page, '退回')
  await unit.page.getByRole('region', { name: '申请经费（万元）' }).getByRole('button', { name: '标注' }).click()
  await unit.page.getByLabel('“申请经费（万元）”的修改要求').fill('请压缩经费')
  await unit.page.getByRole('button', { name: /^退回至负责人（修改 1 处）/ }).click()
  await unit.page.getByText('已退回至负责人。').first().waitFor()
  await unit.leave()

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
  await manager.leave()
})

test('E58 不再修改的，负责人可以放弃申报，不再占用限项名额；截止之前仍可重新提交', async () => {
  const { page } = hers
  await takes(page, '已占1项，限1项')
  await openOwn(page)
  await press(page, '放弃申报')
  await seen(page, '04-放弃申报')
  await inDialog(page, '放弃申报')
  await page.getByText('未提交 · 已撤回').first().waitFor()
  expect(await page.getByRole('button', { name: '放弃申报' }).count()).toBe(0)
  await seen(page, '05-已放弃')
  await takes(page, '已占0项，限1项')
  await openOwn(page)
  await press(page, '提交')
  await page.getByText('提交后由软件学院审核。').waitFor()
  await press(page, '确认提交')
  await page.getByRole('heading', { level: 1, name: '申报回执' }).waitFor()
  await takes(page, '已占1项，限1项')
})

test('E55 S2-85 申报截止之后被退回的：选定的原因和填写的说明双方都读得到，不重复；说明不能再提交的原因和可以办理的事项，不再要求“修改后重新提交”', async () => {
  await hers.page.goto('about:blank')
  await whileResting((db) => sql`insert into call_window (call_id, level, nth, opens_at, closes_at, reason, moved_by, moved_at)
    select w.call_id, w.level, max(w.nth) + 1, min(w.opens_at), now() - interval '1 minute', '提前截止', c.made_by, now()
    from application a join call c on c.id = a.call_id join call_window w on w.call_id = c.id where a.title = ${title} and w.level = 'leader' group by w.call_id, w.level, c.made_by`.execute(db).then(() => undefined))
  await program.start()
  const manager = await signedIn('yj_ruanjian')
  await actAs(manager.page, '软件学院')
  await manager.page.goto(ofUnit)
  await openProject(manager.page, title)
  await deed(manager.page, '退回')
  await manager.page.getByLabel(/^退回说明/).fill('请补充调查样本的说明')
  // Picked after it was written: the words stay as they were typed, and both are read.
  await manager.page.locator('.decide-panel').getByRole('button', { name: '内容不完整' }).click()
  await manager.page.getByRole('button', { name: /^退回至负责人/ }).click()
  await manager.page.getByText('已退回至负责人。').first().waitFor()
  const reasons = ['内容不完整', '请补充调查样本的说明']
  const atDesk = manager.page.locator('.notice', { hasText: '软件学院已退回' }).locator('.given')
  await atDesk.filter({ hasText: '请补充调查样本的说明' }).waitFor()
  expect(await atDesk.allInnerTexts()).toEqual(reasons)
  const { page } = hers
  await page.goto(ofLeader)
  const card = page.locator('.own-application', { hasText: title })
  await card.getByText('提交时间已过，目前不能提交。').waitFor()
  await seen(page, '06-列表')
  await card.getByRole('link', { name: title }).first().click()
  const late = page.locator('.notice').filter({ hasText: '提交时间已过，目前不能提交' })
  await late.getByText(/办理时间已于.*截止/).waitFor()
  await late.getByText('不再申报的，可以放弃申报，不再占用限项名额。').waitFor()
  await page.getByText('软件学院已退回', { exact: true }).waitFor()
  expect(await page.locator('.notice', { hasText: '软件学院已退回' }).locator('li.given').allInnerTexts()).toEqual(reasons)
  expect(await page.getByText('请修改后重新提交').count()).toBe(0)
  expect(await page.getByText(/^请在 .* 前重新提交。$/).count()).toBe(0)
  await axe(page)
  await seen(page, '07-截止后被退回')
})
