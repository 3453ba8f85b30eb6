import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read, twice } from './testing/checked.ts'
import { bareCode, codeText, freeText, lengthOf, longText, longTextCheck, plainText, textCheck } from './text.ts'

const rule = { min: 1, max: 20, code: 'x' }

test('lone surrogates, NUL, control characters and bidi controls do not pass any gate', () => {
  const gates = [plainText, codeText, bareCode, textCheck(rule), longTextCheck(rule)]
  for (const gate of gates) {
    expect(read(gate('重\uD842庆'))).toBe('text.malformed')
    for (const odd of ['\u0000', '\u0007', '\u001B', '\u007F', '\u0085', '\u202A', '\u202E', '\u2066', '\u2069']) {
      expect(gate(`a${odd}b`).ok, `U+${odd.codePointAt(0)?.toString(16)}`).toBe(false)
    }
  }
})

test('a line break is refused in one line and kept in several', () => {
  expect(read(freeText('一\n二', rule))).toBe('text.control')
  expect(read(freeText('一\u2028二', rule))).toBe('text.control')
  expect(read(longText('一\r\n二\r三', rule))).toBe('一\n二\n三')
  expect(read(longText('一\t二', rule))).toBe('一 二')
})

test('texts are trimmed of every space there is and keep their width', () => {
  expect(read(plainText('\u3000\u00A0\uFEFF 重庆（Ａ）① \u3000'))).toBe('重庆（Ａ）①')
  expect(read(plainText('\uF9E4'))).toBe('理')
})

test('S1-18 codes become half width and capitals, without zero-width characters', () => {
  expect(read(codeText('\u3000ａｂｃ－１２３\u200B\u2060 '))).toBe('ABC-123')
  expect(read(bareCode('9 1-2－3–4'))).toBe('91234')
  expect(read(codeText('ı'))).toBe('ı')
})

test('length counts code points; characters that show nothing fill no field', () => {
  expect(lengthOf('𠮷𠮷')).toBe(2)
  expect(read(freeText('𠮷'.repeat(20), rule))).toBe('𠮷'.repeat(20))
  expect(read(freeText('𠮷'.repeat(21), rule))).toBe('x')
  expect(read(freeText('\u200B\u2060\u00AD', rule))).toBe('x')
  expect(read(freeText('\u3000', rule))).toBe('x')
})

test('doing it twice changes nothing', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  fc.assert(fc.property(anything, (raw) => {
    for (const gate of [plainText, codeText, bareCode, (text: string) => longText(text, { max: 9999 })]) {
      const [once, again] = twice(gate, raw)
      expect(again).toEqual(once)
    }
  }), { numRuns: 2000 })
})
