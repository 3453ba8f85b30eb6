import type { Page } from 'playwright-core'
import { settled } from './look.ts'
import { takeChoice } from './select.ts'

/** The university of the demo town with schools, managers and an authorised person (world/college.ts). */
export const college = '渝江示范大学（演示）'

/** Changes the mandate under which one acts, in the header; the page is asked for anew. `mandate`: how it is named there. */
export async function actAs(page: Page, mandate: string): Promise<void> {
  const header = page.locator('header')
  const box = header.locator('.mandate-switch')
  await box.waitFor()
  if ((await box.innerText()).includes(mandate)) return
  await box.click()
  await takeChoice(page, mandate, { part: true })
  await box.getByText(mandate).waitFor()
}

/** 个人信息 of whoever looks. */
export async function ownProfile(page: Page): Promise<void> {
  await page.goto('/app/center/profile')
  await page.locator('.profile-rows').waitFor()
}

/** What stands beside a name in 个人信息. */
export const cell = (page: Page, label: string) => page.locator('.profile-rows dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) }).locator('dd')

/** 维护个人信息, opened. */
export async function maintain(page: Page): Promise<void> {
  await page.getByRole('button', { name: '维护个人信息', exact: true }).click()
  await page.locator('.profile-form').waitFor()
}

/** 个人信息审核, with its list or the reason why it is empty. */
export async function reviews(page: Page): Promise<void> {
  await page.goto('/app/center/reviews')
  await page.locator('.data-list').waitFor()
}

/** Another state of 个人信息审核. */
export const showState = (page: Page, state: string): Promise<void> =>
  page.getByRole('group', { name: '状态' }).getByRole('button', { name: new RegExp(`^${state}`) }).click()

/** The line of somebody in 个人信息审核. */
export const lineOf = (page: Page, name: string) => page.locator('.data-list').getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

/** 审核 or 查看 of somebody, from his line. */
export async function openReview(page: Page, name: string): Promise<void> {
  await lineOf(page, name).getByRole('link', { name, exact: true }).click()
  await page.getByRole('region', { name: '审核操作' }).waitFor()
  await settled(page)
}

/** Chooses of a filter with choices: `labelled` would find a field of the list's foot as well. */
export async function filterBy(page: Page, label: string, choice: string): Promise<void> {
  await page.locator('form.filters').getByLabel(label, { exact: true }).click()
  await takeChoice(page, choice, { part: true })
  await page.getByRole('button', { name: '查询', exact: true }).click()
}


/** Presses a deed that is not open and says why (N11): by keyboard, for a pointer is told that it is no ordinary button. */
export async function pressClosed(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}
