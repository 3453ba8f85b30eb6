import { expect, test } from 'vitest'
import { enter, focused, tabTo, type } from './harness/keyboard.ts'
import { axe, picture } from './harness/look.ts'
import { chineseLeft } from './harness/english.ts'
import { story } from './harness/story.ts'
import { press } from './harness/wizard.ts'

const { signedIn, demo } = await story({ inOrder: true })
const note = '我院法定代表人已变更，新证照编号尾号为0418，想核对登记信息在审核时以哪一份证照为准，请告知办理方式。'
const answer = '单位登记信息以主管部门审核时的证照为准。\n请在“单位信息”页申请变更，并上传新证照的彩色扫描件。'
const asker = await signedIn('haihe_yanjiu')
const { page } = asker

test('S1-58 单位管理用户打开主管部门的页面：页面说明由谁使用、谁能处理，并可就此请求协助', async () => {
  await page.goto('/app/units/reviews')
  await page.getByText('由主管部门经办人使用').waitFor()
  await page.getByText('此事由本单位的主管部门处理').waitFor()
  await axe(page)
  await picture(page, '01-不能打开')
})

test('S1-58 只用键盘：请求协助，不写内容的有提示，焦点回到原处；同一事项一天一次', async () => {
  await tabTo(page, '请求协助')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').waitFor()
  await expect.poll(() => focused(page)).toMatch(/^需要解决什么问题/)
  await enter(page, '发送')
  await dialog.getByRole('alert').waitFor()
  await axe(page)
  await tabTo(page, '需要解决什么问题', { back: true })
  await type(page, note)
  await picture(page, '02-请求协助')
  await enter(page, '发送')
  await page.getByText('已发送。').waitFor()
  await expect.poll(() => focused(page), { message: 'the focus is not lost with the button' }).not.toBe('')
  await axe(page)
  await picture(page, '03-已发送')
  await page.reload()
  await press(page, '请求协助')
  await dialog.getByRole('textbox').fill(note)
  await dialog.getByRole('button', { name: '发送' }).click()
  await dialog.getByText('今天已就此事请求过协助').waitFor()
  await axe(page)
  await picture(page, '04-今天已请求')
  await dialog.getByRole('button', { name: '取消' }).click()
  await page.goto('/app/help/mine')
  await page.getByText('等待主管部门答复').waitFor()
  await axe(page)
  await picture(page, '05-等待答复')
})

test('S1-58 主管部门在协助请求中看到数目、提示和页面，答复', async () => {
  const officer = await signedIn('haihe_wang')
  const { page } = officer
  const menu = page.getByRole('link', { name: /^协助请求/ })
  await menu.locator('.count').waitFor()
  expect(await menu.innerText()).toMatch(/1$/)
  await menu.click()
  await page.getByText(note).waitFor()
  await axe(page)
  await picture(page, '06-协助请求')
  await enter(page, '答复')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(answer)
  await axe(page)
  await picture(page, '07-答复')
  await dialog.getByRole('button', { name: '答复', exact: true }).click()
  await page.getByText(/^已答复/).waitFor()
  await page.getByText('没有等待答复的请求').waitFor()
  await axe(page)
  await picture(page, '08-已答复')
  await menu.locator('.count').waitFor({ state: 'detached' })
})

test('S1-58 请求人在站内消息、邮件和我的协助请求中看到答复', async () => {
  const letter = await demo.letterTo('haihe_yanjiu@example.com', ({ subject }) => subject === '您的协助请求有了答复')
  expect(letter.body).toContain('以主管部门审核时的证照为准')
  await page.goto('/app/inbox')
  await page.getByRole('button', { name: /您的协助请求有了答复/ }).first().click()
  await page.getByRole('heading', { name: '我的协助请求' }).waitFor()
  await page.getByText('以主管部门审核时的证照为准').waitFor()
  await axe(page)
  await picture(page, '09-答复')
})

test('S1-58 填报用户由本单位管理员答复；还没有身份的账号由技术支持答复；英文页面没有中文', async () => {
  const person = await signedIn('hh_tianbao1')
  await person.page.goto('/app/platform/legacy')
  await person.page.getByText('此事由本单位管理员处理').waitFor()
  await picture(person.page, '10-填报用户')
  const newcomers = await signedIn('shili_keji4', { lang: 'en' })
  await newcomers.page.goto('/app/people')
  await newcomers.page.getByText('Technical support can help with this.').waitFor()
  expect(await chineseLeft(newcomers.page, /郑演/)).toEqual([])
  await axe(newcomers.page)
  await picture(newcomers.page, '11-English')
})
