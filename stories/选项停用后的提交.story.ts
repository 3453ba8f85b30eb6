import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { deed, kept, ofLeader, ofUnit, openProject, write } from './harness/applications.ts'
import { axe, seen } from './harness/look.ts'
import { story } from './harness/story.ts'
import type { Visitor } from './harness/visitor.ts'
import { choose, labelled, press } from './harness/wizard.ts'

const { signedIn, whileResting, program } = await story({ inOrder: true })
const title = '高校技术经理人队伍建设的现状与对策调查'
const finding = '实施地：所选选项已不在列表中，请重新选择'
let hers: Visitor

test('E06 草稿中所选的区县已撤销：提交前由服务器查出，负责人看到是哪一栏', async () => {
  const unit = await signedIn('yujiang_daxue')
  await unit.page.goto(ofUnit)
  await openProject(unit.page, title)
  await deed(unit.page, '退回')
  await unit.page.getByLabel(/^退回说明/).fill('请补充实施地')
  await unit.page.getByRole('button', { name: /^退回至负责人/ }).click()
  await unit.page.getByText('已退回至负责人。').first().waitFor()

  // While the program rests, nobody's page asks it for anything.
  await unit.page.goto('about:blank')
  // The call asks for a place, and the draft names one that has gone into another district since it was chosen.
  await whileResting(async (db) => {
    const { id, call_id } = await db.selectFrom('application').select(['id', 'call_id']).where('title', '=', title).executeTakeFirstOrThrow()
    const field = { kind: 'code', id: 'place', list: 'district', label: { zh: '实施地', en: 'Place' }, required: true }
    await sql`
      insert into call_version (call_id, version, document, hash, note, published_by, published_at)
      select v.call_id, v.version + 1, jsonb_insert(v.document, '{form,tabs,0,fields,0}', ${JSON.stringify(field)}::jsonb), v.hash, v.note, v.published_by, v.published_at
      from call_version v join call c on c.id = v.call_id and c.published = v.version where c.id = ${call_id}`.execute(db)
    await sql`update call set published = published + 1 where id = ${call_id}`.execute(db)
    await sql`
      insert into draft_field (draft_id, field, value, version, changed_at, changed_by)
      select draft_id, 'place', '"120107"'::jsonb, 1, changed_at, changed_by from draft_field where draft_id = ${id} limit 1`.execute(db)
  })
  await program.start()

  hers = await signedIn('yj_jiaoshi1')
  const { page } = hers
  await page.goto(ofLeader)
  await page.getByRole('link', { name: title }).first().click()
  await labelled(page, '实施地').waitFor()
  await page.getByText('已填写完整，可以提交').waitFor()
  await press(page, '提交')
  await page.getByText('有1处须修改后方可提交').waitFor()
  await page.getByText('还有1处待完善').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('check-panel')
  await page.getByRole('button', { name: finding }).click()
  await page.locator('.form-fields').getByText('所选选项已不在列表中，请重新选择').waitFor()
  // It shows what stands there, not an empty field.
  await page.locator('.form-fields [title="120107"]').waitFor()
  await axe(page)
  await seen(page, '01-提交前查出')
})

test('E06 改其他栏目后仍然提示；重新打开页面后，点“检查”即可查出；改选后提交', async () => {
  const { page } = hers
  await write(page, '调查对象与样本量', '示范市高校、院所20家，科研人员问卷500份')
  await kept(page)
  await page.getByRole('button', { name: finding }).waitFor()
  await page.reload()
  await page.getByText('已填写完整，可以提交').waitFor()
  await press(page, '检查')
  await page.getByRole('button', { name: finding }).click()
  await choose(page, '实施地', '和平区')
  await page.getByText('已填写完整，可以提交').waitFor()
  await page.getByText('检查完毕，没有错误').waitFor()
  await kept(page)
  await press(page, '提交')
  await page.getByText('提交后由软件学院审核。').waitFor()
  await press(page, '确认提交')
  await page.getByRole('heading', { level: 1, name: '申报回执' }).waitFor()
})
