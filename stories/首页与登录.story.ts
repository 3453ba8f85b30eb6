import { expect, test } from 'vitest'
import { axe, picture } from './harness/look.ts'
import { story } from './harness/story.ts'

const town = await story()

test('S1-01 S1-02 the landing page', async () => {
  const { page } = await town.visitor()
  await page.goto('/')
  await axe(page)
  await picture(page, '首页')
  const o = await town.signedIn('haihe_wang')
  await o.page.goto('/app/')
  await o.page.getByRole('heading', { level: 1 }).first().waitFor()
  await picture(o.page, '审核列表')
  expect(1).toBe(1)
})
