import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ruanKexue } from '../../../../world/calls/ruan-kexue.ts'
import type { CallDocument } from '../document.ts'
import { documentProblems } from './problems.ts'

const now = new Date('2026-06-01T00:00:00Z')
// oxlint-disable-next-line typescript/no-explicit-any -- a call that is broken on purpose has no type
type Loose = any
type Edit = (call: Loose) => void
const broken = (edit: Edit) => {
  const call: CallDocument = structuredClone(ruanKexue(now))
  edit(call)
  return documentProblems(call).map(({ place, code }) => `${place.join('.')}: ${code.replace('calls.problem.', '')}`)
}
const fields = (call: Loose, tab = 0) => call.form.tabs[tab].fields

describe('a broken call is refused with the place', () => {
  const cases: [string, Edit, string[]][] = [
    ['no title', (c) => { c.title.zh = '' }, ['title.zh: missing']],
    ['no title at all', (c) => { delete c.title }, ['title: missing']],
    ['an unknown part', (c) => { c.colour = 'red' }, [': unknown_part']],
    ['a field of an unknown kind', (c) => { fields(c)[0].kind = 'colour' }, ['form.tabs.0.fields.0.kind: value']],
    ['an id twice in different tabs', (c) => { fields(c, 1)[2].id = 'topics' }, ['form.tabs.1.fields.2.id: id_twice']],
    ['a tab twice', (c) => { c.form.tabs[1].id = 'basics' }, ['form.tabs.1.id: id_twice']],
    ['a condition on nothing', (c) => { fields(c)[3].when = { field: 'nowhere', is: 'x' } }, ['form.tabs.0.fields.3.when: unknown_field']],
    ['a condition on an option that is not there', (c) => { fields(c)[3].when = { field: 'kind', is: 'nothing' } }, ['form.tabs.0.fields.3.when: unknown_option']],
    ['a condition on a fact', (c) => { fields(c)[3].when = { field: 'unit_name', isFilled: true } }, ['form.tabs.0.fields.3.when: unread_field']],
    ['a choice that is true', (c) => { fields(c)[3].when = { field: 'kind', is: true } }, ['form.tabs.0.fields.3.when: compared_kind']],
    ['half a condition', (c) => { fields(c)[3].when = { field: 'kind' } }, ['form.tabs.0.fields.3.when: condition']],
    ['a rule at nothing', (c) => { c.form.rules[0].at = 'nowhere' }, ['form.rules.0.at: unknown_field']],
    ['a rule without sentence', (c) => { delete c.form.rules[0].sentence }, ['form.rules.0.sentence: missing']],
    ['a rule that adds up text', (c) => { c.form.rules[0].holds.compare.left.sum.column = 'item' }, ['form.rules.0.holds: sum_of_text']],
    ['a rule that reckons with a choice', (c) => { c.form.rules[0].holds.compare.right = { field: 'kind' } }, ['form.rules.0.holds: no_number']],
    ['a sum over a text column', (c) => { fields(c, 1)[1].sums.push('item') }, ['form.tabs.1.fields.1.sums.1: sum_of_text']],
    ['a sum over no column', (c) => { fields(c, 1)[1].sums.push('nowhere') }, ['form.tabs.1.fields.1.sums.1: unknown_column']],
    ['a computed column of text', (c) => { fields(c, 1)[1].columns.push({ kind: 'computed', id: 'x', label: { zh: '算' }, value: { field: 'item' } }) }, ['form.tabs.1.fields.1.columns.2.value: no_number']],
    ['a column twice', (c) => { fields(c, 1)[1].columns[1].id = 'item' }, ['form.tabs.1.fields.1.columns.1.id: id_twice', 'form.tabs.1.fields.1.sums.0: unknown_column', 'form.rules.0.holds: unknown_column']],
    ['an option twice', (c) => { fields(c)[1].options[1].value = 'decision' }, ['form.tabs.0.fields.1.options.1.value: option_twice']],
    ['one option only', (c) => { fields(c)[2].options.length = 1 }, ['form.tabs.0.fields.2.options: missing']],
    ['least above most', (c) => { fields(c)[2].least = 3 }, ['form.tabs.0.fields.2.least: least_above_most']],
    ['min above max', (c) => { fields(c)[5].min = 20 }, ['form.tabs.0.fields.5.min: min_above_max']],
    ['a first day after the last', (c) => { fields(c)[4].from = '2031-01-01' }, ['form.tabs.0.fields.4.from: from_after_to']],
    ['an unknown code list', (c) => { fields(c)[1] = { kind: 'code', id: 'kind', label: { zh: '类' }, list: 'colours' }; fields(c)[3].when = { field: 'kind', isFilled: true } }, ['form.tabs.0.fields.1.list: unknown_list']],
    ['two fields for members', (c) => { fields(c, 1).push({ kind: 'members', id: 'more', label: { zh: '人' } }) }, ['form.tabs.1.fields.3.kind: members_twice']],
    ['no project title', (c) => { fields(c)[0].id = 'name' }, ['form.tabs: title_field']],
    ['a project title that not everybody is asked for', (c) => { fields(c)[0].required = false }, ['form.tabs.0.fields.0: title_always']],
    ['a circle of two', (c) => { fields(c)[1].when = { field: 'respondents', isFilled: true } }, ['form.tabs.0.fields.1.when: circle', 'form.tabs.0.fields.3.when: circle']],
    ['a circle over a tab', (c) => { c.form.tabs[1].when = { field: 'result', isFilled: true } }, ['form.tabs.1.when: circle']],
    ['no window for the authority', (c) => { c.chain.authority = true }, ['windows.authority: authority_window']],
    ['the department closes before the leader', (c) => { c.windows.department.closesAt = '2026-06-05T00:00:00+08:00' }, ['windows.department.closesAt: closes_before']],
    ['the unit closes before the department', (c) => { c.windows.unit.closesAt = c.windows.leader.closesAt }, ['windows.unit.closesAt: closes_before']],
    ['a window that closes before it opens', (c) => { c.windows.bureau.opensAt = '2030-01-01T00:00:00Z' }, ['windows.bureau.closesAt: window_order']],
    ['no time at all', (c) => { c.windows.leader.opensAt = 'soon' }, ['windows.leader.opensAt: value']],
    ['an eligibility rule without sentence', (c) => { delete c.eligibility[0].sentence }, ['eligibility.0.sentence: missing']],
    ['a limit without sentence', (c) => { c.limits[0].sentence.zh = '' }, ['limits.0.sentence.zh: missing']],
    ['a limit twice', (c) => { c.limits.push({ ...c.limits[0] }) }, ['limits.1: limit_twice']],
    ['a rule of eligibility twice', (c) => { c.eligibility.push({ ...c.eligibility[0] }) }, ['eligibility.1: eligibility_twice']],
    ['two things at once, each at its place', (c) => { c.title.zh = ''; fields(c)[2].least = 3; c.chain.authority = true }, ['title.zh: missing', 'windows.authority: authority_window', 'form.tabs.0.fields.2.least: least_above_most']],
  ]
  test.each(cases)('%s', (_name, edit, expected) => expect(broken(edit)).toEqual(expected))
})

test('where there is no department, its window does not count', () => {
  expect(broken((c) => { c.chain.department = false; c.windows.department.closesAt = '2026-05-30T00:00:00+08:00' })).toEqual([])
})

test('a tree without end is not read', () => {
  let when: unknown = { field: 'kind', isFilled: true }
  for (let n = 0; n < 10_000; n++) when = { not: when }
  expect(broken((c) => { fields(c)[3].when = when })).toEqual([': too_deep'])
})

test('whatever comes is judged, never broken', () => {
  fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.record({ form: fc.jsonValue(), windows: fc.jsonValue(), chain: fc.jsonValue(), limits: fc.jsonValue() })), (raw) => {
    expect(documentProblems(raw).length).toBeGreaterThan(0)
  }))
})
