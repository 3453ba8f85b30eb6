import type { Page } from 'playwright-core'

/**
 * At a flood desk: this one is drawn, and the focus is on its name. It goes there after the desk has noted when it was drawn and
 * before its keys are waited for, in one breath: from here on a key is heard, and a second later it is taken.
 */
export const drawn = async (page: Page, name: string): Promise<void> =>
  void (await page.waitForFunction((name) => document.activeElement?.id === 'desk-who' && (document.activeElement.textContent ?? '').includes(name), name))

/** Another than this one is drawn, as above; gives its name. */
export async function nextDrawn(page: Page, before: string): Promise<string> {
  const next = await page.waitForFunction((before) => {
    const here = document.activeElement
    return here?.id === 'desk-who' && here.textContent !== before ? here.textContent : null
  }, before)
  return (await next.jsonValue()) ?? ''
}

/** A key that comes in the very moment in which the next one is drawn, as a second press does that was meant for the one before. */
export const pressAsDrawn = (page: Page, key: string): Promise<void> => page.evaluate((key) => {
  const press = () => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  const drawing = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target.id !== 'desk-who') return
    document.removeEventListener('focusin', drawing)
    // Behind the breath in which the desk begins to wait for its keys.
    queueMicrotask(press)
  }
  document.addEventListener('focusin', drawing)
}, key)
