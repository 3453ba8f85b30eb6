import type { Locator, Page } from 'playwright-core'

/** Whose session was ended elsewhere hears it at the next press, unless what the page asks each minute by itself has told it before. */
export async function hearsSignedOut(page: Page, next: Locator): Promise<void> {
  const told = page.getByRole('dialog').getByText('登录已失效')
  await next.click({ timeout: 3_000 }).catch(async (error: unknown) => {
    if (!(await told.isVisible())) throw error
  })
  await told.waitFor()
}
