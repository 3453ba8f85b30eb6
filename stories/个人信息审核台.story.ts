import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { persons } from '../world/persons.ts'
import { actAs, cell, college, filterBy, lineOf, openReview, ownProfile, pressClosed, reviews, showState } from './harness/center.ts'
import { chineseLeft } from './harness/english.ts'
import { drawn, pressAsDrawn } from './harness/flood.ts'
import { enter, focused, tabTo, type } from './harness/keyboard.ts'
import { axe, picture, seen } from './harness/look.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { press } from './harness/wizard.ts'

const { signedIn } = await story({ inOrder: true })
const software = '软件学院'
let manager: Visitor
let unit: Visitor

const dialogOf = (page: Page) => page.getByRole('dialog')
const tabs = (page: Page) => page.getByRole('navigation', { name: '用户中心' }).getByRole('link').allInnerTexts()
const names = (page: Page) => page.locator('.data-list tbody .reviewed-name').allInnerTexts()
const badge = (page: Page) => page.locator('.profile-head h2 .tag, .profile-head h2 .state-tag').first()
/** The list or page is asked for anew after a deed. */
async function badgeIs(page: Page, word: string): Promise<void> {
  await expect.poll(() => badge(page).innerText()).toBe(word)
}
const reasonPanel = (page: Page) => page.getByRole('region', { name: '驳回原因' })
const facts = (page: Page) => page.locator('.review-body')

test('N4 逐条审核：只用键盘，J 下一条、K 上一条、P 通过、R 不通过选原因，只显示有变化的内容', async () => {
  manager = await signedIn('yj_ruanjian')
  const { page } = manager
  await actAs(page, software)
  await reviews(page)
  await page.locator('.data-list tbody tr').first().waitFor()
  await page.keyboard.press('b')
  await drawn(page, '夏以宁')
  await seen(page, '17-逐条审核')
  await page.keyboard.press('j')
  await drawn(page, '冯嘉禾')
  await pressAsDrawn(page, 'p')
  await page.keyboard.press('k')
  await drawn(page, '夏以宁')
  await page.waitForTimeout(1_000)
  await drawn(page, '夏以宁') // Nobody has read what came up in this moment: that press was not taken.
  await page.getByText('已办理0项').waitFor()
  await page.keyboard.press('p')
  await drawn(page, '冯嘉禾')
  await page.keyboard.press('r')
  const panel = page.getByRole('region', { name: '驳回原因' })
  await panel.waitFor()
  await page.keyboard.press('6')
  await page.keyboard.press('4')
  expect(await panel.getByRole('textbox').inputValue()).toBe('1. 最高学历与实际不符\n2. 职称与实际不符')
  await seen(page, '18-逐条审核选原因')
  await page.keyboard.press('Control+Enter')
  await drawn(page, '柴景行')
  await page.getByText('已办理2项').waitFor()
  expect(await facts(page).locator('dl').first().locator('dt').allInnerTexts(), 'only what changed').toEqual(['职称'])
  expect((await facts(page).locator('dl').first().locator('dd').innerText()).replaceAll(/\s+/g, '')).toBe('中级→副高')
  await seen(page, '19-只显示有变化的')
  await page.waitForTimeout(1_000)
  await page.keyboard.press('p')
  await page.getByText('已全部办理').waitFor()
  await page.getByText('审核通过2项，审核不通过1项，已变动0项。').waitFor()
  await picture(page, '20-已全部办理')
  const { page: his } = await signedIn('yj_jiaoshi4')
  await ownProfile(his)
  await expect.poll(() => cell(his, '职称').innerText()).toBe('副高')
})

test('S2-08 S2-57 E38 N11 单位账号：只审核直属人员和管理人员本人的；二级单位的写明由谁负责、何时起可以代为审核', async () => {
  unit = await signedIn('yujiang_daxue')
  const { page } = unit
  await reviews(page)
  expect((await names(page)).toSorted()).toEqual(['程一川', '程砚秋'].toSorted())
  await seen(page, '21-本单位审核')
  await filterBy(page, '审核部门', '材料科学与工程学院')
  await openReview(page, '古丽米热·阿不都克里木')
  await pressClosed(page, '审核通过')
  const why = page.getByRole('dialog', { name: '“审核通过”目前不能办理' })
  await why.getByText(/此项由二级单位“材料科学与工程学院”审核：管理人员陆怀瑾，自\d{4}-\d{2}-\d{2}.*起负责，由.+授权/).waitFor()
  await seen(page, '22-目前不能办理')
  await why.getByRole('button', { name: '知道了' }).click()
  await expect.poll(() => focused(page)).toBe('审核通过')
})

test('S2-N1 E36 D11 管理人员被撤销后无人负责：单位看到待审核数，填写理由后代为审核，记入办理过程', async () => {
  const { page } = unit
  await page.goto('/app/center/secondary-units')
  await page.getByRole('link', { name: '材料科学与工程学院', exact: true }).click()
  await press(page, '撤销管理人员')
  await dialogOf(page).getByRole('textbox', { name: /理由|原因/ }).fill('调离材料学院，继任者待定')
  await dialogOf(page).getByText('将要发生').waitFor() // Only what was seen is carried out.
  await dialogOf(page).getByRole('button', { name: '撤销管理人员', exact: true }).click()
  await dialogOf(page).getByText('已撤销管理人员“陆怀瑾”').waitFor()
  await reviews(page)
  await page.getByText('无人负责的待审核信息：1项').waitFor()
  await seen(page, '23-无人负责')
  await page.getByRole('button', { name: '材料科学与工程学院 1项' }).click()
  await openReview(page, '古丽米热·阿不都克里木')
  await page.waitForTimeout(1_000)
  await page.getByRole('button', { name: /^审核通过/ }).click()
  const panel = page.getByRole('region', { name: '代为审核' })
  await panel.getByRole('button', { name: /^审核通过/ }).click()
  await panel.getByText('请填写代为审核的理由（2至200字）').waitFor()
  await panel.getByRole('button', { name: '部门暂无管理人员' }).click()
  await seen(page, '24-代为审核')
  await panel.getByRole('button', { name: /^审核通过/ }).click()
  await page.getByText('已审核通过古丽米热·阿不都克里木的个人信息，并通知本人').waitFor()
  await page.getByText('部门无人负责，由单位代为审核。').waitFor()
  await page.getByRole('region', { name: '办理过程' }).getByText('代为审核的理由：部门暂无管理人员').waitFor()
  await picture(page, '25-已代为审核')
})

test('E45 号码默认遮盖：说明原因后显示；本人在“我的数据”中看到谁、何时、因何查看', async () => {
  const { page } = unit
  await reviews(page)
  const line = lineOf(page, '程一川')
  const secretary = persons.find(({ userName }) => userName === 'yj_jiaoshi8') ?? persons[0]!
  expect(await line.innerText()).not.toMatch(new RegExp(`${secretary.document}|${secretary.phone}`))
  await line.getByRole('button', { name: '显示号码 程一川' }).click()
  await dialogOf(page).getByRole('button', { name: '查看', exact: true }).click()
  await dialogOf(page).getByText('请填写理由').waitFor()
  await dialogOf(page).getByRole('button', { name: '核对证件号码' }).click()
  await axe(page)
  await dialogOf(page).getByRole('button', { name: '查看', exact: true }).click()
  await line.getByText(secretary.document).waitFor()
  await line.getByText(secretary.phone).waitFor()
  await picture(page, '26-号码')
  await line.getByRole('button', { name: '隐藏号码 程一川' }).click()
  await line.getByText(secretary.document).waitFor({ state: 'detached' })

  const { page: his } = await signedIn('yj_jiaoshi8')
  await his.goto('/app/me/data')
  await his.getByRole('link', { name: '谁查看过' }).click()
  const look = his.getByRole('row').filter({ hasText: '查看了证件号码' }).first()
  await look.getByText('核对证件号码').waitFor()
  expect(await look.innerText()).toMatch(new RegExp(`\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}[\\s\\S]*${college.slice(0, 6)}`))
  await seen(his, '27-谁查看过')
})

test('S2-09 S2-61 法人单位授权人：以个人身份登录，切换后代表单位，另有自己的个人信息，没有账号授权', async () => {
  const { page } = await signedIn('yj_shouquan')
  await actAs(page, '法人单位授权人')
  await page.goto('/app/center')
  await page.locator('.profile-rows').waitFor()
  expect((await tabs(page)).map((tab) => tab.replaceAll(/[\s\d]+/g, ''))).toEqual(['个人信息', '单位信息', '二级单位', '个人信息审核'])
  await badgeIs(page, '已通过')
  await seen(page, '33-法人单位授权人')
})

test('E19 E20 金色路线4 授权人写到一半：同时打开的人看到谁正在查看；授权撤销后立即退出，单位接着写未提交的驳回原因', async () => {
  const hers = await signedIn('yj_shouquan')
  await actAs(hers.page, '法人单位授权人')
  await reviews(hers.page)
  await openReview(hers.page, '程一川')
  await hers.page.keyboard.press('r')
  await reasonPanel(hers.page).getByRole('textbox').fill('任职文件与填写的职务不一致')
  await reasonPanel(hers.page).getByText(/^草稿已保存 .+，接手审核的人员可以接着写$/).waitFor()
  await seen(hers.page, '35-写到一半')

  const { page } = unit
  await reviews(page)
  await openReview(page, '程一川')
  await page.getByText('秦望舒正在查看', { exact: true }).waitFor()
  await page.getByText('秦望舒起草的驳回原因，尚未提交').waitFor()
  await seen(page, '36-谁正在查看')
  await page.goto('/app/center/authorisation')
  await press(page, '撤销授权 秦望舒')
  await dialogOf(page).getByRole('textbox', { name: /理由|原因/ }).fill('工作调整')
  await dialogOf(page).getByText('将要发生').waitFor()
  await dialogOf(page).getByRole('button', { name: '撤销授权', exact: true }).click()
  await dialogOf(page).getByText('已撤销“秦望舒”的授权').waitFor()
  await reasonPanel(hers.page).getByRole('textbox').press('End')
  await reasonPanel(hers.page).getByRole('textbox').pressSequentially('，请核对')
  await hers.page.getByRole('dialog').getByText('登录已失效').waitFor()

  await reviews(page)
  await openReview(page, '程一川')
  await page.getByText('秦望舒起草的驳回原因，尚未提交').waitFor()
  expect(await page.getByText('秦望舒正在查看').count()).toBe(0)
  await press(page, '接着写')
  expect(await reasonPanel(page).getByRole('textbox').inputValue()).toBe('任职文件与填写的职务不一致')
  await reasonPanel(page).getByText(/^草稿已保存/).waitFor()
  await seen(page, '37-接着写')
  await page.keyboard.press('Escape')
  await page.getByText('尚未提交的驳回原因', { exact: true }).waitFor()
  await picture(page, '38-尚未提交')
  await page.goto('/app/center/reviews/desk')
  await page.locator('.desk-queue').getByRole('button', { name: /程一川/ }).click()
  await page.getByText('尚未提交的驳回原因', { exact: true }).waitFor()
  expect(await page.getByText('秦望舒起草的驳回原因').count(), 'what was taken over is not offered again').toBe(0)
  await seen(page, '38-逐条审核中')
  const { page: his } = await signedIn('yj_jiaoshi8')
  await his.goto('/app/me/data/looks')
  await his.getByRole('row').filter({ hasText: '打开了个人信息审核页' }).filter({ hasText: '秦望舒' }).first().waitFor()
})

test('S2-60 E38 E47 勾选后批量通过，逐项办理：管理人员本人的由单位审核', async () => {
  const { page } = unit
  await reviews(page)
  for (const name of ['程一川', '程砚秋']) await page.getByRole('checkbox', { name: `选择 ${name}` }).check()
  await page.getByText('已选 2 条').waitFor()
  await seen(page, '28-勾选')
  await press(page, '批量通过')
  await dialogOf(page).getByText('程一川').waitFor()
  await seen(page, '29-批量通过')
  await dialogOf(page).getByRole('button', { name: '通过2项', exact: true }).click()
  await page.getByText('已审核通过2项，并通知本人').waitFor()
  await page.getByText('没有待本单位审核的个人信息').waitFor()
  await seen(page, '30-没有待审核')
  await ownProfile(manager.page)
  await badgeIs(manager.page, '已通过')
})

test('E45 导出名单须写用途；生成后下载，号码仍为掩码', async () => {
  const { page } = unit
  await showState(page, '审核已通过')
  await page.locator('.data-list tbody tr').first().waitFor()
  await press(page, '导出名单')
  await dialogOf(page).getByRole('button', { name: '导出', exact: true }).click()
  await dialogOf(page).getByText('请填写用途（2至200字）').waitFor()
  await dialogOf(page).getByLabel(/^用途/).fill('核对年度申报资格')
  await seen(page, '31-导出名单')
  await dialogOf(page).getByRole('button', { name: '导出', exact: true }).click()
  const link = dialogOf(page).getByRole('link', { name: /^下载/ })
  await link.waitFor()
  await seen(page, '32-可以下载')
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
})

test('S2-56 只用键盘：按驳回原因修改职务并重新提交', async () => {
  const { page } = await signedIn('yj_jiaoshi5')
  await ownProfile(page)
  await enter(page, '修改并重新提交')
  await page.locator('.profile-form').waitFor()
  await tabTo(page, '职务')
  await page.keyboard.press('Control+A')
  await type(page, '高级实验员')
  await enter(page, '提交审核')
  await page.getByText('已提交审核').first().waitFor()
  await expect.poll(() => focused(page), { message: 'the focus is not lost with the form' }).toContain('已提交审核')
})

test('N4 重新提交后，审核人员看到上次驳回的原因和之后修改了什么', async () => {
  const { page } = manager
  await actAs(page, software)
  await reviews(page)
  await openReview(page, '冯嘉禾')
  await page.getByText('上次驳回后修改：职务').waitFor()
  await facts(page).locator('.notice').getByText('职称与实际不符').waitFor()
  await facts(page).getByText('上次驳回时：实验员').waitFor()
  await seen(page, '39-上次驳回后修改')
})

test('S2-45 S2-61 英文：个人信息、维护、审核列表、审核、逐条审核、我的数据', async () => {
  const { page } = await signedIn('yj_ruanjian', { lang: 'en' })
  const typed = new RegExp([...persons.flatMap(({ name }) => [name]), '演示', '江演', '学院', '教师', '教授', '教研室主任', '实验员', '院长', '计算机', '软件工程', '材料', '人事档案', '理由', '核对', '核实', '示范', '实际不符'].join('|'))
  const complete = async (name: string) => {
    expect(await chineseLeft(page, typed), name).toEqual([])
    await axe(page)
    await picture(page, `34-英文-${name}`)
  }
  await actAs(page, software)
  await ownProfile(page)
  await complete('个人信息')
  await page.getByRole('button', { name: 'Edit personal information' }).click()
  await page.locator('.profile-form').waitFor()
  await complete('维护个人信息')
  await page.goto('/app/center/reviews')
  await page.locator('.data-list tbody tr').first().waitFor()
  await complete('审核列表')
  await page.locator('.reviewed-name a').first().click()
  await page.locator('.review-body').waitFor()
  await complete('审核')
  await page.goto('/app/center/reviews/desk')
  await page.locator('#desk-who').waitFor()
  await complete('逐条审核')
  await page.goto('/app/me/data/looks')
  await page.locator('.data-list').waitFor()
  await complete('谁查看过')
})
