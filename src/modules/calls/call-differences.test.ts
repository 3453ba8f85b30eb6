import { expect, test } from 'vitest'
import { zhongdianYanfa } from '../../../world/calls/zhongdian-yanfa.ts'
import { callDifferences } from './call-differences.ts'
import type { CallDocument } from './document.ts'

const now = new Date('2026-06-01T00:00:00Z')
const call = zhongdianYanfa(now)
// oxlint-disable-next-line typescript/no-explicit-any -- edited as the editor does, without a type
const changed = (edit: (call: any) => void) => {
  const after: CallDocument = structuredClone(call)
  edit(after)
  return callDifferences(call, after).map(({ place, what, before, after: then }): [string, string, unknown, unknown] => [place.join('/'), what, before, then])
}

test('nothing changed, in whatever order its keys stand', () => {
  expect(callDifferences(call, JSON.parse(JSON.stringify({ ...call, text: call.text, title: { en: call.title.en, zh: call.title.zh } })))).toEqual([])
})

test('a time that is only written in another way is no change', () => {
  const written = (at: string) => new Date(at).toISOString()
  expect(changed((c) => { c.windows = Object.fromEntries(Object.entries(call.windows).map(([level, window]) => [level, { opensAt: written(window.opensAt), closesAt: written(window.closesAt) }])) })).toEqual([])
})

test('a sentence, a number, a window are changed as a whole', () => {
  expect(changed((c) => { c.title.en = 'New'; c.quotaPerUnit = null; c.correctionDays = 5; c.windows.leader.closesAt = '2026-07-01T18:00:00+08:00' })).toEqual([
    ['title', 'changed', call.title, { zh: call.title.zh, en: 'New' }],
    ['windows/leader', 'changed', call.windows.leader, { opensAt: call.windows.leader.opensAt, closesAt: '2026-07-01T18:00:00+08:00' }],
    ['correctionDays', 'changed', 3, 5],
    ['quotaPerUnit', 'removed', 60, undefined],
  ])
})

test('a new field is one difference, however many stand behind it', () => {
  const field = { kind: 'yesno', id: 'extra', label: { zh: '新问题', en: '' }, required: false }
  expect(changed((c) => c.form.tabs[0].fields.unshift(field))).toEqual([['form/tabs/basics/fields/extra', 'added', undefined, field]])
})

test('a field that is gone, one that moved, one that is now required', () => {
  expect(changed((c) => {
    const [first, second] = c.form.tabs[0].fields.splice(5, 2)
    second.required = false
    c.form.tabs[0].fields.unshift(second)
    void first
  }).map(([place, what]) => `${place} ${what}`)).toEqual(['form/tabs/basics/fields/summary/required changed', 'form/tabs/basics/fields/keywords removed', 'form/tabs/basics/fields moved'])
})

test('an option and a rule by their names', () => {
  expect(changed((c) => { c.form.tabs[0].fields[1].options.pop(); c.form.rules[1].severity = 'warning' }).map(([place, what]) => `${place} ${what}`))
    .toEqual(['form/tabs/basics/fields/direction/options/energy removed', 'form/rules/own_funds/severity changed'])
})

test('paragraphs and limits by what they say', () => {
  expect(changed((c) => { c.text[1] = { zh: '新的一段', en: '' }; c.limits.length = 1 }).map(([place, what]) => `${place} ${what}`)).toEqual(['text/1 added', 'text/1 removed', 'limits/1 removed'])
})
