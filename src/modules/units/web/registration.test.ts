import { expect, test } from 'vitest'
import { emptyFields, lastDecision, railOf, stepToShow, type MyRegistration } from './registration.ts'

const form: MyRegistration['form'] = {
  name: '示例第一科技有限公司（演示）', creditCode: '91120199MX00000010', creditCodeByHand: false, legalNature: '1', legalType: '11',
  legalRepresentative: '欧阳示例', authorityId: '0190c7a0-0000-7000-8000-000000000001', registeredDistrict: '120199',
  registeredAddress: '演示路1号院2号楼', locatedDistrict: '120199', locatedAddress: '演示路1号院2号楼',
}
const licence = { id: 'x', kind: 'pdf' as const, name: '执照.pdf', bytes: 1, uploadedAt: '2024-01-30T02:13:00Z' }
const r = (more: Partial<MyRegistration> = {}) =>
  ({ state: 'draft', step: 'unit', form, licence: null, marks: [], timeline: [], ...more }) as unknown as MyRegistration
const nothing = Object.fromEntries(Object.keys(form).map((name) => [name, name === 'creditCodeByHand' ? false : null])) as typeof form

test('S1-19 the wizard resumes at the saved step, and never beyond what is filled in', () => {
  expect(stepToShow(r({ form: nothing }), undefined)).toBe('unit')
  expect(stepToShow(r({ step: 'licence' }), undefined)).toBe('licence')
  expect(stepToShow(r({ step: 'confirm', licence }), undefined)).toBe('confirm')
  expect(stepToShow(r({ step: 'confirm' }), undefined)).toBe('licence')
  expect(stepToShow(r({ step: 'confirm', form: { ...form, name: null } }), undefined)).toBe('unit')
})

test('S1-19 a link leads to a step that can be entered, to no other', () => {
  expect(stepToShow(r({ step: 'confirm', licence }), 'unit')).toBe('unit')
  expect(stepToShow(r({ step: 'unit' }), 'licence')).toBe('licence')
  expect(stepToShow(r({ step: 'unit', form: nothing }), 'confirm')).toBe('unit')
  expect(stepToShow(r({ step: 'licence' }), 'account')).toBe('licence')
})

test('S1-55 what was returned opens where the first remark stands', () => {
  const returned = { state: 'returned' as const, step: 'confirm' as const, licence }
  expect(stepToShow(r({ ...returned, marks: [{ field: 'licence', reason: '不清晰' }] }), undefined)).toBe('licence')
  expect(stepToShow(r({ ...returned, marks: [{ field: 'licence', reason: '不清晰' }, { field: 'creditCode', reason: '有误' }] }), undefined)).toBe('unit')
  expect(stepToShow(r({ ...returned, marks: [] }), undefined)).toBe('confirm')
})

test('the rail says what is done, what is open, and how many remarks each part has', () => {
  expect(railOf(r(), 'licence')).toEqual([
    { key: 'unit', state: 'done', errors: 0 }, { key: 'licence', state: 'current', errors: 0 }, { key: 'confirm', state: 'todo', errors: 0 },
  ])
  const marks = [{ field: 'creditCode' as const, reason: '有误' }, { field: 'name' as const, reason: '有误' }]
  expect(railOf(r({ state: 'returned', licence, marks }), 'licence').map((s) => [s.state, s.errors])).toEqual([['wrong', 2], ['current', 0], ['todo', 0]])
})

test('what is empty is told in the order of the page; the tick for verification by hand is never missing', () => {
  expect(emptyFields({ form: { ...form, legalType: null, locatedAddress: '' }, licence: null })).toEqual(['legalType', 'locatedAddress', 'licence'])
  expect(emptyFields({ form, licence })).toEqual([])
})

test('the last decision counts, not the last event', () => {
  const at = '2024-01-30T02:13:00Z'
  const timeline = ['begun', 'submitted', 'returned', 'submitted', 'refused', 'restarted'].map((event) => ({ event, at, by: event, reason: null }))
  expect(lastDecision(r({ timeline }))?.event).toBe('refused')
  expect(lastDecision(r())).toBe(undefined)
})
