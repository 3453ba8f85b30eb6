import fc from 'fast-check'
import { expect, test } from 'vitest'
import { capital, compareAmounts, paidInTooHigh } from './money.ts'
import { read, twice } from './testing/checked.ts'

test('amounts in 万元 are decimal texts, never floats', () => {
  expect(['0', '007', '1,234.50', '0.1', '１００', '99999999', '0.000001', '3.'].map((raw) => read(capital(raw))))
    .toEqual(['0', '7', '1234.5', '0.1', '100', '99999999', '0.000001', 'capital.format'])
  for (const raw of ['', '-1', '.5', '1e3', '0.1234567', '99999999.1', '100000000', '1,23', '12万', 'NaN', '∞', '١']) {
    expect(read(capital(raw)), raw).toBe('capital.format')
  }
})

test('paid in above registered warns; nothing is rounded', () => {
  expect(paidInTooHigh('100.000001', '100')).toEqual({ code: 'capital.paid_in' })
  expect(paidInTooHigh('100', '100')).toBeNull()
  expect(compareAmounts('9', '10')).toBe(-1)
})

test('a canonical amount is its own canonical form and equal to what was typed', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{1,8}(\.\d{1,6})?$/), (raw) => {
    fc.pre(!raw.startsWith('99999999'))
    const [once, again] = twice(capital, raw)
    expect(again).toEqual(once)
    expect(Number(read(once))).toBe(Number(raw))
  }))
})
