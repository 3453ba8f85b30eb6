import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'

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
