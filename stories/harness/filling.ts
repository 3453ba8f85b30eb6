import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { TownPerson } from '../../world/persons.ts'
import { dialog } from './posts.ts'
import { labelled, press } from './wizard.ts'

/** Halves of the test string of virus scanners: whole it would not be let lie here either. */
export const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))

/** Chooses a file for the one field of attachments that is on the page. */
export const attach = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.locator('.draft-files input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer })

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
