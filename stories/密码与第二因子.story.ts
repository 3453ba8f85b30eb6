import { expect, test } from 'vitest'
import { townPassword } from '../world/cast.ts'
import { totpCode } from '../src/platform/totp.ts'
import { axe, picture } from './harness/look.ts'
import { signInAs, typeSignIn } from './harness/sign-in.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { choose, labelled, press } from './harness/wizard.ts'

const { visitor, signedIn, demo } = await story({ inOrder: true })
const newPassword = 'Hai-Tang8wan'
let unit: Visitor
let elsewhere: Visitor
let administrator: Visitor

test('S1-14 修改密码时随输入显示强度，太弱的说明缺什么', async () => {
  unit = await signedIn('shili_keji3')
  const { page } = unit
  await page.locator('header').getByRole('link', { name: '修改密码' }).click()
  await page.getByRole('heading', { name: '修改密码' }).waitFor()
  const strength = page.locator('.strength')
  await labelled(page, '新密码').fill('12345678')
  await strength.getByText('弱').first().waitFor()
  await labelled(page, '新密码').fill('shili_keji3-X')
  await strength.getByText('猜到').waitFor()
  await axe(page)
  await picture(page, '弱密码')
  await labelled(page, '新密码').fill(newPassword)
  await strength.getByText('强').first().waitFor()
})

test('S1-52 修改密码：写错的逐项说明；成功后其他设备须重新登录', async () => {
  elsewhere = await signedIn('shili_keji3')
  const { page } = unit
  await labelled(page, '原密码').fill('not-the-Passw0rd')
  await labelled(page, '确认密码').fill('something-Else-1')
  await press(page, '修改密码')
  await page.locator('.summary').getByText('两次输入的密码不一致').waitFor()
  await axe(page)
  await picture(page, '修改密码有误')
  await labelled(page, '新密码').fill(newPassword)
  await labelled(page, '确认密码').fill(newPassword)
  await labelled(page, '原密码').fill(townPassword)
  await press(page, '修改密码')
  await page.getByText('密码已修改').waitFor()
  await page.goto('/app/')
  await page.getByRole('region', { name: '首页' }).waitFor() // S2-05: where a unit lands.
  await elsewhere.page.goto('/app/')
  await elsewhere.page.waitForURL(/\/sign-in/)
})

test('S1-52 退出系统后须用新密码登录', async () => {
  const { page } = unit
  await page.locator('header').getByRole('button', { name: '退出系统' }).click()
  await page.waitForURL(({ pathname }) => pathname === '/')
  await typeSignIn(unit, 'shili_keji3')
  await page.getByText('用户名或密码错误').first().waitFor()
  await typeSignIn(unit, 'shili_keji3', newPassword)
  await page.waitForURL(/\/app\//)
})

test('S1-03 主管部门人员登录还须输入动态口令，写错的不放行', async () => {
  const officer = await visitor()
  const { page } = officer
  await typeSignIn(officer, 'jiaowei_li')
  await page.getByRole('heading', { name: '两步验证' }).waitFor()
  await axe(page)
  await picture(page, '两步验证')
  await page.goto('/app/units/reviews')
  await page.waitForURL(/\/sign-in/)
  await typeSignIn(officer, 'jiaowei_li')
  await page.locator('#f-code').fill('12345')
  await press(page, '验证')
  await page.getByText('验证码为6位数字').first().waitFor()
  await page.locator('#f-code').fill('000000')
  await press(page, '验证')
  await page.getByText('验证码不正确或已使用').first().waitFor()
  await picture(page, '动态口令有误')
  await page.locator('#f-code').fill(await demo.oneTimeCode('jiaowei_li'))
  await press(page, '验证')
  await page.getByRole('heading', { name: '单位注册审核' }).waitFor()
})

test('S1-55 平台管理员新增主管部门人员：不设密码，链接发到邮箱', async () => {
  administrator = await signedIn('pingtai_zhou')
  const { page } = administrator
  await page.goto('/app/platform/staff')
  await press(page, '新增工作人员')
  const dialog = page.getByRole('dialog')
  await labelled(page, '姓名(?!或)').fill('诸葛明·演示')
  await dialog.locator('#f-userName').fill('haihe_zhuge')
  await dialog.locator('#f-mail').fill('haihe_zhuge@example.org')
  await choose(page, '主管部门\\*', '海河示范区科学技术局（演示）')
  await axe(page)
  await picture(page, '新增工作人员')
  await dialog.getByRole('button', { name: '新增工作人员' }).click()
  await page.getByText('已新增，设置密码的链接已发到邮箱。').waitFor()
})

test('S1-14 用一次性链接设置密码，随后设置两步验证，首次登录', async () => {
  const officer = await visitor()
  const { page } = officer
  const [letter] = await demo.mailTo('haihe_zhuge@example.org')
  const link = letter?.links[0] ?? ''
  expect(link).toMatch(/^\/set-password\?token=/)
  await page.goto(link)
  await page.getByText('haihe_zhuge').waitFor()
  await labelled(page, '密码').fill('password12')
  await page.locator('.meter').getByText('弱').waitFor()
  await labelled(page, '确认密码').fill('password12')
  await press(page, '设置密码')
  await page.locator('#error-summary').waitFor()
  await axe(page)
  await picture(page, '设置密码有误')
  await labelled(page, '密码').fill(newPassword)
  await page.locator('.meter').getByText('强').waitFor()
  await labelled(page, '确认密码').fill(newPassword)
  await press(page, '设置密码')
  await page.getByText('密码已设置，请用新密码登录。').waitFor()

  await typeSignIn(officer, 'haihe_zhuge', newPassword)
  await page.getByRole('heading', { name: '设置两步验证' }).waitFor()
  await axe(page)
  await picture(page, '设置两步验证')
  const secret = (await page.locator('main code').innerText()).replaceAll(/\s/g, '')
  await page.locator('#f-code').fill(totpCode(secret, new Date()))
  await press(page, '完成设置')
  await page.getByRole('heading', { name: '单位注册审核' }).waitFor()
  await page.locator('header').getByText('当前用户：海河示范区科学技术局（演示）').waitFor()

  const late = await visitor()
  await late.page.goto(link)
  await late.page.getByRole('heading', { name: '链接已失效' }).waitFor()
  await axe(late.page)
  await picture(late.page, '链接已失效')
})

test('S1-52 账号安全：登录的设备可以结束', async () => {
  const first = await visitor()
  await signInAs(first, demo, 'haihe_yanjiu')
  const second = await visitor()
  await signInAs(second, demo, 'haihe_yanjiu')
  const { page } = second
  await page.goto('/app/account')
  await page.getByRole('heading', { name: '登录的设备' }).waitFor()
  await axe(page)
  await picture(page, '账号安全')
  await page.getByRole('button', { name: '结束登录', exact: true }).first().waitFor()
  await press(page, '结束其他全部登录')
  await page.getByText('登录已结束').waitFor()
  await first.page.goto('/app/')
  await first.page.waitForURL(/\/sign-in/)
})
