import type { Page } from 'playwright-core'
import type { DemoPage } from './demo-page.ts'
import { licenceOf, type Scan } from './licence.ts'
import { takeOf } from './select.ts'
import type { Newcomer } from './units.ts'

/** A control by the beginning of its label, as it is read. */
export const labelled = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}`)).first()

export const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()

/** The step of the wizard that is marked as the present one. */
export const currentStep = (page: Page): Promise<string> => page.locator('.rail li[aria-current=step] .label').innerText()

export const atStep = (page: Page, step: string): Promise<void> => page.locator('.rail li[aria-current=step]', { hasText: step }).waitFor()

/** Takes one of the choices of a select; a long list is searched. */
export async function choose(page: Page, label: string, choice: string): Promise<void> {
  const box = labelled(page, label)
  await takeOf(box, async () => {
    await box.click()
    if ((await box.getAttribute('readonly')) === null) await box.fill(choice.slice(0, 3))
  }, choice)
}

/** 立即注册, 选择用户类型, 用户协议: up to the first step of the wizard. */
export async function comeToTheWizard(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: '立即注册' }).first().click()
  await page.getByRole('heading', { name: '选择用户类型' }).waitFor()
  await page.getByRole('link', { name: /^单位管理用户注册/ }).click()
  await press(page, '同意')
  await page.waitForURL(/\/app\/registration\/begin/)
  await page.getByRole('heading', { name: '单位管理用户注册' }).waitFor()
}

/** An address, its code from the mailbox, and the tick. */
export async function prove(page: Page, demo: DemoPage, channel: 'mail' | 'phone', address: string): Promise<void> {
  const label = { mail: '电子邮箱', phone: '手机号码' }[channel]
  const field = page.locator('.field', { has: page.locator('label', { hasText: label }) }).first()
  await field.getByRole('textbox').first().fill(address)
  await field.getByRole('button', { name: '发送验证码' }).click()
  const code = field.getByLabel({ mail: '邮箱验证码', phone: '短信验证码' }[channel])
  await code.waitFor()
  await code.fill(await demo.codeFor(address))
  await field.getByText({ mail: '邮箱已验证', phone: '手机号码已验证' }[channel]).waitFor()
}

const questions = ['您就读的小学全称是？', '您最要好的中学同学的姓名是？', '您母亲的出生地（县）是？'] as const

/** Step 账号, all but 下一步. */
export async function fillAccount(page: Page, demo: DemoPage, who: Newcomer): Promise<void> {
  await labelled(page, '单位管理员用户名').fill(who.userName)
  await labelled(page, '密码').fill(who.password)
  await labelled(page, '确认密码').fill(who.password)
  await labelled(page, '联系人姓名').fill(who.contact)
  await prove(page, demo, 'mail', who.mail)
  await prove(page, demo, 'phone', who.phone)
  for (const [i, n] of ['一', '二', '三'].entries()) {
    await choose(page, `问题${n}(?!的)`, questions[i] ?? '')
    await labelled(page, `问题${n}的答案`).fill(who.answers[i] ?? '')
  }
}

/** Step 单位, all but 下一步. */
export async function fillUnit(page: Page, who: Newcomer): Promise<void> {
  await labelled(page, '单位名称').fill(who.name)
  await labelled(page, '统一社会信用代码').fill(who.creditCode)
  await choose(page, '法人性质', who.nature)
  await choose(page, '法人类型', who.type)
  await labelled(page, '法定代表人').fill(who.representative)
  await chooseAuthority(page, who.authority)
  await choose(page, '注册地址：区', who.district)
  await labelled(page, '注册地址：详细地址').fill(who.street)
  await press(page, '同注册地址')
}

/** 请选择, a search, the radio, 确定 (S1-39). */
export async function chooseAuthority(page: Page, name: string): Promise<void> {
  await press(page, '请选择')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(name.slice(0, 4))
  await dialog.getByRole('radio', { name }).check()
  await dialog.getByRole('button', { name: '确定', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Step 证照, all but 下一步. */
export async function uploadLicence(page: Page, file: Scan): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText(`已上传：${file.name}`).waitFor()
}

/** From the front door to 提交成功. */
export async function register(page: Page, demo: DemoPage, who: Newcomer): Promise<void> {
  await comeToTheWizard(page)
  await fillAccount(page, demo, who)
  await press(page, '下一步')
  await atStep(page, '单位')
  await fillUnit(page, who)
  await press(page, '下一步')
  await atStep(page, '证照')
  await uploadLicence(page, await licenceOf(who))
  await press(page, '下一步')
  await atStep(page, '确认')
  await press(page, '提交')
  await page.getByRole('heading', { name: '提交成功' }).waitFor()
}
