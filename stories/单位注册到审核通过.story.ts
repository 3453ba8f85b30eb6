import { expect, test } from 'vitest'
import { licenceOf } from './harness/licence.ts'
import { axe, picture } from './harness/look.ts'
import { signInAs } from './harness/sign-in.ts'
import { story } from './harness/story.ts'
import { haihe, newcomer } from './harness/units.ts'
import type { Visitor } from './harness/visitor.ts'
import { atStep, comeToTheWizard, currentStep, fillAccount, fillUnit, labelled, press, uploadLicence } from './harness/wizard.ts'

const { visitor, signedIn, demo } = await story({ inOrder: true })
const unit = newcomer(1)
/** The code on the licence; the one typed first is that of another body, both are well formed. */
const typedFirst = newcomer(91).creditCode
let applicant: Visitor
let officer: Visitor

test('S1-02 S1-07 S1-16 S1-33 立即注册、选择用户类型、用户协议，进入单位用户注册', async () => {
  applicant = await visitor()
  await comeToTheWizard(applicant.page)
  expect(await currentStep(applicant.page)).toBe('账号')
})

test('S1-34 页面上方有说明1至4', async () => {
  const notes = applicant.page.locator('.notice', { hasText: '说明' }).locator('li')
  expect(await notes.count()).toBe(4)
  expect(await notes.nth(0).innerText()).toContain('中途退出')
  expect(await notes.nth(2).innerText()).toContain('审核通过后才可以使用')
})

test('S1-14 S1-17 S1-35 S1-41 S1-42 S1-43 填写账号、验证邮箱和手机、三个密码问题', async () => {
  const { page } = applicant
  await fillAccount(page, demo, unit)
  await page.locator('.strength').getByText('强').waitFor()
  await axe(page)
  await picture(page, '1-账号')
  await press(page, '下一步')
  await atStep(page, '单位')
  await page.getByText('账号已创建').waitFor()
})

test('S1-18 S1-36 S1-37 S1-38 S1-39 S1-40 填写单位信息，选择主管部门', async () => {
  const { page } = applicant
  await fillUnit(page, { ...unit, creditCode: typedFirst.toLowerCase() })
  await labelled(page, '单位名称').focus()
  expect(await labelled(page, '统一社会信用代码').inputValue(), 'S1-18: lower case is taken, shown in capitals and groups')
    .toBe(typedFirst.replace(/^(..)(.{6})(.{9})(.)$/, '$1 $2 $3 $4'))
  await axe(page)
  await picture(page, '2-单位')
  await press(page, '下一步')
  await atStep(page, '证照')
})

test('S1-19 E08 关闭浏览器后登录，回到中断的一步', async () => {
  await applicant.leave()
  applicant = await visitor()
  await signInAs(applicant, demo, unit.userName)
  await atStep(applicant.page, '证照')
  await picture(applicant.page, '3-证照')
})

test('S1-43 上传证照并预览，核对后提交；S1-15 提示保管用户名和密码', async () => {
  const { page } = applicant
  await uploadLicence(page, await licenceOf(unit))
  await page.locator('.document img, .document canvas').first().waitFor()
  await axe(page)
  await picture(page, '4-证照已上传')
  await press(page, '下一步')
  await atStep(page, '确认')
  await page.getByText(unit.name).first().waitFor()
  await axe(page)
  await picture(page, '5-确认')
  await press(page, '提交')
  await page.getByRole('heading', { name: '提交成功' }).waitFor()
  await page.getByText('请妥善保管用户名和密码').waitFor()
  await axe(page)
  await picture(page, '6-提交成功')
})

test('S1-08 S1-21 E13 审核前只能看到等待页：谁在办理、自何时起、可以做什么', async () => {
  const { page } = applicant
  await page.getByRole('link', { name: '查看办理进度' }).click()
  await page.getByRole('heading', { name: '等待审核' }).waitFor()
  const waiting = page.locator('.waiting')
  expect(await waiting.innerText()).toContain(haihe)
  expect(await waiting.innerText()).toMatch(/起始时间\s*\d{4}-\d{2}-\d{2} \d{2}:\d{2}/)
  await waiting.getByRole('button', { name: '撤回' }).waitFor()
  await axe(page)
  await picture(page, '7-等待审核')
  await page.goto('/app/')
  await page.getByRole('heading', { name: '等待审核' }).waitFor()
})

test('S1-55 区科技局看到注册和证照，在代码旁写明理由退回', async () => {
  officer = await signedIn('haihe_wang')
  const { page } = officer
  await page.getByRole('link', { name: unit.name }).click()
  await page.locator('.document img').waitFor()
  await axe(page)
  await picture(page, '8-审核单位注册')
  await page.getByRole('button', { name: /^退回/ }).click()
  await page.getByRole('checkbox', { name: '需要修改：统一社会信用代码' }).check()
  await page.getByLabel('统一社会信用代码的修改理由').fill('与证照上的代码不一致，请按证照逐位核对。')
  await axe(page)
  await picture(page, '9-退回')
  await page.getByRole('button', { name: '退回', exact: true }).click()
  await page.getByText('已退回').waitFor()
})

test('S1-56 退回的邮件和短信到达，邮件写明理由', async () => {
  const [mail] = await demo.mailTo(unit.mail, ({ subject }) => subject.includes('需要修改'))
  expect(mail?.body).toContain('与证照上的代码不一致')
  expect(mail?.body).toContain(haihe)
  const [sms] = await demo.mailTo(unit.phone, ({ body }) => body.includes('退回修改'))
  expect(sms?.channel).toBe('短信')
})

test('S1-55 理由显示在代码旁；改正后再次提交', async () => {
  const { page } = applicant
  await page.reload()
  await page.getByText('需要修改后再次提交').waitFor()
  const field = page.locator('.field', { has: labelled(page, '统一社会信用代码') })
  expect(await field.innerText()).toContain('主管部门意见：与证照上的代码不一致，请按证照逐位核对。')
  expect(await labelled(page, '单位名称').inputValue()).toBe(unit.name)
  await axe(page)
  await picture(page, '10-退回修改')
  await labelled(page, '统一社会信用代码').fill(unit.creditCode)
  await press(page, '下一步')
  await atStep(page, '证照')
  await press(page, '下一步')
  await atStep(page, '确认')
  await press(page, '提交')
  await page.getByRole('heading', { name: '提交成功' }).waitFor()
})

test('S1-08 S1-55 区科技局看到修改之处，审核通过', async () => {
  const { page } = officer
  await page.getByRole('button', { name: '返回列表' }).click()
  await page.getByRole('link', { name: unit.name }).click()
  await page.getByText('退回后有修改').first().waitFor()
  await picture(page, '11-再次审核')
  await page.getByRole('button', { name: /^通过/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click()
  await page.getByText('已通过').first().waitFor()
  await axe(page)
  await picture(page, '12-审核通过')
})

test('S1-56 审核通过的邮件和短信到达', async () => {
  const [mail] = await demo.mailTo(unit.mail, ({ subject }) => subject.includes('已通过审核'))
  expect(mail?.body).toContain(unit.name)
  const [sms] = await demo.mailTo(unit.phone, ({ body }) => body.includes('已通过'))
  expect(sms?.channel).toBe('短信')
})

test('S1-08 S1-52 单位登录，看到首页和“当前用户：〈单位名称〉”、修改密码、退出系统', async () => {
  await applicant.leave()
  applicant = await visitor()
  await signInAs(applicant, demo, unit.userName)
  const { page } = applicant
  // S2-05: the portal page is where one lands; the list of one's people (S1-44) and the unit's own home are one step away.
  await page.getByRole('region', { name: '首页' }).getByRole('link', { name: /^用户管理/ }).click()
  await page.getByRole('heading', { name: '用户管理' }).waitFor()
  await page.getByRole('navigation').getByRole('link', { name: '单位首页' }).click()
  await page.getByRole('heading', { name: unit.name }).waitFor()
  const header = page.locator('header')
  await header.getByText(`当前用户：${unit.name}`).waitFor()
  await header.getByRole('link', { name: '修改密码' }).waitFor()
  await axe(page)
  await picture(page, '13-单位首页')
  await header.getByRole('button', { name: '退出系统' }).click()
  await page.waitForURL(({ pathname }) => pathname === '/')
  await page.goto('/app/')
  await page.waitForURL(/\/sign-in/)
})
