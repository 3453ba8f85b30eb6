import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { successorsProblem, unitProcedure, unitRolesOf, unitStatuses, type UnitStatus, type UnitVerb } from './unit.ts'

/** By hand, from 1.4.1 and E03, E04. */
const allowed: Record<UnitStatus, Partial<Record<UnitVerb, UnitStatus>>> = {
  active: { suspend: 'suspended', rename: 'active', dissolve: 'dissolved' },
  suspended: { resume: 'active', dissolve: 'dissolved' },
  dissolved: {},
}

describe('a unit after its approval: every status and verb', () => {
  for (const status of unitStatuses) {
    for (const verb of ['suspend', 'resume', 'rename', 'dissolve'] as const) {
      it(`${verb} ${status} -> ${allowed[status][verb] ?? 'refused'}`, () => {
        const step = unitProcedure.step(verb, status, ['authority'])
        expect(isRefusal(step) ? undefined : step.to).toBe(allowed[status][verb])
        expect(isRefusal(unitProcedure.step(verb, status, []))).toBe(true)
      })
    }
  }

  it('only the authority of the unit and those above it keep its status', () => {
    const officer = (scopeId: string) => ({ post: 'authority_officer' as const, scopeId, unitId: null, scopeName: '' })
    expect(unitRolesOf(officer('a'), 'a', ['b'])).toEqual(['authority'])
    expect(unitRolesOf(officer('b'), 'a', ['b'])).toEqual(['authority'])
    expect(unitRolesOf(officer('c'), 'a', ['b'])).toEqual([])
    expect(unitRolesOf({ post: 'unit_account', scopeId: 'a', unitId: 'a', scopeName: '' }, 'a', [])).toEqual([])
  })
})

describe('E04 who may follow a unit that ends', () => {
  it.each([
    ['dissolved', [], null], ['dissolved', ['x'], 'units.successors.none'],
    ['merged', ['x'], null], ['merged', [], 'units.successors.one'], ['merged', ['x', 'y'], 'units.successors.one'],
    ['split', ['x', 'y'], null], ['split', ['x'], 'units.successors.several'],
    ['split', ['x', 'x'], 'units.successors.odd'], ['merged', ['u'], 'units.successors.odd'],
  ] as const)('%s with %j: %s', (ending, successors, code) => {
    const problem = successorsProblem(ending, 'u', successors)
    expect(problem ? Object.values(problem.fields)[0]?.code : null).toBe(code)
  })
})
