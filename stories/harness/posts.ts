import type { Locator, Page } from 'playwright-core'
import { persons, type TownPerson } from '../../world/persons.ts'
import { labelled } from './wizard.ts'

/** Somebody of the town. */
export function townPerson(userName: string): TownPerson {
  const who = persons.find((one) => one.userName === userName)
  if (!who) throw new Error(`the cast has lost ${userName}`)
  return who
}

/** The tabs of 用户中心 as they are read, without their counts (S2-08 to S2-11). */
export async function centerTabs(page: Page): Promise<string[]> {
  const tabs = page.getByRole('navigation', { name: '用户中心' }).getByRole('link')
  await tabs.first().waitFor()
  return (await tabs.allInnerTexts()).map((text) => text.replace(/\s*\d+$/, '').trim())
}

/** A tab of 用户中心. */
export const centerTab = (page: Page, name: string): Locator => page.getByRole('navigation', { name: '用户中心' }).getByRole('link', { name: new RegExp(`^${name}`) })
export const openTab = (page: Page, name: string): Promise<void> => centerTab(page, name).click()

/** The three fields of whom a post is given to (S2-28, S2-36), and on to what comes after them. */
export async function typeNamed(page: Page, who: Pick<TownPerson, 'name' | 'phone' | 'document'>, labels: readonly [string, string, string]): Promise<void> {
  await labelled(page, labels[0]).fill(who.name)
  await labelled(page, labels[1]).fill(who.phone)
  await labelled(page, labels[2]).fill(who.document)
  await page.keyboard.press('Tab')
}

export const authorisedLabels = ['姓名', '手机号码', '证件号码'] as const
export const managerLabels = ['管理人员姓名', '管理人员手机', '管理人员身份证号码'] as const

/** What stands beside a field: its error. */
export const errorOf = (page: Page, label: string) => page.locator('.field', { has: labelled(page, label) }).locator('.error')

export const dialog = (page: Page) => page.getByRole('dialog')
/** The button of a dialog. */
export const inDialog = (page: Page, verb: string): Promise<void> => dialog(page).getByRole('button', { name: verb, exact: true }).click()
