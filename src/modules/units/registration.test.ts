import { describe, expect, it } from 'vitest'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { registrationFields } from './fields.ts'
import {
  emptyForm, evolve, missing, registrationProcedure, registrationStates, rolesOf,
  type Registration, type RegistrationEvent, type RegistrationRole, type RegistrationState, type RegistrationVerb,
} from './registration.ts'

/**
 * The oracle, written by hand from the manual and 1.4.1, never read from the table of steps:
 * who may do what in which state, and where it leads. Whatever is not here is refused.
 */
const allowed: Record<RegistrationState, Partial<Record<RegistrationVerb, Partial<Record<RegistrationRole, RegistrationState>>>>> = {
  draft: { save: { applicant: 'draft' }, submit: { applicant: 'submitted' }, expire: { platform: 'expired' } },
  submitted: {
    withdraw: { applicant: 'draft' },
    approve: { desk: 'approved' },
    return: { desk: 'returned' },
    refuse: { desk: 'refused' },
    transfer: { desk: 'submitted', above: 'submitted' },
  },
  returned: { save: { applicant: 'returned' }, submit: { applicant: 'submitted' } },
  approved: { restart: { former: 'approved' } },
  refused: { restart: { applicant: 'refused' } },
  expired: { restart: { applicant: 'expired' } },
}

const verbs: RegistrationVerb[] = ['save', 'submit', 'withdraw', 'restart', 'approve', 'return', 'refuse', 'transfer', 'expire']
const roles: RegistrationRole[] = ['applicant', 'former', 'desk', 'above', 'platform']

describe('S1-08 S1-55 the registration of a unit: every state, verb and role', () => {
  for (const state of registrationStates) {
    for (const verb of verbs) {
      for (const role of roles) {
        const to = allowed[state][verb]?.[role]
        it(`${role} ${verb} ${state} -> ${to ?? 'refused'}`, () => {
          const step = registrationProcedure.step(verb, state, [role])
          expect(isRefusal(step) ? undefined : step.to).toBe(to)
          expect(registrationProcedure.can(state, [role]).includes(verb)).toBe(to !== undefined)
        })
      }
    }
  }

  it('a verb that is never open to a role is not theirs; one that came too late is overtaken', () => {
    expect((registrationProcedure.step('approve', 'submitted', ['applicant']) as Refusal).code).toBe('not_yours')
    expect((registrationProcedure.step('approve', 'approved', ['desk']) as Refusal).code).toBe('overtaken')
  })

  it('S1-55 whoever returns, refuses or hands over says why', () => {
    const silent = registrationProcedure.steps.filter((s) => ['return', 'refuse', 'transfer'].includes(s.verb) && !('reason' in s))
    expect(silent).toEqual([])
  })
})

describe('who is what to a registration', () => {
  const facts = { accountId: 'a', deskId: 'd1', aboveDesk: ['b0'] }
  const officer = (scopeId: string) => ({ accountId: 'o', mandate: { post: 'authority_officer' as const, scopeId, unitId: null, scopeName: '' } })

  it('the desk decides, the authority above it sees and hands over, others see nothing', () => {
    expect(rolesOf(officer('d1'), facts)).toEqual(['desk'])
    expect(rolesOf(officer('b0'), facts)).toEqual(['above'])
    expect(rolesOf(officer('d2'), facts)).toEqual([])
    expect(rolesOf({ accountId: 'o', mandate: { post: 'platform_admin', scopeId: null, unitId: null, scopeName: '' } }, facts)).toEqual([])
    expect(rolesOf({ accountId: 'o', mandate: null }, facts)).toEqual([])
  })

  it('no one decides on his own registration, officer or not', () => {
    expect(rolesOf({ ...officer('d1'), accountId: 'a' }, facts)).toEqual(['applicant'])
    expect(rolesOf({ accountId: 'a', mandate: null }, { ...facts, isDissolved: true })).toEqual(['applicant', 'former'])
  })
})

const at = (n: number) => `2026-03-0${n}T01:00:00.000Z`
const keptUntil = '2026-04-01T00:00:00.000Z'
const contact = { name: '演示人', mail: 'a@example.org', phone: '16400000001' }
const form = {
  name: '示例第一科技有限公司（演示）', creditCode: '911201990000000000', creditCodeByHand: true, legalNature: '1', legalType: '11',
  legalRepresentative: '演示人', authorityId: 'd1', registeredDistrict: '120101', registeredAddress: '示范路1号院', locatedDistrict: '120101', locatedAddress: '示范路1号院',
}
const run = (...events: RegistrationEvent[]) => events.reduce<Registration | null>((r, e) => evolve(r, 'id', e), null) as Registration
const begun: RegistrationEvent = { event: 'begun', at: at(1), accountId: 'a', form: emptyForm, contact, keptUntil }

describe('evolve', () => {
  it('S1-19 the step to resume at goes forward with what is saved and never back', () => {
    const saved = run(begun, { event: 'saved', at: at(2), form, keptUntil })
    expect(saved.step).toBe('licence')
    const scanned = evolve(saved, 'id', { event: 'licence_uploaded', at: at(3), licenceId: 'l', keptUntil })
    expect(scanned.step).toBe('confirm')
    expect(evolve(scanned, 'id', { event: 'saved', at: at(4), form, keptUntil }).step).toBe('confirm')
  })

  it('E07 only a draft expires: a submitted or returned registration waits as long as it takes', () => {
    const submitted = run(begun, { event: 'saved', at: at(2), form, keptUntil }, { event: 'submitted', at: at(3), deskId: 'd1' })
    expect(submitted.expiresAt).toBeNull()
    const returned = evolve(submitted, 'id', { event: 'returned', at: at(4), marks: [{ field: 'creditCode', reason: '与证照不一致' }], note: '' })
    expect(returned.expiresAt).toBeNull()
    expect(evolve(returned, 'id', { event: 'saved', at: at(5), form, keptUntil }).expiresAt).toBeNull()
    expect(evolve(submitted, 'id', { event: 'withdrawn', at: at(4), keptUntil }).expiresAt?.toISOString()).toBe(keptUntil)
  })

  it('E13 a withdrawn registration is the applicant\'s own again: no desk has it', () => {
    const withdrawn = run(begun, { event: 'submitted', at: at(2), deskId: 'd1' }, { event: 'withdrawn', at: at(3), keptUntil })
    expect(withdrawn).toMatchObject({ state: 'draft', deskId: null, submittedAt: null })
  })

  it('E05 a transfer changes desk and authority and keeps the place in the order of arrival', () => {
    const submitted = run(begun, { event: 'saved', at: at(2), form, keptUntil }, { event: 'submitted', at: at(3), deskId: 'd1' })
    const moved = evolve(submitted, 'id', { event: 'transferred', at: at(4), authorityId: 'd2', note: '属另一主管部门' })
    expect(moved).toMatchObject({ deskId: 'd2', form: { authorityId: 'd2' }, submittedAt: submitted.submittedAt })
  })

  it('S1-55 the reasons of a return stand until it is submitted again', () => {
    const marks = [{ field: 'name' as const, reason: '与证照不一致' }]
    const returned = run(begun, { event: 'submitted', at: at(2), deskId: 'd1' }, { event: 'returned', at: at(3), marks, note: '请核对' })
    expect(evolve(returned, 'id', { event: 'saved', at: at(4), form, keptUntil }).marks).toEqual(marks)
    expect(evolve(returned, 'id', { event: 'submitted', at: at(4), deskId: 'd1' })).toMatchObject({ marks: [], decisionNote: null })
  })

  it('every event makes the next version', () => {
    expect(run(begun, { event: 'saved', at: at(2), form, keptUntil }, { event: 'submitted', at: at(3), deskId: 'd1' }).version).toBe(3)
  })
})

describe('S1-36 to S1-43 what a registration must hold before it is submitted', () => {
  it('names every empty field and the licence', () => {
    expect(missing({ form: emptyForm, licenceId: null })).toEqual(registrationFields.filter((f) => f !== 'contactName'))
    expect(missing({ form, licenceId: 'l' })).toEqual([])
    expect(missing({ form: { ...form, locatedAddress: null }, licenceId: null })).toEqual(['locatedAddress', 'licence'])
  })
})
