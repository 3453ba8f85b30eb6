import type { Page } from 'playwright-core'
import { addField, detail, pick, pickOneOf } from './editor.ts'
import { labelled, press } from './wizard.ts'

/** A single choice with two options. */
export async function writeChoice(page: Page): Promise<void> {
  await addField(page, '基本信息', '单选', '研究类型')
  await labelled(page, '选项 1').fill('对策研究')
  await labelled(page, '选项 2').fill('数据分析')
}

/** A text that is asked for only where the second option was chosen. */
export async function writeDependent(page: Page): Promise<void> {
  await addField(page, '基本信息', '文本', '数据来源')
  await press(page, '按栏目内容增加条件')
  await pick(detail(page).getByLabel('选择栏目'), '研究类型')
  await pickOneOf(detail(page).getByLabel('内容', { exact: true }), '数据分析')
}

/** An amount whose bounds are the wrong way round at first: it is said there, and gone once it is mended. And those who take part. */
export async function writeGrant(page: Page): Promise<void> {
  await addField(page, '基本信息', '金额（万元）', '申请经费')
  await labelled(page, '最低金额').fill('10')
  await labelled(page, '最高金额').fill('8')
  await page.keyboard.press('Tab')
  const said = detail(page).getByText('下限大于上限')
  await said.waitFor()
  await labelled(page, '最低金额').fill('1')
  await page.keyboard.press('Tab')
  await said.waitFor({ state: 'detached' })
  await addField(page, '基本信息', '项目参与人（须本人登录确认）', '项目参与人')
}

/** A second tab, and a table whose amounts are added up. */
export async function writeTable(page: Page): Promise<void> {
  await press(page, '增加页签')
  await labelled(page, '名称').fill('经费与附件')
  await addField(page, '经费与附件', '表格', '经费预算')
  const column = (nth: number) => page.locator('.column').nth(nth)
  await column(0).getByLabel(/^名称/).first().fill('支出事项')
  await press(page, '增加列')
  await page.getByRole('menuitem', { name: '金额（万元）', exact: true }).click()
  await column(1).getByLabel(/^名称/).first().fill('金额')
  await column(1).getByRole('checkbox', { name: '在表下显示合计' }).check()
}

/** An attachment and a commitment. */
export async function writePapers(page: Page): Promise<void> {
  await addField(page, '经费与附件', '上传文件', '单位承诺书')
  await addField(page, '经费与附件', '承诺', '诚信承诺')
  await labelled(page, '承诺内容').fill('本人承诺所填内容真实、准确，遵守科研诚信要求。')
}

/** A rule with its sentence: the sum of the table against the amount. */
export async function writeRule(page: Page, sentence: string): Promise<void> {
  await press(page, '增加规则')
  await labelled(page, '规则说明').fill(sentence)
  await pick(labelled(page, '显示在哪个栏目'), '经费预算')
  const holds = page.getByRole('group', { name: '须符合' })
  await pick(holds.getByRole('combobox', { name: '左边' }), '经费预算：金额合计')
  await pick(holds.getByRole('combobox', { name: '右边' }), '申请经费')
}
