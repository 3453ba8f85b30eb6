import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { actAs, pressClosed } from './harness/center.ts'
import { chineseLeft } from './harness/english.ts'
import { axe, seen } from './harness/look.ts'
import { nameOfWaiting, waitAtTheUnit } from './harness/pending.ts'
import { university } from './harness/persons.ts'
import { authorisedLabels, centerTabs, dialog, errorOf, inDialog, managerLabels, openTab, townPerson, typeNamed } from './harness/posts.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { choose, labelled, press } from './harness/wizard.ts'

const { signedIn, demo, program, whileResting } = await story({ inOrder: true })
const school = '软件学院'
/** Who manages it, who submits to it, who belongs to no school, who manages it next. */
const [m, member, direct, next] = [townPerson('jg_tianbao2'), townPerson('jg_tianbao6'), townPerson('jg_tianbao4'), townPerson('jg_tianbao1')]
const ofSchool = 45
const others = 75
let keeper: Visitor
let hers: Visitor

const found = (page: Page, n: number) => page.getByText(`共查询出${n}条记录`).waitFor()
/** Asks a list for one name. */
async function seek(page: Page, name: string, n = 1): Promise<void> {
  await labelled(page, '姓名').fill(name)
  await press(page, '查询')
  await found(page, n)
}
const lineOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
async function open(page: Page, tab: string): Promise<void> {
  await page.goto('/app/center')
  await openTab(page, tab)
}
/** The page of the school, from the list. */
async function openSchool(page: Page): Promise<void> {
  await open(page, '二级单位')
  await page.getByRole('link', { name: school, exact: true }).click()
  await page.getByRole('heading', { name: school, level: 2 }).waitFor()
}
/** 维护个人信息 up to 提交审核. */
async function submitOwn(page: Page, place: string): Promise<void> {
  await page.goto('/app/center/profile')
  await press(page, '维护个人信息')
  await choose(page, '国籍/地区', '中国')
  await choose(page, '所属部门', place)
  await choose(page, '最高学历', '博士研究生')
  await choose(page, '最高学位', '博士')
  await choose(page, '职称', '副高')
  await labelled(page, '职务').fill('教师')
  await press(page, '提交审核')
  await page.getByText('已提交审核').first().waitFor()
}

test('S2-35 S2-45 E31 单位有120人的个人信息待审核；尚未设置二级单位，说明何时需要', async () => {
  await whileResting((db) => waitAtTheUnit(db, 'jingu_ligong', [
    { specialty: '材料学', position: '材料学院教师', n: others }, { specialty: '软件工程', position: '软件学院教师', n: ofSchool },
  ]))
  await program.start()
  keeper = await signedIn('jingu_ligong')
  const { page } = keeper
  await open(page, '个人信息审核')
  await found(page, ofSchool + others)
  await page.getByText('共6页').first().waitFor()
  await seen(page, '01-120人待审核')
  await open(page, '二级单位')
  await page.getByText('尚未设置二级单位').waitFor()
  await seen(page, '02-尚未设置')
})

test('S2-36 D6 E31 N9 新增二级单位：默认全部待审核留在单位；选择专业相符的人员划入，逐项看到影响后保存', async () => {
  const { page } = keeper
  await press(page, '新增二级单位')
  await press(page, '保存')
  await page.locator('.summary').waitFor()
  await seen(page, '03-漏填')
  await labelled(page, '二级单位（部门）名称').fill(school)
  await typeNamed(page, m, managerLabels)
  await page.getByText('不影响任何人员和待审核事项').waitFor()
  await page.getByRole('button', { name: '明细', exact: true }).click()
  await page.getByText(`新设二级单位“${school}”`).waitFor()
  await seen(page, '04-不划入')
  await page.getByRole('radio', { name: /^选择人员划入/ }).check()
  await labelled(page, '专业').fill('软件')
  await press(page, '查询')
  await found(page, ofSchool)
  await axe(page)
  await press(page, `划入查询到的全部 ${ofSchool} 人`)
  await page.getByText(`${others} 条待审核信息留在单位，由单位继续审核。`).waitFor()
  await page.locator('.plan-ways summary').first().click()
  await seen(page, '05-选择人员划入')
  await press(page, '保存')
  await page.getByText(`已新增二级单位“${school}”`).waitFor()
  await page.getByText(`移动 ${ofSchool} 人`).waitFor()
  await seen(page, '06-已新增')
  await page.getByRole('link', { name: '返回二级单位' }).click()
  await lineOf(page, school).getByText(m.name).waitFor()
  expect((await lineOf(page, school).locator('td').allInnerTexts()).slice(-3, -1)).toEqual([String(ofSchool), String(ofSchool)])
  await page.getByText(`${others} 人不属于任何二级单位。待单位审核的个人信息共 ${others} 条。`).waitFor()
  await seen(page, '07-二级单位')
})

test('S2-57 S2-75 E33 新提交的个人信息：选择学院的由学院审核，不属于任何部门的由单位审核', async () => {
  const one = await signedIn(member.userName)
  await submitOwn(one.page, school)
  await one.page.locator('.profile-waiting').getByText(school).first().waitFor()
  await seen(one.page, '08-由学院审核')
  const two = await signedIn(direct.userName)
  await submitOwn(two.page, '不属于以上部门，由单位直接管理')
  await two.page.locator('.profile-waiting').getByText(university).first().waitFor()
  await axe(two.page)
  await Promise.all([one.leave(), two.leave()])

  const { page } = keeper
  await open(page, '个人信息审核')
  await found(page, others + 1)
  await seek(page, direct.name)
  await lineOf(page, direct.name).getByRole('link', { name: `审核 ${direct.name}` }).waitFor()
  await seek(page, member.name, 0)
  await choose(page, '审核部门', '全部')
  await press(page, '查询')
  await found(page, 1)
  await lineOf(page, member.name).getByRole('link', { name: member.name, exact: true }).click()
  await page.getByRole('heading', { name: member.name }).waitFor()
  await pressClosed(page, '审核通过')
  await dialog(page).getByText(new RegExp(`^此项由二级单位“${school}”审核：管理人员${m.name}`)).waitFor()
  await seen(page, '09-由二级单位审核')
})

test('S2-04 S2-10 S2-58 E38 管理人员以二级单位身份审核本部门；本人的个人信息由单位审核', async () => {
  hers = await signedIn(m.userName)
  const { page } = hers
  await submitOwn(page, school)
  await page.locator('.profile-waiting').getByText(university).first().waitFor()
  await page.getByText('担任所选部门管理人员或单位授权人的，本人的信息由单位审核').waitFor()
  await seen(page, '10-管理人员本人由单位审核')
  await actAs(page, `${university}（${school}）（二级单位管理人员）`)
  await page.goto('/app/center')
  expect(await centerTabs(page)).toEqual(['个人信息', '个人信息审核'])
  await openTab(page, '个人信息审核')
  await found(page, ofSchool + 1)
  await seen(page, '11-学院的审核名单')
  await seek(page, member.name)
  await lineOf(page, member.name).getByRole('link', { name: `审核 ${member.name}` }).waitFor()
  // Nobody has himself on his desk.
  await seek(page, m.name, 0)

  await openSchool(keeper.page)
  await seek(keeper.page, m.name)
  await lineOf(keeper.page, m.name).getByText('本单位', { exact: true }).waitFor()
  await seen(keeper.page, '12-二级单位详情')
  await open(keeper.page, '个人信息审核')
  await seek(keeper.page, m.name)
  await lineOf(keeper.page, m.name).getByRole('link', { name: m.name, exact: true }).click()
  await keeper.page.getByRole('heading', { name: m.name }).waitFor()
  // Hers is not at her desk: the address of it leads nowhere for her.
  await page.goto(new URL(keeper.page.url()).pathname)
  await page.getByText('没有找到').first().waitFor()
  await axe(page)
})

test('S2-32 S2-41 E15 二级单位管理人员不能为法人单位授权人：说明是哪个二级单位的管理人员', async () => {
  const { page } = keeper
  await open(page, '账号授权')
  await press(page, '新增授权')
  await typeNamed(page, m, authorisedLabels)
  await inDialog(page, '授权')
  await errorOf(page, '证件号码').getByText(new RegExp(`^法人单位授权人不可与二级单位管理人员为同一人：该人员为“${school}”的管理人员`)).waitFor()
  await dialog(page).locator('.summary').waitFor()
  await seen(page, '13-管理人员不能为授权人')
})

test('D11 E29 E36 撤销管理人员：待审核信息不转走，单位看到无人负责，填写理由后可以代为审核；本人的页面随即说明', async () => {
  const { page } = keeper
  await openSchool(page)
  await press(page, '撤销管理人员')
  await dialog(page).getByText(`“${m.name}”不再是“${school}”的管理人员`).waitFor()
  await labelled(page, '理由').fill('任期届满。')
  await seen(page, '14-撤销管理人员')
  await inDialog(page, '撤销管理人员')
  await dialog(page).getByText(`已撤销管理人员“${m.name}”`).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText(`${ofSchool + 1} 条待审核信息在此等待`).waitFor()
  await seen(page, '15-无人负责')

  await hers.page.goto('/app/center/reviews')
  await hers.page.waitForURL(/\/sign-in/)
  await hers.leave()
  hers = await signedIn(m.userName)
  await hers.page.getByText(`${university}：${school}管理人员，已于`).waitFor()
  await hers.page.getByText('任期届满。').waitFor()
  await seen(hers.page, '16-本人看到的原因')

  await open(page, '个人信息审核')
  await page.getByText(`无人负责的待审核信息：${ofSchool + 1}项`).waitFor()
  await seen(page, '17-无人负责的待审核')
  await press(page, `${school} ${ofSchool + 1}项`)
  await found(page, ofSchool + 1)
  await seek(page, member.name)
  await lineOf(page, member.name).getByRole('link', { name: member.name, exact: true }).click()
  await page.getByText(`“${school}”没有管理人员，本单位可以填写理由代为审核。`).waitFor()
  await page.getByRole('region', { name: '审核操作' }).getByRole('button', { name: /^审核通过/ }).click()
  await labelled(page, '代为审核的理由').fill('部门暂无管理人员')
  await seen(page, '18-代为审核')
  await page.getByRole('region', { name: '代为审核' }).getByRole('button', { name: /^审核通过/ }).click()
  await page.getByText(`已审核通过${member.name}的个人信息`).waitFor()
})

test('S2-37 S2-40 E26 E30 编辑：改名并设置新的管理人员，一次保存；待审核信息留在原处，由新管理人员审核', async () => {
  const { page } = keeper
  await openSchool(page)
  await press(page, '编辑')
  await labelled(page, '二级单位（部门）名称').fill(`${school}（示范性）`)
  await press(page, '设置管理人员')
  await typeNamed(page, next, managerLabels)
  await page.getByText(/不影响任何人员和待审核事项|请核对以下变更影响/).waitFor()
  await seen(page, '19-编辑')
  await press(page, '保存')
  await page.getByText('已保存').waitFor()
  await page.getByRole('link', { name: '查看该二级单位' }).click()
  await page.getByRole('heading', { name: `${school}（示范性）`, level: 2 }).waitFor()
  await seen(page, '20-改名之后')
  const { page: his, leave } = await signedIn(next.userName)
  await actAs(his, `${university}（${school}（示范性））（二级单位管理人员）`)
  await his.goto('/app/center/reviews')
  await found(his, ofSchool)
  await leave()
})

test('S2-38 S2-39 E27 E32 删除被人员关联的二级单位：列出人员，在同一页选择去向后一次移出，归档', async () => {
  const { page } = keeper
  const name = `${school}（示范性）`
  const people = ofSchool + 2
  await open(page, '二级单位')
  await press(page, `删除 ${name}`)
  await page.getByText(`“${name}”被 ${people} 人的个人信息关联，不能删除`).first().waitFor()
  await page.getByRole('heading', { name: `关联该二级单位的人员（${people} 人）` }).waitFor()
  await found(page, people)
  await seen(page, '21-不能删除')
  await choose(page, `将这 ${people} 人移至`, '本单位（直属人员）')
  await page.getByText(`“${name}”归档，不能再选择`).waitFor()
  await page.getByText(`“${next.name}”不再是“${name}”的管理人员`).waitFor()
  await seen(page, '22-移至本单位')
  await press(page, '删除')
  await page.getByText(`已删除二级单位“${name}”`).waitFor()
  await page.getByText(/前可以撤销/).waitFor()
  await seen(page, '23-已删除')
  await open(page, '个人信息审核')
  await found(page, ofSchool + others + 2)
})

test('S2-35 E26 归档的二级单位保留名称、历任管理人员和办理过程；已审核的记录保留当时的名称', async () => {
  const { page } = keeper
  await open(page, '二级单位')
  await page.getByRole('button', { name: /^已归档/ }).click()
  await page.getByRole('link', { name: `${school}（示范性）` }).click()
  await page.getByText('该二级单位已删除并归档').waitFor()
  const past = page.locator('.past-grants > li b')
  await expect.poll(async () => (await past.allInnerTexts()).toSorted()).toEqual([m.name, next.name].toSorted())
  await page.getByText(`${school} → ${school}（示范性）`).first().waitFor()
  await seen(page, '24-已归档')
})

test('N9 24小时内撤销删除：二级单位、人员和管理人员回到原处', async () => {
  const { page } = keeper
  await open(page, '二级单位')
  const change = page.locator('.recent-changes > li').filter({ hasText: `删除二级单位“${school}（示范性）”` })
  await change.getByRole('button', { name: /^撤销变更/ }).click()
  await dialog(page).getByText('将恢复到变更之前').waitFor()
  await seen(page, '25-撤销变更')
  await inDialog(page, '撤销变更')
  await page.getByText(/^恢复人员 47 人/).waitFor()
  await lineOf(page, `${school}（示范性）`).getByText(next.name).waitFor()
  await seen(page, '26-已撤销变更')
  await demo.letterTo(next.mail, ({ subject }) => subject.includes('管理人员'))
})

test('S2-35 S2-36 英文：二级单位、新增、详情、删除、审核名单', async () => {
  const { page } = await signedIn('jingu_ligong', { lang: 'en' })
  const typed = new RegExp([school, university, '陈晓演', '演示', '示范性', '材料学', '软件工程', '教师', '任期届满', '部门暂无', ...[m, member, direct, next].map(({ name }) => name), ...Array.from({ length: ofSchool + others }, (_, n) => nameOfWaiting(n))].join('|'))
  const complete = async (name: string) => {
    expect(await chineseLeft(page, typed), name).toEqual([])
    await seen(page, `27-英文-${name}`)
  }
  await page.goto('/app/center/secondary-units')
  await page.locator('.data-list tbody tr a').first().waitFor()
  await complete('二级单位')
  await page.locator('.data-list tbody tr a').first().click()
  await page.locator('.members .data-list tbody tr').first().waitFor()
  await complete('详情')
  await page.goto('/app/center/secondary-units/new')
  await page.getByRole('radio').nth(1).check()
  await page.locator('.members .data-list tbody tr').first().waitFor()
  await complete('新增')
  await page.goto('/app/center/reviews')
  await page.locator('.data-list tbody tr a').first().waitFor()
  await complete('审核名单')
})
