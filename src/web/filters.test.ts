import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filtersIn, linkAt, linkOf, placeIn } from './filters.ts'
import { readSearch, writeSearch } from './search.ts'

const defs = { name: {}, phone: { personal: true }, state: { initial: 'waiting' } } as const

test('filters go into the link and come out again', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
    const link = linkOf(defs, {}, { name })
    const again = filtersIn(defs, readSearch(writeSearch(link)), {})
    expect(again.name ?? '').toBe(name.trim())
  }))
})

test('a personal filter never stands in the link, and a forged one is not read from it', () => {
  expect(linkOf(defs, { phone: '1' }, { name: 'a', phone: '19900000000' })).toEqual({ name: 'a' })
  expect(filtersIn(defs, { phone: '19900000000' }, {}).phone).toBeUndefined()
  expect(filtersIn(defs, {}, { phone: '19900000000' }).phone).toBe('19900000000')
})

test('a new search starts at the first page and leaves the rest of the link alone', () => {
  expect(linkOf(defs, { after: 'abc', before: 'x', page: '3', tab: 'b', name: 'old' }, { name: 'new' })).toEqual({ tab: 'b', name: 'new' })
})

test('S2-51 the number of a page stands in the link; a made-up one is the first page', () => {
  const link = linkAt({ after: 'abc', name: 'old' }, { page: 7 })
  expect(link).toEqual({ name: 'old', page: '7' })
  expect(placeIn(readSearch(writeSearch(link)))).toEqual({ page: 7 })
  expect(linkAt(link, { before: 'b' })).toEqual({ name: 'old', before: 'b' })
  expect(linkAt(link, {})).toEqual({ name: 'old' })
  for (const page of ['0', '-1', '1.5', '1e3', 'x', '9999999']) expect(placeIn({ page })).toEqual({})
})

test('an initial value is assumed and not written', () => {
  expect(filtersIn(defs, {}, {}).state).toBe('waiting')
  expect(linkOf(defs, {}, { state: 'waiting' })).toEqual({})
  expect(linkOf(defs, {}, { state: 'done' })).toEqual({ state: 'done' })
})

test('texts stay texts in a link', () => {
  expect(readSearch('?code=0012&big=12345678901234567890&empty=')).toEqual({ code: '0012', big: '12345678901234567890' })
  expect(writeSearch({ a: '', b: undefined, c: '1 &=' })).toBe('?c=1+%26%3D')
  expect(writeSearch({})).toBe('')
})
