import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { deed, kept, lineOf, ofUnit, openProject, part, showTab, waitBeside, write } from './harness/applications.ts'
import { dayFromNow, draftKept, editorPart, ofCalls, typeMoment } from './harness/editor.ts'
import { axe, seen } from './harness/look.ts'
import { dialog, inDialog } from './harness/posts.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { labelled, press } from './harness/wizard.ts'

const { signedIn, program, whileResting } = await story({ inOrder: true })
const [code, call] = ['QJLH2027', '区级推荐软科学项目申报指南']
const title = '区域科技成果转化服务体系运行情况调查'
const others = ['园区创新服务平台使用情况调查', '科技特派员工作成效调查', '中小企业研发投入情况调查']
const [authority, bureau] = ['两江示范区科学技术局（演示）', '津渝示范市科学技术局（演示）']
/** Day on which each level closes, from today. */
const closes = { 负责人申报: 10, 部门审核: 12, 单位审核: 14, 主管部门审核: 17 } as const
let keeper: Visitor
let officer: Visitor

test('D17 科技局把已有指南复制为新指南，勾选“经主管部门审核”，各级各有时间', async () => {
  const { page } = await signedIn('kejiju_sun')
  await page.goto(ofCalls)
  await page.getByRole('row').filter({ hasText: 'RKX' }).getByRole('button', { name: /^复制为新指南/ }).click()
  await dialog(page).getByLabel(/^指南代码/).fill(code)
  await inDialog(page, '复制为新指南')
  await editorPart(page, '基本信息与通知')
  await labelled(page, '指南标题').fill(call)
  // The leader of this story leads a study of the other call already.
  await editorPart(page, '限项与名额')
  await page.getByRole('button', { name: /^删除/ }).click()
  await editorPart(page, '流程与时间')
  await page.getByRole('checkbox', { name: '经主管部门审核' }).check()
  for (const [level, days] of Object.entries(closes)) {
    const window = page.getByRole('group', { name: level, exact: true })
    await typeMoment(window.getByLabel(/^开始时间/), `${dayFromNow(-1)} 09:00:00`)
    await typeMoment(window.getByLabel(/^截止时间/), `${dayFromNow(days)} 17:59:59`)
  }
  await draftKept(page)
  await press(page, '发布')
  await inDialog(page, '发布')
  await page.getByText('第 1 版已发布。').waitFor()
})

test('N18 D17 负责人带入已有申报书的内容；提交前看得到主管部门一级及其截止时间', async () => {
  const his = await signedIn('yj_shouquan')
  const { page } = his
  await page.goto(`/calls/${code}`)
  await page.getByRole('link', { name: '开始申报' }).click()
  await press(page, '开始填写')
  await write(page, '项目名称', title)
  await kept(page)
  await press(page, '带入已有内容')
  await inDialog(page, '带入已有内容')
  await page.getByText(/^已带入\d+项/).waitFor()
  await part(page, '附件与承诺')
  await page.getByRole('checkbox').first().check()
  await kept(page)
  await page.getByText('已填写完整，可以提交').waitFor()
  const level = page.locator('.own-route li', { hasText: '主管部门审核' })
  await level.getByText(authority).waitFor()
  await level.getByText(`截止 ${dayFromNow(closes.主管部门审核)} 17:59:59`).waitFor()
  await press(page, '提交')
  await press(page, '确认提交')
  await page.getByRole('heading', { level: 1, name: '申报回执' }).waitFor()
  await his.leave()
})

test('D17 S2-82 S2-88 指南有主管部门一级的，单位的按钮为【提交至主管部门】；提交后为主管部门审核', async () => {
  // Three more of the same leader wait at the unit; the time for leaders is over meanwhile, that of the desks is not.
  await whileResting(async (db) => {
    await waitBeside(db, title, others)
    await sql`insert into call_window (call_id, level, nth, opens_at, closes_at, reason, moved_by, moved_at)
      select w.call_id, w.level, 2, w.opens_at, now() - interval '1 minute', '提前截止', c.made_by, now() from call_window w join call c on c.id = w.call_id where c.code = ${code} and w.level = 'leader'`.execute(db)
  })
  await program.start()
  keeper = await signedIn('yujiang_daxue')
  const { page } = keeper
  await page.goto(ofUnit)
  await openProject(page, title)
  await page.getByRole('button', { name: /^提交至主管部门/ }).waitFor()
  expect(await page.getByRole('button', { name: /^提交至科技局/ }).count()).toBe(0)
  await seen(page, '01-提交至主管部门')
  await deed(page, '提交至主管部门')
  await page.getByText(`已通过，转至${authority}。`).waitFor()
  await page.goto(ofUnit)
  await showTab(page, '按状态查看', '主管部门审核')
  await lineOf(page, title).getByText('主管部门审核', { exact: true }).waitFor()
})

test('D17 主管部门在自己的列表中看到，有本级的截止时间；打开后可取得提交版本的PDF（E63），【提交至科技局】', async () => {
  officer = await signedIn('liangjiang_he')
  const { page } = officer
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^项目管理/ }).click()
  await page.getByRole('navigation', { name: '项目管理' }).getByRole('link', { name: /^项目申报审核/ }).click()
  await page.getByRole('heading', { level: 1, name: '项目申报审核' }).waitFor()
  await page.getByText('共查询出1条记录').waitFor()
  await lineOf(page, title).getByText('主管部门审核', { exact: true }).waitFor()
  await lineOf(page, title).getByText(`${dayFromNow(closes.主管部门审核)} 17:59:59`).waitFor()
  await seen(page, '02-主管部门的列表')
  await openProject(page, title)
  await page.locator('.item-evidence').getByText(`${dayFromNow(closes.主管部门审核)} 17:59:59`).waitFor()
  await seen(page, '03-主管部门审核')
  const [print] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: '申报书 PDF（第 1 次提交）' }).click()])
  await print.getByRole('heading', { level: 1, name: '申报书 PDF' }).waitFor()
  await print.getByText(title).first().waitFor()
  await print.getByRole('link', { name: '下载 PDF' }).waitFor()
  await seen(print, '04-PDF')
  await print.close()
  await deed(page, '提交至科技局')
  await page.getByText(`已通过，转至${bureau}。`).waitFor()
})

test('S2-84 S2-90 批量提交同样写明去向；退回前告知有几项的负责人不能再提交；抽查情况记入本批办理记录（N5）', async () => {
  const { page } = keeper
  await page.goto(ofUnit)
  for (const one of others) await lineOf(page, one).getByRole('checkbox').check()
  await press(page, '批量提交')
  await dialog(page).getByText('通过，数据流转至主管部门审核。').waitFor()
  await inDialog(page, '退回')
  await dialog(page).getByText('其中 3 项负责人的申报时间已过，退回后不能再提交；需要补正的，由科技局退回。').waitFor()
  await seen(page, '05-批量退回')
  await inDialog(page, '上一步')
  await inDialog(page, '提交至主管部门')
  await dialog(page).getByText('已查看 0/3').waitFor()
  expect(await dialog(page).getByText('退回后不能再提交').count()).toBe(0)
  const [sampled] = await Promise.all([page.waitForEvent('popup'), dialog(page).locator('.batch-sample').getByRole('link').first().click()])
  await sampled.getByRole('button', { name: /^提交至主管部门/ }).waitFor()
  await sampled.close()
  await dialog(page).getByText('已查看 1/3').waitFor()
  await seen(page, '06-批量提交至主管部门')
  await inDialog(page, '确认提交 3 项')
  await page.getByText('已办理 3 项，未办理 0 项').waitFor()
  await page.getByText('随机抽查 3 项，已查看 1 项。').waitFor()
  await seen(page, '07-批量办理结果')
  await page.getByRole('link', { name: '批量办理记录' }).click()
  await page.getByRole('row').getByText('已查看 1/3').waitFor()
  await axe(page)
  await seen(page, '08-批量办理记录')
})
