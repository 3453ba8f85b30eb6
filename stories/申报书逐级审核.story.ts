import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { actAs, openReview, pressClosed, reviews } from './harness/center.ts'
import { deed, kept, lineOf, ofLeader, ofReview, ofUnit, openProject, part, showTab, waitBeside, write } from './harness/applications.ts'
import { axe, seen } from './harness/look.ts'
import { inDialog, townPerson } from './harness/posts.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { press } from './harness/wizard.ts'

const { signedIn, program, whileResting } = await story({ inOrder: true })
const title = '科技成果赋权改革对团队收益的影响调查'
const school = '软件学院'
const leader = townPerson('yj_jiaoshi2')
let hers: Visitor
/** While the program rests, nobody's page asks it for anything. */
const rest = async (work: Parameters<typeof whileResting>[0]): Promise<void> => {
  await Promise.all([hers, manager, keeper].map((one) => one.page.goto('about:blank')))
  await whileResting(work)
  await program.start()
}
/** One of the many of this leader; the list shows twenty at first. */
async function mine(what: string): Promise<void> {
  const { page } = hers
  await page.goto(ofLeader)
  await page.getByRole('button', { name: /^显示其余/ }).click()
  await page.getByRole('link', { name: what, exact: true }).click()
}
/** The leader takes one back. */
async function withdraw(what: string): Promise<void> {
  const { page } = hers
  await mine(what)
  await press(page, '撤回')
  await inDialog(page, '撤回')
  await page.getByText('已撤回，可以修改后再次提交。').first().waitFor()
}
let manager: Visitor
let keeper: Visitor

test('S2-78 D4 草稿逐项填写，自动保存；个人信息尚未审核通过，可以起草，不能提交', async () => {
  hers = await signedIn(leader.userName)
  const { page } = hers
  await page.goto(ofLeader)
  await page.getByRole('button', { name: '继续填写' }).or(page.getByRole('link', { name: '继续填写' })).first().click()
  await page.getByRole('heading', { level: 2, name: '基本信息' }).waitFor()
  await write(page, '项目名称', title)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const dates = page.locator('.day input')
  await dates.nth(0).fill('2027-01-01')
  await page.keyboard.press('Tab')
  await dates.nth(1).fill('2027-12-31')
  await page.keyboard.press('Tab')
  await write(page, '申请经费', '6')
  await part(page, '研究方案')
  const outline = page.locator('.rich[contenteditable=true]')
  await outline.waitFor()
  await outline.fill('研究问题：赋权改革后，科研团队的实际收益、单位的执行成本与成果转化周期分别发生了什么变化。'.repeat(3))
  await press(page, '增加一行')
  await page.getByLabel(/支出事项/).first().fill('问卷与访谈')
  await page.getByLabel(/金额（万元）/).first().fill('6')
  await page.keyboard.press('Tab')
  await page.getByRole('radio', { name: '研究报告' }).check()
  await part(page, '附件与承诺')
  await page.getByRole('checkbox').first().check()
  await kept(page)
  await page.getByText('已填写完整，可以提交').waitFor()
  await axe(page)
  await seen(page, '01-填写完整')
  await press(page, '提交')
  await page.getByText('个人信息正在审核，审核通过后可以提交申报书。').first().waitFor()
  await seen(page, '02-个人信息未通过')
  await page.keyboard.press('Escape')
})

test('S2-76 S2-77 S2-78 S2-79 单位由左侧菜单进入本单位的项目，“项目申报”环节的列表栏目与手册一致；只能查看草稿；负责人看得到谁打开过（D7、E60）', async () => {
  keeper = await signedIn('yujiang_daxue')
  const { page } = keeper
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^项目管理/ }).click()
  await page.getByRole('navigation', { name: '项目管理' }).getByRole('link', { name: /^本单位的项目/ }).click()
  await page.getByRole('heading', { level: 1, name: '本单位的项目' }).waitFor()
  await page.getByRole('heading', { level: 2, name: '项目申报', exact: true }).waitFor()
  const headings = page.locator('.data-list').getByRole('columnheader')
  await headings.first().waitFor()
  expect((await headings.allInnerTexts()).filter(Boolean)).toEqual(['项目编号', '项目名称', '项目类别', '负责人', '部门', '申报时间', '状态', '操作'])
  await showTab(page, '按状态查看', '未提交')
  await lineOf(page, title).getByRole('link', { name: '查看' }).waitFor()
  await seen(page, '03-单位看到草稿')
  await openProject(page, title)
  await page.getByText('负责人尚未提交').first().waitFor()
  await page.getByRole('link', { name: '申报书 PDF（草稿）' }).waitFor()
  expect(await page.getByRole('button', { name: '退回' }).count()).toBe(0)
  await hers.page.reload()
  await hers.page.locator('.looks').getByText('渝江示范大学').first().waitFor()
})

test('S2-86 S2-88 部门审核个人信息后，负责人提交，取得回执；二级单位看到待处理的申报书', async () => {
  manager = await signedIn('yj_ruanjian')
  await actAs(manager.page, school)
  await reviews(manager.page)
  await openReview(manager.page, leader.name)
  await manager.page.waitForTimeout(1_000) // Nobody can have read what came up a moment ago: the first press is not taken.
  await manager.page.getByRole('button', { name: /^审核通过/ }).click()
  await manager.page.getByText(`已审核通过${leader.name}的个人信息，并通知本人`).waitFor()
  const { page } = hers
  await page.reload()
  await press(page, '提交')
  await page.getByText(`提交后由${school}审核。`).waitFor()
  await seen(page, '04-提交前')
  await press(page, '确认提交')
  await page.getByRole('heading', { level: 1, name: '申报回执' }).waitFor()
  await page.getByText(/RKX\d\d-\d{6}/).first().waitFor()
  await axe(page)
  await seen(page, '05-回执')
  await manager.page.goto(ofUnit)
  await lineOf(manager.page, title).getByRole('link', { name: '处理' }).waitFor()
  await seen(manager.page, '06-部门的列表')
})

test('S2-80 S2-89 D18 部门切换各部分查看，退回并标注两处；负责人只能改这两处，重新提交回到部门，排队顺序不变（N7）', async () => {
  const { page } = manager
  await openProject(page, title)
  await deed(page, '退回')
  await page.getByRole('region', { name: '申请经费（万元）' }).getByRole('button', { name: '标注' }).click()
  await page.getByLabel('“申请经费（万元）”的修改要求').fill('请核对经费')
  await part(page, '研究方案')
  await page.getByRole('region', { name: '经费使用计划' }).getByRole('button', { name: '标注' }).click()
  await page.getByLabel('“经费使用计划”的修改要求').fill('请补充差旅费用')
  await seen(page, '07-标注')
  await page.getByRole('button', { name: /^退回至负责人（修改 2 处）/ }).click()
  await page.getByText('已退回至负责人。').first().waitFor()
  const own = hers.page
  await own.goto(ofLeader)
  await own.getByText('退回待修改').first().waitFor()
  await own.getByRole('link', { name: title }).first().click()
  await own.getByText('以下2处可以修改，其余内容不变：').waitFor()
  expect(await own.getByLabel(/^项目名称/).count()).toBe(0)
  await write(own, '申请经费', '5')
  await part(own, '研究方案')
  await own.getByLabel(/金额（万元）/).first().fill('5')
  await own.keyboard.press('Tab')
  await kept(own)
  await own.getByText('已填写完整，可以提交').waitFor()
  await seen(own, '08-退回待修改')
  await press(own, '提交')
  await own.getByText(`提交后由${school}审核。`).waitFor()
  await press(own, '确认提交')
  await own.getByRole('heading', { level: 1, name: '申报回执' }).waitFor()
})

test('E54 负责人撤回与部门通过相遇：后到的一方看到结果，什么都没有发生两次', async () => {
  await rest((db) => waitBeside(db, title, Array.from({ length: 62 }, (_, n) => `软件技术创新调查之${n + 1}`)))
  hers = await signedIn(leader.userName)
  manager = await signedIn('yj_ruanjian')
  await actAs(manager.page, school)
  const { page } = manager
  await page.goto(ofUnit)
  await page.getByText('共查询出63条记录').waitFor()
  await openProject(page, '软件技术创新调查之1')
  await withdraw('软件技术创新调查之1')
  await deed(page, '项目申报审核（单位）')
  await page.getByText(/撤回/).first().waitFor()
  await seen(page, '09-撤回在先')
})

test('S2-90 E46 E48 部门批量提交查询到的全部62项：检查、抽查、确认；两项在确认之后撤回，逐项告知（E47）', async () => {
  const { page } = manager
  await page.goto(ofUnit)
  await page.getByText('共查询出62条记录').waitFor()
  await page.locator('.data-list thead').getByRole('checkbox').check()
  await press(page, '批量提交符合条件的全部 62 项')
  await seen(page, '10-批量选择')
  await page.getByRole('dialog').getByRole('button', { name: '项目申报审核（单位）', exact: true }).click()
  await page.getByText('项检查全部通过，可以提交').waitFor()
  await page.getByText('随机抽查').waitFor()
  await axe(page)
  await seen(page, '11-批量检查')
  // Meanwhile the leader takes two of them back.
  await withdraw('软件技术创新调查之7')
  await withdraw('软件技术创新调查之8')
  await page.getByRole('button', { name: /仍提交 62 项|确认提交 62 项/ }).click()
  await page.getByText('已办理 60 项，未办理 2 项').waitFor()
  await seen(page, '12-批量结果')
})

test('S2-81 S2-82 S2-83 S2-84 S2-91 单位逐项提交至科技局一项，批量退回两项、提交58项；部门审核之后负责人不能再撤回（D9）', async () => {
  keeper = await signedIn('yujiang_daxue')
  const { page } = keeper
  await page.goto(ofUnit)
  // The sixty of the school, and the one that waited here before.
  await page.getByText('共查询出61条记录').waitFor()
  await openProject(page, '高校技术经理人队伍建设的现状与对策调查')
  await deed(page, '提交至科技局')
  await page.getByText(/已通过，转至/).first().waitFor()
  await mine('软件技术创新调查之9')
  await pressClosed(hers.page, '撤回')
  await hers.page.getByText(`${school}已于`).first().waitFor()
  await page.goto(ofUnit)
  await page.getByText('共查询出60条记录').waitFor()
  const rows = page.locator('.data-list tbody').getByRole('checkbox')
  await rows.nth(2).check()
  await rows.nth(3).check()
  await press(page, '批量提交')
  await page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click()
  await page.getByRole('dialog').getByLabel(/^退回说明/).fill('请补充伦理审查说明')
  await seen(page, '13-批量退回')
  await page.getByRole('button', { name: '确认退回 2 项' }).click()
  await page.getByText('批量退回 2 项').first().waitFor()
  await page.goto(ofUnit)
  await page.getByText('共查询出58条记录').waitFor()
  await page.locator('.data-list thead').getByRole('checkbox').check()
  await press(page, '批量提交符合条件的全部 58 项')
  await page.getByRole('dialog').getByRole('button', { name: '提交至科技局', exact: true }).click()
  await page.getByText('项检查全部通过，可以提交').waitFor()
  await page.getByRole('button', { name: /仍提交 58 项|确认提交 58 项/ }).click()
  await page.getByText('已办理 58 项，未办理 0 项').or(page.getByText('批量通过 58 项')).first().waitFor()
  await seen(page, '14-单位批量通过')
})

test('E53 科技局在申报截止后退回补正，三个环节在限定的工作日内重新提交、审核', async () => {
  await rest(async (db) => {
    // The windows of the leader and of both lower levels have closed meanwhile: a later row of each, as a move leaves it.
    await sql`insert into call_window (call_id, level, nth, opens_at, closes_at, reason, moved_by, moved_at)
      select w.call_id, w.level, max(w.nth) + 1, min(w.opens_at), now() - interval '1 minute', '提前截止', (select made_by from call where id = w.call_id), now()
      from call_window w join call c on c.id = w.call_id where c.code like 'RKX%' and w.level in ('leader','department','unit') group by w.call_id, w.level`.execute(db)
  })
  const bureau = await signedIn('kejiju_sun')
  const { page } = bureau
  await page.goto(ofReview)
  await page.getByLabel('项目名称', { exact: true }).fill(title)
  await press(page, '查询')
  await openProject(page, title)
  await deed(page, '退回补正')
  await page.getByLabel(/^退回说明/).fill('请补充调查问卷')
  await seen(page, '15-退回补正')
  await page.locator('.decide-panel').getByRole('button', { name: /^退回补正/ }).click()
  await page.getByText(/已退回补正，.*截止/).first().waitFor()
  hers = await signedIn(leader.userName)
  await mine(title)
  await hers.page.getByText('科学技术局（演示）已退回，请修改后重新提交').first().waitFor()
  await seen(hers.page, '16-补正')
  await write(hers.page, '调查对象与样本量', '示范市高校、院所 30 家，问卷 800 份')
  await kept(hers.page)
  await press(hers.page, '提交')
  await press(hers.page, '确认提交')
  await hers.page.getByRole('heading', { level: 1, name: '申报回执' }).waitFor()
  for (const [userName, what] of [['yj_ruanjian', '项目申报审核（单位）'], ['yujiang_daxue', '提交至科技局']] as const) {
    const desk = await signedIn(userName)
    if (userName === 'yj_ruanjian') await actAs(desk.page, school)
    await desk.page.goto(ofUnit)
    await openProject(desk.page, title)
    await deed(desk.page, what)
    await desk.page.getByText(/已通过，转至/).first().waitFor()
  }
  await page.goto(ofReview)
  await page.getByLabel('项目名称', { exact: true }).fill(title)
  await press(page, '查询')
  await lineOf(page, title).getByRole('link', { name: '处理' }).waitFor()
  await openProject(page, title)
  await deed(page, '受理')
  await page.getByText('已受理。').first().waitFor()
})
