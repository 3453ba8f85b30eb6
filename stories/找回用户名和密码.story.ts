import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { townAnswers } from '../world/register.ts'
import { axe, picture } from './harness/look.ts'
import { typeSignIn } from './harness/sign-in.ts'
import { story } from './harness/story.ts'
import { labelled, press } from './harness/wizard.ts'

const { visitor, signedIn, demo } = await story()
const newPassword = 'Hai-Tang8wan'
const answers = townAnswers.map(({ answer }) => answer)

test('S1-12 填报用户、工作人员：登记的邮箱收到一次性链接，设置新密码后登录', async () => {
  const { page } = await visitor()
  await page.goto('/sign-in')
  await page.getByRole('link', { name: '忘记用户名、密码' }).click()
  await page.getByRole('heading', { name: '用登记的邮箱找回' }).waitFor()
  await axe(page)
  await picture(page, '忘记用户名、密码')
  await labelled(page, '登记的电子邮箱').fill('haihe_feng@')
  await press(page, '发送链接')
  await page.locator('.summary').waitFor()
  expect(await labelled(page, '登记的电子邮箱').inputValue()).toBe('haihe_feng@')
  await labelled(page, '登记的电子邮箱').fill('haihe_feng@example.org')
  await press(page, '发送链接')
  await page.getByRole('heading', { name: '请查收邮件' }).waitFor()
  await axe(page)
  await picture(page, '请查收邮件')
  const [letter] = await demo.mailTo('haihe_feng@example.org', ({ subject }) => subject === '设置新密码')
  expect(letter?.body).toContain('haihe_feng')
  await page.goto(letter?.links[0] ?? '')
  await labelled(page, '密码').fill(newPassword)
  await labelled(page, '确认密码').fill(newPassword)
  await press(page, '设置密码')
  await page.getByText('密码已设置，请用新密码登录').waitFor()
  await page.goto(letter?.links[0] ?? '')
  await page.getByRole('heading', { name: '链接已失效' }).waitFor()
})

test('S1-13 单位管理用户：验证码和三个密保问题，答错不说明哪一题；答对后设置新密码，其他设备须重新登录', async () => {
  const elsewhere = await signedIn('haihe_yanjiu')
  const guest = await visitor()
  const { page } = guest
  await page.goto('/forgotten')
  await page.getByRole('link', { name: '开始找回' }).click()
  await picture(page, '获取验证码')
  await labelled(page, '登记的邮箱或手机号码').fill('haihe_yanjiu@example.com')
  // In a town that was built just now, the code of the registration is less than a minute old: one waits, and nothing typed is lost.
  for (let tries = 0; ; tries++) {
    await Promise.all([page.waitForEvent('load'), press(page, '获取验证码')])
    if (page.url().includes('/code?')) break
    const seconds = /请(\d+)秒后再试/.exec(await page.locator('.summary').innerText())?.[1]
    if (!seconds || tries === 4) throw new Error(`no code is sent: ${await page.locator('main').innerText()}`)
    await sleep(1000 * Number(seconds) + 200)
  }
  await axe(page)
  // By keyboard alone: the field has the focus.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-code')
  await page.keyboard.type(await demo.codeFor('haihe_yanjiu@example.com'))
  await page.keyboard.press('Enter')
  const fields = page.locator('input[name^=answer]')
  await fields.first().waitFor()
  const answer = async (given: readonly string[]) => {
    for (const [i, one] of given.entries()) await fields.nth(i).fill(one)
    await press(page, '提交')
  }
  await answer([answers[0] ?? '', '不对', answers[2] ?? ''])
  await page.locator('.summary').getByText('答案不正确').waitFor()
  expect(await fields.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual(['', '', ''])
  await axe(page)
  await picture(page, '答案不正确')
  await answer(answers)
  await page.getByText('haihe_yanjiu').waitFor()
  await labelled(page, '密码').fill(newPassword)
  await labelled(page, '确认密码').fill(newPassword)
  await press(page, '设置密码')
  await page.getByText('密码已设置').waitFor()
  const [told] = await demo.mailTo('haihe_yanjiu@example.com', ({ subject }) => subject === '账号正在设置新密码')
  expect(told?.body).toContain('如不是您本人操作')
  await elsewhere.page.goto('/app/')
  await elsewhere.page.waitForURL(/\/sign-in/)
  await typeSignIn(guest, 'haihe_yanjiu', newPassword)
  await page.waitForURL(/\/app\//)
})

test('S1-10 两种方式都不能用的，页面说明需要什么，并给出申请入口和技术支持', async () => {
  const { page } = await visitor()
  await page.goto('/forgotten')
  const evidence = page.locator('#evidence')
  await evidence.getByText('加盖公章的复印件').waitFor()
  expect(await evidence.getByRole('link', { name: '提交找回申请' }).getAttribute('href')).toBe('/app/recovery/begin')
  await evidence.getByRole('link', { name: /@/ }).waitFor()
})
