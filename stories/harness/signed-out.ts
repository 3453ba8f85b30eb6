import type { Locator, Page } from 'playwright-core'

/**
 * Whose session was ended elsewhere hears it at the next press, unless what the page asks each minute by itself has told it before:
 * then the dialog lies over what is pressed. On a slow page neither comes soon, and one presses again.
 */
export async function hearsSignedOut(page: Page, next: Locator): Promise<void> {
  const told = page.getByRole('dialog').getByText('登录已失效')
  for (const until = performance.now() + 90_000; performance.now() < until;) {
    // No press is left under way: it would meet the page that comes after.
    await next.click({ timeout: 5_000 }).catch(() => undefined)
    if (await told.waitFor({ timeout: 10_000 }).then(() => true, () => false)) return
  }
  throw new Error('a session that has ended was not told so within a minute and a half')
}
