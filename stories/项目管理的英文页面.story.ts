import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axe, seen } from './harness/look.ts'
import { ownChineseLeft } from './harness/own-words.ts'
import { story } from './harness/story.ts'

const { signedIn, visitor } = await story()
const english = { lang: 'en' } as const

/** The page as it came, with its heading; nothing of ours is Chinese, and axe has nothing grave to say. */
async function isEnglish(page: Page, name: string): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' })
  expect(await ownChineseLeft(page), `${name} ${page.url()}`).toEqual([])
  await axe(page)
  await seen(page, name)
}
/** Follows the first of these links to the page that it names. */
async function follow(page: Page, href: RegExp): Promise<void> {
  const links = await page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  const path = links.find((one) => href.test(one))
  if (!path) throw new Error(`no link like ${href} on ${page.url()}: ${links.join(' ')}`)
  await page.goto(path)
}

test('S2-78 负责人：正在申报的指南、我的申报、填报、回执、参与邀请、待办', async () => {
  const { page } = await signedIn('yj_jiaoshi1', english)
  for (const [path, name] of [['/app/projects', '指南'], ['/app/projects/mine', '我的申报'], ['/app/projects/invitations', '参与邀请'], ['/app/todo', '负责人待办']] as const) {
    await page.goto(path)
    await isEnglish(page, name)
  }
  await page.goto('/app/projects/mine')
  await page.getByRole('link', { name: 'Go on' }).first().click()
  await page.getByRole('button', { name: 'Check', exact: true }).first().click()
  await isEnglish(page, '填报')
  await page.goto('/app/projects/mine')
  await page.getByRole('link', { name: '高校技术经理人队伍建设的现状与对策调查' }).first().click()
  await isEnglish(page, '审核中')
  await page.getByRole('link', { name: 'Receipt' }).first().click()
  await isEnglish(page, '回执')
})

test('S2-76 S2-79 单位：本单位的项目、申报书、批量、逐份审核、待办', async () => {
  const { page } = await signedIn('yujiang_daxue', english)
  for (const [path, name] of [['/app/projects/unit', '本单位的项目'], ['/app/projects/unit/batches', '批量提交记录'], ['/app/projects/desk', '逐份审核'], ['/app/todo', '单位待办']] as const) {
    await page.goto(path)
    await isEnglish(page, name)
  }
  await page.goto('/app/projects/unit')
  await page.locator('.data-list').waitFor()
  await page.locator('.data-list').getByText('Soft science', { exact: true }).first().waitFor()
  expect(await page.locator('.data-list').getByText(/^(软科学研究|重点研发计划)项目$/).count()).toBe(0)
  await follow(page, /\/projects\/unit\/[0-9a-f-]{36}/)
  await isEnglish(page, '申报书')
})

test('D17 科技局：申报审核、指南管理、指南编写、工作日', async () => {
  const { page } = await signedIn('kejiju_sun', english)
  for (const [path, name] of [['/app/projects/review', '申报审核'], ['/app/projects/working-days', '工作日'], ['/app/projects/calls', '指南管理']] as const) {
    await page.goto(path)
    await isEnglish(page, name)
    if (name === '申报审核') expect((await page.locator('.calls-waiting button').allTextContents()).filter((title) => /\p{Script=Han}/u.test(title))).toEqual([])
  }
  await page.locator('.data-list').waitFor()
  await follow(page, /\/projects\/calls\/[0-9a-f-]{36}/)
  await isEnglish(page, '指南编写')
})

test('E63 核验申报书的公开页面', async () => {
  const { page } = await visitor(english)
  await page.goto('/verify')
  await isEnglish(page, '核验')
  await page.goto(`/verify/${'0'.repeat(64)}`)
  await isEnglish(page, '没有这一版本')
})
