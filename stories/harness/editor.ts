import type { Locator, Page } from 'playwright-core'
import { settled } from './look.ts'
import { takeOf } from './select.ts'
import { labelled } from './wizard.ts'

/** 指南管理 of the bureau, as it is addressed. */
export const ofCalls = '/app/projects/calls'

/** Another part of the editor: 基本信息与通知, 表单, 预览. */
export const editorPart = (page: Page, part: string): Promise<void> =>
  page.getByRole('group', { name: '编写内容' }).getByRole('button', { name: new RegExp(`^${part}`) }).click()

/** Everything that was written is on the server. */
export const draftKept = (page: Page): Promise<void> => page.locator('.saving').getByText(/^已自动保存/).waitFor()

/** Takes one of the choices of a select. */
export async function pick(box: Locator, choice: string): Promise<void> {
  await takeOf(box, () => box.click(), choice)
}

/** One of several, and on to the next input by keyboard: the list closes, and what was chosen stays. */
export async function pickOneOf(box: Locator, choice: string): Promise<void> {
  await pick(box, choice)
  await box.press('Tab')
}

/** A time typed into a picker once it has opened, and taken. As it opens it writes its own value anew: what was typed too early is typed again. */
export async function typeMoment(box: Locator, moment: string): Promise<void> {
  const page = box.page()
  for (let tries = 0; tries < 4; tries++) {
    await box.click()
    await page.locator('.ant-picker-dropdown:visible').first().waitFor()
    await settled(page)
    await box.fill(moment)
    await settled(page)
    await box.press('Enter')
    await settled(page)
    if ((await box.inputValue()) === moment) return
  }
  throw new Error(`${moment} was typed four times and does not stand there`)
}

/** The days before and after today, in the calendar of the town. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Whatever is chosen in 表单结构. */
export const detail = (page: Page): Locator => page.locator('.designer .detail')

/** Goes to a tab, a field or a rule of the form. */
export const chooseInForm = (page: Page, name: string): Promise<void> =>
  page.locator('.outline').getByRole('button', { name: new RegExp(`^${name}`) }).first().click()

/** A new field at the end of a tab, with its name. */
export async function addField(page: Page, tab: string, kind: string, name: string): Promise<void> {
  await page.getByRole('button', { name: `增加栏目 ${tab}` }).click()
  await page.getByRole('menuitem', { name: kind, exact: true }).click()
  await detail(page).getByRole('heading', { name: kind }).waitFor()
  await labelled(page, '名称').fill(name)
}
