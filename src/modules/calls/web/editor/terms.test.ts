import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Expression, Values } from '../../form/definition.ts'
import { numberOf } from '../../form/conditions.ts'
import { expressionOf, termsOf, type Factor, type Term } from './terms.ts'

const field = (name: string): Expression => ({ field: name })

describe('an expression taken apart', () => {
  test('30% of a sum is one product', () => {
    const sum: Factor = { sum: { table: 'budget', column: 'granted' } }
    expect(termsOf({ multiply: [{ number: 0.3 }, sum] })).toEqual([{ isMinus: false, factors: [{ number: 0.3 }, sum] }])
  })

  test('a - (b - c) takes b away and adds c', () => {
    expect(termsOf({ subtract: [field('a'), { subtract: [field('b'), field('c')] }] })).toEqual([
      { isMinus: false, factors: [{ field: 'a' }] }, { isMinus: true, factors: [{ field: 'b' }] }, { isMinus: false, factors: [{ field: 'c' }] },
    ])
  })

  test('a sum within a product is told, not taken apart', () => expect(termsOf({ multiply: [{ add: [field('a'), field('b')] }, field('c')] })).toBeNull())
})

const factor: fc.Arbitrary<Factor> = fc.oneof(fc.integer({ min: -9, max: 9 }).map((number) => ({ number })), fc.constantFrom('a', 'b', 'c').map((name) => ({ field: name })))
const term: fc.Arbitrary<Term> = fc.record({ isMinus: fc.boolean(), factors: fc.array(factor, { minLength: 1, maxLength: 3 }) })
const values: Values = { a: 3, b: 7, c: 0.5 }

test('put together again it comes to the same, whatever its summands', () => {
  fc.assert(fc.property(fc.array(term, { minLength: 1, maxLength: 5 }), (terms) => {
    const expected = terms.reduce((sum, { isMinus, factors }) => sum + (isMinus ? -1 : 1) * factors.reduce((product, one) => product * numberOf(one, values), 1), 0)
    const made = expressionOf(terms)
    expect(numberOf(made, values)).toBeCloseTo(expected, 9)
    const again = termsOf(made)
    expect(again && numberOf(expressionOf(again), values)).toBeCloseTo(expected, 9)
    expect(again).toHaveLength(terms.every(({ isMinus }) => isMinus) ? terms.length + 1 : terms.length)
  }))
})
