import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { chineseLeft } from './harness/english.ts'
import { enter, focused, pick, tabTo, type, typeInto } from './harness/keyboard.ts'
import { licenceOf } from './harness/licence.ts'
import { axe, picture, settled } from './harness/look.ts'
import { story } from './harness/story.ts'
import { haihe, newcomer } from './harness/units.ts'
import { phone } from './harness/visitor.ts'
import { atStep } from './harness/wizard.ts'

const { visitor, demo } = await story({ inOrder: true })
const unit = newcomer(2, { name: '故事第二生物医药研究中心有限责任公司（演示）' })
const { page } = await visitor({ size: phone })

/** The same step in English and back: complete, without a serious finding, and nothing typed is lost. */
async function alsoInEnglish(page: Page, name: string): Promise<void> {
  await axe(page)
  await picture(page, name)
  const typed = () => page.locator('main input').evaluateAll((inputs) => inputs.map((one) => (one as HTMLInputElement).value).join('|'))
  const before = await typed()
  const speak = async (lang: string) => {
    await page.locator(`header .langs [lang^=${lang}]`).evaluate((one: HTMLElement) => one.click())
    await page.locator(`html[lang^=${lang}]`).waitFor({ state: 'attached' })
    await settled(page)
  }
  await speak('en')
  expect(await chineseLeft(page, /演示|故事第二|司马|慕容|欧阳|示范路|证照\.png/), name).toEqual([])
  await axe(page)
  await picture(page, `${name}-英文`)
  await speak('zh')
  expect(await typed()).toBe(before)
}

test('S1-02 S1-16 S1-33 从首页到注册向导', async () => {
  await page.goto('/')
  await enter(page, '立即注册')
  await page.getByRole('heading', { name: '选择用户类型' }).waitFor()
  await enter(page, '单位管理用户注册')
  await page.waitForURL(/agreement/)
  await enter(page, '同意')
  await page.getByRole('heading', { name: '单位管理用户注册' }).waitFor()
})

test('S1-35 没有填写就按下一步：焦点到错误摘要，每项链接到其填写处', async () => {
  await enter(page, '下一步')
  await page.locator('.summary').waitFor()
  await expect.poll(() => focused(page)).toContain('请更正以下内容')
  await axe(page)
  await picture(page, '1-错误摘要')
  await enter(page, '单位管理员用户名')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-userName')
})

test('S1-14 S1-17 S1-35 S1-41 S1-42 账号', async () => {
  await type(page, unit.userName)
  await typeInto(page, '密码', unit.password)
  await typeInto(page, '确认密码', unit.password)
  await typeInto(page, '联系人姓名', unit.contact)
  for (const [address, tick] of [[unit.mail, '邮箱已验证'], [unit.phone, '手机号码已验证']] as const) {
    await typeInto(page, tick.startsWith('邮箱') ? '电子邮箱' : '手机号码', address)
    await enter(page, '发送验证码')
    const code = await demo.codeFor(address)
    await expect.poll(() => focused(page), { message: 'the focus goes to the code' }).toContain('验证码')
    await type(page, code)
    await page.getByText(tick).waitFor()
    await expect.poll(() => focused(page), { message: 'the focus is not lost when the address is proven' }).not.toBe('')
  }
  const questions = ['您就读的小学全称是？', '您最要好的中学同学的姓名是？', '您母亲的出生地（县）是？']
  for (const [i, n] of ['一', '二', '三'].entries()) {
    await pick(page, `问题${n}`, questions[i] ?? '')
    await typeInto(page, `问题${n}的答案`, unit.answers[i] ?? '')
  }
  await tabTo(page, '下一步')
  await alsoInEnglish(page, '2-账号')
  await page.locator('#f-questions\\.2\\.answer').focus()
  await enter(page, '下一步')
  await atStep(page, '单位')
})

test('S1-36 S1-37 S1-38 S1-39 S1-40 单位：选择主管部门后焦点回到原处', async () => {
  await typeInto(page, '单位名称', unit.name)
  await typeInto(page, '统一社会信用代码', unit.creditCode)
  await pick(page, '法人性质', unit.nature)
  await pick(page, '法人类型', unit.type)
  await typeInto(page, '法定代表人', unit.representative)
  await enter(page, '请选择')
  await page.getByRole('dialog').waitFor()
  await expect.poll(() => focused(page), { message: 'the dialog takes the focus' }).toBe('按名称查找')
  await type(page, '海河')
  await tabTo(page, haihe)
  await page.keyboard.press('Space')
  await axe(page)
  await picture(page, '3-选择主管部门')
  await enter(page, '确定')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.picker') !== null), { message: 'the focus comes back' }).toBe(true)
  await pick(page, '注册地址：区', unit.district)
  await typeInto(page, '注册地址：详细地址', unit.street)
  await enter(page, '同注册地址')
  await tabTo(page, '下一步')
  await alsoInEnglish(page, '4-单位')
  await page.locator('#f-locatedAddress').focus()
  await enter(page, '下一步')
  await atStep(page, '证照')
})

test('S1-43 证照：选择文件、预览', async () => {
  const chooser = page.waitForEvent('filechooser')
  await enter(page, '选择文件')
  await (await chooser).setFiles(await licenceOf(unit))
  await page.locator('.document img').waitFor()
  await alsoInEnglish(page, '5-证照')
  await page.locator('#f-licence').focus()
  await enter(page, '下一步')
  await atStep(page, '确认')
})

test('S1-08 S1-15 确认、提交、查看进度', async () => {
  await alsoInEnglish(page, '6-确认')
  await enter(page, '提交')
  await page.getByRole('heading', { name: '提交成功' }).waitFor()
  await alsoInEnglish(page, '7-提交成功')
  await enter(page, '查看办理进度')
  await page.getByRole('heading', { name: '等待审核' }).waitFor()
  await alsoInEnglish(page, '8-等待审核')
})
