import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { demoMail, demoMobile } from '../src/codes/demo-numbers.ts'
import { townPassword, units } from '../world/cast.ts'
import { licenceOf } from './harness/licence.ts'
import { axe, picture } from './harness/look.ts'
import { signInAs } from './harness/sign-in.ts'
import { story } from './harness/story.ts'
import { desktop, phone, type Visitor } from './harness/visitor.ts'
import { choose, labelled, press, prove } from './harness/wizard.ts'

const { visitor, signedIn, demo, program, whileResting } = await story({ inOrder: true })
const [unit] = units.filter(({ userName }) => userName === 'shili_keji3')
if (!unit) throw new Error('the town has lost a unit')
const claimant = { name: '古丽娜尔·阿卜杜热西提', userName: 'jieren_guli', mail: demoMail('jieren_guli'), phone: demoMobile(880_001) }

const dialog = (page: Page) => page.getByRole('dialog')
const inDialog = async (page: Page, verb: string) => {
  await dialog(page).getByRole('button', { name: verb, exact: true }).click()
  await dialog(page).waitFor({ state: 'hidden' })
}
const open = async (page: Page, name: string) => page.getByRole('region', { name: '办理操作' }).getByRole('button', { name: new RegExp(`^${name}`) }).click()
let keeper: Visitor
let tang: Visitor
let link = ''

test('S1-10 申请：单位、情况、两个验证码、证照，得到编号；漏填的在各项旁说明', async () => {
  keeper = await signedIn(unit.userName)
  const { page } = await visitor()
  await page.goto('/app/recovery/begin')
  await page.getByRole('heading', { name: '单位账号找回' }).waitFor()
  await axe(page)
  await picture(page, '申请')
  await press(page, '提交申请')
  await page.locator('.summary').waitFor()
  await axe(page)
  await picture(page, '申请-漏填')
  await labelled(page, '单位').click()
  await dialog(page).getByRole('textbox').fill(unit.creditCode)
  await dialog(page).getByRole('textbox').press('Enter')
  await dialog(page).getByRole('checkbox').first().check()
  await inDialog(page, '选择')
  await page.getByText('单位管理员已离职或无法联系').click()
  await labelled(page, '补充说明').fill('原管理员阿依古丽·演示已于上月离职，单位邮箱无人可以登录。')
  await labelled(page, '申请人姓名').fill(claimant.name)
  await labelled(page, '希望使用的用户名').fill(claimant.userName)
  await prove(page, demo, 'mail', claimant.mail)
  await page.locator('input[type=file]').setInputFiles(await licenceOf({ name: unit.name, creditCode: unit.creditCode, representative: unit.representative }))
  await page.getByText(/^已上传：/).waitFor()
  await prove(page, demo, 'phone', claimant.phone)
  await axe(page)
  await picture(page, '申请-填好')
  await press(page, '提交申请')
  await page.getByRole('heading', { name: '申请已提交' }).waitFor()
  await axe(page)
  await picture(page, '申请已提交')
  const [letter] = await demo.mailTo(claimant.mail, ({ subject }) => subject.startsWith('单位账号找回申请已收到'))
  link = letter?.links[0] ?? ''
  expect(link).toMatch(/\/app\/recovery\/case#[\w-]{43}$/)
  await page.goto(link)
  await page.getByRole('heading', { name: '等待核验' }).waitFor()
  await axe(page)
  await picture(page, '办理进度')
})

test('E12 现任管理员提出异议，技术支持查看账号、驳回异议，再提请移交', async () => {
  await keeper.page.goto('/app/handover/claims')
  await keeper.page.getByText('待核验').waitFor()
  await axe(keeper.page)
  await keeper.page.getByText(/^异议期至 .*期满前不会移交账号。$/).waitFor()
  await picture(keeper.page, '账号接管申请')
  await press(keeper.page, '提出异议')
  await dialog(keeper.page).getByRole('textbox').fill('本人仍在职，未委托他人办理。')
  await inDialog(keeper.page, '提出异议')

  tang = await signedIn('zhichi_tang')
  const { page } = tang
  await page.goto('/app/recovery/cases')
  await page.getByRole('link', { name: unit.name }).waitFor()
  await axe(page)
  await picture(page, '待办列表')
  await page.getByRole('link', { name: unit.name }).click()
  await page.getByText('现任管理员提出异议，须先作出决定').waitFor()
  await press(page, '查看账号')
  await page.getByText('最近登录').waitFor()
  await axe(page)
  await picture(page, '有异议')
  await open(page, '驳回异议')
  await dialog(page).getByRole('textbox').fill('经电话和单位来函核实，该员工已于上月离职。')
  await inDialog(page, '驳回异议')
  await page.getByText('异议已驳回，申请继续办理，已通知双方。').waitFor()
  await page.reload()
  await open(page, '不通过')
  await picture(page, '不通过')
  await inDialog(page, '取消')
  // By keyboard: V opens the comparison.
  await page.locator('main').focus()
  await page.keyboard.press('v')
  for (const check of ['单位名称一致', '统一社会信用代码一致', '法定代表人一致', '彩色原件扫描']) await dialog(page).getByRole('checkbox', { name: new RegExp(`^${check}`) }).check()
  await dialog(page).getByRole('textbox').fill('证照与登记信息逐项一致，印章清晰。')
  await axe(page)
  await picture(page, '提请移交')
  await inDialog(page, '核验通过，提请移交')
  await page.getByText('已提请复核').waitFor()
})

test('E12 现任管理员近期登录过：异议期内不能移交，复核人员和申请人都看到期满时间', async () => {
  const { page } = await signedIn('haihe_wang')
  await page.goto('/app/recovery/cases')
  await page.getByRole('link', { name: unit.name }).click()
  await page.getByText(/^现任管理员的异议期至/).waitFor()
  await page.getByText('最近登录').waitFor()
  expect(await page.getByRole('button', { name: /^复核通过，移交账号/ }).isDisabled()).toBe(true)
  await axe(page)
  await picture(page, '异议期')
  const claimant = await visitor({ size: phone })
  await claimant.page.goto(link)
  await claimant.page.getByText(/^现任管理员的异议期至/).waitFor()
  await claimant.page.getByText('以希望使用的用户名建立新的单位账号').waitFor()
  await axe(claimant.page)
  await picture(claimant.page, '异议期-申请人')
  // Two days go by.
  await whileResting(async (db) => {
    await sql`update recovery_case set opened_at = opened_at - interval '49 hours', state_since = state_since - interval '49 hours'`.execute(db)
    await sql`update mandate set during = tstzrange(lower(during) - interval '49 hours', null) where post = 'unit_account' and upper_inf(during)`.execute(db)
  })
  await program.start()
})

test('E12 核验人不能复核；第二位人员复核后，原管理员立即退出，新管理员凭链接设置密码', async () => {
  await tang.page.reload()
  await tang.page.getByText('此申请由本人核验，须由另一位人员复核。').waitFor()
  await picture(tang.page, '本人核验')
  const { page } = await signedIn('haihe_wang')
  await page.goto('/app/recovery/cases')
  await page.getByRole('link', { name: unit.name }).click()
  await page.getByText('核验结果').waitFor()
  await axe(page)
  await picture(page, '复核')
  await page.locator('main').focus()
  await page.keyboard.press('c')
  await dialog(page).waitFor()
  await axe(page)
  await picture(page, '复核-确认')
  await inDialog(page, '复核通过，移交账号')
  await page.getByText('的单位账号已移交').waitFor()
  await picture(page, '已移交')
  await keeper.page.reload()
  await keeper.page.waitForURL(/\/sign-in/)
})

test('N12 新管理员逐项确认前任留下的事项，全部确认前每页都有提示', async () => {
  const [letter] = await demo.mailTo(claimant.mail, ({ subject }) => subject.startsWith('单位账号已移交给您'))
  const next = await visitor({ size: phone })
  const { page } = next
  await page.goto(letter?.links[0] ?? '')
  await labelled(page, '密码').fill(townPassword)
  await labelled(page, '确认密码').fill(townPassword)
  await press(page, '设置密码')
  await signInAs(next, demo, claimant.userName)
  await page.setViewportSize(desktop)
  await page.goto('/app/home')
  await page.getByText(/还有 \d+ 项交接事项待确认/).waitFor()
  await axe(page)
  await picture(page, '提示')
  await page.getByRole('link', { name: '查看交接事项' }).click()
  await page.getByRole('heading', { name: '交接事项' }).waitFor()
  await press(page, '新增备忘')
  await labelled(page, '标题').fill('每年3月组织项目申报')
  await labelled(page, '内容').fill('二月底发通知，三月十五日前收齐盖章页。\n财务盖章需两个工作日。')
  await choose(page, '每年的月份', '3月')
  await axe(page)
  await picture(page, '新增备忘')
  await press(page, '保存')
  await page.getByText('每年3月', { exact: true }).waitFor()
  await axe(page)
  await picture(page, '交接')
  const buttons = page.getByRole('button', { name: /^确认/ })
  for (let left = await buttons.count(); left > 0; left--) {
    await buttons.first().click()
    await expect.poll(() => buttons.count()).toBe(left - 1)
  }
  await page.getByText('全部确认').waitFor()
  await picture(page, '交接-完成')
})

test('S1-58 账号查询：按完整信息，查看联系方式须写明用途；英文页面', async () => {
  const { page } = tang
  await page.goto('/app/recovery/accounts')
  await labelled(page, '用户名、邮箱').fill(claimant.mail)
  await press(page, '查询')
  await page.getByRole('heading', { name: claimant.userName }).waitFor()
  await press(page, '查看完整联系方式')
  await dialog(page).getByRole('textbox').fill('电话核实移交情况')
  await inDialog(page, '查看并记录')
  await page.getByText(claimant.mail).waitFor()
  await axe(page)
  await picture(page, '账号查询')
  const guest = await visitor({ lang: 'en' })
  await guest.page.goto('/app/recovery/begin')
  await guest.page.getByRole('heading', { name: 'Recover a unit account' }).waitFor()
  await axe(guest.page)
  await picture(guest.page, 'English-claim')
  await guest.page.goto(link)
  await guest.page.getByRole('heading', { name: 'The account was handed over' }).waitFor()
  await picture(guest.page, 'English-progress')
})
