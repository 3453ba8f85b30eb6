import type { Page } from 'playwright-core'
import { demoMail, demoMobile, demoResidentId } from '../../src/codes/demo-numbers.ts'
import { townPassword } from '../../world/cast.ts'
import type { DemoPage } from './demo-page.ts'
import { labelled, press, prove } from './wizard.ts'

/** Somebody who comes to register with a unit; numbers from ranges that are never issued. */
export interface NewPerson {
  userName: string
  password: string
  name: string
  document: string
  mail: string
  phone: string
  /** Full name of the unit. */
  unit: string
}

export const university = '津沽示范理工大学（演示）'
export const institute = '海河示范研究院（演示）'

export function newPerson(n: number, more: Partial<NewPerson> = {}): NewPerson {
  const userName = more.userName ?? `gushi_tianbao${n}`
  return {
    userName, password: townPassword, name: '钟离婉清', document: demoResidentId('tianjin', '1991-10-08', 700 + n),
    mail: demoMail(userName), phone: demoMobile(800 + n), unit: university, ...more,
  }
}

/** 立即注册, 选择用户类型, 用户协议: up to the form of a person. */
export async function comeToThePersonForm(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: '立即注册' }).first().click()
  await page.getByRole('heading', { name: '选择用户类型' }).waitFor()
  await page.getByRole('link', { name: /^填报用户注册/ }).click()
  await press(page, '同意')
  await page.waitForURL(/\/app\/registration\/person\?/)
  await page.getByRole('heading', { name: '填报用户注册' }).waitFor()
}

/** All of the form but 管理单位 and the button 注册. */
export async function fillPerson(page: Page, demo: DemoPage, who: NewPerson): Promise<void> {
  await labelled(page, '用户名').fill(who.userName)
  await labelled(page, '密码').fill(who.password)
  await labelled(page, '确认密码').fill(who.password)
  await labelled(page, '负责人姓名').fill(who.name)
  await labelled(page, '证件号码').fill(who.document)
  await prove(page, demo, 'phone', who.phone)
  await prove(page, demo, 'mail', who.mail)
}

/** What 单位选择 answers to a name; the dialog stays open. */
export async function findUnit(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('管理单位全称').fill(name)
  await dialog.getByRole('button', { name: '查询' }).click()
}

/** 选择, the full name, 查询, the tick, 选择 (S1-26 to S1-28); the dialog is opened by the caller. */
export async function takeUnit(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await findUnit(page, name)
  await dialog.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check()
  await dialog.getByRole('button', { name: '选择', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** From the front door to 提交成功. */
export async function registerPerson(page: Page, demo: DemoPage, who: NewPerson): Promise<void> {
  await comeToThePersonForm(page)
  await fillPerson(page, demo, who)
  await press(page, '选择')
  await takeUnit(page, who.unit)
  await press(page, '注册')
  await page.getByRole('heading', { name: '提交成功' }).waitFor()
}

/** 用户管理 with its rows. */
export async function peopleOfUnit(page: Page): Promise<void> {
  await page.goto('/app/people')
  await page.locator('.data-list tbody tr a').first().waitFor()
}

/** The page of one person, by the name in the list. */
export async function openPerson(page: Page, userName: string): Promise<void> {
  await peopleOfUnit(page)
  await rowOf(page, userName).getByRole('link').first().click()
  await page.getByRole('region', { name: '操作' }).waitFor()
}

/** The row of a person in 用户管理. */
export const rowOf = (page: Page, userName: string) => page.getByRole('row').filter({ has: page.getByText(userName, { exact: true }) })
