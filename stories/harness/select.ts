import { setTimeout as sleep } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'

/**
 * Takes one of the choices of the select that is open. A list that has just opened still finds its place: nobody presses within a tenth
 * of a second, and between press and release another line may lie under the pointer.
 */
export async function takeChoice(page: Page, choice: string, { part = false } = {}): Promise<void> {
  const lines = page.locator('.ant-select-dropdown:visible .ant-select-item-option', part ? { hasText: choice } : { has: page.getByText(choice, { exact: true }) })
  const line = part ? lines.first() : lines
  await line.waitFor()
  for (let tries = 0, before = ''; tries < 150; tries++) {
    const now = JSON.stringify(await line.boundingBox())
    if (now === before) return line.click()
    before = now
    await sleep(100)
  }
  throw new Error(`the list with “${choice}” does not come to rest`)
}

/**
 * Opens the select of this box and takes one of its choices, until it stands there: on a slow machine a list may still move under the
 * pointer, and the press is lost. A select that is gone has been taken at its word.
 */
export async function takeOf(box: Locator, open: () => Promise<void>, choice: string): Promise<void> {
  const shown = box.locator('xpath=ancestor::div[contains(concat(" ", normalize-space(@class), " "), " ant-select ")][1]')
  const isTaken = async () => (await shown.count()) === 0 || ((await shown.textContent()) ?? '').includes(choice)
  for (let tries = 0; tries < 4; tries++) {
    await open()
    await takeChoice(box.page(), choice)
    for (let waited = 0; waited < 2_000; waited += 100) {
      if (await isTaken().catch(() => true)) return
      await sleep(100)
    }
  }
  throw new Error(`“${choice}” was pressed four times and does not stand there`)
}
