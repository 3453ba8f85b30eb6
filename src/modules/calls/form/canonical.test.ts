import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical.ts'

test('one text for one content, whatever the order of its keys', () => {
  expect(canonicalJson({ b: [1, 0.1, null], a: { d: '甲"', c: true }, e: undefined })).toBe('{"a":{"c":true,"d":"甲\\""},"b":[1,0.1,null]}')
  const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue()), { selector: ([key]) => key, maxLength: 8 })
  fc.assert(fc.property(entries, (list) => {
    expect(canonicalJson(Object.fromEntries(list))).toBe(canonicalJson(Object.fromEntries([...list].reverse())))
  }))
})

test('reads back as what it was', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
  }))
})

test('what JSON does not know is an error, never a silent hole', () => {
  for (const value of [NaN, Infinity, () => 1, Symbol('a')]) expect(() => canonicalJson(value)).toThrow()
})
