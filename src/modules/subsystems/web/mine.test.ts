import { expect, test } from 'vitest'
import { accessRefusals } from '../access.ts'
import { commonRefusal, stateOf, type MySubsystem } from './mine.ts'

const one = (more: Partial<MySubsystem>): MySubsystem => ({
  id: 'a', code: 'kjbg', name: '科技报告', nameEn: '', about: '', aboutEn: '', entryUrl: 'https://example.org/',
  refusal: null, helper: null, request: null, declined: null, can: [], ...more,
})
const declined = { at: '2026-01-01T00:00:00.000Z', answer: '与岗位无关' }

test('S1-30 what keeps a person out of every subsystem is said once', () => {
  const waiting = one({ refusal: 'subsystems.access.waiting', helper: 'unit' })
  expect(commonRefusal([one({ refusal: 'subsystems.access.closed' }), waiting])).toBe(waiting)
  expect(commonRefusal([one({}), one({ refusal: 'subsystems.access.not_granted' })])).toBeNull()
})

test('S1-50 each card says in a word how it stands', () => {
  expect(stateOf(one({})).key).toBe('open')
  expect(stateOf(one({ refusal: 'subsystems.access.not_granted' })).key).toBe('not_granted')
  expect(stateOf(one({ refusal: 'subsystems.access.not_granted', declined })).key).toBe('declined')
  expect(stateOf(one({ refusal: 'subsystems.access.not_granted', declined, request: { askedAt: declined.at, note: '' } })).key).toBe('asked')
  expect(new Set(accessRefusals.map((refusal) => stateOf(one({ refusal })).key))).toEqual(new Set(['held', 'closed', 'not_granted']))
})
