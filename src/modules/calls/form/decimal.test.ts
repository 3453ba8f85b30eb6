import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDecimals, decimalOf, decimalsOf, negated, numberFrom, plus, rounded, textOf, times } from './decimal.ts'

const cents = fc.integer({ min: -99_999_999, max: 99_999_999 })

test('sums of hundredths are exact whatever their number and order', () => {
  fc.assert(fc.property(fc.array(cents, { maxLength: 60 }), (amounts) => {
    const sum = amounts.map((one) => decimalOf(one / 100)).reduce(plus, decimalOf(0))
    expect(textOf(times(sum, decimalOf(100)))).toBe(String(amounts.reduce((a, b) => a + b, 0)))
  }))
})

test.each([[0.1, 0.2, '0.3'], [1.005, 0, '1.005'], [-0.07, 0.06, '-0.01'], [1e21, 1, '1000000000000000000001'], [1e-7, 0, '0.0000001'], [300, -300, '0']])('%d and %d are %s', (a, b, sum) => {
  expect(textOf(plus(decimalOf(a), decimalOf(b)))).toBe(sum)
})

test.each([[1.005, 2, '1.01'], [2.345, 2, '2.35'], [-2.345, 2, '-2.35'], [0.5, 0, '1'], [0.4999, 0, '0'], [7, 2, '7']])('%d to %d decimals is %s', (value, decimals, text) => {
  expect(textOf(rounded(decimalOf(value), decimals))).toBe(text)
})

test('what is no number counts as zero', () => expect([NaN, Infinity].map((one) => textOf(decimalOf(one)))).toEqual(['0', '0']))

test('compares by value, not by how it is written', () => {
  expect(compareDecimals(decimalOf(0.3), times(decimalOf(0.1), decimalOf(3)))).toBe(0)
  expect(compareDecimals(decimalOf(2.5), decimalOf(2.49))).toBeGreaterThan(0)
  expect(compareDecimals(negated(decimalOf(1)), decimalOf(0))).toBeLessThan(0)
})

test('counts decimals, and comes back as the number it was', () => {
  expect([3, 3.1, 3.14, 1e-7, 1e20].map(decimalsOf)).toEqual([0, 1, 2, 7, 0])
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (n) => {
    expect(numberFrom(decimalOf(n))).toBe(n === 0 ? 0 : n)
  }))
})
