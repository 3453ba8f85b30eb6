import { beforeAll, describe, expect, test } from 'vitest'
import { twoUnits } from '../../../checks/people-of-units.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { zhongdianYanfa } from '../../../world/calls/zhongdian-yanfa.ts'
import { openCalls as openTheCalls } from '../../../world/calls-of-the-town.ts'
import { callsContract as verbs } from './contract.ts'

const server = await testServer({ config: { demo: true }, start: new Date('2026-11-22T02:00:00Z') })
let units: Awaited<ReturnType<typeof twoUnits>>

beforeAll(async () => {
  units = await twoUnits(server)
  await openTheCalls(units.town, server.clock.now())
})

const page = async (path: string, lang: 'zh' | 'en' = 'zh') => {
  const visitor = new Visitor()
  visitor.cookies.set('lang', lang)
  const { status, text } = await server.visit(path, visitor)
  return { status, text }
}
const sun = () => {
  const { kejiju_sun: bureau } = units.town.staff
  if (!bureau) throw new Error('the bureau is empty')
  return bureau
}
const byCode = async (code: string) => (await sun().ask(verbs.list, {})).rows.find((row) => row.code === code)

describe('calls in public', () => {
  test('the list and the first page name what is open, without signing in', async () => {
    for (const path of ['/calls', '/']) {
      const { status, text } = await page(path)
      expect([status, text.includes('href="/calls/ZDYF26"'), text.includes('href="/calls/RKX26"')]).toEqual([200, true, true])
    }
    expect((await page('/calls', 'en')).text).toContain('Calls for projects.')
  })

  test('N14 every question stands there before anybody signs in, with what is required and every rule', async () => {
    const { form, eligibility, limits } = zhongdianYanfa(server.clock.now())
    for (const lang of ['zh', 'en'] as const) {
      const { text } = await page('/calls/ZDYF26', lang)
      const plain = text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
      const sentences = [...form.tabs.flatMap((tab) => [tab.label, ...tab.fields.map((field) => field.label)]), ...form.rules.map((rule) => rule.sentence), ...eligibility.map((rule) => rule.sentence), ...limits.map((limit) => limit.sentence)]
      expect(sentences.filter((one) => !plain.includes(lang === 'en' && one.en ? one.en : one.zh))).toEqual([])
    }
    const { text } = await page('/calls/ZDYF26')
    expect(text.split('class="must"').length - 1).toBe(form.tabs.flatMap((tab) => tab.fields).filter((field) => field.kind !== 'note' && field.kind !== 'fact' && field.required).length)
  })

  test('E55 the windows state their second, and the rule of the second', async () => {
    const { text } = await page('/calls/RKX26')
    expect(text).toMatch(/<time datetime="[^"]+">\d{4}-\d\d-\d\d 17:59:59<\/time>（含）/)
    expect(text).toContain('截止时间所示的这一秒之内收到的均为有效')
    expect(text).toContain('原因：<span lang="zh-CN">部分高校校内网络检修')
  })

  test('the code is read in either case; a draft, or nothing, is not found', async () => {
    const draft = await sun().ask(verbs.beginCall, { code: 'DRAFT26', title: '尚未发布的指南' })
    expect([(await page('/calls/zdyf26')).status, (await page('/calls/DRAFT26')).status, (await page('/calls/XX')).status, (await page('/calls/ZDYF26/versions/2')).status,
      (await page('/calls/ZDYF26/versions/x')).status]).toEqual([200, 404, 404, 404, 404])
    await sun().ask(verbs.withdraw, { id: draft.id, version: draft.version, reason: '测试' })
  })

  test('N15 what a version changed is told in words', async () => {
    const row = await byCode('ZDYF26')
    if (!row) throw new Error('ZDYF26 is gone')
    const { document, draftVersion, version } = await sun().ask(verbs.callDraft, { id: row.id })
    const form = zhongdianYanfa(server.clock.now()).form
    const [first, ...others] = form.tabs
    if (!first) throw new Error('the form is empty')
    const added = { kind: 'yesno', id: 'animal_tests', label: { zh: '是否涉及实验动物', en: 'Animal experiments' }, required: true }
    const changed = {
      ...document, correctionDays: 4, contact: '<b>022-00000199</b>',
      form: { ...form, tabs: [{ ...first, fields: [...first.fields.map((field) => (field.id === 'title' ? { ...field, help: { zh: '不超过六十字', en: 'At most sixty characters' } } : field)), added] }, ...others] },
    }
    const saved = await sun().ask(verbs.saveDraft, { id: row.id, draftVersion, document: JSON.stringify(changed) })
    await sun().ask(verbs.publish, { id: row.id, version, draftVersion: saved.draftVersion, note: '增加实验动物问题' })
    const { status, text } = await page('/calls/ZDYF26/versions/2')
    expect(status).toBe(200)
    for (const told of ['增加实验动物问题', '是否涉及实验动物', '补正工作日数', '填写说明', '不超过六十字', '<ins>4</ins>', '&lt;b&gt;022-00000199&lt;/b&gt;']) expect(text).toContain(told)
    expect(text).not.toContain('calls.')
    expect((await page('/calls/ZDYF26/versions/2', 'en')).text).toContain('Animal experiments')
    expect((await page('/calls/ZDYF26')).text).toContain('href="/calls/ZDYF26/versions/2"')
  })

  test('a withdrawn call says so, and why', async () => {
    const row = await byCode('RKX26')
    await sun().ask(verbs.withdraw, { id: row?.id ?? '', version: row?.version ?? 0, reason: '并入下年度计划' })
    const { status, text } = await page('/calls/RKX26')
    expect([status, text.includes('并入下年度计划'), text.includes('开始申报')]).toEqual([200, true, false])
    expect((await page('/calls')).text).not.toContain('RKX26')
  })
})

describe('eligibility is answered before anything is begun', () => {
  test('for whoever is new, what is missing is named; the unit account is asked nothing about leaders', async () => {
    const { browser } = await units.comes()
    const own = (await browser.ask(verbs.open, {})).calls.find(({ code }) => code === 'ZDYF26')
    expect(own?.eligibility.filter(({ kind }) => kind.startsWith('leader')).map(({ outcome }) => outcome)).not.toContain('met')
    const unit = (await units.a.browser.ask(verbs.open, {})).calls.find(({ code }) => code === 'ZDYF26')
    expect(unit?.eligibility.every(({ kind }) => kind.startsWith('unit'))).toBe(true)
    expect(await units.town.staff.zhichi_tang?.refused(verbs.open, {})).toMatchObject({ status: 403, code: 'not_your_post' })
  })
})
