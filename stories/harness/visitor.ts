import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core'
import type { Program } from './program.ts'

export const desktop = { width: 1366, height: 768 } as const
export const phone = { width: 390, height: 844 } as const

/** Somebody at a browser of his own. */
export interface Visitor {
  page: Page
  context: BrowserContext
  /** What his browser complained of, and no story expected: contradictions of the CSP, errors of scripts, broken answers. */
  troubles: string[]
  /** From now on such a complaint is part of the story. */
  bear(pattern: RegExp): void
  /** Closes the window, tabs and all: what was only there is gone. */
  leave(): Promise<void>
}

export interface Sight {
  size?: { width: number; height: number }
  lang?: 'zh' | 'en'
  /** false: as with scripts switched off. */
  scripts?: boolean
}

/** A refusal that the page shows in words; Chromium writes it down as well. */
const answered4xx = /Failed to load resource: the server responded with a status of 4\d\d/

/** Nobody answers: what a page asks each minute by itself. */
const unanswered = /net::ERR_(CONNECTION|EMPTY|SOCKET)/

let counted = 0

export async function visitorAt(browser: Browser, { url, isResting }: Pick<Program, 'url' | 'isResting'>, { size = desktop, lang = 'zh', scripts = true }: Sight = {}): Promise<Visitor> {
  const n = ++counted
  const context = await browser.newContext({
    baseURL: url, viewport: size, locale: lang === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce',
    javaScriptEnabled: scripts,
    extraHTTPHeaders: { 'x-forwarded-for': `198.51.100.${n % 250}` },
  })
  context.setDefaultTimeout(30_000)
  if (lang === 'en') await context.addCookies([{ name: 'lang', value: 'en', url }])
  const troubles: string[] = []
  const borne: RegExp[] = [answered4xx]
  const note = (trouble: string) => {
    if (isResting() && unanswered.test(trouble)) return
    if (!borne.some((pattern) => pattern.test(trouble))) troubles.push(trouble)
  }
  const watch = (page: Page) => {
    page.on('console', (message: ConsoleMessage) => message.type() === 'error' && note(`${message.text()} (${page.url()})`))
    page.on('pageerror', (error) => note(`${error.stack ?? error.message} (${page.url()})`))
    page.on('response', (answer) => answer.status() >= 500 && note(`${answer.status()} ${answer.request().method()} ${answer.url()}`))
  }
  context.on('page', watch)
  return { page: await context.newPage(), context, troubles, bear: (pattern) => void borne.push(pattern), leave: () => context.close() }
}
