import { describe, expect, it } from 'vitest'
import { personStates, type PersonState } from '../people/person.ts'
import { accessRefusals, accessTo, mayAsk, type AccessFacts } from './access.ts'

/** Written by hand from the manual and the decisions (D10, D25, E09, E13), never read from the code. */
const right: AccessFacts = { account: 'active', state: 'enabled', unit: 'active', subsystem: { isOpen: true, openTo: 'granted' }, granted: true }
const everybodys = { isOpen: true, openTo: 'everybody' } as const
const closed = { isOpen: false, openTo: 'granted' } as const

const table: [string, Partial<AccessFacts>, string | null, string | null, boolean][] = [
  // facts, which rule says no, who can change it, whether there is something to ask the unit for
  ['enabled and given', {}, null, null, false],
  ['enabled, not given', { granted: false }, 'subsystems.access.not_granted', 'unit', true],
  ['enabled, of a subsystem that is everybody’s (D25)', { granted: false, subsystem: everybodys }, null, null, false],
  ['waiting for the unit, not given (D10)', { state: 'new', granted: false }, 'subsystems.access.waiting', 'unit', true],
  ['waiting, given already', { state: 'new' }, 'subsystems.access.waiting', 'unit', false],
  ['waiting, of one that is everybody’s', { state: 'new', granted: false, subsystem: everybodys }, 'subsystems.access.waiting', 'unit', false],
  ['disabled, given: the grant stays and opens nothing (S1-48)', { state: 'disabled' }, 'subsystems.access.disabled', 'unit', false],
  ['disabled, not given', { state: 'disabled', granted: false }, 'subsystems.access.disabled', 'unit', false],
  ['disabled, of one that is everybody’s', { state: 'disabled', subsystem: everybodys }, 'subsystems.access.disabled', 'unit', false],
  ['refused by the unit (E09)', { state: 'refused', unit: null, granted: false }, 'subsystems.access.no_unit', 'self', false],
  ['released by the unit (E09)', { state: 'released', unit: null, granted: false }, 'subsystems.access.no_unit', 'self', false],
  ['released, of one that is everybody’s', { state: 'released', unit: null, subsystem: everybodys }, 'subsystems.access.no_unit', 'self', false],
  ['of a unit that is suspended', { unit: 'suspended' }, 'subsystems.access.unit_suspended', 'authority', false],
  ['of a unit that is dissolved', { unit: 'dissolved', granted: false }, 'subsystems.access.unit_suspended', 'authority', false],
  ['waiting, of a suspended unit', { state: 'new', unit: 'suspended' }, 'subsystems.access.unit_suspended', 'authority', false],
  ['given, and the subsystem closed', { subsystem: closed }, 'subsystems.access.closed', 'platform', false],
  ['not given, and the subsystem closed', { subsystem: closed, granted: false }, 'subsystems.access.closed', 'platform', false],
  ['everybody’s, and closed', { subsystem: { isOpen: false, openTo: 'everybody' } }, 'subsystems.access.closed', 'platform', false],
  ['an account that is disabled', { account: 'disabled' }, 'subsystems.access.account_disabled', 'platform', false],
  ['an account that is disabled, whatever else', { account: 'disabled', state: 'released', unit: null, subsystem: closed, granted: false }, 'subsystems.access.account_disabled', 'platform', false],
]

describe('S1-50 D25 who may enter', () => {
  it.each(table)('%s', (_name, change, code, helper, asks) => {
    const facts = { ...right, ...change }
    const access = accessTo(facts)
    expect(access.may ? [null, null] : [access.code, access.helper]).toEqual([code, helper])
    expect(mayAsk(facts)).toBe(asks)
  })

  it('every rule stands in the table', () => {
    expect(new Set(table.map(([, , code]) => code).filter(Boolean))).toEqual(new Set(accessRefusals))
  })

  it('of all combinations only those enter that are in order in every respect', () => {
    const states: readonly PersonState[] = personStates
    let entering = 0
    for (const account of ['active', 'disabled'] as const) for (const state of states) for (const unit of ['active', 'suspended', 'dissolved', null] as const) {
      for (const isOpen of [true, false]) for (const openTo of ['granted', 'everybody'] as const) for (const granted of [true, false]) {
        const { may } = accessTo({ account, state, unit, subsystem: { isOpen, openTo }, granted })
        if (may) entering++
        expect(may).toBe(account === 'active' && state === 'enabled' && unit === 'active' && isOpen && (openTo === 'everybody' || granted))
      }
    }
    expect(entering).toBe(3)
  })
})
