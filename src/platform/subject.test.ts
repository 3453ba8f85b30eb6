import { expect, it } from 'vitest'
import { uuidPattern } from '../kernel/ids.ts'
import { subjectOf } from './subject.ts'

it('the same parts give the same subject, other parts another, however they are cut', () => {
  expect(subjectOf('code_entry', 'district', '120101')).toBe(subjectOf('code_entry', 'district', '120101'))
  expect(subjectOf('a', 'bc')).not.toBe(subjectOf('ab', 'c'))
  expect(subjectOf('setting', 'site.name_zh')).toMatch(uuidPattern)
})
