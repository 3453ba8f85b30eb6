import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { TownPerson } from '../../world/persons.ts'
import { ofLeader } from './applications.ts'
import { seen } from './look.ts'
import { dialog, inDialog } from './posts.ts'
import { labelled, press } from './wizard.ts'

/** Halves of the test string of virus scanners: whole it would not be let lie here either. */
export const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))

/** Chooses a file for the one field of attachments that is on the page. */
export const attach = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.locator('.draft-files input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer })

/** The same of one that is not taken, and why. */
export async function refusedFile(page: Page, name: string, buffer: Buffer, why: string): Promise<void> {
  await attach(page, name, buffer)
  await page.getByText(`“${name}”未能上传：${why}`).waitFor()
}

/** 删除 of a file asks first; 取消 leaves it where it is. */
export async function asksBeforeDeleting(page: Page, name: string, picture: string): Promise<void> {
  await press(page, `删除 ${name}`)
  await dialog(page).getByText(`“${name}”将从申报书中删除`).waitFor()
  await dialog(page).getByText('此操作无法撤销。').waitFor()
  await seen(page, picture)
  await inDialog(page, '取消')
  await dialog(page).waitFor({ state: 'detached' })
  await page.getByRole('button', { name, exact: true }).waitFor()
}

/** 提交 or 检查, in the bar that stays in view. */
export const inBar = (page: Page, name: '提交' | '检查'): Promise<void> => page.locator('.fill-bar').getByRole('button', { name, exact: true }).click()

/** 提交 of what is complete, up to the receipt. */
export async function handIn(page: Page): Promise<void> {
  await inBar(page, '提交')
  await dialog(page).getByText('提交成功后出具回执').waitFor()
  await inDialog(page, '确认提交')
  await page.getByRole('heading', { level: 1, name: '申报回执' }).waitFor()
}

/** Whoever was invited says yes, in his own account. */
export async function confirmTaking(page: Page, { title, leader }: { title: string; leader: string }, picture: string): Promise<void> {
  await page.goto(ofLeader)
  await page.getByRole('link', { name: '其他申报人邀请本人参与的项目' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
  await seen(page, picture)
  await press(page, '确认参与')
  await inDialog(page, '确认参与')
  await page.getByText(`已确认参与，${leader}已收到通知。`).waitFor()
}

/** In the field stands this, now or as soon as it came from the server or out of the browser. */
export async function stands(page: Page, label: string, value: string): Promise<void> {
  await expect.poll(() => labelled(page, label).inputValue(), { timeout: 20_000 }).toBe(value)
}

/** How much this browser still keeps for the server: nothing, once the server has it (D23). */
export const unsentHere = (page: Page): Promise<number> => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('kehui.draft.')).length)

/** Where both contents of a field stand side by side. */
export const conflict = (page: Page) => page.getByRole('region', { name: '另一窗口修改了同样的1处内容' })

/** 邀请参与人, all but 发送邀请. */
export async function typeInvitation(page: Page, who: TownPerson, task: string): Promise<void> {
  await press(page, '邀请参与人')
  await dialog(page).getByLabel(/^姓名/).fill(who.name)
  await dialog(page).getByLabel(/^手机号码/).fill(who.phone)
  await dialog(page).getByLabel(/^分工/).fill(task)
  await dialog(page).getByLabel(/^投入月数/).fill('6')
}
