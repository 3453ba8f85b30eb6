import { townPassword } from '../../world/cast.ts'
import type { DemoPage } from './demo-page.ts'
import type { Visitor } from './visitor.ts'

/** User name and password on the sign-in page; goes no further. */
export async function typeSignIn({ page }: Visitor, userName: string, password = townPassword): Promise<void> {
  await page.goto('/sign-in')
  const english = (await page.locator('html').getAttribute('lang')) === 'en'
  await page.getByLabel(english ? /^User name/ : /^用户名/).fill(userName)
  await page.getByLabel(english ? /^Password/ : /^密码/).fill(password)
  await page.getByRole('button', { name: english ? 'Sign in' : '登录', exact: true }).click()
}

/** All the way to the application, by the one-time code of the demo page where a second factor is asked for. */
export async function signInAs(visitor: Visitor, demo: DemoPage, userName: string, password = townPassword): Promise<void> {
  const { page } = visitor
  await typeSignIn(visitor, userName, password)
  await page.waitForURL(/\/app\/|\/second-factor/)
  if (!page.url().includes('/second-factor')) return
  for (let tries = 0; page.url().includes('/second-factor'); tries++) {
    if (tries === 3) throw new Error(`${userName} is not let in`)
    await page.locator('#f-code').fill(await demo.oneTimeCode(userName))
    await page.locator('main button.button').click()
    await page.waitForURL(/\/app\/|\/second-factor/)
  }
}
