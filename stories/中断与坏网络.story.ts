import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { townPassword, units } from '../world/cast.ts'
import { licenceOf } from './harness/licence.ts'
import { axe, picture } from './harness/look.ts'
import { story } from './harness/story.ts'
import { newcomer } from './harness/units.ts'
import { atStep, comeToTheWizard, fillAccount, fillUnit, labelled, press, uploadLicence } from './harness/wizard.ts'

const { visitor, program, demo } = await story({ inOrder: true })
const active = units.find(({ userName }) => userName === 'shili_keji3')
const unit = newcomer(3, { creditCode: active?.creditCode ?? '' })
const applicant = await visitor()
const { page } = applicant
// What Chromium writes down when nobody answers; that the page says it in words is what is tested.
applicant.bear(/net::ERR_(CONNECTION|INTERNET|SOCKET|EMPTY|NETWORK)/)

/** Everything that stands in the form now. */
const typed = (page: Page) => page.locator('main form').evaluate((form) =>
  [...form.querySelectorAll('input')].map((one) => `${one.id}=${one.value}`).concat([...form.querySelectorAll('.ant-select')].map((one) => one.textContent ?? '')).join('\n'))

test('S1-35 服务器中断：账号一步已填写的内容全部保留，恢复后接着提交', async () => {
  await comeToTheWizard(page)
  await fillAccount(page, demo, unit)
  const before = await typed(page)
  await program.kill()
  await press(page, '下一步')
  await page.getByText('网络连接失败，内容尚未提交').waitFor()
  expect(await typed(page)).toBe(before)
  await axe(page)
  await picture(page, '1-服务器中断')
  await program.start()
  await press(page, '下一步')
  await atStep(page, '单位')
})

test('S1-36 断网时保存：说明没有提交，内容保留；联网后再按一次即可', async () => {
  await fillUnit(page, unit)
  const before = await typed(page)
  await applicant.context.setOffline(true)
  await press(page, '下一步')
  await page.getByText('网络连接失败，内容尚未提交').waitFor()
  expect(await typed(page)).toBe(before)
  await picture(page, '2-断网')
  await applicant.context.setOffline(false)
})

test('S1-19 E08 没有保存就刷新：已填写的内容恢复', async () => {
  page.on('dialog', (dialog) => void dialog.accept())
  await labelled(page, '法定代表人').fill('令狐衡')
  await labelled(page, '单位名称').focus()
  await page.waitForFunction(() => Object.keys(sessionStorage).some((key) => sessionStorage.getItem(key)?.includes('令狐衡')))
  await page.reload()
  await page.getByText('已恢复上次未保存的内容').waitFor()
  expect(await labelled(page, '法定代表人').inputValue()).toBe('令狐衡')
  expect(await labelled(page, '单位名称').inputValue()).toBe(unit.name)
  await picture(page, '3-恢复')
})

test('S1-52 登录失效：在新窗口登录后接着办理，内容保留', async () => {
  const before = await typed(page)
  await applicant.context.clearCookies({ name: 'kehui' })
  await press(page, '下一步')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('登录已失效').waitFor()
  await axe(page)
  await picture(page, '4-登录失效')
  const opened = applicant.context.waitForEvent('page')
  await dialog.getByRole('link', { name: '在新窗口登录' }).click()
  const window = await opened
  await window.getByLabel(/^用户名/).fill(unit.userName)
  await window.getByLabel(/^密码/).fill(townPassword)
  await window.getByRole('button', { name: '登录', exact: true }).click()
  await window.getByRole('heading', { name: '已登录' }).waitFor()
  await window.close()
  await dialog.getByRole('button', { name: '已登录，继续' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await typed(page)).toBe(before)
  await press(page, '下一步')
  await atStep(page, '证照')
})

test('S1-43 上传中断：说明原因，重试成功；过大的、不符的文件说明理由', async () => {
  await applicant.context.setOffline(true)
  await page.locator('input[type=file]').setInputFiles(await licenceOf(unit))
  await page.getByRole('button', { name: '重试' }).waitFor()
  await axe(page)
  await picture(page, '5-上传中断')
  await applicant.context.setOffline(false)
  await press(page, '重试')
  await page.getByText('已上传').waitFor()
  const file = page.locator('input[type=file]')
  await file.setInputFiles({ name: '大.png', mimeType: 'image/png', buffer: Buffer.alloc(11_000_000) })
  await page.getByText('不能超过').waitFor()
  await file.setInputFiles({ name: '证照.docx', mimeType: 'application/msword', buffer: Buffer.from('x') })
  await page.getByText('不支持该文件类型').waitFor()
  await file.setInputFiles({ name: '证照.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no pdf at all') })
  await page.locator('.upload .error').filter({ hasNotText: '不支持该文件类型，请上传' }).waitFor()
  await picture(page, '6-不是PDF')
  await uploadLicence(page, await licenceOf(unit))
  await press(page, '下一步')
  await atStep(page, '确认')
})

test('E01 S1-08 代码已有生效单位：拒绝，指明该单位和遮盖的管理员，内容保留', async () => {
  await press(page, '提交')
  const refusal = page.getByRole('alert').filter({ hasText: '示例第三科技有限公司（演示）' })
  await refusal.waitFor()
  expect(await refusal.innerText()).not.toContain('阿依古丽·演示')
  await axe(page)
  await picture(page, '7-代码已有生效单位')
  await refusal.getByRole('button', { name: /统一社会信用代码/ }).click()
  await atStep(page, '单位')
  expect(await labelled(page, '单位名称').inputValue()).toBe(unit.name)
  await labelled(page, '统一社会信用代码').fill(newcomer(3).creditCode)
  await press(page, '下一步')
  await atStep(page, '证照')
  await press(page, '下一步')
})

test('S1-08 S1-21 提交后服务器断电，重新启动后仍在审核中', async () => {
  await press(page, '提交')
  await page.getByRole('heading', { name: '提交成功' }).waitFor()
  await program.kill()
  await program.start()
  await page.goto('/app/')
  await page.getByRole('heading', { name: '等待审核' }).waitFor()
})

test('S1-35 用户名已被使用：说明在旁，其余内容保留', async () => {
  const other = await visitor()
  const second = newcomer(4, { userName: unit.userName, mail: 'gushi_lingyi@example.com' })
  await comeToTheWizard(other.page)
  await fillAccount(other.page, demo, second)
  const before = await typed(other.page)
  await press(other.page, '下一步')
  await other.page.getByText('该用户名已被使用，请换一个').first().waitFor()
  expect(await typed(other.page)).toBe(before)
  await axe(other.page)
  await picture(other.page, '8-用户名已被使用')
  await labelled(other.page, '单位管理员用户名').fill('gushi_danwei4')
  await press(other.page, '下一步')
  await atStep(other.page, '单位')
})
