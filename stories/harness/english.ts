import type { Page } from 'playwright-core'

/**
 * Chinese that is to be seen on an English page: texts and labels outside of what is marked as Chinese. `data` is what people
 * typed and no platform can translate.
 */
export async function chineseLeft(page: Page, data: RegExp = /(?!)/): Promise<string[]> {
  const found = await page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'alt']
    const isChinese = (one: Element) => one.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') ?? false
    const texts: string[] = []
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node instanceof Element ? node : node.parentElement
      if (!holder || isChinese(holder) || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(holder.tagName) || !holder.checkVisibility()) continue
      texts.push(...(node instanceof Element ? spoken.map((name) => node.getAttribute(name) ?? '') : [node.textContent ?? '']))
    }
    return texts
  })
  return found.filter((text) => /\p{Script=Han}|[，。；：（）、]/u.test(text) && !data.test(text)).map((text) => text.trim())
}
