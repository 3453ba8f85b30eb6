import { expect, test } from 'vitest'
import { demoMail } from '../src/codes/demo-numbers.ts'
import { persons } from '../world/persons.ts'
import { chineseLeft } from './harness/english.ts'
import { enter } from './harness/keyboard.ts'
import { axe, picture } from './harness/look.ts'
import { openPerson } from './harness/persons.ts'
import { signInAs } from './harness/sign-in.ts'
import { story } from './harness/story.ts'
import { labelled, press } from './harness/wizard.ts'

const { signedIn, visitor, demo } = await story({ inOrder: true })
const who = persons.find((one) => one.userName === 'jg_tianbao2') ?? persons[0]!
const newMail = demoMail('jg_tianbao2_xin')
const note = '原邮箱随原单位域名停用，已与单位管理用户电话核实。'
const { page } = await signedIn('zhichi_tang')
const dialog = page.getByRole('dialog')

test('S1-58 技术支持查到填报用户，更换登记邮箱：填错的当场指出，办完有回执', async () => {
  await page.goto('/app/people/support')
  await page.getByRole('radio', { name: '用户名', exact: true }).check()
  await page.getByRole('textbox', { name: /^用户名/ }).fill(who.userName)
  await labelled(page, '查询原因').fill('本人来电，收不到邮件')
  await press(page, '查询')
  await page.getByText('查询到 1 名填报用户').waitFor()
  await axe(page)
  await picture(page, '01-查询到')
  await enter(page, '更换登记邮箱')
  await dialog.getByRole('textbox').first().waitFor()
  await expect.poll(() => dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true)
  await dialog.getByLabel('新的登记邮箱').fill('meiyou-youxiang')
  await dialog.getByRole('button', { name: '更换邮箱' }).click()
  await dialog.getByRole('alert').waitFor()
  await axe(page)
  await picture(page, '02-填错')
  await dialog.getByLabel('新的登记邮箱').fill(who.mail)
  await dialog.getByLabel('更换说明').fill(note)
  await dialog.getByRole('button', { name: '更换邮箱' }).click()
  await dialog.getByText('与现在登记的电子邮箱相同').first().waitFor()
  await dialog.getByLabel('新的登记邮箱').fill(newMail)
  await picture(page, '03-更换')
  await dialog.getByRole('button', { name: '更换邮箱' }).click()
  await page.getByText(`已将${who.name}的登记邮箱更换为 j***@example.com`).waitFor()
  await axe(page)
  await picture(page, '04-已更换')
})

test('S1-58 S1-11 本人用新邮箱收到的链接设置密码并登录；本人和单位都看到更换及说明', async () => {
  const back = await visitor()
  const letter = await demo.letterTo(newMail, ({ links }) => links.some((link) => link.includes('token=')))
  await back.page.goto(letter.links.find((link) => link.includes('token=')) ?? '')
  const password = 'Xin-Jin-Men-29'
  await labelled(back.page, '密码').fill(password)
  await labelled(back.page, '确认密码').fill(password)
  await press(back.page, '设置密码')
  await back.page.getByText('密码已设置').waitFor()
  await signInAs(back, demo, who.userName, password)
  await back.page.goto('/app/me/profile')
  await back.page.getByText(note).waitFor()
  const unit = await signedIn('jingu_ligong')
  await openPerson(unit.page, who.userName)
  await unit.page.getByRole('region', { name: '办理过程' }).getByText('更换登记邮箱').waitFor()
  await picture(unit.page, '05-单位看到')
})

test('英文界面：没有遗漏的中文', async () => {
  await page.context().addCookies([{ name: 'lang', value: 'en', url: page.url() }])
  await page.goto('/app/people/support')
  await page.getByRole('radio', { name: 'The user name' }).check()
  await page.getByRole('textbox', { name: /^User name/ }).fill(who.userName)
  await labelled(page, 'Reason of the search').fill('called in')
  await press(page, 'Search')
  await press(page, 'Replace the mailbox')
  await dialog.getByRole('textbox').first().waitFor()
  await picture(page, '06-english')
  expect(await chineseLeft(page, new RegExp(`${who.name}|演示|汤支持`))).toEqual([])
})
