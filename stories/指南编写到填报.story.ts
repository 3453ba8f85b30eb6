import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { kept, part, write } from './harness/applications.ts'
import { writeChoice, writeDependent, writeGrant, writePapers, writeRule, writeTable } from './harness/call-form.ts'
import { chooseInForm, dayFromNow, draftKept, editorPart, ofCalls, pickOneOf, typeMoment } from './harness/editor.ts'
import { chineseLeft } from './harness/english.ts'
import { licenceAsPdf } from './harness/licence.ts'
import { asksBeforeDeleting, attach, confirmTaking, conflict, eicar, handIn, inBar, refusedFile, stands, typeInvitation, unsentHere } from './harness/filling.ts'
import { seen } from './harness/look.ts'
import { dialog, inDialog, townPerson } from './harness/posts.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { labelled, press } from './harness/wizard.ts'

const { signedIn, visitor } = await story({ inOrder: true })
const code = 'TJFX2027'
const call = '科技统计分析软科学课题申报指南'
const title = '示范市研发投入结构与产出效率的比较分析'
const [leader, member] = [townPerson('yj_jiaoshi7'), townPerson('yj_jiaoshi1')]
const rule = '经费预算的合计不超过申请经费'
const source = '数据取自统计年鉴与科技统计年报，时间为2021年至2025年。'
let bureau: Visitor
let applicant: Visitor
/** Where the leader fills in. */
let hers: Page

const windowOf = (page: Page, level: string) => page.getByRole('group', { name: level, exact: true })

test('S2-78 D4 科技局在页面上新建指南；未填的内容逐处指出，点击到达该处', async () => {
  bureau = await signedIn('kejiju_sun')
  const { page } = bureau
  await page.goto(ofCalls)
  await press(page, '新建指南')
  await dialog(page).getByLabel(/^指南标题/).fill(call)
  await dialog(page).getByLabel(/^指南代码/).fill('统计2027')
  await inDialog(page, '新建指南')
  await dialog(page).locator('.error').first().waitFor()
  await seen(page, '01-代码有误')
  await dialog(page).getByLabel(/^指南代码/).fill(code)
  await inDialog(page, '新建指南')
  await page.getByRole('heading', { level: 1, name: call }).waitFor()
  await press(page, '发布')
  await page.getByText(/^发布前还有 \d+ 处需要完善/).first().waitFor()
  await seen(page, '02-发布前须完善')
  await page.getByRole('button', { name: /^流程与时间，单位审核，截止时间/ }).click()
  await expect.poll(() => windowOf(page, '单位审核').getByLabel(/^截止时间/).evaluate((one) => one === document.activeElement)).toBe(true)
  await page.keyboard.press('Escape')
  await editorPart(page, '基本信息与通知')
  await labelled(page, '项目类别').fill('软科学研究项目')
  await labelled(page, '咨询方式').fill('政策法规处 022-00000112')
  await labelled(page, '第 1 段').fill('围绕全市科技统计数据开展分析研究，现组织申报软科学课题。本指南为演示内容，不对应任何真实计划。')
  await editorPart(page, '申报条件')
  await press(page, '负责人职称或学位')
  await labelled(page, '规则说明').fill('项目负责人具有副高级以上专业技术职务或者博士学位')
  for (const level of ['正高', '副高']) await pickOneOf(labelled(page, '符合的职称'), level)
  await pickOneOf(labelled(page, '或具有学位'), '博士')
  await seen(page, '03-申报条件')
})

test('E55 I12 各级时间：截止早于前一级的，在该处指出；改正后消失', async () => {
  const { page } = bureau
  await editorPart(page, '流程与时间')
  for (const [level, days] of [['负责人申报', 10], ['部门审核', 8], ['单位审核', 16]] as const) {
    await typeMoment(windowOf(page, level).getByLabel(/^开始时间/), `${dayFromNow(-1)} 09:00:00`)
    await typeMoment(windowOf(page, level).getByLabel(/^截止时间/), `${dayFromNow(days)} 17:59:59`)
  }
  await windowOf(page, '部门审核').getByText('截止时间不能早于前一级的截止时间').waitFor()
  await seen(page, '04-截止早于前一级')
  await typeMoment(windowOf(page, '部门审核').getByLabel(/^截止时间/), `${dayFromNow(13)} 17:59:59`)
  await windowOf(page, '部门审核').getByText('截止时间不能早于前一级的截止时间').waitFor({ state: 'detached' })
  await draftKept(page)
})

test('N14 N15 表单在页面上编写：两个页签、选项、显示条件、合计表格、填报规则、附件和承诺', async () => {
  const { page } = bureau
  await editorPart(page, '表单')
  await writeChoice(page)
  await writeDependent(page)
  await seen(page, '05-显示条件')
  await writeGrant(page)
  await writeTable(page)
  await seen(page, '06-合计表格')
  await writePapers(page)
  await writeRule(page, rule)
  await draftKept(page)
  await page.getByText('内容完整，可以发布').last().waitFor()
  await seen(page, '07-填报规则')
})

test('N15 预览与申报人所见相同，可以试填；发布第1版', async () => {
  const { page } = bureau
  await editorPart(page, '预览')
  await page.getByRole('heading', { level: 2, name: '基本信息' }).waitFor()
  expect(await page.getByLabel(/^数据来源/).count()).toBe(0)
  await page.getByRole('radio', { name: '数据分析' }).check()
  await labelled(page, '数据来源').waitFor()
  await write(page, '申请经费', '9')
  await page.getByText('不能大于 8').waitFor()
  await seen(page, '08-预览')
  await press(page, '发布')
  await dialog(page).getByText('发布第 1 版').waitFor()
  await seen(page, '09-发布')
  await inDialog(page, '发布')
  await page.getByText('第 1 版已发布。').waitFor()
})

test('N14 未登录即可看到指南全文：条件、时间、全部栏目和规则', async () => {
  const { page } = await visitor()
  await page.goto('/calls')
  await page.getByRole('link', { name: new RegExp(call) }).click()
  await page.getByRole('heading', { level: 1, name: call }).waitFor()
  const questions = page.locator('#questions')
  for (const asked of ['项目名称', '研究类型', '数据来源', '申请经费', '项目参与人', '经费预算', '单位承诺书', '诚信承诺', rule]) await questions.getByText(asked, { exact: true }).first().waitFor()
  await questions.getByText(/仅在以下情况填写：.*研究类型.*为.*数据分析/).waitFor()
  await page.getByText('项目负责人具有副高级以上专业技术职务或者博士学位').waitFor()
  await seen(page, '11-公开页面')
})

test('S2-78 D4 开始前逐条告知是否符合；不符合的说明原因，不能开始', async () => {
  const other = await signedIn('yj_jiaoshi4')
  await other.page.goto(`/calls/${code}`)
  await other.page.getByRole('link', { name: '开始申报' }).click()
  await other.page.getByText('职称为中级，学位为硕士，不符合').waitFor()
  await seen(other.page, '12-不符合')
  await other.leave()

  applicant = await signedIn(leader.userName)
  hers = applicant.page
  await hers.goto(`/calls/${code}`)
  await hers.getByRole('link', { name: '开始申报' }).click()
  await hers.getByText('职称为中级，学位为博士').waitFor()
  await seen(hers, '13-符合')
  await press(hers, '开始填写')
  await hers.getByRole('heading', { level: 2, name: '基本信息' }).waitFor()
})

test('D23 两个窗口填写同一份申报书：不同栏目都保留；同一栏目有冲突的，并列显示后由本人选择', async () => {
  const elsewhere = await signedIn(leader.userName)
  const there = elsewhere.page
  await there.goto(new URL(hers.url()).pathname)
  await there.getByRole('heading', { level: 2, name: '基本信息' }).waitFor()
  await write(hers, '项目名称', title)
  await kept(hers)
  await write(there, '申请经费', '8')
  await there.getByText(/^已保存/).waitFor()
  await hers.reload()
  await stands(hers, '申请经费', '8.00')
  await stands(hers, '项目名称', title)
  await seen(hers, '14-两个窗口')
  // The same field: the other window never saw what was saved here.
  await write(there, '项目名称', '研发投入统计方法研究')
  await conflict(there).waitFor()
  await conflict(there).getByText(title).waitFor()
  await seen(there, '15-冲突')
  await hers.reload()
  await stands(hers, '项目名称', title)
  await press(there, '采用另一窗口的内容 项目名称')
  await conflict(there).waitFor({ state: 'detached' })
  await stands(there, '项目名称', title)
  await elsewhere.leave()
})

test('D23 填写中网络中断，页面被关闭：重新打开后一字未失', async () => {
  applicant.bear(/ERR_INTERNET_DISCONNECTED|Failed to fetch/)
  await hers.getByRole('radio', { name: '数据分析' }).check()
  await kept(hers)
  await applicant.context.setOffline(true)
  await write(hers, '数据来源', source)
  await hers.getByText('网络中断，已保存在本机，恢复后自动上传').waitFor()
  await seen(hers, '16-网络中断')
  const at = new URL(hers.url()).pathname
  await hers.close()
  await applicant.context.setOffline(false)
  hers = await applicant.context.newPage()
  await hers.goto(at)
  await stands(hers, '数据来源', source)
  await expect.poll(() => unsentHere(hers), { timeout: 20_000 }).toBe(0)
  await hers.reload()
  await stands(hers, '数据来源', source)
})

test('D24 I23 名不副实的文件和带病毒特征的文件，以文字说明后拒绝；合格的文件收下，可以查看', async () => {
  await part(hers, '经费与附件')
  await refusedFile(hers, '承诺书.pdf', Buffer.from('这只是一段文字，不是PDF文件。'), '只能上传PDF格式的文件。')
  await seen(hers, '17-不是PDF')
  const { buffer } = await licenceAsPdf(hers, '单位承诺书')
  await refusedFile(hers, '承诺书.pdf', Buffer.concat([buffer, eicar]), '文件未通过病毒检查，已拒绝。')
  await attach(hers, '承诺书.pdf', buffer)
  await hers.getByRole('button', { name: '承诺书.pdf', exact: true }).click()
  await dialog(hers).locator('canvas, img').first().waitFor()
  await seen(hers, '18-附件')
  await hers.keyboard.press('Escape')
  await dialog(hers).waitFor({ state: 'detached' })
  await asksBeforeDeleting(hers, '承诺书.pdf', '18-删除前询问')
})

test('E59 参与人在自己的账号中确认；确认之前不能提交', async () => {
  await part(hers, '基本信息')
  await typeInvitation(hers, member, '统计模型与数据核对')
  await seen(hers, '19-邀请参与人')
  await inDialog(hers, '发送邀请')
  await hers.getByText('待本人确认').first().waitFor()
  const unconfirmed = hers.getByRole('button', { name: `项目参与人：${member.name}尚未本人确认` })
  await inBar(hers, '提交')
  await unconfirmed.waitFor()
  expect(await dialog(hers).count()).toBe(0)
  await seen(hers, '19-确认之前')
  const { page, leave } = await signedIn(member.userName)
  await confirmTaking(page, { title, leader: leader.name }, '20-参与邀请')
  await leave()
  await hers.reload()
  await hers.getByText('可参与').first().waitFor()
  await inBar(hers, '提交')
  await hers.getByText(/^有\d+处须修改后方可提交/).waitFor()
  expect(await unconfirmed.count()).toBe(0)
})

test('N15 D19 N1 检查指出不符合填报规则之处；改正后提交，取得回执', async () => {
  await part(hers, '经费与附件')
  await press(hers, '增加一行')
  await hers.getByLabel('支出事项，第1行').fill('数据采集与整理')
  await write(hers, '金额，第1行', '9')
  await inBar(hers, '检查')
  await hers.getByText('有2处须修改后方可提交').waitFor()
  await hers.getByRole('button', { name: `经费预算：${rule}` }).waitFor()
  await seen(hers, '21-检查')
  await write(hers, '金额，第1行', '7.5')
  await hers.getByRole('checkbox').check()
  await hers.getByText('已填写完整，可以提交').waitFor()
  await kept(hers)
  await seen(hers, '22-填写完整')
  await handIn(hers)
  await hers.getByText(new RegExp(`${code}-\\d+`)).first().waitFor()
  await seen(hers, '23-回执')
})

test('N14 修改后发布第2版须说明原因；公开页面列出与上一版的差异', async () => {
  const { page } = bureau
  await page.goto(ofCalls)
  await seen(page, '24-指南管理')
  await page.getByRole('link', { name: call }).first().click()
  await editorPart(page, '表单')
  await chooseInForm(page, '研究类型')
  await press(page, '增加选项')
  await labelled(page, '选项 3').fill('案例研究')
  await chooseInForm(page, '数据来源')
  await labelled(page, '填写提示').fill('写明来源、年份和处理方法')
  await draftKept(page)
  await press(page, '发布')
  await dialog(page).getByText('案例研究').first().waitFor()
  await inDialog(page, '发布')
  await dialog(page).locator('.field .error').waitFor()
  await seen(page, '25-发布第2版')
  await labelled(page, '修改说明').fill('增加案例研究一类，明确数据来源的填写要求。')
  await inDialog(page, '发布')
  await page.getByText('第 2 版已发布。').waitFor()
  const reader = await visitor()
  await reader.page.goto(`/calls/${code}`)
  await reader.page.getByRole('link', { name: '第 2 版' }).click()
  await reader.page.getByRole('heading', { level: 1, name: '第 2 版' }).waitFor()
  await reader.page.getByText('增加案例研究一类，明确数据来源的填写要求。').waitFor()
  expect(await reader.page.locator('.changes ins').allInnerTexts()).toEqual(expect.arrayContaining(['写明来源、年份和处理方法']))
  await seen(reader.page, '26-版本差异')
})

test('I12 调整时间须说明原因，公开页面随即列出', async () => {
  const { page } = bureau
  await editorPart(page, '流程与时间')
  await press(page, '调整时间')
  for (const [level, days] of [['负责人申报', 12], ['部门审核', 15], ['单位审核', 18]] as const) {
    await dialog(page).getByRole('checkbox', { name: level }).check()
    await typeMoment(page.locator('.move-level', { hasText: level }).getByLabel('截止时间'), `${dayFromNow(days)} 17:59:59`)
  }
  await inDialog(page, '确认调整')
  await dialog(page).locator('.error').first().waitFor()
  await labelled(page, '调整原因').fill('平台维护，顺延两天。')
  await seen(page, '27-调整时间')
  await inDialog(page, '确认调整')
  await page.getByText(/^时间已调整，已通知 \d+ 人。/).waitFor()
  const reader = await visitor()
  await reader.page.goto(`/calls/${code}#windows`)
  await reader.page.getByText('原因：平台维护，顺延两天。').first().waitFor()
  expect(await reader.page.getByText(`${dayFromNow(12)} 17:59:59`).count()).toBeGreaterThan(0)
  await seen(reader.page, '28-时间调整')
})

test('N14 英文：公开页面和编辑页面', async () => {
  const typed = /TJFX|统计|软科学|政策法规处|演示|研究类型|数据|对策研究|案例研究|申请经费|项目|经费|支出|金额|承诺|写明|基本信息|孙科局|平台维护|示范|选项/
  const { page } = await signedIn('kejiju_sun', { lang: 'en' })
  await page.goto(`/calls/${code}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await chineseLeft(page, typed)).toEqual([])
  await seen(page, '29-英文-公开页面')
  await page.goto(ofCalls)
  await page.getByRole('link', { name: call }).first().click()
  await page.locator('.call-editor').waitFor()
  expect(await chineseLeft(page, typed)).toEqual([])
  await seen(page, '30-英文-编辑')
})
