import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { gb18030, oldUnit, personLine, textOf, unitLine } from '../checks/old-accounts.ts'
import { demoCreditCode } from '../src/codes/demo-numbers.ts'
import { townPassword } from '../world/cast.ts'
import { axe, picture } from './harness/look.ts'
import { peopleOfUnit, rowOf, university } from './harness/persons.ts'
import { signInAs } from './harness/sign-in.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { labelled, press } from './harness/wizard.ts'

const { visitor, signedIn, demo } = await story({ inOrder: true })
const desk = await signedIn('pingtai_zhou')
const { page } = desk

/** Of the university, which is on the platform already; the company comes over with its own account. */
const here = { unitName: university, unitCode: demoCreditCode('tianjin', 1, '12') }
const open = personLine(1, 1, { ...here, name: '阿依努尔·买买提', userName: 'yuan_ayinuer' })
const shut = personLine(2, 1, { ...here, name: '南宫问雅', userName: 'yuan_wenya', status: '已禁用' })
const file = {
  name: '原科技计划项目管理信息系统_账号导出_2026年度.csv', mimeType: 'text/csv',
  buffer: gb18030(textOf([
    unitLine(1), personLine(3, 1, { name: '司徒听雨' }), open, shut,
    // The user name of somebody else; a number that a workbook has rounded; neither name nor kind of unit.
    personLine(4, 1, { ...here, userName: 'jg_tianbao1', name: '慕容昭' }),
    personLine(5, 1, { ...here, document: '1.20101E+17', name: '欧阳一' }),
    personLine(6, 2, { status: '', phone: '1234567' }),
  ])),
}

const dialogOf = (page: Page) => page.getByRole('dialog')
const outcomes = () => page.getByRole('group', { name: '结果' }).getByRole('button').allInnerTexts().then((all) => all.map((text) => text.replaceAll(/\s+/g, '')))
const upload = async () => {
  await page.goto('/app/platform/legacy')
  await page.getByRole('heading', { name: '原系统账号导入', level: 1 }).waitFor()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('heading', { name: file.name }).waitFor()
  await page.getByText('已检查', { exact: true }).waitFor()
}

test('S1-05 平台管理员上传 GB 18030 文件，只检查不导入，逐行看到结果', async () => {
  await page.goto('/app/platform/legacy')
  await page.getByText('还没有导入过').waitFor()
  await axe(page)
  await picture(page, '01-导入')
  await upload()
  expect(await outcomes()).toEqual(['全部7', '新账号4', '已存在0', '冲突1', '有误2'])
  await page.getByText('GB 18030（含 GBK、GB 2312）').first().waitFor()
  await axe(page)
  await picture(page, '02-检查结果')
  await press(page, '重新检查')
  await labelled(page, '编码').waitFor()
  await axe(page)
  await picture(page, '02-重新检查')
  await dialogOf(page).getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: /^有误/ }).click()
  await page.getByText('号码已被表格软件改写').waitFor()
  await expect.poll(() => page.locator('.data-list tbody tr').count()).toBe(2)
  await axe(page)
  await picture(page, '03-有误')
  await page.getByRole('button', { name: /^冲突/ }).click()
  await page.getByText('用户名已被另一账号使用').waitFor()
})

test('S1-05 确认账号数后导入新账号：其余的行不动；再传同一文件，全部已存在', async () => {
  await press(page, '导入4个账号')
  await labelled(page, '确认账号数').fill('5')
  await dialogOf(page).getByRole('button', { name: '导入', exact: true }).click()
  await dialogOf(page).getByText('请填写检查结果中可导入的账号数').first().waitFor()
  await axe(page)
  await picture(page, '04-确认')
  await labelled(page, '确认账号数').fill('4')
  await dialogOf(page).getByRole('checkbox').check()
  await dialogOf(page).getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('已导入4个账号', { exact: true }).waitFor()
  await axe(page)
  await picture(page, '05-已导入')
  await upload()
  expect(await outcomes()).toEqual(['全部7', '新账号0', '已存在4', '冲突1', '有误2'])
  expect(await page.getByRole('button', { name: /^导入\d/ }).count()).toBe(0)
  await picture(page, '06-再次检查')
  await press(page, '放弃')
  await dialogOf(page).getByRole('button', { name: '放弃', exact: true }).click()
  await page.getByText('这次导入已放弃').waitFor()
  await page.goto('/app/platform/legacy')
  await page.getByRole('link', { name: file.name }).first().waitFor()
  await axe(page)
  await picture(page, '07-历次导入')
})

let person: Visitor

/** From the sign-in page by the mailed link to a password of his own. */
async function firstSignIn(mail: string, userName: string): Promise<Visitor> {
  const one = await visitor()
  await one.page.goto('/sign-in')
  await one.page.getByText('原系统用户首次登录').waitFor()
  await one.page.locator('main').getByText('原系统用户首次登录').getByRole('link').click()
  await one.page.getByText('原系统用户首次登录前，也在此设置密码').waitFor()
  await labelled(one.page, '登记的电子邮箱').fill(mail)
  await press(one.page, '发送链接')
  await one.page.getByRole('heading', { name: '请查收邮件' }).waitFor()
  const letter = await demo.letterTo(mail, ({ subject }) => subject === '设置新密码')
  expect(letter.body).toContain(userName)
  await one.page.goto(letter.links[0] ?? '')
  await labelled(one.page, '密码').fill(townPassword)
  await labelled(one.page, '确认密码').fill(townPassword)
  await axe(one.page)
  await press(one.page, '设置密码')
  await one.page.getByText('密码已设置，请用新密码登录').waitFor()
  await signInAs(one, demo, userName)
  return one
}

test('S1-06 原系统用户首次登录：说明邮件不含密码；用登记的邮箱设置密码后，单位和状态与原来相同', async () => {
  const welcome = await demo.letterTo(open.mail ?? '', ({ subject }) => subject === '您的账号已转入新平台')
  expect(welcome.body).toContain('用户名与原来相同')
  expect(welcome.body).not.toContain('token')
  person = await firstSignIn(open.mail ?? '', open.userName ?? '')
  await person.page.getByText(university).first().waitFor()
  await person.page.getByText('阿依努尔·买买提').first().waitFor()
  await axe(person.page)
  await picture(person.page, '08-首次登录')
  await person.page.goto('/app/me/profile')
  await person.page.getByText('从原系统转入').waitFor()
  await axe(person.page)
  await picture(person.page, '09-个人信息')
  const other = await firstSignIn(shut.mail ?? '', shut.userName ?? '')
  await other.page.getByText(/已禁用|禁用/).first().waitFor()
  await axe(other.page)
  await picture(other.page, '10-原为禁用')
})

test('S1-05 S1-49 单位管理员在用户管理中看到转入的人员，直接配置模块；本人即可进入', async () => {
  const keeper = await signedIn('jingu_ligong')
  await peopleOfUnit(keeper.page)
  await rowOf(keeper.page, shut.userName ?? '').getByText('已禁用').waitFor()
  const row = rowOf(keeper.page, open.userName ?? '')
  await row.getByText('已启用').waitFor()
  await picture(keeper.page, '11-用户管理')
  await row.getByRole('link', { name: /^模块配置/ }).click()
  await keeper.page.locator('.ticks').getByRole('checkbox', { name: '专家库' }).check()
  await press(keeper.page, '保存')
  await keeper.page.getByText('已保存，立即生效').waitFor()
  await person.page.goto('/app/')
  await person.page.getByRole('link', { name: '进入“专家库（示例）”' }).waitFor()
  await picture(person.page, '12-可进入')
})

test('S1-06 随文件转入的单位：单位管理用户设置密码后即可管理本单位人员', async () => {
  const { mail = '', userName = '' } = unitLine(1)
  const keeper = await firstSignIn(mail, userName)
  await keeper.page.locator('header').getByText(`当前用户：${oldUnit(1).unitName}`).waitFor()
  await peopleOfUnit(keeper.page)
  await rowOf(keeper.page, 'yuan_geren3').getByText('司徒听雨').waitFor()
  await axe(keeper.page)
  await picture(keeper.page, '13-转入的单位')
})
