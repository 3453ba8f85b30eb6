import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gb18030, textOf } from '../../../checks/old-accounts.ts'
import { decodeLine, detectEncoding, detectSeparator, linesOf, notText } from './encoding.ts'
import { firstLine } from './lines.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const heading = textOf([]).trimEnd()
/** Characters that names are made of: common ones, and some that need four bytes in GB 18030. */
const hanzi = fc.constantFrom(...'联通你我林知远沈青禾阿依努尔买提示例转入公司重庆天津镕喆堃𠮷𰀀')
const text = fc.string({ unit: fc.oneof(hanzi, fc.constantFrom(...'abc019 ,;-_@.（）·')), maxLength: 40 })

describe('encodings of a file', () => {
  test('S1-05 whatever stands below the heading, both encodings are found out and give the same lines', () => {
    fc.assert(fc.property(fc.array(text, { maxLength: 30 }), fc.boolean(), fc.constantFrom('\n', '\r\n'), (lines, mark, end) => {
      const all = [heading, ...lines].join(end)
      const files = [utf8((mark ? '\uFEFF' : '') + all), gb18030(all)]
      expect(files.map(detectEncoding)).toEqual(['utf-8', 'gb18030'])
      const read = files.map((bytes, i) => [...linesOf(bytes)].map((one) => decodeLine(one.bytes, i === 0 ? 'utf-8' : 'gb18030')))
      const wanted = all.endsWith('\n') ? all.split(end).slice(0, -1) : all.split(end)
      expect(read[0]).toEqual(wanted)
      expect(read[1]).toEqual(wanted)
    }))
  })

  test('any bytes at all have an encoding, lines and a separator', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const encoding = detectEncoding(bytes)
      expect(detectSeparator(firstLine(bytes, encoding))).toMatch(/^(comma|semicolon|tab)$/)
      expect([...linesOf(bytes)].map((one) => one.line)).toEqual([...linesOf(bytes)].map((_, i) => i + 1))
    }))
  })

  test('a heading decides even where GB 18030 happens to be UTF-8 below it', () => {
    // The bytes of 联通 in GB 18030 are good UTF-8.
    expect(detectEncoding(gb18030(`${heading}\n联通\n联通`))).toBe('gb18030')
    expect(detectEncoding(utf8('a,b\n你好\n再见'))).toBe('utf-8')
    expect(detectEncoding(gb18030('a,b\n你好啊\n再见'))).toBe('gb18030')
    expect(detectEncoding(utf8('a,b'))).toBe('utf-8')
  })

  test('separators', () => {
    expect(detectSeparator(heading)).toBe('comma')
    expect(detectSeparator(heading.replaceAll(',', ';'))).toBe('semicolon')
    expect(detectSeparator(heading.replaceAll(',', '\t'))).toBe('tab')
  })

  test('workbooks and UTF-16 are no text', () => {
    expect(notText(Uint8Array.of(0x50, 0x4b, 3, 4))).toBe('legacy.file.workbook')
    expect(notText(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe('legacy.file.workbook')
    expect(notText(Buffer.from('\uFEFF名', 'utf16le'))).toBe('legacy.file.utf16')
    expect(notText(utf8('\uFEFF名'))).toBeNull()
  })
})
