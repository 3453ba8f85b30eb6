import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { axe, picture } from './harness/look.ts'
import { story } from './harness/story.ts'
import { atStep, labelled, press } from './harness/wizard.ts'

const { signedIn, program, demo, whileResting } = await story()

test('S1-21 E13 撤回后修改，再次提交，等待重新计算', async () => {
  const { page } = await signedIn('shili_keji5')
  await page.getByRole('heading', { name: '等待审核' }).waitFor()
  await press(page, '撤回')
  await page.getByRole('dialog').getByText('撤回后主管部门不再审核').waitFor()
  await axe(page)
  await picture(page, '撤回')
  await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click()
  await page.locator('.rail').waitFor()
  await page.locator('.rail').getByRole('button', { name: /单位/ }).click()
  await atStep(page, '单位')
  await labelled(page, '法定代表人').fill('孙继示范')
  await press(page, '下一步')
  await atStep(page, '证照')
  await press(page, '下一步')
  await page.getByText('孙继示范').waitFor()
  await press(page, '提交')
  await page.getByRole('heading', { name: '提交成功' }).waitFor()
})

test('S1-55 1.4.1 不通过后看到理由，可以重新注册，已填写的内容带入', async () => {
  const { page } = await signedIn('shili_keji12')
  await page.getByRole('heading', { name: '注册未通过审核' }).waitFor()
  await page.getByText('该单位已于去年注销，不能注册。').first().waitFor()
  await axe(page)
  await picture(page, '未通过')
  await press(page, '重新注册')
  await atStep(page, '单位')
  expect(await labelled(page, '单位名称').inputValue()).toBe('示例第十二科技有限公司（演示）')
})

test('S1-19 E07 草稿逾期未提交：过期、通知，可以重新注册', async () => {
  const one = await signedIn('shili_yiyuan')
  await one.page.getByText(/请在 \d{4}-\d{2}-\d{2} 前提交/).waitFor()
  // A month passes: the platform's clock is the database's, and its jobs come round again.
  await whileResting(async (db) => {
    await sql`update unit_registration set expires_at = now() - interval '1 minute' where state = 'draft'`.execute(db)
    await sql`delete from job_lease`.execute(db)
  })
  await program.start()
  const [mail] = await demo.mailTo('shili_yiyuan@example.com', ({ subject }) => subject.includes('已过期'))
  expect(mail?.body).toContain('可以用原来的用户名和密码登录')
  const { page } = one
  await page.goto('/app/')
  await page.getByRole('heading', { name: '注册已过期' }).waitFor()
  await axe(page)
  await picture(page, '已过期')
  await press(page, '重新注册')
  await page.locator('.rail').waitFor()
  await page.getByText('示例第十医院（演示）').first().waitFor()
})
