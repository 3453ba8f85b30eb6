import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'

export interface Letter {
  channel: string
  /** Line above the letter: to whom, when. */
  to: string
  subject: string
  body: string
  links: string[]
}

/** Somebody who reads /demo, where the demo shows mail, short messages and one-time codes. */
export interface DemoPage {
  /** Letters to a mailbox or phone, newest first, as soon as one is there that is wanted. */
  mailTo(address: string, wanted?: (letter: Letter) => boolean): Promise<Letter[]>
  /** The newest letter of this kind, as soon as it is there. */
  letterTo(address: string, wanted: (letter: Letter) => boolean): Promise<Letter>
  /** The newest code that was sent to a mailbox or phone and not yet read here. */
  codeFor(address: string): Promise<string>
  /** What the authenticator of a member of staff shows; never the same twice, for each works once. */
  oneTimeCode(userName: string): Promise<string>
}

export function demoPageOf(page: Page): DemoPage {
  const used = new Set<string>()

  /** Looks again and again, as a person would press 刷新. */
  async function until<T>(what: string, look: () => Promise<T | null | undefined>): Promise<T> {
    for (let waited = 0; waited < 40_000; waited += 400) {
      await page.goto('/demo')
      const found = await look()
      if (found) return found
      await sleep(400)
    }
    throw new Error(`not on the demo page: ${what}`)
  }

  const letters = (): Promise<Letter[]> => page.locator('#messages article').evaluateAll((articles) => articles.map((article) => ({
    channel: article.querySelector('.tag')?.textContent ?? '',
    to: article.querySelector('.hint')?.textContent ?? '',
    subject: article.querySelector('h3')?.textContent ?? '',
    body: article.querySelector<HTMLElement>('p:last-of-type')?.innerText ?? '',
    links: [...article.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? ''),
  })))
  const lettersTo = async (address: string) => (await letters()).filter(({ to }) => to.includes(address))

  return {
    mailTo: (address, wanted = () => true) => until(`a letter to ${address}`, async () => {
      const found = await lettersTo(address)
      return found.some(wanted) ? found : null
    }),
    letterTo: (address, wanted) => until(`this letter to ${address}`, async () => (await lettersTo(address)).find(wanted)),
    codeFor: (address) => until(`a code to ${address}`, async () => {
      const code = /(?<!\d)\d{6}(?!\d)/.exec((await lettersTo(address))[0]?.body ?? '')?.[0]
      if (!code || used.has(address + code)) return null
      used.add(address + code)
      return code
    }),
    oneTimeCode: (userName) => until(`the code of ${userName}`, async () => {
      const row = page.locator('#people tr', { has: page.getByText(userName, { exact: true }) })
      const code = /\d{6}/.exec(await row.locator('td').last().innerText())?.[0]
      if (!code || used.has(userName + code)) return null
      used.add(userName + code)
      return code
    }),
  }
}
