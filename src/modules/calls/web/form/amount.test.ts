import { expect, it } from 'vitest'
import { shownNumber, typedNumber } from './amount.ts'

it('numbers are read as people type them', () => {
  expect(['12', ' 1,200.50 ', '１２．５', '-3', '.5', ''].map(typedNumber)).toEqual([12, 1200.5, 12.5, -3, 0.5, null])
  expect(['12万', '1.2.3', '1e5', 'abc', '--1'].map(typedNumber)).toEqual([undefined, undefined, undefined, undefined, undefined])
})

it('amounts are shown grouped with two decimals, other numbers as they are', () => {
  expect([shownNumber(100.555, 'money'), shownNumber(0.1 + 0.2, 'computed', 2)]).toEqual(['100.555', '0.30'])
  expect([shownNumber(1234.5, 'money'), shownNumber(1234.5), shownNumber(2, 'computed', 0), shownNumber(0, 'money'), shownNumber(null)]).toEqual(['1,234.50', '1,234.5', '2', '0.00', ''])
})
