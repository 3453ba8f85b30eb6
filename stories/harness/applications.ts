import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { newId } from '../../src/kernel/ids.ts'
import type { Db } from '../../src/platform/db/database.ts'
import { settled } from './look.ts'
import { labelled } from './wizard.ts'

/** The pages of 项目管理, as they are addressed. */
export const ofUnit = '/app/projects/unit'
export const ofReview = '/app/projects/review'
export const ofLeader = '/app/projects/mine'

/** Another tab of 本单位的项目 or 我的申报. */
export const showTab = (page: Page, label: '按状态查看' | '按办理情况查看', tab: string): Promise<void> =>
  page.getByRole('group', { name: label }).getByRole('button', { name: new RegExp(`^${tab}`) }).click()

/** The line of a project in the list. */
export const lineOf = (page: Page, title: string) => page.locator('.data-list').getByRole('row').filter({ hasText: title })

/** 处理 or 查看 of a project, from its line. */
export async function openProject(page: Page, title: string): Promise<void> {
  await lineOf(page, title).getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** A deed of the bar that stays in view. */
export async function deed(page: Page, name: string): Promise<void> {
  const button = page.getByRole('region', { name: '办理', exact: true }).getByRole('button', { name: new RegExp(`^${name}`) })
  await button.waitFor()
  await settled(page)
  await page.waitForTimeout(1_000) // Nobody can have read what came up a moment ago: a press before that is not taken.
  await button.click()
}

/** Another part of the form, filled in or read. */
export const part = (page: Page, name: string): Promise<void> => page.getByRole('navigation', { name: '申报书各部分' }).getByRole('button', { name: new RegExp(name) }).click()

/** Everything that was typed is kept at the server. */
export const kept = (page: Page): Promise<void> => page.getByText(/^已保存|^上次保存/).first().waitFor()

/** Types and leaves the field. */
export async function write(page: Page, label: string, text: string): Promise<void> {
  await labelled(page, label).fill(text)
  await page.keyboard.press('Tab')
}

/**
 * More applications that wait at the desk where this one lies: its contents, under titles of their own. What a hundred
 * leaders would have written; the procedure goes on with each as with the one.
 */
export async function waitBeside(db: Db, title: string, others: readonly string[]): Promise<void> {
  const { id } = await db.selectFrom('application').select('id').where('title', '=', title).executeTakeFirstOrThrow()
  for (const [n, other] of others.entries()) {
    const copy = newId()
    await sql`
      insert into draft (id, call_id, leader_id, account_id, lock, marks, version, begun_at, saved_at)
      select ${copy}, call_id, leader_id, account_id, lock, marks, version, begun_at, saved_at from draft where id = ${id}`.execute(db)
    await sql`
      insert into draft_field (draft_id, field, value, version, changed_at, changed_by)
      select ${copy}, field, case field when 'title' then to_jsonb(${other}::text) else value end, version, changed_at, changed_by from draft_field where draft_id = ${id}`.execute(db)
    await sql`
      insert into application select (jsonb_populate_record(null::application, to_jsonb(a) || jsonb_build_object('id', ${copy}::uuid, 'title', ${other}::text,
        'number', regexp_replace(a.number, '[0-9]{6}$', lpad((700000 + ${n}::int)::text, 6, '0')), 'place', nextval('application_place'),
        'queued_at', a.queued_at + ${n + 1}::int * interval '1 second'))).* from application a where a.id = ${id}`.execute(db)
    await sql`
      insert into application_version select (jsonb_populate_record(null::application_version, to_jsonb(v) || jsonb_build_object('application_id', ${copy}::uuid,
        'content', jsonb_set(v.content, '{values,title}', to_jsonb(${other}::text))))).* from application_version v where v.application_id = ${id}`.execute(db)
    await sql`
      insert into journal (room, subject, seq, event, body, account_id, actor_name, mandate, at)
      select room, ${copy}, seq, event, body, account_id, actor_name, mandate, at from journal where room = 'applications.application' and subject = ${id}`.execute(db)
  }
}
