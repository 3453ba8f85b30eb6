import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deskFor } from './routing.ts'

const at = (more: Partial<Parameters<typeof deskFor>[0]> = {}) => deskFor({ unitId: 'unit', secondaryUnit: { id: 'school', active: true }, managesIt: false, isAuthorisedPerson: false, ...more })

describe('who decides', () => {
  it('S2-57 the secondary unit that somebody belongs to', () => expect(at()).toBe('school'))
  it('D2 E33 the unit itself for who belongs to none', () => expect(at({ secondaryUnit: null })).toBe('unit'))
  it('E38 the unit for the manager of that secondary unit, and for its own authorised person', () => {
    expect(at({ managesIt: true })).toBe('unit')
    expect(at({ isAuthorisedPerson: true })).toBe('unit')
  })
  it('S2-36 the unit where the secondary unit is no more', () => expect(at({ secondaryUnit: { id: 'school', active: false } })).toBe('unit'))

  it('N9 never nobody, and never one who would decide on himself', () => {
    fc.assert(fc.property(fc.option(fc.record({ id: fc.constant('school'), active: fc.boolean() })), fc.boolean(), fc.boolean(), (secondaryUnit, managesIt, isAuthorisedPerson) => {
      const desk = at({ secondaryUnit, managesIt, isAuthorisedPerson })
      expect(desk === 'unit' || (desk === 'school' && secondaryUnit?.active === true && !managesIt && !isAuthorisedPerson)).toBe(true)
    }))
  })
})
