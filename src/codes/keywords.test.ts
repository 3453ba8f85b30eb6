import { expect, test } from 'vitest'
import { keywords } from './keywords.ts'
import { read } from './testing/checked.ts'

test('3 to 5 different keywords, divided by any comma or semicolon', () => {
  expect(read(keywords('材料， 量子计算,光学；芯片、'))).toEqual(['材料', '量子计算', '光学', '芯片'])
  expect(read(keywords('材料,光学'))).toBe('keywords.count')
  expect(read(keywords('甲一,乙一,丙一,丁一,戊一,己一'))).toBe('keywords.count')
  expect(keywords('ＡＩ,光学,ai')).toEqual({ ok: false, code: 'keywords.duplicate', params: { word: 'ai' } })
  expect(keywords('光,材料,芯片')).toEqual({ ok: false, code: 'keywords.length', params: { word: '光' } })
  expect(read(keywords(`材料,芯片,${'光'.repeat(21)}`))).toBe('keywords.length')
})
