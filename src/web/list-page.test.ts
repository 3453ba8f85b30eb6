import { expect, test } from 'vitest'
import { totalInWords, turns } from './list-page.ts'

test('D22 the total is exact, or says that there are more', () => {
  expect(totalInWords({ n: 9, exact: true })).toBe('9')
  expect(totalInWords({ n: 10_000, exact: false })).toBe('10,000+')
})

test('the buttons lead where the server says, and nowhere else', () => {
  expect(turns({ next: 'n', previous: null })).toEqual({ first: null, back: null, on: { after: 'n' } })
  expect(turns({ next: null, previous: 'p' })).toEqual({ first: {}, back: { before: 'p' }, on: null })
})
