import { expect, test } from 'vitest'
import { jumpTo, onOnePage, pageOfAll, totalInWords, turns, pageNumbers, pageSizeIn } from './list-page.ts'

test('D22 the total is exact, or says that there are more', () => {
  expect(totalInWords({ n: 9, exact: true })).toBe('9')
  expect(totalInWords({ n: 10_000, exact: false })).toBe('10,000+')
})

test('S1-51 the buttons lead where the server says, and nowhere else', () => {
  expect(turns(onOnePage(['a']))).toEqual({ first: null, back: null, on: null, last: null })
  expect(turns({ page: 1, pages: 3, next: 'n', previous: null })).toEqual({ first: null, back: null, on: { after: 'n' }, last: { page: 3 } })
  expect(turns({ page: 3, pages: 3, next: null, previous: 'p' })).toEqual({ first: {}, back: { before: 'p' }, on: null, last: null })
})

test('D22 there is no last page where the total is not exact', () => {
  expect(turns({ page: 2, pages: null, next: 'n', previous: 'p' })).toEqual({ first: {}, back: { before: 'p' }, on: { after: 'n' }, last: null })
})

test('S2-51 到第n页 leads to pages that there are', () => {
  expect(jumpTo('80', 80)).toEqual({ page: 80 })
  expect(jumpTo(' ４ ', 80)).toEqual({ page: 4 })
  expect(jumpTo('1', 80)).toEqual({})
  for (const typed of ['', '0', '81', '-1', '1.5', '1e1', 'x', '99999999999']) expect(jumpTo(typed, 80)).toBe(null)
})

test('a list that comes whole is cut into pages; a page behind the last is the last', () => {
  const all = [1, 2, 3, 4, 5]
  expect(pageOfAll(all, 2, 2)).toEqual({ rows: [3, 4], total: { n: 5, exact: true }, page: 2, pages: 3, next: '3', previous: '1' })
  expect(pageOfAll(all, 9, 2)).toMatchObject({ rows: [5], page: 3, next: null })
  expect(pageOfAll([], 1, 2)).toEqual({ ...onOnePage([]) })
})

test('S2-51 the numbers of the pages: few are all there, of many the ends and what lies around', () => {
  expect(pageNumbers(1, 1)).toEqual([1])
  expect(pageNumbers(3, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(pageNumbers(1, 80)).toEqual([1, 2, 3, 4, 5, 6, null, 80])
  expect(pageNumbers(7, 80)).toEqual([1, null, 5, 6, 7, 8, 9, null, 80])
  expect(pageNumbers(80, 80)).toEqual([1, null, 75, 76, 77, 78, 79, 80])
  for (let pages = 1; pages < 40; pages++) {
    for (let page = 1; page <= pages; page++) {
      const shown = pageNumbers(page, pages)
      const numbers = shown.filter((n) => n !== null)
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
      expect(numbers).toEqual(expect.arrayContaining([1, page, pages]))
      // A gap stands for at least one page.
      shown.forEach((n, i) => n === null && expect((shown[i + 1] ?? 0) - (shown[i - 1] ?? 0)).toBeGreaterThan(1))
    }
  }
})

test('a size of pages that a link made up is the usual one', () => {
  expect([undefined, '50', '1000', 'x'].map(pageSizeIn)).toEqual([20, 50, 20, 20])
})
