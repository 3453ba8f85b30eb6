import { expect, test } from 'vitest'
import { fill } from './words.ts'

test('a sentence is filled, and takes the form that its number asks for', () => {
  const found = '{n} {n:record|records} found, {name}'
  expect(fill(found, { n: 1, name: 'x' }, 'en')).toBe('1 record found, x')
  expect(fill(found, { n: '1', name: 'x' }, 'en')).toBe('1 record found, x')
  for (const n of [0, 2, '10,000+']) expect(fill(found, { n, name: 'x' }, 'en')).toBe(`${n} records found, x`)
  expect(fill('{n:is|are} {unknown}', { n: 21 }, 'en')).toBe('are {unknown}')
})

test('an English sentence prefers the English form of a param', () => {
  expect(fill('{name}', { name: '市', nameEn: 'City' }, 'en')).toBe('City')
  expect(fill('{name}', { name: '市', nameEn: 'City' })).toBe('市')
})
