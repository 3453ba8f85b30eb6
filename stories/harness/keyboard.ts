import type { Page } from 'playwright-core'

/** What a screen reader would call the element that has the focus. */
export const focused = (page: Page): Promise<string> => page.evaluate(() => {
  const one = document.activeElement
  if (!one || one === document.body) return ''
  const labels = one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? [...(one.labels ?? [])].map((label) => label.textContent) : []
  return (one.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : one.textContent) ?? '').replaceAll(/\s+/g, ' ').trim()
})

/** Presses Tab until what has the focus begins with this name; each stop on the way must be visible and named. */
export async function tabTo(page: Page, name: string, { back = false, most = 80 } = {}): Promise<void> {
  const passed: string[] = []
  for (let n = 0; n < most; n++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    const here = await focused(page)
    if (here.startsWith(name)) return mustBeSeen(page, here)
    passed.push(here)
  }
  throw new Error(`Tab does not lead to “${name}”; it passed ${passed.join(' → ')}`)
}

/** The focus is drawn, and nothing that sticks to the window lies over it (WCAG 2.4.7, 2.4.11). */
async function mustBeSeen(page: Page, name: string): Promise<void> {
  const trouble = await page.evaluate(() => {
    const one = document.activeElement as HTMLElement
    const { left, right, top, bottom, width, height } = one.getBoundingClientRect()
    if (width < 1 || height < 1) return null // Drawn by its neighbour, as antd's radios are.
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    const own = one.closest('label, .ant-select, .ant-input-affix-wrapper') ?? one
    if (over && !own.contains(over) && !over.contains(one)) return `hidden behind ${over.outerHTML.slice(0, 120)}`
    const drawn = [one, ...(own === one ? [] : [own, ...own.children])].some((drawn) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(drawn)
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    })
    return drawn ? null : 'its focus is not drawn'
  })
  if (trouble) throw new Error(`“${name}”: ${trouble}`)
}

export const type = (page: Page, text: string): Promise<void> => page.keyboard.insertText(text)

/** Tab to a field and fill it. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name)
  await type(page, text)
}

/** Tab to a button or link and press Enter. */
export async function enter(page: Page, name: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Tab to a select, open it and take a choice by the arrow keys; a long list is searched first. */
export async function pick(page: Page, name: string, choice: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('ArrowDown')
  const searched = await page.evaluate(() => document.activeElement?.hasAttribute('readonly') === false)
  if (searched) await type(page, choice.slice(0, 3))
  const active = page.locator('.ant-select-dropdown:visible .ant-select-item-option-active')
  for (let n = 0; n < 30; n++) {
    await active.waitFor()
    if ((await active.innerText()).startsWith(choice)) return page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the arrow keys do not lead to “${choice}”`)
}
