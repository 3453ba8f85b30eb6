import { describe, expect, test } from 'vitest'
import { profileProblem, projectVerbs, whyNot, type GateFacts } from './gate.ts'

const approved = { isComplete: true, isApproved: true, state: 'approved' } as const
const open: GateFacts = { access: null, profile: approved, openCalls: 1, isHandedInInTime: false }
const why = (verb: 'enter' | 'begin' | 'submit', facts: Partial<GateFacts>) => whyNot(verb, { ...open, ...facts })?.code ?? 'open'

describe('项目管理', () => {
  test('is open to whoever is in order', () => {
    for (const verb of projectVerbs) expect(why(verb, {})).toBe('open')
  })

  test('S2-62 nobody acts in projects before his personal information is complete', () => {
    const profile = { isComplete: false, isApproved: false, state: null }
    expect([why('enter', { profile }), why('begin', { profile }), why('submit', { profile })]).toEqual(['open', 'projects.profile_incomplete', 'projects.profile_incomplete'])
  })

  test.each([
    ['pending', 'projects.profile_pending'], ['refused', 'projects.profile_refused'], [null, 'projects.profile_unapproved'],
  ] as const)('D4 a draft is begun while the profile is %s, and not submitted', (state, code) => {
    const profile = { isComplete: true, isApproved: false, state }
    expect([why('begin', { profile }), why('submit', { profile })]).toEqual(['open', code])
  })

  test('D4 an older approved version is enough, whatever became of the newer one', () => {
    for (const state of ['pending', 'refused'] as const) expect(profileProblem('submit', { profile: { isComplete: true, isApproved: true, state }, isHandedInInTime: false })).toBeNull()
  })

  test('E14 D4 under review is enough where an open call counts who handed it in in time; refused is not', () => {
    const under = (state: 'pending' | 'refused') => ({ profile: { isComplete: true, isApproved: false, state }, isHandedInInTime: true })
    expect([why('submit', under('pending')), why('submit', under('refused'))]).toEqual(['open', 'projects.profile_refused'])
  })

  test('the unit account has no personal information, and is asked for none', () => {
    expect([why('begin', { profile: null }), why('submit', { profile: null })]).toEqual(['open', 'open'])
  })

  test('without an open call nothing is begun, and it is said last: what one can mend stands before it', () => {
    expect([why('enter', { openCalls: 0 }), why('begin', { openCalls: 0 }), why('submit', { openCalls: 0 })]).toEqual(['open', 'projects.no_call', 'projects.no_call'])
    expect(why('submit', { openCalls: 0, profile: { isComplete: false, isApproved: false, state: null } })).toBe('projects.profile_incomplete')
  })

  test('D25 where it is granted like any other subsystem, the rule of the subsystems decides', () => {
    expect(why('enter', { access: { may: true } })).toBe('open')
    for (const verb of projectVerbs) expect(why(verb, { access: { may: false, code: 'subsystems.access.not_granted', helper: 'unit' } })).toBe('subsystems.access.not_granted')
    expect(why('enter', { access: 'unknown' })).toBe('projects.not_here')
  })
})
