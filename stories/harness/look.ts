import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { desktop, phone } from './visitor.ts'

const pictures = join(import.meta.dirname, '../../pictures')

/** Where the pictures of the running story lie. */
const folderOfStory = (): string => join(pictures, basename(expect.getState().testPath ?? 'story').replace('.story.ts', ''))

/** Those of the last run would be taken for new ones. */
export const forgetPictures = (): Promise<void> => rm(folderOfStory(), { recursive: true, force: true })

/** Everything that was asked for has come, and two frames were drawn. */
export const settled = async (page: Page): Promise<void> => {
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))))
}

/** The browser has the answer to a choice of mode, or none can come. */
const preferenceKept = (page: Page): Promise<void> => new Promise((resolve, reject) => {
  const end = (outcome: () => void) => {
    clearTimeout(timer)
    page.off('requestfinished', ended).off('requestfailed', ended)
    outcome()
  }
  const timer = setTimeout(() => end(() => reject(new Error(`${page.url()} does not tell the server of the mode that was chosen`))), 30_000)
  const ended = (request: Request) => {
    if (new URL(request.url()).pathname === '/preferences') end(resolve)
  }
  page.on('requestfinished', ended).on('requestfailed', ended)
})

async function inElderMode(page: Page, on: boolean): Promise<void> {
  const isApp = new URL(page.url()).pathname.startsWith('/app')
  // The next page comes as the cookie says, and the cookie comes with this answer.
  const kept = isApp ? preferenceKept(page) : null
  kept?.catch(() => undefined) // It is asked below; by then something else may have failed.
  await page.evaluate(({ on, isApp }) => {
    // The switch of the application takes effect at once; on public pages it is a link, and what is typed would be lost.
    if (isApp) document.querySelector<HTMLElement>('.switches > button')?.click()
    else document.documentElement.dataset.mode = on ? 'elder' : 'standard'
  }, { on, isApp })
  await kept
  await page.waitForFunction((mode) => document.documentElement.dataset.mode === mode, on ? 'elder' : 'standard')
}

/** A whole `npm test` asserts the same and draws nothing: nobody looks at a thousand pictures. */
const isDrawn = process.env.KEHUI_PICTURES !== 'none'

/** The page as it stands now, at 1366 and 390 pixels and in 长者模式; kept in `pictures/`, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? desktop
  const folder = folderOfStory()
  await mkdir(folder, { recursive: true })
  const shoot = async (what: string) => {
    await settled(page)
    if (!isDrawn) return
    // A dialog is as large as the window, not as the page.
    const inDialog = await page.locator('.ant-modal-wrap:visible').count() > 0
    if (!inDialog) await layFlat(page, true)
    await page.screenshot({ path: join(folder, `${name}-${what}.png`), fullPage: !inDialog, animations: 'disabled' })
    if (!inDialog) await layFlat(page, false)
  }
  await page.setViewportSize(desktop)
  await shoot('1366')
  await inElderMode(page, true)
  await shoot('elder')
  await inElderMode(page, false)
  await page.setViewportSize(phone)
  await shoot('390')
  await nothingSticksOut(page)
  await page.setViewportSize(before)
  await settled(page)
}

/** What sticks to the window while one scrolls would lie across the picture of a whole page. */
const layFlat = (page: Page, flat: boolean): Promise<void> => page.evaluate((flat) => {
  scrollTo(0, 0)
  const sticking = [...document.querySelectorAll<HTMLElement>('main *')].filter((one) => flat ? getComputedStyle(one).position === 'sticky' : one.dataset.sticks)
  for (const one of sticking) {
    if (flat) one.dataset.sticks = 'yes'
    else delete one.dataset.sticks
    one.style.position = flat ? 'static' : ''
  }
}, flat)

/** What everybody saw when a chapter failed. */
export async function pictureOfFailure(pages: readonly Page[]): Promise<void> {
  const folder = folderOfStory()
  await mkdir(folder, { recursive: true })
  await Promise.all(pages.map((page, i) =>
    page.isClosed() ? Promise.resolve(null) : page.screenshot({ path: join(folder, `FAILED-${i}.png`), fullPage: true }).catch(() => null)))
}

/** At 390 pixels nothing makes the page itself wider than the phone. */
async function nothingSticksOut(page: Page): Promise<void> {
  const widest = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(widest, `${page.url()} is wider than a phone`).toBeLessThanOrEqual(phone.width)
}

/** No serious or critical finding of axe, contrast included. */
export async function axe(page: Page): Promise<void> {
  await settled(page)
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  if (grave.length === 0) return
  const told = grave.map(({ id, help, nodes }) => {
    const [first] = nodes
    return `${id} (${nodes.length}): ${help}\n    ${first?.html}\n    ${first?.failureSummary?.replaceAll('\n', ' ')}`
  })
  throw new Error(`axe on ${page.url()}:\n  ${told.join('\n  ')}`)
}

/** No grave finding of axe, and the picture of it. */
export async function seen(page: Page, name: string): Promise<void> {
  await axe(page)
  await picture(page, name)
}
