import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personLine, textOf } from '../../../checks/old-accounts.ts'
import { readHeading } from './columns.ts'
import { headingIn, readLines, splitLine, type Format } from './lines.ts'
import { cell, csvLine, mark } from './report.ts'

const format: Format = { encoding: 'utf-8', separator: 'comma' }
const read = (text: string) => [...readLines(Buffer.from(text), format)].map((one) => (one.ok ? [one.line, one.cells.userName] : [one.line, one.code]))
const line = (n: number, more = {}) => personLine(n, 1, more)

describe('lines of a file', () => {
  test('quotes, breaks within quotes and empty lines keep their numbers', () => {
    const text = textOf([line(1), '', line(2, { address: '示例路,1号\n二层' }), ',,,', line(3, { name: '他说"好"' })])
    expect(read(text)).toEqual([[2, 'yuan_geren1'], [4, 'yuan_geren2'], [7, 'yuan_geren3']])
  })

  test('a quote that never closes costs its line and no other', () => {
    const text = textOf([line(1), '填报用户,"yuan_geren2', line(3), '填报用户,yuan"x"y,林', line(4)])
    expect(read(text)).toEqual([[2, 'yuan_geren1'], [3, 'legacy.line.quotes'], [4, 'yuan_geren3'], [5, 'legacy.line.quotes'], [6, 'yuan_geren4']])
  })

  test('too many, too few columns, too long a line', () => {
    const long = 'x'.repeat(2_000_000)
    expect(read(textOf([`${'a,'.repeat(20)}b`, 'a,b', line(1), long, line(2, { address: long })]))).toEqual([
      [2, 'legacy.line.columns'], [3, 'legacy.line.columns'], [4, 'yuan_geren1'], [5, 'legacy.line.too_long'], [6, 'legacy.line.too_long'],
    ])
    expect(read(`${textOf([line(1)]).trimEnd()},,,\r\n`)).toEqual([[2, 'yuan_geren1']])
  })

  test('bytes of another encoding cost their line', () => {
    const bytes = Buffer.concat([Buffer.from(textOf([line(1)])), Buffer.from([0xc1, 0xaa, 0xcd, 0xff, 0x0a]), Buffer.from(textOf([line(2)]).split('\r\n')[1] ?? '')])
    expect([...readLines(bytes, format)].map((one) => (one.ok ? one.line : one.code))).toEqual([2, 'legacy.line.encoding', 4])
  })

  test('a number that a workbook keeps as a formula is a text', () => {
    expect(splitLine('a,="0123",b', 'comma')).toEqual(['a', '0123', 'b'])
    expect(splitLine('="0123";b', 'semicolon')).toEqual(['0123', 'b'])
  })

  test('headings: other names, any order, more columns; what is missing or twice is named', () => {
    expect(readHeading(['状态', '登录名 *', '法人代表', '备注'])).toMatchObject({ ok: false, code: 'legacy.problem.column_missing', columns: expect.stringContaining('账号类型') })
    expect(readHeading(textOf([]).trimEnd().split(',').toReversed()).ok).toBe(true)
    expect(readHeading(['用户名', '登录名', '姓名', '状态'])).toMatchObject({ code: 'legacy.problem.column_twice', columns: '用户名' })
    expect(headingIn(Buffer.from('一,二,三\n'), format)).toMatchObject({ code: 'legacy.problem.heading' })
    expect(read('一,二,三\n1,2,3')).toEqual([])
  })
})

describe('the report as a file', () => {
  test('no cell is a formula, and every cell is read back', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }).filter((one) => !/\0/.test(one)), { minLength: 1, maxLength: 6 }), (cells) => {
      const text = csvLine(cells)
      const back = splitLine(text.slice(0, -2), 'comma')
      expect(back?.map((one) => one.replace(/^'/, ''))).toEqual(cells.map((one) => one.replace(/^'/, '')))
      for (const one of back ?? []) expect(one).not.toMatch(/^(?:[\s\p{Cc}\p{Cf}]*[=+\-@]|[\t\r\n])/u)
    }))
    expect(cell('=1+1')).toBe("'=1+1")
    expect(cell('\uFF1Dcmd')).toBe("'\uFF1Dcmd")
    for (const before of ['\n', ' ', '\r\n ', '\u3000', '\uFEFF', '\u200B', '\u00A0\t']) expect(splitLine(csvLine([`${before}=1+1`]).slice(0, -2), 'comma')).toEqual([`'${before}=1+1`])
    expect(cell('林 = 知远')).toBe('林 = 知远')
    expect(mark).toBe('\uFEFF')
  })
})
